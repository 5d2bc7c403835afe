import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { OfferDetails } from '../model/search.ts'

/** By offer id, as in `Search.details`; nothing where the offer's page was not asked for. */
export type DetailsOf = (offerId: string) => OfferDetails | undefined

export type Shipping = DetailedOffer['shipping']

/** The offer with what its own page knows better. What only the list knows stays: the page may tell less. */
export function withDetails(offer: Offer, details?: OfferDetails): Offer | DetailedOffer {
  if (details?.state !== 'done' || details.offer.offerId !== offer.offerId) return offer
  const page = details.offer
  const shipping = shippingOf(offer)
  return {
    ...over(offer, page),
    supplier: over(offer.supplier, page.supplier),
    shipping: shipping ? over(shipping, page.shipping) : page.shipping,
  }
}

/** Of one piece as it is shipped; `null` where only the list is known, which tells nothing of it. */
export function shippingOf(offer: Offer | DetailedOffer): Shipping | null {
  return 'shipping' in offer ? offer.shipping : null
}

function over<T extends object>(known: T, better: T): T {
  const told = Object.entries(better).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  )
  return { ...known, ...Object.fromEntries(told) }
}
