import type { DetailedOffer, Offer, OfferVariant } from '@find-on-1688/shared'

/** Which variants of an offer are the searched product. */
export interface VariantMatch {
  /** Of `variantKey`. Empty: their pictures were compared, and none shows it. */
  keys: string[]
  /** Compared photos, or the user's choice, which no comparison replaces. */
  by: 'photo' | 'hand'
  /** What the photos said before the user chose, for when the choice is undone. */
  photoKeys?: string[]
}

/** An offer as far as it is known: from a list, or with the details of its own page. */
export type KnownOffer = (Offer | DetailedOffer) & { match?: VariantMatch }

/** Names a variant within its offer: its id, or else its attributes. */
export function variantKey({ id, attributes }: OfferVariant): string {
  return id ?? attributes.map(({ name, value }) => `${name}:${value}`).join(';')
}

/** All that the offer's page says; empty for an offer from a list, which says nothing of them. */
export function variantsOf(offer: KnownOffer): OfferVariant[] {
  return ('variants' in offer && offer.variants) || []
}

/** The variants that are the searched product; empty if that is not known, or if none is. */
export function matchedVariants(offer: KnownOffer): OfferVariant[] {
  const keys = offer.match?.keys ?? []
  return keys.length === 0 ? [] : variantsOf(offer).filter((variant) => keys.includes(variantKey(variant)))
}

/** Whether those that were the searched product are no longer offered: the others are none of it. */
export function isMatchGone(offer: KnownOffer): boolean {
  const isMatched = (offer.match?.keys.length ?? 0) > 0
  return isMatched && variantsOf(offer).length > 0 && matchedVariants(offer).length === 0
}

/** `Red, 500 ml`: what sets it apart from the others, translated where it is, or as the seller wrote it. */
export function variantName({ attributes }: Pick<OfferVariant, 'attributes'>, isOriginal: boolean): string {
  return attributes
    .map(({ value, valueTranslated }) => (isOriginal ? value : (valueTranslated ?? value)))
    .join(isOriginal ? '，' : ', ')
}

/**
 * Pieces in stock of the variants that are the searched product, or else of all: 0 is sold out, and `null` unknown. What
 * is unknown of one variant is unknown of the sum.
 */
export function stockOf(offer: KnownOffer): number | null {
  if (isMatchGone(offer)) return null
  const matched = matchedVariants(offer)
  const variants = matched.length > 0 ? matched : variantsOf(offer)
  const counts = variants.map(({ stock }) => stock).filter((stock) => stock !== null)
  if (variants.length > 0)
    return counts.length < variants.length ? null : counts.reduce((sum, count) => sum + count, 0)
  return 'stock' in offer ? (offer.stock ?? null) : null
}

export type NotForSale = 'unavailable' | 'variantGone' | 'soldOut'

/** Why it cannot be bought, as far as that is known. */
export function notForSale(offer: KnownOffer): NotForSale | undefined {
  if ('status' in offer && offer.status === 'unavailable') return 'unavailable'
  if (isMatchGone(offer)) return 'variantGone'
  return stockOf(offer) === 0 ? 'soldOut' : undefined
}
