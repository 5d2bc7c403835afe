import { AppError, type DetailedOffer } from '@find-on-1688/shared'
import { aopBody, prepareAop, succeeded } from '../gateway/aop.ts'
import { badResponse, errorOfCode } from '../gateway/errors.ts'
import { asObject, type JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { UNKNOWN_OFFER } from './offers.ts'
import type { OfferProvider } from './provider.ts'
import { count, id, measure, offerUrl, pictureUrl, priceTiers, text, yuan } from './sanitize.ts'

const DETAIL = 'com.alibaba.fenxiao.crossborder/product.search.queryProductDetail'
/** The `quoteType` of an offer whose variants have prices of their own, at any quantity. */
const PRICED_BY_VARIANT = 1

export const crossborderDetail: OfferProvider = {
  read: (offerId, language, { gatewayUrl, call }) => {
    const offerDetailParam = JSON.stringify({ offerId: Number(offerId), country: language })
    return call(
      (nowMs, app) => prepareAop(gatewayUrl, DETAIL, { offerDetailParam }, app, nowMs),
      (response) => readOffer(innerResult(response), offerId, gatewayUrl),
    )
  },
}

function innerResult(response: GatewayResponse): JsonObject {
  const result = asObject(aopBody(response).result)
  if (!result) throw badResponse('an unknown form of result')
  if (!succeeded(result.success)) {
    const named = errorOfCode(String(result.code ?? ''), '')
    throw named ?? new AppError('invalid_request', '1688 does not know this offer, or no longer.')
  }
  return asObject(result.result) ?? fail()
}

function fail(): never {
  throw badResponse('an unknown form of result')
}

function readOffer(product: JsonObject, offerId: string, gatewayUrl: string): DetailedOffer {
  const title = text(product.subject)
  if (title === null) fail()
  if (product.offerId !== undefined && id(product.offerId) !== offerId) throw badResponse('another offer')
  const sale = asObject(product.productSaleInfo)
  const byVariant = count(sale?.quoteType) === PRICED_BY_VARIANT
  const tiers = byVariant ? [] : priceTiers(sale?.priceRangeList)
  const unit = asObject(sale?.unitInfo)
  return {
    ...UNKNOWN_OFFER,
    offerId,
    title,
    titleTranslated: text(product.subjectTrans),
    price: tiers[0]?.price ?? lowestOfVariants(product),
    priceTiers: tiers,
    minOrder: count(product.minOrderQuantity, 1),
    unit: text(unit?.unit) ?? text(unit?.transUnit),
    supplier: { name: text(product.companyName), location: null, years: null, verified: null, badges: [] },
    imageUrl: pictureUrl(firstOf(asObject(product.productImage)?.images), gatewayUrl),
    detailUrl: offerUrl(offerId),
    monthlySales: count(product.monthSold),
    shipping: readShipping(asObject(product.productShippingInfo)),
  }
}

function lowestOfVariants({ productSkuInfos }: JsonObject): string | null {
  if (!Array.isArray(productSkuInfos)) return null
  const prices = productSkuInfos.slice(0, 500).flatMap((sku) => yuan(asObject(sku)?.price) ?? [])
  return prices.reduce<string | null>(
    (least, price) => (Number(price) < Number(least ?? Infinity) ? price : least),
    null,
  )
}

function firstOf(value: JsonObject[string] | undefined) {
  return Array.isArray(value) ? value[0] : undefined
}

function readShipping(info: JsonObject | undefined): DetailedOffer['shipping'] {
  return {
    weightKg: measure(info?.weight),
    lengthCm: measure(info?.length),
    widthCm: measure(info?.width),
    heightCm: measure(info?.height),
  }
}
