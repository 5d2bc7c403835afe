import { AppError, type SearchQuery } from '@find-on-1688/shared'
import { aopBody, prepareAop, requireSuccess } from '../gateway/aop.ts'
import type { JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { readOffers, sortPage } from './offers.ts'
import { imageParams, type ProviderAnswer, type SearchProvider } from './provider.ts'
import { offerUrl, pictureUrl, words, yuanRange } from './sanitize.ts'

const API = 'com.alibaba.product/alibaba.public.image.similar.offer.search'
const MAX_PICTURE_BYTES = 3 * 1024 * 1024
const LIMITED =
  'This 1688 API gives at most ten offers, without minimum order or supplier, and similar ones only.'

/** One call, at most ten offers, no pages. */
export const dropship: SearchProvider = {
  callsFor: () => 1,
  search: async (source, query, { gatewayUrl, call }) => {
    if ('bytes' in source && source.bytes.length > MAX_PICTURE_BYTES)
      throw new AppError('image_too_large', 'The dropship API takes pictures of at most 3 MB.')
    if (query.page > 1)
      return { total: null, hasMore: false, offers: [], notes: [LIMITED], isComplete: true, regions: null }
    const params = {
      ...imageParams(source),
      ...(query.priceMin !== undefined && { priceStart: query.priceMin }),
      ...(query.priceMax !== undefined && { priceEnd: query.priceMax }),
    }
    return call(
      (nowMs, app) => prepareAop(gatewayUrl, API, params, app, nowMs),
      (response) => readAnswer(response, query, gatewayUrl),
    )
  },
}

function readAnswer(response: GatewayResponse, query: SearchQuery, gatewayUrl: string): ProviderAnswer {
  const body = aopBody(response)
  requireSuccess(body, 'picture')
  const read = readOffers(body.imageSearchResult, (item, offerId) => readOffer(item, offerId, gatewayUrl))
  const offers = sortPage(read.offers, query.sort)
  const notes = [LIMITED, ...read.notes]
  return { total: offers.length, hasMore: false, offers, notes, isComplete: read.isComplete, regions: null }
}

function readOffer(item: JsonObject, offerId: string, gatewayUrl: string) {
  return {
    ...yuanRange(item.price),
    supplier: { name: null, location: null, years: null, verified: null, badges: words(item.tags) },
    imageUrl: pictureUrl(item.image, gatewayUrl),
    detailUrl: offerUrl(offerId, item.detailUrl),
  }
}
