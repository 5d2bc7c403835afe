import type { Handler } from './context.ts'

const EXTENSION = /^(chrome|moz)-extension:\/\/[\w-]+$/

/**
 * Lets browser extensions, but no web pages, read the answers without a host permission. There are no cookies: only the
 * bearer key counts.
 */
export const extensionCors: Handler = async (c, next) => {
  const origin = c.requestHeader('Origin')
  c.header('Vary', 'Origin')
  if (EXTENSION.test(origin)) {
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Expose-Headers', 'Retry-After,X-Request-Id')
  }
  if (c.request.method !== 'OPTIONS' || !c.requestHeader('Access-Control-Request-Method')) return next()
  c.header('Access-Control-Allow-Methods', 'GET,POST,DELETE')
  c.header('Access-Control-Allow-Headers', 'Authorization,Content-Type,Accept')
  c.header('Access-Control-Max-Age', '7200')
  return c.body(null, 204)
}
