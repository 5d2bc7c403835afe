import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { loadDocs } from '../lazy-modules.ts'

/** `GET /docs`: the interface's description, for a person. */
export async function docs(c: Context<AppEnv>): Promise<Response> {
  const { page } = await loadDocs()
  return c.body(page, 200, { 'Content-Type': 'text/html; charset=utf-8' })
}
