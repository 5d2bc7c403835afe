/** The HTML of `GET /docs`. */
export const page: string
/** Media type and text of what it loads, by name. */
export const files: Record<string, readonly [mediaType: string, text: string]>
