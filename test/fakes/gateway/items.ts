import type { Offer, PriceTier } from './catalogue/index.ts'
import { instructingItems } from './instructing-items.ts'

/** An offer in the format of each API. `pictures` is the base URL of pictures. */
export function imageSearchItem(offer: Offer, pictures: string) {
  return {
    offerId: offer.offerId,
    subject: escaped(offer.title),
    price: writtenPrice(offer),
    minOrder: offer.minOrder,
    sellerNick: offer.supplier.name,
    isGoldSupplier: offer.supplier.isGold,
    imageUrl: `${pictures}/${offer.picture}.jpg`,
    detailUrl: offer.detailUrl,
    ...(offer.priceTiers.length > 0 && { priceRange: priceRange(offer.priceTiers) }),
  }
}

const MODEL = 'com.alibaba.fenxiao.crossborder.param.ProductInfoModelV'

export function crossborderItem(offer: Offer, pictures: string) {
  const { terms, supplier } = offer
  const [topCategoryId, secondCategoryId, thirdCategoryId] = terms.categories
  const dropships = terms.dropshipPrice !== null
  return {
    class: MODEL,
    imageUrl: `${pictures}/${offer.picture}.jpg`,
    subject: terms.hasChineseTitle ? escaped(offer.title) : '',
    subjectTrans: escaped(offer.titleTranslated),
    offerId: Number(offer.offerId),
    topCategoryId,
    secondCategoryId,
    thirdCategoryId,
    isJxhy: false,
    // The documentation spells it one way, live answers the other.
    ...(oneOf(offer, 5) === 0 ? { isOnePsale: dropships } : { onePsale: dropships }),
    isSelect: false,
    isPatentProduct: offer.patented,
    priceInfo: {
      price: writtenPrice(offer),
      consignPrice: terms.dropshipPrice,
      promotionPrice: terms.promotionPrice,
      jxhyPrice: null,
      pfJxhyPrice: null,
    },
    minOrderQuantity: offer.minOrder,
    repurchaseRate: offer.repurchaseRate,
    monthSold: offer.monthSold,
    tradeScore: terms.tradeScore,
    sellerIdentities: oneOf(offer, 8) === 0 ? documented(supplier.identities) : supplier.identities,
    offerIdentities: [],
    companyName: supplier.name,
    companyAddress: `${supplier.province}${supplier.city}${supplier.street ?? ''}`,
    sellerDataInfo: sellerData(offer),
    productSimpleShippingInfo: { shippingTimeGuarantee: shippingTime(offer) },
    promotionURL: `${offer.detailUrl}?kjSource=pc`,
    createDate: '2024-04-20 08:00:00',
    modifyDate: '2026-04-20 08:00:00',
    token: 'none',
  }
}

export function shippingTime({ terms: { shipsWithinHours } }: Offer): string | null {
  return shipsWithinHours && `shipIn${shipsWithinHours}Hours`
}

export function sellerData({ supplier, terms, repurchaseRate }: Offer) {
  return {
    tpYear: supplier.years,
    compositeServiceScore: terms.serviceScore.toFixed(1),
    logisticsExperienceScore: '4.0',
    offerExperienceScore: '4.5',
    afterSalesExperienceScore: '3.5',
    repeatPurchasePercent: repurchaseRate,
    qualityRefundWithin30Day: `${terms.qualityRefunds}%`,
    collect30DayWithin48HPercent: '97.5%',
  }
}

const IDENTITIES: Record<string, string> = {
  super_factory: '超级工厂',
  powerful_merchants: '实力商家',
  tp_member: '诚信通会员',
}

/** As the documentation shows them: one text. */
function documented(identities: string[]): string {
  return identities.map((code) => `${code}-${IDENTITIES[code]}`).join(' ')
}

/** A range goes from the lowest step or variant to the highest. */
function writtenPrice({ price, priceTiers, variants, terms: { priceForm } }: Offer): string {
  if (priceForm === 'negotiable') return '面议'
  if (priceForm === 'sign') return `¥${price}`
  if (priceForm === 'plain') return price
  const priced = priceTiers.length > 0 ? priceTiers : variants
  const amounts = [price, ...priced.map((each) => each.price)].map(Number)
  return [Math.min(...amounts), Math.max(...amounts)].map((amount) => amount.toFixed(2)).join('-')
}

/** Titles come as HTML text. */
export function escaped(title: string): string {
  return title.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;')
}

/** Chooses a form by the offer, so that the same offer always has the same one. */
export function oneOf({ offerId }: { offerId: string }, forms: number): number {
  return Number(offerId.slice(-7)) % forms
}

/** No minimum order and no supplier. */
export function dropshipItem(offer: Offer, pictures: string) {
  const { dropshipPrice, shipsWithinHours, takesBackFor7Days, isPostageFree } = offer.terms
  return {
    offerId: oneOf(offer, 3) === 0 ? Number(offer.offerId) : offer.offerId,
    subject: escaped(offer.title),
    detailUrl: offer.detailUrl,
    image: `${pictures}/${offer.picture}.jpg`,
    price: writtenPrice(offer),
    fenxiaoPrice: dropshipPrice,
    consignPrice: dropshipPrice,
    tags: [
      ...(dropshipPrice ? ['一件代发'] : []),
      ...(isPostageFree ? ['包邮'] : []),
      ...(shipsWithinHours ? [`${shipsWithinHours}小时发货`] : []),
      ...(takesBackFor7Days ? ['7天无理由退货'] : []),
    ],
  }
}

/** What a fault returns instead of items; `undefined` if it leaves them alone. `id` is the field of an item's picture. */
export function itemsInstead(
  fault: string | undefined,
  id: 'imageUrl' | 'image',
): { items: unknown; total: number } | undefined {
  if (fault === 'data-null') return { items: null, total: 0 }
  if (fault === 'data-missing') return { items: undefined, total: 0 }
  if (fault !== 'hostile-offers' && fault !== 'instructing-offers') return undefined
  const items = fault === 'hostile-offers' ? hostileItems(id) : instructingItems(id)
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
