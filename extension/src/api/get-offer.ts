import { type DetailedOffer, OfferAnswerSchema, PATHS } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail } from '../model/failure.ts'
import type { ProxySettings } from '../model/stored-items.ts'
import { request } from './request.ts'

/** As for a search: the worker makes a call of the same kind. */
const TIMEOUT_MS = 28_000

/**
 * The details on the offer's own page. Counts as a search of the client's quota if the worker has to request them.
 *
 * @throws AppError of `request`; `not_supported` if the worker's provider has no such page
 */
export async function getOffer(
  signal: AbortSignal,
  proxy: ProxySettings,
  offerId: string,
  language: string,
): Promise<DetailedOffer> {
  const path = `${PATHS.offers}/${encodeURIComponent(offerId)}?${new URLSearchParams({ language })}`
  const init = { headers: { Accept: 'application/json' } }
  const answer = v.safeParse(OfferAnswerSchema, await request(signal, proxy, path, init, TIMEOUT_MS))
  if (!answer.success) return fail('proxy_bad_answer')
  const { provider: _, cached: __, ...offer } = answer.output
  return offer
}
