import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { writeUnrouted } from '../http/problems.ts'
import { loadDocs } from '../lazy-modules.ts'

const DAY_SECONDS = 86_400

/** Nothing from elsewhere, and nobody else's page around it: people paste keys here. The viewer sets styles by script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `GET /docs`: the interface's description, for a person. */
export async function docs(c: Context<AppEnv>): Promise<Response> {
  const { page } = await loadDocs()
  return c.body(page, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
  })
}

/** `GET /docs/{file}`: what the page loads. The page asks for it with a digest in the address. */
export async function docsFile(c: Context<AppEnv>): Promise<Response> {
  const { files } = await loadDocs()
  const name = c.req.param('file') ?? ''
  const file = Object.hasOwn(files, name) ? files[name] : undefined
  if (!file) return writeUnrouted(c, [])
  const [type, base64] = file
  c.set('cacheSeconds', 30 * DAY_SECONDS)
  c.header('Content-Type', `${type}; charset=utf-8`)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Vary', 'Accept-Encoding', { append: true })
  const bytes = Uint8Array.fromBase64(base64)
  if (!/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? ''))
    return c.body(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')))
  c.header('Content-Encoding', 'gzip')
  return new Response(bytes, { headers: c.res.headers, encodeBody: 'manual' })
}
