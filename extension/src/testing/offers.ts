import type { Offer } from '@find-on-1688/shared'

/** An offer of which nothing but this is known. */
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
export function tiers(...steps: [number, string][]): Offer['priceTiers'] {
  return steps.map(([minQuantity, price]) => ({ minQuantity, price }))
}
