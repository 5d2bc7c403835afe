import type { MissingPicture } from './offer-pictures.ts'

/** Of the text beside an offer's pictures. */
export interface OfferTextLabels {
  locale: 'en' | 'zh'
  line: (label: string, value: string) => string
  comma: string
  offerId: string
  supplier: string
  location: string
  sentFrom: string
  minOrder: string
  detailsAt: string
  notLoaded: string
  savedAt: string
  attributes: string
  variants: string
  noneGiven: string
  priceUnknown: string
  promotion: (price: string) => string
  stock: (count: string) => string
  stockUnknown: string
  pictures: string
  missing: string
  why: Record<MissingPicture['why'], string>
}

export const OFFER_TEXT_LABELS: Record<'en' | 'zh', OfferTextLabels> = {
  en: {
    locale: 'en',
    line: (label, value) => `${label}: ${value}`,
    comma: ', ',
    offerId: 'Offer ID',
    supplier: 'Supplier',
    location: 'Location',
    sentFrom: 'Ships from',
    minOrder: 'MOQ',
    detailsAt: 'Details as of',
    notLoaded: 'not loaded, so attributes, variants and further pictures are missing',
    savedAt: 'Saved',
    attributes: 'ATTRIBUTES',
    variants: 'VARIANTS',
    noneGiven: '1688 gives none.',
    priceUnknown: 'price unknown',
    promotion: (price) => ` (promotion ${price})`,
    stock: (count) => `stock ${count}`,
    stockUnknown: 'stock unknown',
    pictures: 'PICTURES',
    missing: 'NOT SAVED',
    why: {
      unreachable: 'the host didn’t provide it',
      'not-a-picture': 'the host sent something that isn’t a picture',
      'too-large': 'larger than 40 MB',
      'no-room': 'the zip would exceed 100 MB',
    },
  },
  zh: {
    locale: 'zh',
    line: (label, value) => `${label}：${value}`,
    comma: '，',
    offerId: '商品ID',
    supplier: '供应商',
    location: '所在地',
    sentFrom: '发货地',
    minOrder: '起订量',
    detailsAt: '详情查询时间',
    notLoaded: '未查询，因此没有商品属性、规格和其他图片',
    savedAt: '保存时间',
    attributes: '【商品属性】',
    variants: '【规格】',
    noneGiven: '1688 未提供。',
    priceUnknown: '价格未知',
    promotion: (price) => `（促销价${price}）`,
    stock: (count) => `库存${count}`,
    stockUnknown: '库存未知',
    pictures: '【图片】',
    missing: '【未保存的图片】',
    why: {
      unreachable: '图片服务器未提供',
      'not-a-picture': '服务器返回的不是图片',
      'too-large': '超过 40 MB',
      'no-room': '压缩包将超过 100 MB',
    },
  },
}
