import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { OfferDetails } from '../model/search.ts'

/** By offer id, as in `Search.details`; undefined if the details were not requested. */
export type DetailsOf = (offerId: string) => OfferDetails | undefined

export type Shipping = DetailedOffer['shipping']

/** The offer overlaid with the details of its own page. Fields that the page lacks stay as in the list. */
export function withDetails(offer: Offer, details?: OfferDetails): Offer | DetailedOffer {
  if (details?.state !== 'done' || details.offer.offerId !== offer.offerId) return offer
  const page = details.offer
  const shipping = shippingOf(offer)
  return {
    ...overlay(offer, page),
    // Two ends of one range: that of the list says nothing about the page's price.
    priceMax: page.price === null ? (offer.priceMax ?? null) : (page.priceMax ?? null),
    supplier: overlay(offer.supplier, page.supplier),
    shipping: shipping ? overlay(shipping, page.shipping) : page.shipping,
  }
}

/** Weight and size of one packed piece; `null` for an offer from a list, which has neither. */
export function shippingOf(offer: Offer | DetailedOffer): Shipping | null {
  return 'shipping' in offer ? offer.shipping : null
}

function overlay<T extends object>(base: T, details: T): T {
  const present = Object.entries(details).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  )
  return { ...base, ...Object.fromEntries(present) }
}
