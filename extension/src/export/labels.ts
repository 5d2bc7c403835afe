import { en } from '../i18n/en.ts'
import { zh } from '../i18n/zh.ts'
import type { ColumnName } from './columns.ts'

/** The texts of exported files beside those of the offers. Counts and prices are passed in formatted. */
export interface Labels {
  /** Of numbers and money. */
  locale: 'en' | 'zh'
  columns: Record<Exclude<ColumnName, 'foundBy'>, string>
  /** The label of the column for a search with several photos. */
  foundByColumn: (photos: number) => string
  /** At most 31 characters and none of []/\:*?, as spreadsheets require. */
  sheet: string
  yes: string
  no: string
  /** The platform's badges by key. */
  badges: Record<string, string>
  /** Of the plain text, as are all below. */
  heading: (offers: number, quantity: string, at: string) => string
  titles: (title: string, translated: string | null) => string[]
  price: (amount: string, converted: string | null) => string
  noPrice: string
  priceFrom: (amount: string, minimum: string) => string
  variantPrices: (range: string) => string
  listPrice: (range: string, quantity: string) => string
  /** `above` is the user's quantity if it is too small. */
  minimum: (count: string, above: string | null) => string
  noMinimum: string
  supplier: (name: string, location: string | null) => string
  foundBy: (count: number, photos: number) => string
  comma: string
}

export const LABELS: { en: Labels; zh: Labels } = {
  en: {
    locale: 'en',
    columns: {
      offerId: 'Offer ID',
      titleTranslated: 'Title (translated)',
      title: 'Title (Chinese)',
      supplier: 'Supplier',
      location: 'Location',
      years: 'Years',
      verified: 'Verified',
      badges: 'Badges',
      unitPrice: 'Price at my quantity (CNY)',
      quantity: 'My quantity',
      belowMinimum: 'Below minimum order',
      converted: 'Converted price',
      convertedCurrency: 'Converted to',
      minOrder: 'Minimum order',
      unit: 'Unit',
      priceSteps: 'Price steps (CNY)',
      monthlySales: 'Monthly sales',
      repurchaseRate: 'Buy again',
      patented: 'Patented',
      weightKg: 'Weight (kg)',
      detailUrl: 'Offer address',
      imageUrl: 'Picture address',
      note: 'Note',
      decision: 'Decision',
      listingTitle: 'My listing: title',
      listingPrice: 'My listing: price',
      listingPriceTo: 'My listing: highest price',
      listingCurrency: 'My listing: currency',
      listingProductNumber: 'My listing: product number',
      generatedAt: 'Exported',
    },
    foundByColumn: (photos) => `Found by photos (of ${photos})`,
    sheet: 'Offers',
    yes: 'yes',
    no: 'no',
    badges: en.badges,
    heading: (offers, quantity, at) =>
      `${offers === 1 ? '1 offer' : `${offers} offers`} on 1688, my quantity ${quantity} (${at})`,
    titles: (title, translated) => (translated ? [translated, title] : [title]),
    price: (amount, converted) => `${amount} each${converted ? ` (about ${converted})` : ''}`,
    noPrice: 'Price unknown',
    priceFrom: (amount, minimum) => `${amount} each from ${minimum}`,
    variantPrices: (range) => `${range} each, depending on the variant`,
    listPrice: (range, quantity) => `list price ${range}, price for ${quantity} not known`,
    minimum: (count, above) => `minimum ${count}${above ? ` (more than my ${above})` : ''}`,
    noMinimum: 'minimum unknown',
    supplier: (name, location) => `Supplier: ${name}${location ? ` (${location})` : ''}`,
    foundBy: (count, photos) => `found by ${count} of ${photos} photos`,
    comma: ', ',
  },
  zh: {
    locale: 'zh',
    columns: {
      offerId: '商品ID',
      titleTranslated: '标题（译文）',
      title: '标题（中文）',
      supplier: '供应商',
      location: '所在地',
      years: '入驻年限',
      verified: '已认证',
      badges: '商家标识',
      unitPrice: '按采购量单价（元）',
      quantity: '采购数量',
      belowMinimum: '低于起订量',
      converted: '折算单价',
      convertedCurrency: '折算币种',
      minOrder: '起订量',
      unit: '单位',
      priceSteps: '阶梯价（元）',
      monthlySales: '月销量',
      repurchaseRate: '复购率',
      patented: '专利商品',
      weightKg: '重量（kg）',
      detailUrl: '商品链接',
      imageUrl: '图片链接',
      note: '备注',
      decision: '选品决定',
      listingTitle: '我的商品标题',
      listingPrice: '我的售价',
      listingPriceTo: '我的最高售价',
      listingCurrency: '售价币种',
      listingProductNumber: '我的商品编号',
      generatedAt: '导出时间',
    },
    foundByColumn: (photos) => `搜到的图片数（共 ${photos} 张）`,
    sheet: '货源',
    yes: '是',
    no: '否',
    badges: zh.badges,
    heading: (offers, quantity, at) => `1688 货源 ${offers} 个，采购数量 ${quantity}（${at}）`,
    titles: (title) => [title],
    price: (amount, converted) => `单价 ${amount}${converted ? `（约 ${converted}）` : ''}`,
    noPrice: '价格未知',
    priceFrom: (amount, minimum) => `${minimum} 起单价 ${amount}`,
    variantPrices: (range) => `单价 ${range}（因规格而异）`,
    listPrice: (range, quantity) => `列表价 ${range}（采购 ${quantity} 的价格未知）`,
    minimum: (count, above) => `起订量 ${count}${above ? `（高于采购数量 ${above}）` : ''}`,
    noMinimum: '起订量未知',
    supplier: (name, location) => `供应商：${name}${location ? `（${location}）` : ''}`,
    foundBy: (count, photos) => `${photos} 张图中 ${count} 张搜到`,
    comma: '，',
  },
}
