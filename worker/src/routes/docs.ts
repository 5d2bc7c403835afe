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
  c.set('cacheSeconds', 30 * DAY_SECONDS)
  return c.body(file[1], 200, {
    'Content-Type': `${file[0]}; charset=utf-8`,
    'X-Content-Type-Options': 'nosniff',
  })
}
