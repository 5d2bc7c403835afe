import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { loadOpenapi } from '../lazy-modules.ts'

/** `GET /openapi.json`: the interface's description, made at build time from the schemas that validate. */
export async function openapi(c: Context<AppEnv>): Promise<Response> {
  const { openapi } = await loadOpenapi()
  return c.body(openapi, 200, { 'Content-Type': 'application/json' })
}
