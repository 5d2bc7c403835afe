import { createHash, randomInt } from 'node:crypto'
import { aopFailure, ok, type ServiceAnswer } from './answer.ts'
import type { Offer } from './catalogue/index.ts'
import { passes, titled, within } from './filters.ts'
import { jsonObject } from './form.ts'
import { crossborderItem, itemsInstead } from './items.ts'
import { serviceFailure } from './platform-failures.ts'
import { findInPicture, regionOf } from './region.ts'
import { pictureIn, wholeNumber } from './search.ts'
import type { ServiceCall } from './service.ts'

const IMAGE_ID_MS = 5 * 60_000
/** Offers beyond these cannot be reached by any page. */
const REACHABLE = 2000

const OWN_PICTURE = /^https?:\/\/(\w+\.)?alicdn\.com\//

const HOSTILE_REGIONS = {
  currentRegion: '<script>alert(1)</script>',
  yoloCropRegion: `9,1,0,0;-5,5,-5,5;1e9,2e9,0,1;${'0,99999,0,99999;'.repeat(10_000)}`,
}

/**
 * Gives a picture an ID: "0", although it reports success, if it cannot use the picture. It takes `imageBase64` and
 * `outMemberId`, nothing else.
 */
export async function upload({
  form,
  options,
  imageIds,
  fault,
  pictureAt,
}: ServiceCall): Promise<ServiceAnswer> {
  const base64 = jsonObject(form.uploadImageParam)?.imageBase64
  if (typeof base64 !== 'string') return aopFailure('gw.ParamMissing', 'Required argument imageBase64')
  if (base64.trim() === '') return failed('imageBase64 is blank', '400')
  const picture = await pictureIn(base64, undefined, pictureAt)
  const usable = 'bytes' in picture && picture.bytes.length <= options.maxUploadBytes
  const imageId = usable && fault !== 'image-id-zero' ? newImageId() : '0'
  if (usable) imageIds.set(imageId, { bytes: picture.bytes, until: Date.now() + IMAGE_ID_MS })
  return ok({ result: { ...success(base64), message: 'success', result: imageId } })
}

/** The same product's offers, then similar ones: this API has no modes. */
export async function queryOffers(call: ServiceCall): Promise<ServiceAnswer> {
  const param = jsonObject(call.form.offerQueryParam)
  const page = wholeNumber(param?.beginPage, 1, 10_000)
  const pageSize = wholeNumber(param?.pageSize, 1, 50)
  const { imageId, imageAddress, country, sort, region, filter } = param ?? {}
  const named = [imageId, imageAddress].find((value) => typeof value === 'string' && value !== '')
  if (named === undefined) return aopFailure('gw.ParamMissing', 'Required argument imageId')
  if (!page || !pageSize || typeof country !== 'string' || !country)
    return aopFailure('gw.ParamMissing', 'Required argument beginPage, pageSize or country')
  if (sort !== undefined && typeof sort !== 'string') return failed('sort must be a JSON string')
  const picture = await pictureOf(call, imageId, imageAddress)
  if ('answer' in picture) return picture.answer
  const part = region === undefined ? undefined : await regionOf(region, picture.bytes)
  if (region !== undefined && !part) return failed('region is invalid')
  const instead = itemsInstead(call.fault, 'imageUrl')
  if (instead) {
    const regions = call.fault === 'hostile-offers' ? HOSTILE_REGIONS : null
    return found(instead.total, pageSize, page, instead.items, regions)
  }
  const matches = await findInPicture(call.catalogue, picture.bytes, part)
  if (!matches) return failed('handle image error')
  const category = Number(param?.categoryId)
  const tests = [
    within(param?.priceStart, param?.priceEnd),
    titled(param?.keyword),
    passes(String(filter ?? '').split(',')),
    ({ terms }: Offer) => !category || terms.categories.includes(category),
  ]
  const offers = matches.offers.filter((offer) => tests.every((test) => test(offer)))
  const reachable = offers.slice(0, REACHABLE).slice((page - 1) * pageSize, page * pageSize)
  if (reachable.length === 0)
    return nothing(picture.bytes, offers.length, pageSize, page, matches.picRegionInfo)
  const items = sorted(reachable, sort).map((offer) => crossborderItem(offer, call.pictures))
  return found(offers.length, pageSize, page, items, matches.picRegionInfo, success(picture.bytes))
}

/** An uploaded picture, or one of 1688's own by its address. No address is ever fetched. */
async function pictureOf(
  { imageIds, pictureAt, pictures }: ServiceCall,
  imageId: unknown,
  imageAddress: unknown,
): Promise<{ bytes: Uint8Array } | { answer: ServiceAnswer }> {
  if (typeof imageId === 'string' && imageId !== '') {
    const known = imageIds.get(imageId)
    if (known && known.until >= Date.now()) return known
    return { answer: failed('The picture session has expired, please upload again', 'PIC_ERR') }
  }
  const isOwn = OWN_PICTURE.test(String(imageAddress)) || String(imageAddress).startsWith(pictures)
  const bytes = isOwn ? await pictureAt(String(imageAddress)) : undefined
  return bytes ? { bytes } : { answer: failed(`handle image error with url ${imageAddress}`, 'SYSTEM_ERROR') }
}

/** How success is said; the same of the same picture. */
function success(of: string | Uint8Array): { success?: string | boolean | number; code: string } {
  const forms = [{ success: 'true' }, { success: 'true' }, { success: true }, { success: 1 }, {}]
  return { ...forms[digit(of) % forms.length], code: '200' }
}

/** Nothing found, in one of its recorded forms. Those without a place for the regions only where there are none. */
function nothing(
  picture: Uint8Array,
  total: number,
  pageSize: number,
  page: number,
  picRegionInfo: { yoloCropRegion: string },
): ServiceAnswer {
  const bare = [null, [], '', {}]
  const form = (digit(picture) + page) % (picRegionInfo.yoloCropRegion === '' ? 7 : 3)
  if (form < 3) return found(total, pageSize, page, [[], null, undefined][form], picRegionInfo)
  return ok({ result: { success: 'true', code: '200', message: 'success', result: bare[form - 3] } })
}

function digit(of: string | Uint8Array): number {
  return createHash('sha256').update(of).digest()[0] ?? 0
}

function found(
  totalRecords: number,
  pageSize: number,
  currentPage: number,
  data: unknown,
  picRegionInfo: object | null = null,
  said: object = { success: 'true', code: '200' },
): ServiceAnswer {
  const totalPage = Math.ceil(totalRecords / pageSize)
  const result = { totalRecords, totalPage, pageSize, currentPage, data, picRegionInfo }
  return ok({ result: { ...said, message: 'success', result } })
}

function failed(message: string, code = '500'): ServiceAnswer {
  return serviceFailure('crossborder', code, message)
}

const SORTED_BY: Record<string, (offer: Offer) => number> = {
  price: ({ price }) => Number(price),
  monthSold: ({ monthSold }) => monthSold,
  rePurchaseRate: ({ repurchaseRate }) => Number.parseFloat(repurchaseRate),
}

/** Within a page only. */
function sorted(offers: Offer[], sort: string | undefined): Offer[] {
  const [key = '', order] = Object.entries(jsonObject(sort) ?? {})[0] ?? []
  const by = SORTED_BY[key]
  return by ? offers.toSorted((a, b) => (by(a) - by(b)) * (order === 'desc' ? -1 : 1)) : offers
}

/** 19 digits, more than a number can hold exactly. */
function newImageId(): string {
  return `1${Array.from({ length: 18 }, () => randomInt(10)).join('')}`
}
