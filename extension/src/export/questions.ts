import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import { formatMoney } from '../pricing/format-money.ts'
import { minimumOf } from '../pricing/price-at.ts'
import type { InquiryInput, InTwoLanguages } from './inquiry.ts'
import { exportQuantity } from './quantity.ts'

/** What to ask a supplier: what the page shows is confirmed, what it does not show is asked for. */
export function questionsOf(input: InquiryInput): InTwoLanguages[] {
  const { offer } = input
  return [price(input), minimum(input), LEAD_TIME, SAMPLE, packing(offer), CUSTOM, ...patent(offer), PAPERS]
}

function price({ offer, quantity, unitPrice }: InquiryInput): InTwoLanguages {
  const mine = exportQuantity(quantity, offer.unit)
  const more = {
    zh: '含税、含运费吗？量大还能优惠吗？',
    en: 'Does it include tax and freight? Is there a discount for more?',
  }
  if (unitPrice === null) {
    return {
      zh: `价格：采购${mine.zh}的单价是多少？${more.zh}`,
      en: `Price: what is the unit price for ${mine.en}? ${more.en}`,
    }
  }
  const shown = formatMoney(unitPrice, 'CNY', 'zh')
  return {
    zh: `价格：页面显示单价${shown}，采购${mine.zh}能按这个价格吗？${more.zh}`,
    en: `Price: the page shows ${shown} each; does that hold for ${mine.en}? ${more.en}`,
  }
}

function minimum({ offer, quantity }: InquiryInput): InTwoLanguages {
  const least = minimumOf(offer)
  if (least === null) return { zh: '起订量：最少多少起订？', en: 'Minimum order: how many at least?' }
  const shown = exportQuantity(least, offer.unit)
  if (quantity >= least) {
    return {
      zh: `起订量：页面显示${shown.zh}起批，不同款式和颜色可以混批吗？`,
      en: `Minimum order: the page shows ${shown.en}; may variants and colours be mixed?`,
    }
  }
  const mine = exportQuantity(quantity, offer.unit)
  return {
    zh: `起订量：页面显示${shown.zh}起批，首单能否先拿${mine.zh}试单？`,
    en: `Minimum order: the page shows ${shown.en}; could the first order be ${mine.en} as a trial?`,
  }
}

const LEAD_TIME: InTwoLanguages = {
  zh: '交期：有现货吗？没有现货的话，下单后多少天能发货？',
  en: 'Lead time: is it in stock? If not, how many days after the order will it be shipped?',
}

const SAMPLE: InTwoLanguages = {
  zh: '样品：能否先寄样品？样品费和运费是多少？下大货后样品费能退吗？',
  en: 'Sample: could you send one first? What do it and its freight cost? Is its price returned with the bulk order?',
}

function packing(offer: Offer | DetailedOffer): InTwoLanguages {
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

/** `30×20×5cm 0.35kg`, as far as it is known. */
function shippingText({ weightKg, lengthCm, widthCm, heightCm }: DetailedOffer['shipping']): string {
  const sides = [lengthCm, widthCm, heightCm]
  const size = sides.every((side) => side !== null) ? `${sides.join('×')}cm` : null
  return [size, weightKg && `${weightKg}kg`].filter(Boolean).join(' ')
}

const CUSTOM: InTwoLanguages = {
  zh: '定制：能否印LOGO或定制包装？起订量和费用是多少？',
  en: 'Custom made: can you print a logo or make custom packing? From how many on, and at what cost?',
}

/** Not asked where the platform says that there is no patent. */
function patent({ patented }: Offer): InTwoLanguages[] {
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

const PAPERS: InTwoLanguages = {
  zh: '票据：能否开增值税发票？能否提供出口报关需要的资料和检测报告？',
  en: 'Papers: can you issue a VAT invoice, and give the documents for export customs and the test reports?',
}
