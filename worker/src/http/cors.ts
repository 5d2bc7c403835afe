import { cors } from 'hono/cors'

const EXTENSION = /^(chrome|moz)-extension:\/\/[\w-]+$/

/**
 * Lets browser extensions, but no web pages, read the answers without a host permission. There are no cookies: only the
 * bearer key counts.
 */
export const extensionCors = cors({
  origin: (origin) => (EXTENSION.test(origin) ? origin : null),
  allowMethods: ['GET', 'POST', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'Accept'],
  exposeHeaders: ['Retry-After', 'X-Request-Id'],
  maxAge: 7200,
})
