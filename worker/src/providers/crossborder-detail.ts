import type { DetailedOffer, OfferVariant } from '@find-on-1688/shared'
import { aopBody, prepareAop, requireSuccess } from '../gateway/aop.ts'
import { badResponse } from '../gateway/errors.ts'
import { asObject, type Json, type JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { UNKNOWN_OFFER } from './offers.ts'
import type { OfferProvider } from './provider.ts'
import { count, id, measure, offerUrl, pictureUrl, priceTiers, text, yuan } from './sanitize.ts'

const DETAIL = 'com.alibaba.fenxiao.crossborder/product.search.queryProductDetail'
/** The `quoteType` of an offer whose variants have prices of their own, at any quantity. */
const PRICED_BY_VARIANT = 1
const MOST_VARIANTS = 1000
const MOST_ATTRIBUTES = 10

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
  requireSuccess(result, 'offer')
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
  const quoteType = count(sale?.quoteType)
  const byVariant = quoteType === PRICED_BY_VARIANT
  const tiers = byVariant ? [] : priceTiers(sale?.priceRangeList)
  const isEmpty = !Array.isArray(sale?.priceRangeList) || sale.priceRangeList.length === 0
  const haveOwnPrices = byVariant || tiers.length > 0 || (quoteType === null && isEmpty)
  const variants = readVariants(product, gatewayUrl, haveOwnPrices)
  const unit = asObject(sale?.unitInfo)
  return {
    ...UNKNOWN_OFFER,
    offerId,
    title,
    titleTranslated: text(product.subjectTrans),
    ...(tiers[0] ? { price: tiers[0].price, priceMax: null } : rangeOfVariants(variants)),
    priceTiers: tiers,
    minOrder: count(product.minOrderQuantity, 1),
    unit: text(unit?.unit) ?? text(unit?.transUnit),
    supplier: { name: text(product.companyName), location: null, years: null, verified: null, badges: [] },
    imageUrl: pictureUrl(firstOf(asObject(product.productImage)?.images), gatewayUrl),
    detailUrl: offerUrl(offerId),
    monthlySales: count(product.monthSold),
    variants,
    lotSize: count(product.batchNumber, 1),
    shipping: readShipping(asObject(product.productShippingInfo)),
  }
}

/** @param haveOwnPrices if not, prices depend on the quantity in a way that could not be read */
function readVariants(product: JsonObject, gatewayUrl: string, haveOwnPrices: boolean): OfferVariant[] {
  const skus = product.productSkuInfos
  if (!Array.isArray(skus)) return []
  const weights = weightsOf(product)
  return skus.slice(0, MOST_VARIANTS).map((value) => {
    const sku = asObject(value) ?? {}
    const attributes = Array.isArray(sku.skuAttributes) ? sku.skuAttributes.slice(0, MOST_ATTRIBUTES) : []
    const images = attributes.map((attribute) => asObject(attribute)?.skuImageUrl)
    const skuId = id(sku.skuId)
    return {
      id: skuId,
      attributes: attributes.flatMap(readAttribute),
      price: haveOwnPrices ? yuan(sku.price) : null,
      promotionPrice: yuan(sku.promotionPrice),
      stock: count(sku.amountOnSale),
      imageUrl: pictureUrl(
        images.find((url) => typeof url === 'string'),
        gatewayUrl,
      ),
      weightKg: (skuId !== null && weights.get(skuId)) || null,
    }
  })
}

/** In kilograms, by the variant's id. */
function weightsOf({ productShippingInfo, skuShippingDetails }: JsonObject): Map<string, number> {
  const details = asObject(productShippingInfo)?.skuShippingDetails ?? skuShippingDetails
  const weights = new Map<string, number>()
  for (const value of Array.isArray(details) ? details.slice(0, MOST_VARIANTS) : []) {
    const detail = asObject(value)
    const [skuId, kg] = [id(detail?.skuId), measure(detail?.weight)]
    if (skuId !== null && kg !== null) weights.set(skuId, kg)
  }
  return weights
}

function readAttribute(attribute: Json): OfferVariant['attributes'] {
  const { attributeName, value, attributeNameTrans, valueTrans } = asObject(attribute) ?? {}
  const name = text(attributeNameTrans) ?? text(attributeName)
  const translated = text(valueTrans) ?? text(value)
  return translated === null ? [] : [{ name, value: translated }]
}

/** From the cheapest to the dearest, where all are known. If one is not, it may be the dearest. */
function rangeOfVariants(variants: OfferVariant[]): Pick<DetailedOffer, 'price' | 'priceMax'> {
  const prices = variants.flatMap(({ price }) => price ?? []).sort((a, b) => Number(a) - Number(b))
  const isComplete = prices.length === variants.length && prices.at(-1) !== prices[0]
  return { price: prices[0] ?? null, priceMax: isComplete ? (prices.at(-1) ?? null) : null }
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
