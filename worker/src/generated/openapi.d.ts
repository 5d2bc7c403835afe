/** `GET /openapi.json` answers with it. */
export const openapi: string
