import type { Offer, OfferVariant } from '@find-on-1688/shared'
import { type KnownOffer, stockOf, variantsOf } from '../model/variant-match.ts'
import { formatMoney } from '../pricing/format-money.ts'
import { minimumOf, type PriceAt } from '../pricing/price-at.ts'
import { oneLine, yuanRange } from './plain-text.ts'

/** Everything that a supplier may learn; what the user sells, and for how much, is not part of it. */
export interface InquiryInput
  extends Pick<PriceAt, 'unitPrice' | 'variantPrices' | 'atMinimum' | 'listPrice'> {
  offer: KnownOffer
  quantity: number
  /** The variants that are meant; missing or empty if that is not known. */
  variants?: OfferVariant[] | undefined
}

export interface Bilingual {
  zh: string
  en: string
}

/** What is still open about an offer, and what is asked of the supplier whatever the offer. */
export interface Questions {
  ofOffer: Bilingual[]
  ofSupplier: Bilingual[]
}

/** The most frequent units on 1688. */
const UNITS: Record<string, string> = {
  件: 'pcs',
  个: 'pcs',
  只: 'pcs',
  支: 'pcs',
  条: 'pcs',
  把: 'pcs',
  台: 'pcs',
  套: 'sets',
  双: 'pairs',
  对: 'pairs',
  张: 'sheets',
  包: 'packs',
  盒: 'boxes',
  箱: 'cartons',
  瓶: 'bottles',
  卷: 'rolls',
  米: 'm',
  千克: 'kg',
  公斤: 'kg',
}

/** What an offer's page leaves open, and nothing that it answers: whoever asks for what is shown is answered late, or with a link. */
export function inquiryQuestions(input: InquiryInput): Questions {
  const { offer } = input
  return {
    ofOffer: [
      ...available(offer),
      price(input),
      ...minimum(input),
      ...lotSize(input),
      ...mixing(input),
      ...stock(input),
      ...sample(offer),
      packing(offer),
      ...patent(offer),
    ],
    ofSupplier: [CUSTOM, DOCUMENTS],
  }
}

function available(offer: KnownOffer): Bilingual[] {
  if (!('status' in offer) || offer.status !== 'unavailable') return []
  return [
    {
      zh: '供货：页面显示这款已下架，还能供货吗？',
      en: 'Supply: the page says it is no longer for sale. Can you still supply it?',
    },
  ]
}

/** What 1688 never says of a price is whether tax and freight are in it. */
const IN_THE_PRICE: Bilingual = {
  zh: '含税、含运费吗？量大还能优惠吗？',
  en: 'Does that include tax and freight? Is there a discount for larger orders?',
}

/** Only a price that 1688 states for the quantity is put to the supplier as such. */
function price(input: InquiryInput): Bilingual {
  const { offer, quantity, unitPrice } = input
  const mine = quantityText(quantity, offer.unit)
  if (unitPrice !== null) {
    const shown = formatMoney(unitPrice, 'CNY', 'zh')
    return {
      zh: `价格：页面显示采购${mine.zh}单价${shown}，${IN_THE_PRICE.zh}`,
      en: `Price: the page shows ${shown} each for ${mine.en}. ${IN_THE_PRICE.en}`,
    }
  }
  const shown = shownFirst(input)
  return {
    zh: `价格：${shown.zh}采购${mine.zh}的单价是多少？${IN_THE_PRICE.zh}`,
    en: `Price: ${shown.en}what is the unit price for ${mine.en}? ${IN_THE_PRICE.en}`,
  }
}

