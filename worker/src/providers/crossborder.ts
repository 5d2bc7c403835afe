import type { SearchQuery } from '@find-on-1688/shared'
import { aopBody, prepareAop, requireSuccess } from '../gateway/aop.ts'
import type { Subject } from '../gateway/business-failure.ts'
import { badResponse, GatewayError } from '../gateway/errors.ts'
import { asObject, type JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { hasMore, readOffers, sortPage } from './offers.ts'
import type { PictureSource, ProviderAnswer, SearchProvider, Upstream } from './provider.ts'
import { platformRegion, readRegions } from './regions.ts'
import { count, flag, id, offerUrl, percentage, pictureUrl, text, words, yuanRange } from './sanitize.ts'

const UPLOAD = 'com.alibaba.fenxiao.crossborder/product.image.upload'
const QUERY = 'com.alibaba.fenxiao.crossborder/product.search.imageQuery'

/** The platform's own checks of a supplier; paid membership alone is none. */
const VERIFIED = new Set(['super_factory', 'powerful_merchants'])

const ONE_KIND = '1688 does not tell same from similar in this search: the closest offers come first.'

/** Two calls: the picture is uploaded once, and its id then serves every page and every region. */
export const crossborder: SearchProvider = {
  callsFor: ({ sha256 }, imageIds) => (imageIds.get(sha256) === undefined ? 2 : 1),
  search: async (source, query, upstream) => {
    const known = upstream.imageIds.get(source.sha256)
    const ask = (imageId: string) => queryOffers(imageId, source, query, upstream)
    if (known === undefined) return ask(await upload(source, upstream))
    try {
      return await ask(known)
    } catch (error) {
      // How long an id lives is not documented: one that no longer works is replaced, once.
      if (!(error instanceof GatewayError) || !STALE_ID_MAY_CAUSE.has(error.code)) throw error
      upstream.imageIds.forget(source.sha256)
      return ask(await upload(source, upstream))
    }
  },
}

const STALE_ID_MAY_CAUSE = new Set<string>(['upstream_rejected_image', 'upstream_bad_response'])

async function upload(source: PictureSource, { gatewayUrl, call, imageIds }: Upstream): Promise<string> {
  const picture = 'bytes' in source ? { imageBase64: source.bytes.toBase64() } : { imageAddress: source.url }
  const uploadImageParam = JSON.stringify(picture)
  const imageId = await call(
    (nowMs, app) => prepareAop(gatewayUrl, UPLOAD, { uploadImageParam }, app, nowMs),
    readImageId,
  )
  imageIds.put(source.sha256, imageId)
  return imageId
}

function readImageId(response: GatewayResponse): string {
  const imageId = id(innerResult(response) ?? null)
  if (imageId === null)
    throw new GatewayError(
      'upstream_rejected_image',
      '1688 took the picture but gave it no id: it is too large or cannot be read. About 100 to 300 KB work.',
      { isFinal: true },
    )
  return imageId
}

async function queryOffers(
  imageId: string,
  source: PictureSource,
  query: SearchQuery,
  { gatewayUrl, call }: Upstream,
): Promise<ProviderAnswer> {
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
    (nowMs, app) => prepareAop(gatewayUrl, QUERY, { offerQueryParam }, app, nowMs),
    (response) => readAnswer(response, source, query, gatewayUrl),
  )
}

/** The platform wants the order as JSON within JSON. */
function sortParam(sort: SearchQuery['sort']): { sort?: string } {
  if (sort === 'relevance') return {}
  const [key, order] = sort === 'sales-desc' ? ['monthSold', 'desc'] : ['price', sort.slice('price-'.length)]
  return { sort: JSON.stringify({ [String(key)]: order }) }
}

function readAnswer(
  response: GatewayResponse,
  source: PictureSource,
  query: SearchQuery,
  gatewayUrl: string,
): ProviderAnswer {
  const inner = innerResult(response, query.region === undefined ? 'picture' : 'region')
  const page = asObject(inner)
  if (inner !== undefined && inner !== null && !page) throw badResponse('an unknown form of result')
  const read = readOffers(page?.data, (item, offerId) => readOffer(item, offerId, gatewayUrl))
  const total = page ? count(page.totalRecords) : 0
  const notes = read.offers.length > 0 ? [ONE_KIND, ...read.notes] : read.notes
  if (query.sort !== 'relevance') notes.push('Sorted within this page only.')
  return {
    total,
    hasMore: hasMore(total, query, read.offers.length),
    offers: sortPage(read.offers, query.sort),
    notes,
    isComplete: read.isComplete,
    regions: readRegions(page?.picRegionInfo, source),
  }
}

/** `result.result`, once `result.success` is true. */
function innerResult(response: GatewayResponse, about: Subject = 'picture') {
  const result = asObject(aopBody(response).result)
  if (!result) throw badResponse('an unknown form of result')
  requireSuccess(result, about)
  return result.result
}

function readOffer(item: JsonObject, offerId: string, gatewayUrl: string) {
  const badges = words(item.sellerIdentities)
  return {
    titleTranslated: text(item.subjectTrans),
    // Promotion and dropshipping prices are other prices, under conditions of their own.
    ...yuanRange(asObject(item.priceInfo)?.price),
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
