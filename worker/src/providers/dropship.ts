import { AppError, type SearchQuery } from '@find-on-1688/shared'
import { prepareAop } from '../gateway/aop.ts'
import type { JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { DROPSHIP_SEARCH } from './apis.ts'
import { readEnvelope, readPage } from './envelope.ts'
import { yuan, yuanRange } from './numbers.ts'
import { NO_OFFERS, notesOnRefinements, readOffers, sortPage, UNKNOWN_SUPPLIER } from './offers.ts'
import { imageParams, type ProviderAnswer, type SearchProvider } from './provider.ts'
import { codes, offerUrl, pictureUrl } from './sanitize.ts'
import { readServices } from './services.ts'

const MAX_PICTURE_BYTES = 3 * 1024 * 1024
const LIMITED =
  'This 1688 API gives at most ten offers, without minimum order or supplier, and similar ones only.'

/** One call, at most ten offers, no pages. */
export const dropship: SearchProvider = {
  callsFor: () => 1,
  search: async (source, query, { gatewayUrl, call }) => {
    if ('bytes' in source && source.bytes.length > MAX_PICTURE_BYTES)
      throw new AppError('image_too_large', 'The dropship API takes pictures of up to 3 MB.')
    const notes = [LIMITED, ...notesOnRefinements(query, true)]
    if (query.page > 1) return { ...NO_OFFERS, notes }
    const params = {
      ...imageParams(source),
      ...(query.priceMin !== undefined && { priceStart: query.priceMin }),
      ...(query.priceMax !== undefined && { priceEnd: query.priceMax }),
      // This API has a filter too, but no value for any service.
      ...(query.keyword !== undefined && { imageKeywords: query.keyword }),
    }
    return call(prepareAop(gatewayUrl, DROPSHIP_SEARCH, params), (response) =>
      readAnswer(response, query, notes, gatewayUrl),
    )
  },
}

function readAnswer(
  response: GatewayResponse,
  query: SearchQuery,
  notes: string[],
  gatewayUrl: string,
): ProviderAnswer {
  const { items } = readPage(readEnvelope(response, 'picture'), 'imageSearchResult')
  const read = readOffers(items, (item, offerId) => readOffer(item, offerId, gatewayUrl))
  return {
    ...read,
    total: read.offers.length,
    offers: sortPage(read.offers, query.sort),
    notes: [...notes, ...read.notes],
  }
}

function readOffer(item: JsonObject, offerId: string, gatewayUrl: string) {
  return {
    ...yuanRange(item.price),
    dropshipPrice: yuan(item.consignPrice) ?? yuan(item.fenxiaoPrice),
    supplier: { ...UNKNOWN_SUPPLIER, badges: codes(item.tags) },
    imageUrl: pictureUrl(item.image ?? item.imageUrl, gatewayUrl),
    detailUrl: offerUrl(offerId, item.detailUrl),
    services: readServices(item),
  }
}
