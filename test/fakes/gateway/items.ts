import type { Offer, PriceTier } from './catalogue/index.ts'

/** An offer in the format of each API. `pictures` is the base URL of pictures. */
export function imageSearchItem(offer: Offer, pictures: string) {
  return {
    offerId: offer.offerId,
    subject: offer.title,
    price: offer.price,
    minOrder: offer.minOrder,
    sellerNick: offer.supplier.name,
    isGoldSupplier: offer.supplier.isGold,
    imageUrl: `${pictures}/${offer.picture}.jpg`,
    detailUrl: offer.detailUrl,
    ...(offer.priceTiers.length > 0 && { priceRange: priceRange(offer.priceTiers) }),
  }
}

export function crossborderItem(offer: Offer, pictures: string) {
  return {
    imageUrl: `${pictures}/${offer.picture}.jpg`,
    subject: offer.title,
    subjectTrans: offer.titleTranslated,
    offerId: Number(offer.offerId),
    isJxhy: false,
    isOnePsale: offer.minOrder === 1,
    isSelect: false,
    isPatentProduct: offer.patented,
    priceInfo: { price: listPrice(offer), consignPrice: offer.price, promotionPrice: null, jxhyPrice: null },
    minOrderQuantity: offer.minOrder,
    repurchaseRate: offer.repurchaseRate,
    monthSold: offer.monthSold,
    tradeScore: '5.0',
    sellerIdentities: offer.supplier.identities,
    offerIdentities: [],
    companyName: offer.supplier.name,
    companyAddress: `${offer.supplier.province}${offer.supplier.city}`,
    sellerDataInfo: { tpYear: offer.supplier.years, compositeServiceScore: '4.5' },
    productSimpleShippingInfo: { shippingTimeGuarantee: 'shipIn48Hours' },
    promotionURL: `${offer.detailUrl}?kjSource=pc`,
    createDate: '2024-04-20 08:00:00',
    modifyDate: '2026-04-20 08:00:00',
    token: 'none',
  }
}

/** A range where the variants differ. */
function listPrice({ price, variants }: Offer): string {
  const dearest = Math.max(...variants.map((variant) => Number(variant.price)))
  return variants.length > 0 ? `${price}-${dearest.toFixed(2)}` : price
}

export function dropshipItem(offer: Offer, pictures: string) {
  return {
    offerId: offer.offerId,
    subject: offer.title,
    detailUrl: offer.detailUrl,
    image: `${pictures}/${offer.picture}.jpg`,
    price: offer.price,
    fenxiaoPrice: offer.price,
    consignPrice: offer.price,
    tags: offer.supplier.identities,
  }
}

/** What a fault returns instead of items; `undefined` if it leaves them alone. `id` is the field of an item's picture. */
export function itemsInstead(
  fault: string | undefined,
  id: 'imageUrl' | 'image',
): { items: unknown; total: number } | undefined {
  if (fault === 'data-null') return { items: null, total: 0 }
  if (fault === 'data-missing') return { items: undefined, total: 0 }
  if (fault !== 'hostile-offers') return undefined
  const items = hostileItems(id)
  return { items, total: items.length }
}

/** Items that must not be passed on unchanged. */
function hostileItems(id: 'imageUrl' | 'image') {
  return [
    {
      offerId: 710000000001,
      subject: '<img src=x onerror=alert(1)>危险<b>标题</b>',
      [id]: 'javascript:alert(1)',
    },
    { offerId: 'x"><script>', subject: 'no id' },
    { offerId: 710000000002, subject: 'x'.repeat(100_000), [id]: 'data:text/html,<script>alert(1)</script>' },
    {
      offerId: 710000000003,
      subject: '负价',
      price: '-5',
      minOrder: -1,
      priceInfo: { price: '-5' },
      [id]: 17,
    },
    { offerId: 710000000004, subject: 7, detailUrl: 'javascript:alert(2)' },
    {
      offerId: 710000000005,
      subject: '别处',
      detailUrl: 'https://1688.com.evil.example/',
      [id]: '//cbu01.alicdn.com/a.jpg',
    },
    null,
    'text',
  ]
}

/** Lower bounds only, like the platform. */
export function priceRange(steps: PriceTier[]) {
  return steps.map(({ minQuantity, price }) => ({ startQuantity: minQuantity, price }))
}
