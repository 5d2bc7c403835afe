import { randomInt } from 'node:crypto'
import { aopFailure, ok, type ServiceAnswer } from './answer.ts'
import type { Offer } from './catalogue/index.ts'
import { crossborderItem, itemsInstead, priceRange } from './items.ts'
import { findInPicture, regionOf } from './region.ts'
import { pictureIn, wholeNumber } from './search.ts'
import type { ServiceCall } from './service.ts'

const IMAGE_ID_MS = 5 * 60_000

const HOSTILE_REGIONS = {
  currentRegion: '<script>alert(1)</script>',
  yoloCropRegion: `9,1,0,0;-5,5,-5,5;1e9,2e9,0,1;${'0,99999,0,99999;'.repeat(10_000)}`,
}

/** Gives a picture an ID: "0", although it reports success, if it cannot use the picture. */
export async function upload({
  form,
  options,
  imageIds,
  fault,
  pictureAt,
}: ServiceCall): Promise<ServiceAnswer> {
  const { imageBase64: base64, imageAddress } = json(form.uploadImageParam) ?? {}
  if (typeof base64 !== 'string' && typeof imageAddress !== 'string')
    return aopFailure('gw.ParamMissing', 'Required argument uploadImageParam')
  const picture = await pictureIn(
    typeof base64 === 'string' ? base64 : undefined,
    String(imageAddress),
    pictureAt,
  )
  const usable = 'bytes' in picture && picture.bytes.length <= options.maxUploadBytes
  const imageId = usable && fault !== 'image-id-zero' ? newImageId() : '0'
  if (usable) imageIds.set(imageId, { bytes: picture.bytes, until: Date.now() + IMAGE_ID_MS })
  return ok({ result: { success: 'true', code: '200', message: 'success', result: imageId } })
}

/** The same product's offers, then similar ones: this API has no modes. */
export async function queryOffers(call: ServiceCall): Promise<ServiceAnswer> {
  const param = json(call.form.offerQueryParam)
  const page = wholeNumber(param?.beginPage, 1, 10_000)
  const pageSize = wholeNumber(param?.pageSize, 1, 50)
  const { imageId, country, sort, region } = param ?? {}
  if (typeof imageId !== 'string' || !page || !pageSize || typeof country !== 'string')
    return aopFailure('gw.ParamMissing', 'Required argument imageId, beginPage, pageSize or country')
  if (sort !== undefined && typeof sort !== 'string') return failed('sort must be a JSON string')
  const picture = call.imageIds.get(imageId)
  if (!picture || picture.until < Date.now()) return failed('imageId is invalid or expired')
  const part = region === undefined ? undefined : await regionOf(region, picture.bytes)
  if (region !== undefined && !part) return failed('region is invalid')
  const instead = itemsInstead(call.fault, 'imageUrl')
  if (instead) {
    const regions = call.fault === 'hostile-offers' ? HOSTILE_REGIONS : null
    return found(instead.total, pageSize, page, instead.items, regions)
  }
  const matches = await findInPicture(call.catalogue, picture.bytes, part)
  if (!matches) return failed('handle image error')
  const offers = matches.offers.filter(within(param?.priceStart, param?.priceEnd))
  const shown = sorted(offers.slice((page - 1) * pageSize, page * pageSize), sort)
  return found(
    offers.length,
    pageSize,
    page,
    shown.map((offer) => crossborderItem(offer, call.pictures)),
    matches.picRegionInfo,
  )
}

/** The wholesale details of one offer. */
export async function queryDetail({ form, catalogue }: ServiceCall): Promise<ServiceAnswer> {
  const param = json(form.offerDetailParam)
  if (!param?.offerId || !param.country)
    return aopFailure('gw.ParamMissing', 'Required argument offerDetailParam')
  const offer = catalogue.offers.find(({ offerId }) => offerId === String(param.offerId))
  if (!offer) return ok({ result: { success: false, code: '404', message: 'offer not found' } })
  const result = {
    offerId: Number(offer.offerId),
    subject: offer.title,
    minOrderQuantity: offer.minOrder,
    productSaleInfo: { ...prices(offer), unitInfo: { unit: offer.unit, transUnit: 'piece' } },
    productSkuInfos: offer.variants.map(sku),
    productShippingInfo: shipping(offer),
    status: 'published',
  }
  return ok({ result: { success: true, code: '200', message: null, result } })
}

/** `quoteType`: 0 is priced by quantity, 1 by variant, where the ranges do not count. One price is one range. */
function prices({ priceTiers, variants, minOrder, price }: Offer) {
  if (variants.length > 0)
    return { quoteType: 1, priceRangeList: [{ startQuantity: minOrder, price, promotionPrice: null }] }
  const steps = priceTiers.length > 0 ? priceTiers : [{ minQuantity: minOrder, price }]
  return { quoteType: 0, priceRangeList: priceRange(steps) }
}

function sku({ skuId, size, price }: Offer['variants'][number]) {
  return {
    skuId: Number(skuId),
    price,
    promotionPrice: null,
    amountOnSale: 100,
    skuAttributes: [{ attributeName: '尺码', attributeNameTrans: 'Size', value: size, valueTrans: size }],
  }
}

function shipping({ weightKg, sizeCm: [length, width, height] }: Offer) {
  return { weight: weightKg, length, width, height }
}

function found(
  totalRecords: number,
  pageSize: number,
  currentPage: number,
  data: unknown,
  picRegionInfo: object | null = null,
): ServiceAnswer {
  const totalPage = Math.ceil(totalRecords / pageSize)
  const result = { totalRecords, totalPage, pageSize, currentPage, data, picRegionInfo }
  return ok({ result: { success: 'true', code: '200', message: 'success', result } })
}

function failed(message: string): ServiceAnswer {
  return {
    ...ok({ result: { success: 'false', code: '500', message, result: null } }),
    outcome: 'business-failure',
  }
}

function within(start: unknown, end: unknown) {
  return ({ price }: Offer) =>
    Number(price) >= Number(start ?? 0) && Number(price) <= Number(end ?? Number.POSITIVE_INFINITY)
}

function sorted(offers: Offer[], sort: string | undefined): Offer[] {
  const [key, order] = Object.entries(json(sort) ?? {})[0] ?? []
  if (key !== 'price' && key !== 'monthSold') return offers
  return offers.toSorted((a, b) => (Number(a[key]) - Number(b[key])) * (order === 'desc' ? -1 : 1))
}

/** 19 digits, more than a number can hold exactly. */
function newImageId(): string {
  return `1${Array.from({ length: 18 }, () => randomInt(10)).join('')}`
}

function json(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
