import { aopFailure, ok, type ServiceAnswer } from './answer.ts'
import type { Offer } from './catalogue/index.ts'
import { jsonObject } from './form.ts'
import { escaped, oneOf, priceRange, sellerData, shippingTime } from './items.ts'
import { serviceFailure } from './platform-failures.ts'
import type { ServiceCall } from './service.ts'

/** Nobody documents what it says of an offer that it does not know. */
const UNKNOWN = [
  ['404', 'offer not exist'],
  ['500', '商品不存在'],
  ['OFFER_NOT_FOUND', 'offer not found'],
] as const

/** The wholesale details of one offer. Unlike the other services it says `success` as a boolean. */
export async function queryDetail({ form, catalogue, pictures }: ServiceCall): Promise<ServiceAnswer> {
  const param = jsonObject(form.offerDetailParam)
  if (!param?.offerId || !param.country)
    return aopFailure('gw.ParamMissing', 'Required argument offerDetailParam')
  const offerId = String(param.offerId)
  const offer = catalogue.offer(offerId)
  if (!offer) {
    const [code, message] = UNKNOWN[oneOf({ offerId }, UNKNOWN.length)] ?? UNKNOWN[0]
    return serviceFailure('crossborder', code, message, false)
  }
  const { terms, supplier } = offer
  const picture = `${pictures}/${offer.picture}.jpg`
  const result = {
    offerId: Number(offer.offerId),
    subject: terms.hasChineseTitle ? escaped(offer.title) : '',
    subjectTrans: escaped(offer.titleTranslated),
    status: terms.status,
    thirdCategoryId: terms.categories[2],
    productImage: { images: [picture], whiteImage: null },
    productAttribute: attributes(offer),
    minOrderQuantity: offer.minOrder,
    batchNumber: terms.lotSize,
    productSaleInfo: {
      ...prices(offer),
      ...dropshipping(offer),
      unitInfo: { unit: offer.unit, transUnit: 'piece' },
    },
    productSkuInfos: offer.variants.map((variant) => sku(variant, picture)),
    productShippingInfo: { ...shipping(offer), shippingTimeGuarantee: shippingTime(offer) },
    sellerMixSetting: terms.mixedOrder && {
      generalHunpi: true,
      mixAmount: terms.mixedOrder.amount,
      mixNumber: terms.mixedOrder.pieces,
    },
    certificateList: terms.certificate && [
      { certificateName: terms.certificate.name, certificateCode: terms.certificate.code },
    ],
    tagInfoList: [
      { key: 'isOnePsale', value: terms.dropshipPrice !== null },
      { key: 'isSupportMix', value: terms.mixedOrder !== null },
      { key: 'isOnePsaleFreePostage', value: terms.isPostageFree },
      { key: 'noReason7DReturn', value: terms.takesBackFor7Days },
      { key: '1688_yx', value: false },
    ],
    sellerDataInfo: sellerData(offer),
    companyName: supplier.name,
    soldOut: String(terms.soldEver),
    tradeScore: terms.tradeScore,
    isPatentProduct: offer.patented,
    promotionModel: { hasPromotion: terms.promotionPrice !== null },
    createDate: '2024-04-20 08:00:00',
  }
  return ok({ result: { success: true, code: '200', message: '成功', result } })
}

/** `quoteType`: 0 is priced by quantity, 1 by variant, where the ranges do not count. One price is one range. */
function prices({ priceTiers, variants, minOrder, price, terms }: Offer) {
  const isUnknown = terms.priceForm === 'negotiable'
  if (variants.length > 0)
    return { quoteType: 1, priceRangeList: [{ startQuantity: minOrder, price, promotionPrice: null }] }
  const steps = priceTiers.length > 0 ? priceTiers : [{ minQuantity: minOrder, price }]
  const [first, ...others] = priceRange(steps)
  const start = { ...first, promotionPrice: terms.promotionPrice }
  if (isUnknown) start.price = '面议'
  if (terms.startsAtZero) start.startQuantity = 0
  return { quoteType: 0, priceRangeList: [start, ...others] }
}

function dropshipping({ terms, price }: Offer) {
  if (terms.dropshipPrice === null) return {}
  return {
    fenxiaoSaleInfo: {
      onePieceFreePostage: terms.isPostageFree,
      startQuantity: 1,
      onePiecePrice: terms.dropshipPrice,
      offerPrice: price,
    },
  }
}

function sku({ skuId, size, price }: Offer['variants'][number], picture: string) {
  const attribute = {
    attributeId: 450,
    attributeName: '尺码',
    attributeNameTrans: 'Size',
    value: size,
    valueTrans: size,
    skuImageUrl: picture,
  }
  return { skuId: Number(skuId), price, promotionPrice: null, amountOnSale: 100, skuAttributes: [attribute] }
}

/** A measure of 0.0 means that the seller gave none. */
function shipping({ weightKg, sizeCm: [length, width, height], variants, supplier, terms }: Offer) {
  const nothing = { weight: 0.0, length: 0.0, width: 0.0, height: 0.0 }
  const from = { sendGoodsAddressText: `${supplier.province}${supplier.city}` }
  if (terms.weighed === 'official')
    return {
      ...from,
      ...nothing,
      officialWeight: weightKg,
      officialLength: length,
      officialWidth: width,
      officialHeight: height,
      pkgSizeSource: '官方测量',
    }
  const skuShippingDetails = variants.map(({ skuId }, at) => ({
    skuId,
    weight: Number((weightKg * (1 + at / 10)).toFixed(3)),
    length,
    width,
    height,
  }))
  if (terms.weighed === 'variant' && variants.length > 0) return { ...from, ...nothing, skuShippingDetails }
  return { ...from, weight: weightKg, length, width, height, skuShippingDetails, pkgSizeSource: '商家填写' }
}

function attributes({ productId, supplier, patented }: Offer) {
  return [
    {
      attributeId: '2176',
      attributeName: '货号',
      attributeNameTrans: 'Item No.',
      value: productId,
      valueTrans: productId,
    },
    {
      attributeId: '346',
      attributeName: '产地',
      attributeNameTrans: 'Place of origin',
      value: supplier.province,
      valueTrans: supplier.province,
    },
    {
      attributeId: '7588',
      attributeName: '是否有专利',
      value: patented ? '是' : '否',
      valueTrans: patented ? 'Yes' : 'No',
    },
  ]
}
