import type { Context, Hono } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { loadMcp } from '../lazy-modules.ts'

/** `POST /mcp`: the Model Context Protocol, for agents. Its tools use the other routes, as the caller. */
export function mcp(app: Hono<AppEnv>) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    const { answerMcp } = await loadMcp()
    return answerMcp(c.req.raw, c.get('requestId'), async (request) =>
      app.fetch(request, c.env, c.executionCtx),
    )
  }
}
