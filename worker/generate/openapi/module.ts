import { describe } from './description.ts'

/** The interface's description, as the text that `GET /openapi.json` answers with. */
export async function openapiModule(): Promise<string> {
  return `export const openapi = ${JSON.stringify(JSON.stringify(describe()))}\n`
}
