import type { OfferVariant, PriceTier } from '@find-on-1688/shared'
import { asObject, type Json, type JsonObject } from '../gateway/json.ts'
import { isNothing } from './envelope.ts'
import { count, priceTiers, rangeOf, yuan, yuanRange } from './numbers.ts'
import { type Parcel, readParcels, UNKNOWN_PARCEL } from './parcels.ts'
import { id, objectsIn, pictureUrl, text, unfolded } from './sanitize.ts'

/** The `quoteType` of an offer whose variants have prices of their own, at any quantity. */
const PRICED_BY_VARIANT = 1
const MOST_VARIANTS = 1000

interface Prices {
  price: string | null
  priceMax: string | null
  promotionPrice: string | null
  priceTiers: PriceTier[]
  variants: OfferVariant[]
}

/** What the pieces of an offer cost, by quantity or by variant. */
export function readPrices(product: JsonObject, gatewayUrl: string): Prices {
  const sale = asObject(product.productSaleInfo)
  const quoteType = count(sale?.quoteType)
  const isByVariant = quoteType === PRICED_BY_VARIANT
  const list = unfolded(sale?.priceRangeList)
  const skus = readVariants(product, gatewayUrl)
  const differ = skus.some(({ price }) => price !== null && price !== skus[0]?.price)
  // Nothing says whether these prices hold or the tiers.
  const isUnclear = quoteType === null && differ
  const { tiers, isComplete, promotionPrice } = priceTiers(isByVariant || isUnclear ? [] : list)
  const haveOwnPrices = isByVariant || isComplete || (quoteType === null && isNothing(list))
  // Otherwise prices depend on the quantity in a way that could not be read.
  const variants = skus.map((variant) => (haveOwnPrices ? variant : { ...variant, price: null }))
  // Between the smallest order and the first tier no price is known.
  const least = count(product.minOrderQuantity, 1) ?? Infinity
  const isPlain = isNothing(list) && variants.every(({ price }) => price === null)
  return {
    ...(isComplete && tiers[0]
      ? { price: tiers[0].minQuantity > least ? null : tiers[0].price, priceMax: null }
      : isPlain
        ? yuanRange(sale?.price)
        : rangeOf(variants.map(({ price }) => price))),
    promotionPrice:
      promotionPrice ?? (haveOwnPrices ? common(variants.map((one) => one.promotionPrice)) : null),
    priceTiers: tiers,
    variants,
  }
}

function readVariants(product: JsonObject, gatewayUrl: string): OfferVariant[] {
  const parcels = readParcels(product)
  const all = unfolded(product.productSkuInfos)
  const skus = objectsIn(all, MOST_VARIANTS)
  // One that could not be read may be the cheapest, or the dearest: nothing is known of it.
  if (Array.isArray(all) && all.length > skus.length) skus.push({})
  return skus.map((sku) => {
    const skuId = id(sku.skuId)
    const images = objectsIn(sku.skuAttributes).map(({ skuImageUrl }) => skuImageUrl)
    return {
      id: skuId,
      attributes: readAttributes(sku.skuAttributes),
      price: yuan(sku.price),
      promotionPrice: yuan(sku.promotionPrice),
      stock: count(sku.amountOnSale),
      imageUrl: pictureUrl(
        images.find((url) => !isNothing(url)),
        gatewayUrl,
      ),
      ...(parcels.get(skuId ?? '') ?? UNKNOWN_PARCEL),
    }
  })
}

/** Attributes that have a value, in both languages. */
export function readAttributes(list: Json | undefined) {
  return objectsIn(list).flatMap((attribute) => {
    const [nameTranslated, valueTranslated] = [text(attribute.attributeNameTrans), text(attribute.valueTrans)]
    const [name, value] = [
      text(attribute.attributeName) ?? nameTranslated,
      text(attribute.value) ?? valueTranslated,
    ]
    return value === null ? [] : [{ name, value, nameTranslated, valueTranslated }]
  })
}

/** What all variants have in common. */
export function commonParcel(variants: OfferVariant[]): Parcel {
  const sides = Object.keys(UNKNOWN_PARCEL) as (keyof Parcel)[]
  return Object.fromEntries(sides.map((side) => [side, common(variants.map((one) => one[side]))])) as Parcel
}

function common<T>(values: (T | null | undefined)[]): T | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null
}
