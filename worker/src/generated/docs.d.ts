/** The HTML of `GET /docs`. */
export const page: string
/** Media type of what it loads, and its gzip in base64, by name. */
export const files: Record<string, readonly [mediaType: string, base64: string]>
