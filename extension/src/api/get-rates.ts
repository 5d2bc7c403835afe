import { PATHS, type Rates, RatesSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail } from '../model/failure.ts'
import type { ProxySettings } from '../model/stored-items.ts'
import { request } from './request.ts'

/** The worker gives up asking for them after 10 s. */
const TIMEOUT_MS = 15_000

/**
 * The exchange rates, as the worker has them. Costs no search.
 *
 * @throws FailureError of `request`
 */
export async function getRates(signal: AbortSignal, proxy: ProxySettings): Promise<Rates> {
  const answer = v.safeParse(RatesSchema, await request(signal, proxy, PATHS.rates, {}, TIMEOUT_MS))
  return answer.success ? answer.output : fail('proxy_bad_answer')
}
