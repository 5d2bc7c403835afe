import { AppError, type Offer, type SearchQuery } from '@find-on-1688/shared'
import { aopBody, aopCall, succeeded } from '../gateway/aop.ts'
import { failureOfCode, GatewayFailure } from '../gateway/failure.ts'
import type { JsonObject } from '../gateway/json.ts'
import type { Answer } from '../gateway/post.ts'
import { NOTHING_KNOWN, readOffers, sortPage } from './offers.ts'
import type { Found, SearchProvider } from './provider.ts'
import { id, offerUrl, pictureUrl, text, words, yuan } from './sanitize.ts'

const API = 'com.alibaba.product/alibaba.public.image.similar.offer.search'
const MAX_PICTURE_BYTES = 3 * 1024 * 1024
const LIMITED =
  'This 1688 API gives at most ten offers, without minimum order or supplier, and similar ones only.'

/** One flat call, at most ten offers, no pages. */
export const dropship: SearchProvider = {
  callsFor: () => 1,
  search: async (subject, query, { gatewayUrl, call }) => {
    if ('bytes' in subject && subject.bytes.length > MAX_PICTURE_BYTES)
      throw new AppError('image_too_large', 'The dropship API takes pictures of at most 3 MB.')
    if (query.page > 1)
      return { total: null, hasMore: false, offers: [], notes: [LIMITED], isComplete: true, regions: null }
    const params = {
      ...('bytes' in subject ? { imgBase64: subject.bytes.toBase64() } : { imgUrl: subject.url }),
      ...(query.priceMin !== undefined && { priceStart: query.priceMin }),
      ...(query.priceMax !== undefined && { priceEnd: query.priceMax }),
    }
    return call(
      (nowMs, app) => aopCall(gatewayUrl, API, params, app, nowMs),
      (answer) => readFound(answer, query, gatewayUrl),
    )
  },
}

function readFound(answer: Answer, query: SearchQuery, gatewayUrl: string): Found {
  const body = aopBody(answer)
  if (!succeeded(body.success)) {
    const named = failureOfCode(String(body.code ?? ''), String(body.message ?? ''))
    throw named ?? new GatewayFailure('upstream_rejected_image', '1688 could not search with this picture.')
  }
  const read = readOffers(body.imageSearchResult, (item) => readOffer(item, gatewayUrl))
  const offers = query.sort === 'relevance' ? read.offers : sortPage(read.offers, query.sort)
  const notes = [LIMITED, ...read.notes]
  return { total: offers.length, hasMore: false, offers, notes, isComplete: read.isComplete, regions: null }
}

function readOffer(item: JsonObject, gatewayUrl: string): Offer | undefined {
  const [offerId, title] = [id(item.offerId), text(item.subject)]
  if (offerId === null || title === null) return undefined
  return {
    ...NOTHING_KNOWN,
    offerId,
    title,
    price: yuan(item.price),
    supplier: { name: null, location: null, years: null, verified: null, badges: words(item.tags) },
    imageUrl: pictureUrl(item.image, gatewayUrl),
    detailUrl: offerUrl(offerId, item.detailUrl),
  }
}
