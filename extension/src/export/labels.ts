import { en } from '../i18n/en.ts'
import { zh } from '../i18n/zh.ts'
import type { NotForSale } from '../model/variant-match.ts'
import type { Bound } from '../pricing/figure.ts'
import type { PriceAt } from '../pricing/price-at.ts'
import type { NamedColumn, PhotoMapColumn } from './columns.ts'

/** The texts of exported files beside those of the offers. Counts and prices are passed in formatted. */
export interface Labels {
  /** Of numbers and money. */
  locale: 'en' | 'zh'
  columns: Record<NamedColumn, string>
  tierColumns: Record<'Quantity' | 'Price', (tier: number) => string>
  /** The label of the column for a search with several photos. */
  foundByColumn: (photos: number) => string
  /** At most 31 characters and none of []/\:*?, as spreadsheets require. */
  sheet: string
  yes: string
  no: string
  /** What is known of the price; nothing for one that is not known at all. */
  priceBases: Record<PriceAt['basis'], string | null>
  /** Of the listing's price, where the listing sells from that price on. */
  lowestPrice: string
  /** Why an offer cannot be bought. */
  notForSale: Record<NotForSale, string>
  /** For an amount that can only be higher, only lower, or either. */
  bounds: Record<Bound, string>
  /** The platform's badges by key. */
  badges: Record<string, string>
  /** Of the sheet that says who uses my photos. */
  photoMap: {
    sheet: string
    columns: Record<PhotoMapColumn, string>
    myPhoto: (number: number) => string
    otherPhoto: (number: number) => string
    priceAt: (quantity: string) => string
  }
  /** Of the plain text, as are all below. */
  heading: (offers: number, quantity: string, at: string) => string
  titles: (title: string, translated: string | null) => string[]
  price: (amount: string, converted: string | null) => string
  noPrice: string
  priceFrom: (amount: string, minimum: string) => string
  variantPrices: (range: string) => string
  /** Added to the price where it is that of these variants. */
  ofVariant: (names: string) => string
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
      belowMinimum: 'Below MOQ',
      converted: 'Converted price',
      convertedCurrency: 'Converted to',
      minOrder: 'MOQ',
      unit: 'Unit',
      priceSteps: 'Price tiers (CNY)',
      monthlySales: 'Monthly sales',
      repurchaseRate: 'Reorder rate',
      patented: 'Patented',
      weightKg: 'Weight (kg)',
      detailUrl: 'Offer URL',
      imageUrl: 'Picture URL',
      note: 'Note',
      decision: 'Decision',
      listingTitle: 'My listing: title',
      listingPrice: 'My listing: price',
      listingPriceTo: 'My listing: highest price',
      listingCurrency: 'My listing: currency',
      listingProductNumber: 'My listing: product number',
      generatedAt: 'Exported',
      photo: 'Photo',
      priceBasis: 'Price basis',
      listPrice: 'List price (CNY)',
      listPriceTo: 'Highest list price (CNY)',
      variantPriceLow: 'Cheapest variant (CNY)',
      variantPriceHigh: 'Most expensive variant (CNY)',
      lengthCm: 'Length (cm)',
      widthCm: 'Width (cm)',
      heightCm: 'Height (cm)',
      detailsAt: 'Details as of',
      landedLow: 'Lowest landed cost',
      landedHigh: 'Highest landed cost',
      landedBound: 'Landed cost is',
      marginCurrency: 'Landed cost: currency',
      marginLow: 'Lowest margin',
      marginHigh: 'Highest margin',
      marginBound: 'Margin is',
      marginMissing: 'Margin: missing data',
      listingPriceBasis: 'My listing: price basis',
      variant: 'Variant in my picture',
      stock: 'Stock',
      availability: 'Not for sale',
      contactedAt: 'Contacted',
      contactMessage: 'Last message to supplier',
    },
    tierColumns: {
      Quantity: (tier) => `Tier ${tier}: from quantity`,
      Price: (tier) => `Tier ${tier}: price (CNY)`,
    },
    foundByColumn: (photos) => `Found by photos (of ${photos})`,
    sheet: 'Offers',
    yes: 'yes',
    no: 'no',
    priceBases: {
      tiers: 'price tiers',
      anyQuantity: 'one price at any quantity',
      variants: 'by variant',
      list: 'list price only',
      unknown: null,
    },
    lowestPrice: 'from this price',
    notForSale: en.notForSale,
    bounds: { atMost: 'at most', atLeast: 'at least', open: 'may be higher or lower' },
    badges: en.badges,
    photoMap: {
      sheet: 'Who uses my photo',
      columns: {
        photo: 'Photo',
        verdict: 'Verdict',
        supplier: 'Supplier',
        detailUrl: 'Offer address',
        price: 'Price (CNY)',
        priceTo: 'Highest price (CNY)',
        priceBasis: 'Price is',
        location: 'Location',
        searchedAt: 'Seen on 1688',
        titleTranslated: 'Title (translated)',
        title: 'Title (Chinese)',
        offerId: 'Offer ID',
        imageUrl: 'Picture address',
      },
      myPhoto: (number) => `My photo ${number}`,
      otherPhoto: (number) => `Shared photo ${number}`,
      priceAt: (quantity) => `at ${quantity}`,
    },
    heading: (offers, quantity, at) =>
      `${offers === 1 ? '1 offer' : `${offers} offers`} on 1688, my quantity ${quantity} (${at})`,
    titles: (title, translated) => (translated ? [translated, title] : [title]),
    price: (amount, converted) => `${amount} each${converted ? ` (about ${converted})` : ''}`,
    noPrice: 'Price unknown',
    priceFrom: (amount, minimum) => `${amount} each from ${minimum}`,
    variantPrices: (range) => `${range} each, depending on the variant`,
    ofVariant: (names) => ` (${names})`,
    listPrice: (range, quantity) => `list price ${range}, price at ${quantity} unknown`,
    minimum: (count, above) => `MOQ ${count}${above ? ` (above my ${above})` : ''}`,
    noMinimum: 'MOQ unknown',
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
      verified: '已核验',
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
      photo: '图片',
      priceBasis: '价格依据',
      listPrice: '列表价（元）',
      listPriceTo: '最高列表价（元）',
      variantPriceLow: '最低规格价（元）',
      variantPriceHigh: '最高规格价（元）',
      lengthCm: '长（cm）',
      widthCm: '宽（cm）',
      heightCm: '高（cm）',
      detailsAt: '详情查询时间',
      landedLow: '最低到岸成本',
      landedHigh: '最高到岸成本',
      landedBound: '到岸成本范围',
      marginCurrency: '到岸成本币种',
      marginLow: '最低利润率',
      marginHigh: '最高利润率',
      marginBound: '利润率范围',
      marginMissing: '利润率待填项',
      listingPriceBasis: '我的售价依据',
      variant: '图中规格',
      stock: '库存',
      availability: '不可采购',
      contactedAt: '联系时间',
      contactMessage: '最近一次话术',
    },
    tierColumns: {
      Quantity: (tier) => `第${tier}档起订量`,
      Price: (tier) => `第${tier}档价（元）`,
    },
    foundByColumn: (photos) => `搜到的图片数（共 ${photos} 张）`,
    sheet: '货源',
    yes: '是',
    no: '否',
    priceBases: {
      tiers: '阶梯价',
      anyQuantity: '统一价',
      variants: '按规格定价',
      list: '仅列表价',
      unknown: null,
    },
    lowestPrice: '起价',
    notForSale: zh.notForSale,
    bounds: { atMost: '最高', atLeast: '最低', open: '可能更高或更低' },
    badges: zh.badges,
    photoMap: {
      sheet: '盗图排查',
      columns: {
        photo: '图片',
        verdict: '判断结果',
        supplier: '供应商',
        detailUrl: '商品链接',
        price: '价格（元）',
        priceTo: '最高价（元）',
        priceBasis: '价格类型',
        location: '所在地',
        searchedAt: '搜索时间',
        titleTranslated: '标题（译文）',
        title: '标题（中文）',
        offerId: '商品ID',
        imageUrl: '图片链接',
      },
      myPhoto: (number) => `我的图片${number}`,
      otherPhoto: (number) => `共用图片${number}`,
      priceAt: (quantity) => `采购${quantity}件`,
    },
    heading: (offers, quantity, at) => `1688 货源 ${offers} 个，采购数量 ${quantity}（${at}）`,
    titles: (title) => [title],
    price: (amount, converted) => `单价 ${amount}${converted ? `（约 ${converted}）` : ''}`,
    noPrice: '价格未知',
    priceFrom: (amount, minimum) => `${minimum} 起单价 ${amount}`,
    variantPrices: (range) => `单价 ${range}（按规格定价）`,
    ofVariant: (names) => `（${names}）`,
    listPrice: (range, quantity) => `列表价 ${range}（采购 ${quantity} 的价格未知）`,
    minimum: (count, above) => `起订量 ${count}${above ? `（高于采购数量 ${above}）` : ''}`,
    noMinimum: '起订量未知',
    supplier: (name, location) => `供应商：${name}${location ? `（${location}）` : ''}`,
    foundBy: (count, photos) => `${photos} 张图中 ${count} 张搜到`,
    comma: '，',
  },
}
