import type { Offer, SearchQuery } from '@find-on-1688/shared'
import { aopBody, aopCall, succeeded } from '../gateway/aop.ts'
import { badAnswer, failureOfCode, GatewayFailure } from '../gateway/failure.ts'
import { asObject, type JsonObject } from '../gateway/json.ts'
import type { Answer } from '../gateway/post.ts'
import { hasMore, NOTHING_KNOWN, readOffers, sortPage } from './offers.ts'
import type { Found, SearchProvider, Subject, Upstream } from './provider.ts'
import { platformRegion, readRegions } from './regions.ts'
import { count, flag, id, offerUrl, percentage, pictureUrl, text, words, yuan } from './sanitize.ts'

const UPLOAD = 'com.alibaba.fenxiao.crossborder/product.image.upload'
const QUERY = 'com.alibaba.fenxiao.crossborder/product.search.imageQuery'

/** Names of the platform's own checks of a supplier; the mere paid membership is none. */
const VERIFIED = new Set(['super_factory', 'powerful_merchants'])

const ONE_KIND = '1688 does not tell same from similar in this search: the closest offers come first.'

/** Two calls: the picture is uploaded once, and its id then serves every page and every part of it. */
export const crossborder: SearchProvider = {
  callsFor: ({ sha256 }, imageIds) => (imageIds.get(sha256) === undefined ? 2 : 1),
  search: async (subject, query, upstream) => {
    const known = upstream.imageIds.get(subject.sha256)
    const ask = (imageId: string) => queryOffers(imageId, subject, query, upstream)
    if (known === undefined) return ask(await upload(subject, upstream))
    try {
      return await ask(known)
    } catch (error) {
      // How long an id lives is not documented: one that no longer works is replaced once.
      if (!(error instanceof GatewayFailure) || !STALE_ID_MAY_CAUSE.has(error.code)) throw error
      upstream.imageIds.forget(subject.sha256)
      return ask(await upload(subject, upstream))
    }
  },
}

const STALE_ID_MAY_CAUSE = new Set<string>(['upstream_rejected_image', 'upstream_bad_response'])

async function upload(subject: Subject, { gatewayUrl, call, imageIds }: Upstream): Promise<string> {
  const picture =
    'bytes' in subject ? { imageBase64: subject.bytes.toBase64() } : { imageAddress: subject.url }
  const uploadImageParam = JSON.stringify(picture)
  const imageId = await call(
    (nowMs, app) => aopCall(gatewayUrl, UPLOAD, { uploadImageParam }, app, nowMs),
    readImageId,
  )
  imageIds.put(subject.sha256, imageId)
  return imageId
}

function readImageId(answer: Answer): string {
  const imageId = id(innerResult(answer) ?? null)
  if (imageId === null)
    throw new GatewayFailure(
      'upstream_rejected_image',
      '1688 took the picture but gave it no id: it is too large or cannot be read. About 100 to 300 KB work.',
    )
  return imageId
}

async function queryOffers(
  imageId: string,
  subject: Subject,
  query: SearchQuery,
  { gatewayUrl, call }: Upstream,
): Promise<Found> {
  const offerQueryParam = JSON.stringify({
    imageId,
    beginPage: query.page,
    pageSize: query.pageSize,
    country: query.language,
    ...sortParam(query.sort),
    ...(query.priceMin !== undefined && { priceStart: query.priceMin }),
    ...(query.priceMax !== undefined && { priceEnd: query.priceMax }),
    ...(query.region !== undefined && { region: platformRegion(query.region) }),
  })
  return call(
    (nowMs, app) => aopCall(gatewayUrl, QUERY, { offerQueryParam }, app, nowMs),
    (answer) => readFound(answer, subject, query, gatewayUrl),
  )
}

/** The platform wants the order as JSON inside the JSON. */
function sortParam(sort: SearchQuery['sort']): { sort?: string } {
  if (sort === 'relevance') return {}
  const [key, order] = sort === 'sales-desc' ? ['monthSold', 'desc'] : ['price', sort.slice('price-'.length)]
  return { sort: JSON.stringify({ [String(key)]: order }) }
}

function readFound(answer: Answer, subject: Subject, query: SearchQuery, gatewayUrl: string): Found {
  const inner = innerResult(answer, query.region === undefined ? undefined : 'this part of the picture')
  const page = asObject(inner)
  if (inner !== undefined && inner !== null && !page) throw badAnswer('an unknown form of result')
  const read = readOffers(page?.data, (item) => readOffer(item, gatewayUrl))
  const total = page ? count(page.totalRecords) : 0
  const notes = read.offers.length > 0 ? [ONE_KIND, ...read.notes] : read.notes
  if (query.sort !== 'relevance') notes.push('Sorted within this page only.')
  return {
    total,
    hasMore: hasMore(total, query, read.offers.length),
    offers: query.sort === 'relevance' ? read.offers : sortPage(read.offers, query.sort),
    notes,
    isComplete: read.isComplete,
    regions: readRegions(page?.picRegionInfo, subject),
  }
}

/** `result.result`, after `result.success` has said yes. */
function innerResult(answer: Answer, searched = 'this picture') {
  const result = asObject(aopBody(answer).result)
  if (!result) throw badAnswer('an unknown form of result')
  if (succeeded(result.success)) return result.result
  const named = failureOfCode(String(result.code ?? ''), String(result.message ?? ''))
  throw named ?? new GatewayFailure('upstream_rejected_image', `1688 could not search with ${searched}.`)
}

function readOffer(item: JsonObject, gatewayUrl: string): Offer | undefined {
  const [offerId, title] = [id(item.offerId), text(item.subject)]
  if (offerId === null || title === null) return undefined
  const prices = asObject(item.priceInfo)
  const badges = words(item.sellerIdentities)
  return {
    ...NOTHING_KNOWN,
    offerId,
    title,
    titleTranslated: text(item.subjectTrans),
    price: yuan(prices?.price) ?? yuan(prices?.promotionPrice) ?? yuan(prices?.consignPrice),
    minOrder: count(item.minOrderQuantity, 1),
    supplier: {
      name: text(item.companyName),
      location: text(item.companyAddress),
      years: count(asObject(item.sellerDataInfo)?.tpYear ?? item.tpYear),
      verified: Array.isArray(item.sellerIdentities) ? badges.some((badge) => VERIFIED.has(badge)) : null,
      badges,
    },
    imageUrl: pictureUrl(item.imageUrl, gatewayUrl),
    detailUrl: offerUrl(offerId),
    monthlySales: count(item.monthSold),
    repurchaseRate: percentage(item.repurchaseRate),
    patented: flag(item.isPatentProduct),
  }
}