/** What the page shows of other quantities, as the beginning of a question. */
function shownFirst({ offer, variants, variantPrices, atMinimum, listPrice }: InquiryInput): Bilingual {
  if (atMinimum) {
    const price = formatMoney(atMinimum.unitPrice, 'CNY', 'zh')
    const least = quantityText(atMinimum.quantity, offer.unit)
    return {
      zh: `页面显示${least.zh}起单价${price}，`,
      en: `the page shows ${price} each from ${least.en}; `,
    }
  }
  if (variantPrices) {
    const range = yuanRange(variantPrices, 'zh')
    // Of those that are meant it is no question which one is.
    return variants?.length
      ? { zh: `页面显示这几款单价为${range}，`, en: `the page shows ${range} for these; ` }
      : {
          zh: `页面显示不同规格的单价为${range}，`,
          en: `the page shows ${range} depending on the variant; `,
        }
  }
  if (!listPrice) return { zh: '', en: '' }
  const range = yuanRange(listPrice, 'zh')
  return { zh: `页面标价${range}，未注明数量，`, en: `the page shows ${range} without a quantity; ` }
}

function minimum({ offer, quantity }: InquiryInput): Bilingual[] {
  const least = minimumOf(offer)
  if (least === null) return [{ zh: '起订量：最少多少起订？', en: 'MOQ: what is the smallest order?' }]
  if (quantity >= least) return []
  const [shown, mine] = [quantityText(least, offer.unit), quantityText(quantity, offer.unit)]
  return [
    {
      zh: `起订量：页面显示${shown.zh}起批，首单能否先拿${mine.zh}试单？`,
      en: `MOQ: the page shows ${shown.en}; could my first order be ${mine.en} as a trial?`,
    },
  ]
}

/** Asked only where the quantity is no multiple of what the offer is sold in. */
function lotSize({ offer, quantity }: InquiryInput): Bilingual[] {
  const lot = 'lotSize' in offer ? offer.lotSize : null
  if (!lot || quantity % lot === 0) return []
  const [shown, mine] = [quantityText(lot, offer.unit), quantityText(quantity, offer.unit)]
  return [
    {
      zh: `装量：页面显示每手${shown.zh}，能否拆开拿${mine.zh}？`,
      en: `Lot size: the page shows lots of ${shown.en}; can you split one so that I get ${mine.en}?`,
    },
  ]
}

/** Of an offer with several variants, unless one of them is meant or the page says whether they can be mixed. */
function mixing({ offer, variants }: InquiryInput): Bilingual[] {
  if (!('shipping' in offer)) return [MIXING]
  const meant = variants?.length ? variants : variantsOf(offer)
  return meant.length < 2 || offer.mixedOrder ? [] : [MIXING]
}

const MIXING: Bilingual = {
  zh: '混批：不同款式和颜色可以混批吗？',
  en: 'Mixed order: can styles and colours be mixed?',
}

/** How many are left of what is meant. All variants together may be enough without any of them being so. */
function stock({ offer, quantity, variants = [] }: InquiryInput): Bilingual[] {
  const shown = stockOf(offer)
  const isOfMine = variants.length > 0 || variantsOf(offer).length === 0
  if (shown === 0)
    return [
      {
        zh: '库存：页面显示无货，什么时候能补货？',
        en: 'Stock: the page shows none left. When will it be back?',
      },
    ]
  if (shown === null || !isOfMine) return [shipsSoon(offer) ? STOCK : LEAD_TIME]
  if (shown < quantity) {
    const left = quantityText(shown, offer.unit)
    return [
      {
        zh: `库存：页面显示现货${left.zh}，其余多少天能发货？`,
        en: `Stock: the page shows ${left.en} left. How many days until the rest ships?`,
      },
    ]
  }
  return shipsSoon(offer) ? [] : [SHIPPING_TIME]
}

const shipsSoon = ({ services }: Offer) =>
  services?.some((each) => each === 'ships24h' || each === 'ships48h')

const LEAD_TIME: Bilingual = {
  zh: '交期：有现货吗？没有现货的话，下单后多少天能发货？',
  en: 'Lead time: is it in stock? If not, how many days after ordering does it ship?',
}

