/*
 * Modules that are loaded only when they are asked for, and are files of their own beside the bundle. Wrangler leaves these
 * imports alone only if they are written here, beside the folder: it repeats the path as it is, in a bundle at the top.
 */

export const loadOpenapi = () => import('./generated/openapi.js')
export const loadDocs = () => import('./generated/docs.js')
export const loadMcp = () => import('./generated/mcp.js')
