import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { OfferDetails } from '../model/search.ts'

/** An offer with nothing known but this. */
export function offerWith(known: Partial<Offer> = {}): Offer {
  return {
    offerId: '710891050473',
    title: '夏季新款百褶半身裙',
    titleTranslated: null,
    price: null,
    currency: 'CNY',
    priceTiers: [],
    minOrder: null,
    unit: null,
    supplier: { name: null, location: null, years: null, verified: null, badges: [] },
    imageUrl: null,
    detailUrl: 'https://detail.1688.com/offer/710891050473.html',
    monthlySales: null,
    repurchaseRate: null,
    patented: null,
    ...known,
  }
}

/** `[minQuantity, price]` each. */
export function tiers(...pairs: [number, string][]): Offer['priceTiers'] {
  return pairs.map(([minQuantity, price]) => ({ minQuantity, price }))
}

/** An offer with a variant for each price and nothing else known. */
export function detailedWith(variantPrices: (string | null)[]): DetailedOffer {
  return {
    ...offerWith(),
    variants: variantPrices.map((price) => ({
      ...{ id: null, attributes: [], price, promotionPrice: null },
      ...{ stock: null, imageUrl: null, weightKg: null },
    })),
    shipping: { weightKg: null, lengthCm: null, widthCm: null, heightCm: null },
  }
}

/** The details of an offer with nothing known but this. */
export function detailsWith(known: Partial<DetailedOffer> = {}): OfferDetails {
  const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
  return { state: 'done', offer: { ...offerWith(), shipping, ...known } }
}