const STOCK: Bilingual = {
  zh: '库存：有现货吗？没有现货的话，多少天能补货？',
  en: 'Stock: do you have it in stock? If not, how many days will it take to restock?',
}

const SHIPPING_TIME: Bilingual = {
  zh: '交期：下单后多少天能发货？',
  en: 'Lead time: how many days after ordering does it ship?',
}

/** Whoever sells a single piece sells a sample. */
function sample(offer: Offer): Bilingual[] {
  return minimumOf(offer) === 1 || offer.services?.includes('dropship') ? [] : [SAMPLE]
}

const SAMPLE: Bilingual = {
  zh: '样品：能否先寄样品？样品费和运费是多少？下大货后样品费能退吗？',
  en: 'Sample: can you send one first? What do the sample and its shipping cost? Is the sample fee refunded with a bulk order?',
}

/** 1688 never says how many fit in a carton. */
function packing(offer: KnownOffer): Bilingual {
  const { size, weight } = shownOfParcel(offer)
  const lacks = [
    ...(size ? [] : [{ zh: '包装尺寸', en: 'the packed size' }]),
    ...(weight ? [] : [{ zh: '毛重', en: 'the gross weight' }]),
  ]
  if (lacks.length === 0) return CARTON
  const [zh, en] = [lacks.map((each) => each.zh).join('和'), lacks.map((each) => each.en).join(' and ')]
  return {
    zh: `包装：单件的${zh}是多少？每箱装多少，外箱尺寸和整箱毛重是多少？`,
    en: `Packaging: what ${lacks.length > 1 ? 'are' : 'is'} ${en} of one piece? How many fit in a carton, and what are its size and gross weight?`,
  }
}

const CARTON: Bilingual = {
  zh: '包装：每箱装多少，外箱尺寸和整箱毛重是多少？',
  en: 'Packaging: how many fit in a carton, and what are its size and gross weight?',
}

/** Which of size and weight the page states, of the variants that are meant if it knows theirs. */
function shownOfParcel(offer: KnownOffer): { size: boolean; weight: boolean } {
  if (!('shipping' in offer)) return { size: false, weight: false }
  const { weightKg, lengthCm, widthCm, heightCm } = offer.shipping
  return {
    size: [lengthCm, widthCm, heightCm].every((side) => side !== null),
    weight: weightKg !== null,
  }
}

const CUSTOM: Bilingual = {
  zh: '定制：能否印LOGO或定制包装？起订量和费用是多少？',
  en: 'Customisation: can you print a logo or do custom packaging? What are the MOQ and the cost?',
}

/** Not asked if the platform says that there is no patent. */
function patent({ patented }: Offer): Bilingual[] {
  if (patented === false) return []
  if (patented === null) {
    return [
      {
        zh: '专利：这款产品有没有专利，是否需要品牌授权？出口销售有限制吗？',
        en: 'Patent: is it patented, or does it need a brand’s authorisation? Are there limits on selling it abroad?',
      },
    ]
  }
  return [
    {
      zh: '专利：页面标注这款是专利商品，出口销售能否提供授权书？',
      en: 'Patent: the page marks it as patented; can you provide an authorisation letter for selling it abroad?',
    },
  ]
}

const DOCUMENTS: Bilingual = {
  zh: '票据：能否开增值税发票？能否提供出口报关需要的资料和检测报告？',
  en: 'Paperwork: can you issue a VAT invoice, and provide documents for export customs and test reports?',
}

/** A count in an offer's unit, in both languages; in pieces if the unit is unknown. */
export function quantityText(count: number, unit: string | null): Bilingual {
  const name = oneLine(unit ?? '') || '件'
  const english = Object.hasOwn(UNITS, name) ? UNITS[name] : name
  const number = count.toLocaleString('en')
  // Chinese also puts a space between digits and Latin letters.
  return { zh: `${number}${/^[a-z]/i.test(name) ? ' ' : ''}${name}`, en: `${number} ${english}` }
}
