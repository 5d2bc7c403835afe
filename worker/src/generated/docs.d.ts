/** The HTML of `GET /docs`. */
export const page: string
