import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { requireSettings } from '../config.ts'
import { currentRates } from '../rates/current.ts'

/** `GET /v1/rates`: does not count as a search, and calls neither 1688 nor a Durable Object. */
export async function rates(c: Context<AppEnv>): Promise<Response> {
  const { ratesUrl } = requireSettings(c.env)
  return c.json(await currentRates(ratesUrl, c.env.ANSWERS, (work) => c.executionCtx.waitUntil(work)))
}
