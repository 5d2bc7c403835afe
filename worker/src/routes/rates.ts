import { requireSettings } from '../config.ts'
import type { Context } from '../http/context.ts'
import { currentRates } from '../rates/current.ts'

/** `GET /v1/rates`: does not count as a search, and calls neither 1688 nor a Durable Object. */
export async function rates(c: Context): Promise<Response> {
  const { ratesUrl } = requireSettings(c.env)
  return c.json(await currentRates(ratesUrl, c.env.ANSWERS, (work) => c.executionCtx.waitUntil(work)))
}
