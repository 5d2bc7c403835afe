import { aopFailure, ok, type ServiceAnswer } from './answer.ts'
import type { Offer } from './catalogue/index.ts'
import { pagePicturesOf } from './catalogue/page-pictures.ts'
import { type Variant, variantPictureName } from './catalogue/variants.ts'
import { jsonObject } from './form.ts'
import { instructingDetail } from './instructing-items.ts'
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
export async function queryDetail({ form, catalogue, pictures, fault }: ServiceCall): Promise<ServiceAnswer> {
  const param = jsonObject(form.offerDetailParam)
  if (!param?.offerId || !param.country)
    return aopFailure('gw.ParamMissing', 'Required argument offerDetailParam')
  const offerId = String(param.offerId)
  if (fault === 'instructing-offers')
    return ok({ result: { success: true, code: '200', message: '成功', result: instructingDetail(offerId) } })
  const offer = catalogue.offer(offerId)
  if (!offer) {
    const [code, message] = UNKNOWN[oneOf({ offerId }, UNKNOWN.length)] ?? UNKNOWN[0]
    return serviceFailure('crossborder', code, message, false)
  }
  const { terms, supplier } = offer
  if (!terms.hasDetail) return serviceFailure('crossborder', 'SYSTEM_ERROR', '系统异常', false)
  const { images, whiteImage } = pagePicturesOf(offer)
  const addressOf = (name: string) => `${pictures}/${name}.jpg`
  const result = {
    offerId: Number(offer.offerId),
    subject: terms.hasChineseTitle ? escaped(offer.title) : '',
    subjectTrans: escaped(offer.titleTranslated),
    status: terms.status,
    thirdCategoryId: terms.categories[2],
    productImage: { images: images.map(addressOf), whiteImage: whiteImage && addressOf(whiteImage) },
    productAttribute: attributes(offer),
    minOrderQuantity: offer.minOrder,
    batchNumber: terms.lotSize,
    productSaleInfo: {
      ...prices(offer),
      ...dropshipping(offer),
      ...(terms.stock !== null && { amountOnSale: terms.stock }),
      unitInfo: { unit: offer.unit, transUnit: 'piece' },
    },
    productSkuInfos: offer.variants.map((variant) => sku(variant, offer, pictures)),
    productShippingInfo: { ...shipping(offer), shippingTimeGuarantee: shippingTime(offer) },
    sellerMixSetting: terms.mixedOrder && {
      generalHunpi: true,
      // Numbers may be text.
      mixAmount: oneOf(offer, 3) === 0 ? String(terms.mixedOrder.amount) : terms.mixedOrder.amount,
      mixNumber: oneOf(offer, 3) === 0 ? String(terms.mixedOrder.pieces) : terms.mixedOrder.pieces,
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
    sellerDataInfo: sellerDataOfDetail(offer),
    companyName: supplier.name,
    soldOut: String(terms.soldEver),
    tradeScore: terms.tradeScore,
    isPatentProduct: offer.patented,
    promotionModel: { hasPromotion: terms.promotionPrice !== null },
    createDate: '2024-04-20 08:00:00',
  }
  return ok({ result: { success: true, code: '200', message: '成功', result } })
}

/** Unlike an item of a search it says no years, and many write a rate as a fraction. */
function sellerDataOfDetail(offer: Offer) {
  const { tpYear: _, ...data } = sellerData(offer)
  if (oneOf(offer, 2) === 0) return data
  const fraction = (percent: string) => String(Number((Number.parseFloat(percent) / 100).toFixed(4)))
  return {
    ...data,
    repeatPurchasePercent: fraction(data.repeatPurchasePercent),
    collect30DayWithin48HPercent: fraction(data.collect30DayWithin48HPercent),
  }
}

/** `quoteType`: 0 is priced by quantity, 1 by variant, where the ranges do not count, 2 has variants that are priced by quantity. One price is one range. */
function prices({ priceTiers, variants, minOrder, price, terms }: Offer) {
  const isUnknown = terms.priceForm === 'negotiable'
  if (variants.length > 0 && priceTiers.length === 0)
    return { quoteType: 1, priceRangeList: [{ startQuantity: minOrder, price, promotionPrice: null }] }
  const steps = priceTiers.length > 0 ? priceTiers : [{ minQuantity: minOrder, price }]
  const [first, ...others] = priceRange(steps)
  const start = { ...first, promotionPrice: terms.promotionPrice }
  if (isUnknown) start.price = '面议'
  if (terms.startsAtZero) start.startQuantity = 0
  return { quoteType: variants.length > 0 ? 2 : 0, priceRangeList: [start, ...others] }
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

/** What is not said is missing, or null, or empty. Where the offer is priced by quantity, no variant has a price. */
function sku(variant: Variant, offer: Offer, pictures: string) {
  const { skuId, attributes, picture, stock, promotionPrice } = variant
  const [first, ...others] = attributes.map(({ id, name, nameTrans, value, valueTrans }) => ({
    attributeId: id,
    attributeName: name,
    attributeNameTrans: nameTrans,
    value,
    valueTrans,
  }))
  const skuImageUrl = picture && `${pictures}/${variantPictureName(offer.picture, picture)}.jpg`
  const isTiered = offer.priceTiers.length > 0
  return {
    // Some answers write it as a text.
    skuId: oneOf(offer, 4) === 0 ? skuId : Number(skuId),
    specId: skuId.slice(-8),
    price: isTiered ? null : variant.price,
    promotionPrice,
    ...(stock === null ? (oneOf(offer, 2) === 0 ? {} : { amountOnSale: null }) : { amountOnSale: stock }),
    // The picture is that of the first attribute, which is the colour where there is one.
    skuAttributes: [{ ...first, skuImageUrl: skuImageUrl ?? (oneOf(offer, 2) === 0 ? '' : null) }, ...others],
  }
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
  const skuShippingDetails = variants.map((variant) => ({
    skuId: variant.skuId,
    weight: variant.weightKg ?? 0.0,
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
