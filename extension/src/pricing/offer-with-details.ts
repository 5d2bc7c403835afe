import type { DetailedOffer, Offer, OfferVariant } from '@find-on-1688/shared'
import type { OfferDetails } from '../model/search.ts'
import { type KnownOffer, matchedVariants, variantsOf } from '../model/variant-match.ts'

/** By offer id, as in `Search.details`; undefined if the details were not requested. */
export type DetailsOf = (offerId: string) => OfferDetails | undefined

export type Shipping = DetailedOffer['shipping']

/**
 * The offer overlaid with the details of its own page. Fields that the page lacks stay as in the list. Where variants of it
 * are known to be the searched product, it weighs what they weigh.
 */
export function withDetails(offer: Offer, details?: OfferDetails): KnownOffer {
  if (details?.state !== 'done' || details.offer.offerId !== offer.offerId) return offer
  const page = details.offer
  const { match } = details
  const matched = matchedVariants({ ...page, ...(match && { match }) })
  const shipping = overlay(shippingOf(offer) ?? page.shipping, page.shipping)
  return {
    ...overlay(offer, page),
    ...(match && { match }),
    ...pricesOf(offer, page, matched),
    supplier: overlay(offer.supplier, page.supplier),
    shipping: { ...shipping, ...measuresOf(matched) },
  }
}

/** Weight and size of one packed piece; `null` for an offer from a list, which has neither. */
export function shippingOf(offer: Offer | DetailedOffer): Shipping | null {
  return 'shipping' in offer ? offer.shipping : null
}

/**
 * All of one place. A list has the prices of some variant, often the cheapest accessory: they say nothing once the page has
 * variants.
 */
function pricesOf(offer: Offer, page: DetailedOffer, matched: readonly OfferVariant[]): Partial<Offer> {
  const isByVariant = variantsOf(page).length > 0 && page.priceTiers.length === 0
  if (!isByVariant) {
    const { price, priceMax = null } = page.price === null ? offer : page
    return { price, priceMax }
  }
  const { price, priceMax = null, priceTiers, promotionPrice = null, dropshipPrice = null } = page
  const [only, ...others] = new Set(matched.map((variant) => variant.promotionPrice))
  return {
    ...{ price, priceMax, priceTiers, dropshipPrice },
    promotionPrice: only === undefined ? promotionPrice : others.length > 0 ? null : only,
  }
}

const MEASURES = ['weightKg', 'lengthCm', 'widthCm', 'heightCm'] as const

/**
 * What all of these variants weigh and measure, as far as they say so. Where they differ it is unknown, whatever their offer
 * as a whole is said to weigh.
 */
function measuresOf(variants: readonly OfferVariant[]): Partial<Shipping> {
  const measures: Partial<Shipping> = {}
  for (const measure of MEASURES) {
    const stated = variants.map((variant) => variant[measure] ?? null)
    const different = [...new Set(stated)]
    const [only = null] = different
    if (different.filter((each) => each !== null).length > 1) measures[measure] = null
    else if (different.length === 1 && only !== null) measures[measure] = only
  }
  return measures
}

function overlay<T extends object>(base: T, details: T): T {
  const present = Object.entries(details).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  )
  return { ...base, ...Object.fromEntries(present) }
}
