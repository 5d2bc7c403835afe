import { type DetailedOffer, type OfferAnswer, OfferAnswerSchema, PATHS } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail } from '../model/failure.ts'
import type { ProxySettings } from '../model/stored-items.ts'
import { fewerVariants } from '../model/variant-groups.ts'
import type { SignedOffer } from '../model/watch.ts'
import { request } from './request.ts'

/** As long as the worker keeps them by default (`OFFER_CACHE_SECONDS`), where an older one does not say how long. */
const DEFAULT_KEEP_MS = 86_400_000

/** As for a search: the worker makes a call of the same kind. */
const TIMEOUT_MS = 28_000

export interface ReceivedOffer {
  offer: DetailedOffer
  /** Until when asking again would bring the same, ms since the epoch. */
  until: number
  /** The worker had it already: it cost no search. */
  cached: boolean
  /** Missing if the worker signed nothing. */
  signed?: SignedOffer
}

/**
 * The details on the offer's own page. Counts as a search of the client's quota if the worker has to request them. `batch` waits
 * for people's searches.
 *
 * @throws AppError of `request`; `not_supported` if the worker's provider has no such page
 */
export async function getOffer(
  signal: AbortSignal,
  proxy: ProxySettings,
  offerId: string,
  language: string,
  priority?: 'batch',
): Promise<ReceivedOffer> {
  const query = new URLSearchParams({ language, ...(priority && { priority }) })
  const path = `${PATHS.offers}/${encodeURIComponent(offerId)}?${query}`
  const init = { headers: { Accept: 'application/json' } }
  const body = await request(signal, proxy, path, init, TIMEOUT_MS)
  const answer = v.safeParse(OfferAnswerSchema, body)
  if (!answer.success) return fail('proxy_bad_answer')
  const { provider: _, cached, cachedUntil, attestation, ...offer } = answer.output
  const now = Date.now()
  return {
    offer: {
      ...offer,
      ...(offer.variants && { variants: fewerVariants(offer.variants) }),
      fetchedAt: offer.fetchedAt ?? new Date(now).toISOString(),
    },
    until: cachedUntil ? Date.parse(cachedUntil) : now + DEFAULT_KEEP_MS,
    cached,
    ...(attestation !== undefined && { signed: { offer: signedPartOf(body as object), attestation } }),
  }
}

/** As it came: a newer worker may send, and sign, more than is known here. */
function signedPartOf(body: object): object {
  const { provider: _, cached: __, cachedUntil: ___, attestation: ____, ...offer } = body as OfferAnswer
  return offer
}
