import type { SearchQuery } from '@find-on-1688/shared'
import { badResponse } from '../gateway/errors.ts'
import { imageSearchBody, prepareImageSearch } from '../gateway/image-search.ts'
import { asObject, type JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import type { Params } from '../gateway/signing.ts'
import { hasMore, readOffers, sortAndFilter } from './offers.ts'
import { imageParams, type PictureSource, type ProviderAnswer, type SearchProvider } from './provider.ts'
import { count, flag, offerUrl, pictureUrl, priceTiers, text, yuanRange } from './sanitize.ts'

/** One call that takes the picture, or its address, and returns a page of offers. */
export const imageSearch: SearchProvider = {
  callsFor: () => 1,
  search: (source, query, { gatewayUrl, call }) =>
    call(
      // Only here, so that a picture that waits for its turn is not held in Base64 as well.
      (nowMs, app) => prepareImageSearch(gatewayUrl, searchParams(source, query), app, nowMs),
      (response) => readAnswer(response, query, gatewayUrl),
    ),
}

function searchParams(source: PictureSource, { mode, page, pageSize }: SearchQuery): Params {
  return {
    ...imageParams(source),
    searchType: mode === 'same' ? '1' : '2',
    page: String(page),
    pageSize: String(pageSize),
  }
}

function readAnswer(response: GatewayResponse, query: SearchQuery, gatewayUrl: string): ProviderAnswer {
  const body = imageSearchBody(response)
  const result = asObject(asObject(body.alibaba_product_image_search_response)?.result)
  if (!result) throw badResponse('an unknown form of result')
  const read = readOffers(result.itemList, (item, offerId) => readOffer(item, offerId, gatewayUrl))
  const arranged = sortAndFilter(read.offers, query)
  const total = count(result.total)
  return {
    total,
    hasMore: hasMore(total, query, read.offers.length),
    offers: arranged.offers,
    notes: [...read.notes, ...arranged.notes],
    isComplete: read.isComplete,
    regions: null,
  }
}

function readOffer(item: JsonObject, offerId: string, gatewayUrl: string) {
  return {
    ...yuanRange(item.price),
    priceTiers: priceTiers(item.priceRange ?? item.priceRanges ?? item.priceTiers ?? item.priceRangeList),
    minOrder: count(item.minOrder, 1),
    unit: text(item.unit),
    supplier: {
      name: text(item.sellerNick),
      location: null,
      years: null,
      verified: flag(item.isGoldSupplier),
      badges: flag(item.isGoldSupplier) ? ['gold_supplier'] : [],
    },
    imageUrl: pictureUrl(item.imageUrl, gatewayUrl),
    detailUrl: offerUrl(offerId, item.detailUrl),
  }
}
