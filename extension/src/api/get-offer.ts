import { type DetailedOffer, OfferAnswerSchema, type OfferVariant, PATHS } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail } from '../model/failure.ts'
import type { ProxySettings } from '../model/stored-items.ts'
import { request } from './request.ts'

/** As long as the worker keeps them by default (`OFFER_CACHE_SECONDS`), where an older one does not say how long. */
const DEFAULT_KEEP_MS = 86_400_000

/** As for a search: the worker makes a call of the same kind. */
const TIMEOUT_MS = 28_000

/**
 * The details on the offer's own page, and until when (ms since the epoch) asking again would bring the same. Counts as a search of the client's quota if the worker has to request them.
 *
 * @throws AppError of `request`; `not_supported` if the worker's provider has no such page
 */
export async function getOffer(
  signal: AbortSignal,
  proxy: ProxySettings,
  offerId: string,
  language: string,
): Promise<{ offer: DetailedOffer; until: number }> {
  const path = `${PATHS.offers}/${encodeURIComponent(offerId)}?${new URLSearchParams({ language })}`
  const init = { headers: { Accept: 'application/json' } }
  const answer = v.safeParse(OfferAnswerSchema, await request(signal, proxy, path, init, TIMEOUT_MS))
  if (!answer.success) return fail('proxy_bad_answer')
  const { provider: _, cached: __, cachedUntil, ...offer } = answer.output
  const now = Date.now()
  return {
    offer: {
      ...offer,
      ...(offer.variants && { variants: onePerPrice(offer.variants) }),
      fetchedAt: offer.fetchedAt ?? new Date(now).toISOString(),
    },
    until: cachedUntil ? Date.parse(cachedUntil) : now + DEFAULT_KEEP_MS,
  }
}

/** Only their prices are used here. Hundreds of sizes and colours would fill the session's storage. */
function onePerPrice(variants: OfferVariant[]): OfferVariant[] {
  return [...new Map(variants.map((variant) => [variant.price, variant])).values()]
}
