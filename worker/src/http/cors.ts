import { cors } from 'hono/cors'

const EXTENSION = /^(chrome|moz)-extension:\/\/[\w-]+$/

/**
 * Lets browser extensions read the answers without any host permission; web pages cannot. No cookies take part: a
 * request is worth what its bearer key is.
 */
export const extensionCors = cors({
  origin: (origin) => (EXTENSION.test(origin) ? origin : null),
  allowMethods: ['GET', 'POST', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'Accept'],
  exposeHeaders: ['Retry-After', 'X-Request-Id'],
  maxAge: 7200,
})
