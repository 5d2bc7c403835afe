import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import { formatMoney } from '../pricing/format-money.ts'
import { minimumOf, type PriceAt } from '../pricing/price-at.ts'
import { oneLine, yuanRange } from './plain-text.ts'

/** Everything that a supplier may learn; what the user sells, and for how much, is not part of it. */
export interface InquiryInput
  extends Pick<PriceAt, 'unitPrice' | 'variantPrices' | 'atMinimum' | 'listPrice'> {
  offer: Offer | DetailedOffer
  quantity: number
}

export interface Bilingual {
  zh: string
  en: string
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

/** The questions to a supplier: to confirm what the page shows, and to ask for what it does not. */
export function inquiryQuestions(input: InquiryInput): Bilingual[] {
  const { offer } = input
  return [
    price(input),
    minimum(input),
    LEAD_TIME,
    SAMPLE,
    packing(offer),
    CUSTOM,
    ...patent(offer),
    DOCUMENTS,
  ]
}

/** Only a price that 1688 states for the quantity is put to the supplier as such. */
function price({ offer, quantity, ...at }: InquiryInput): Bilingual {
  const mine = quantityText(quantity, offer.unit)
  const more = {
    zh: '含税、含运费吗？量大还能优惠吗？',
    en: 'Does it include tax and freight? Is there a discount for more?',
  }
  if (at.unitPrice !== null) {
    const shown = formatMoney(at.unitPrice, 'CNY', 'zh')
    return {
      zh: `价格：页面显示单价${shown}，采购${mine.zh}能按这个价格吗？${more.zh}`,
      en: `Price: the page shows ${shown} each; does that hold for ${mine.en}? ${more.en}`,
    }
  }
  const shown = shownFirst(offer, at)
  return {
    zh: `价格：${shown.zh}采购${mine.zh}的单价是多少？${more.zh}`,
    en: `Price: ${shown.en}what is the unit price for ${mine.en}? ${more.en}`,
  }
}

/** What the page shows of other quantities, as the beginning of a question. */
function shownFirst(offer: Offer, at: Pick<PriceAt, 'variantPrices' | 'atMinimum' | 'listPrice'>): Bilingual {
  const { variantPrices, atMinimum, listPrice } = at
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
    return {
      zh: `页面显示不同规格的单价为${range}，`,
      en: `the page shows ${range} depending on the variant; `,
    }
  }
  if (!listPrice) return { zh: '', en: '' }
  const range = yuanRange(listPrice, 'zh')
  return { zh: `页面标价${range}，未注明数量，`, en: `the page shows ${range} without a quantity; ` }
}

function minimum({ offer, quantity }: InquiryInput): Bilingual {
  const least = minimumOf(offer)
  if (least === null) return { zh: '起订量：最少多少起订？', en: 'Minimum order: how many at least?' }
  const shown = quantityText(least, offer.unit)
  if (quantity >= least) {
    return {
      zh: `起订量：页面显示${shown.zh}起批，不同款式和颜色可以混批吗？`,
      en: `Minimum order: the page shows ${shown.en}; may variants and colours be mixed?`,
    }
  }
  const mine = quantityText(quantity, offer.unit)
  return {
    zh: `起订量：页面显示${shown.zh}起批，首单能否先拿${mine.zh}试单？`,
    en: `Minimum order: the page shows ${shown.en}; could the first order be ${mine.en} as a trial?`,
  }
}

const LEAD_TIME: Bilingual = {
  zh: '交期：有现货吗？没有现货的话，下单后多少天能发货？',
  en: 'Lead time: is it in stock? If not, how many days after the order will it be shipped?',
}

const SAMPLE: Bilingual = {
  zh: '样品：能否先寄样品？样品费和运费是多少？下大货后样品费能退吗？',
  en: 'Sample: could you send one first? What do it and its freight cost? Is its price returned with the bulk order?',
}

function packing(offer: Offer | DetailedOffer): Bilingual {
  const carton = {
    zh: '每箱装多少，外箱尺寸和整箱毛重是多少？',
    en: 'How many go into a carton, and what are its size and gross weight?',
  }
  const shown = 'shipping' in offer ? shippingText(offer.shipping) : ''
  if (shown === '') {
    return {
      zh: `包装：单件的包装尺寸和毛重是多少？${carton.zh}`,
      en: `Packing: what are the packed size and gross weight of one piece? ${carton.en}`,
    }
  }
  return {
    zh: `包装：页面显示单件${shown}，这是含包装的尺寸和毛重吗？${carton.zh}`,
    en: `Packing: the page shows ${shown} for one piece; are these its packed size and gross weight? ${carton.en}`,
  }
}

/** `30×20×5cm 0.35kg`, or the part of it that is known. */
function shippingText({ weightKg, lengthCm, widthCm, heightCm }: DetailedOffer['shipping']): string {
  const sides = [lengthCm, widthCm, heightCm]
  const size = sides.every((side) => side !== null) ? `${sides.join('×')}cm` : null
  return [size, weightKg && `${weightKg}kg`].filter(Boolean).join(' ')
}

const CUSTOM: Bilingual = {
  zh: '定制：能否印LOGO或定制包装？起订量和费用是多少？',
  en: 'Custom made: can you print a logo or make custom packing? From how many on, and at what cost?',
}

/** Not asked if the platform says that there is no patent. */
function patent({ patented }: Offer): Bilingual[] {
  if (patented === false) return []
  if (patented === null) {
    return [
      {
        zh: '专利：这款产品有没有专利，是否需要品牌授权？出口销售有限制吗？',
        en: 'Patent: is it patented, does it need the authorisation of a brand? Are there limits to sale abroad?',
      },
    ]
  }
  return [
    {
      zh: '专利：页面标注这款是专利商品，出口销售能否提供授权书？',
      en: 'Patent: the page marks it as patented; can you give an authorisation for sale abroad?',
    },
  ]
}

const DOCUMENTS: Bilingual = {
  zh: '票据：能否开增值税发票？能否提供出口报关需要的资料和检测报告？',
  en: 'Papers: can you issue a VAT invoice, and give the documents for export customs and the test reports?',
}

/** A count in an offer's unit, in both languages; in pieces if the unit is unknown. */
export function quantityText(count: number, unit: string | null): Bilingual {
  const name = oneLine(unit ?? '') || '件'
  const english = Object.hasOwn(UNITS, name) ? UNITS[name] : name
  const number = count.toLocaleString('en')
  // Chinese also puts a space between digits and Latin letters.
  return { zh: `${number}${/^[a-z]/i.test(name) ? ' ' : ''}${name}`, en: `${number} ${english}` }
}
