import type { SearchQuery } from '@find-on-1688/shared'
import { badResponse } from '../gateway/errors.ts'
import { imageSearchBody, prepareImageSearch } from '../gateway/image-search.ts'
import { asObject, type JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import type { Params } from '../gateway/signing.ts'
import { readPage } from './envelope.ts'
import { count, priceTiers, yuanRange } from './numbers.ts'
import { hasMore, notesOnRefinements, readOffers, sortAndFilter, UNKNOWN_SUPPLIER } from './offers.ts'
import { imageParams, type PictureSource, type ProviderAnswer, type SearchProvider } from './provider.ts'
import { flag, offerUrl, pictureUrl, text, unfolded } from './sanitize.ts'

/** One call that takes the picture, or its address, and returns a page of offers. */
export const imageSearch: SearchProvider = {
  callsFor: () => 1,
  search: (source, query, { gatewayUrl, call }) =>
    call(
      prepareImageSearch(gatewayUrl, () => searchParams(source, query)),
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
  const answer = asObject(unfolded(imageSearchBody(response).alibaba_product_image_search_response))
  if (!answer) throw badResponse()
  const { page, items } = readPage(unfolded(answer.result), 'itemList')
  const read = readOffers(items, (item, offerId) => readOffer(item, offerId, gatewayUrl))
  const arranged = sortAndFilter(read.offers, query)
  const total = count(page.total)
  return {
    ...read,
    total,
    hasMore: hasMore(total, query, read.offers.length),
    offers: arranged.offers,
    notes: [...notesOnRefinements(query), ...read.notes, ...arranged.notes],
  }
}

function readOffer(item: JsonObject, offerId: string, gatewayUrl: string) {
  return {
    ...yuanRange(item.price),
    priceTiers: priceTiers(item.priceRange ?? item.priceRanges ?? item.priceTiers ?? item.priceRangeList)
      .tiers,
    minOrder: count(item.minOrder, 1),
    unit: text(item.unit),
    supplier: {
      ...UNKNOWN_SUPPLIER,
      name: text(item.sellerNick),
      loginId: text(item.sellerNick),
      verified: flag(item.isGoldSupplier),
      badges: flag(item.isGoldSupplier) ? ['gold_supplier'] : [],
    },
    imageUrl: pictureUrl(item.imageUrl, gatewayUrl),
    detailUrl: offerUrl(offerId, item.detailUrl),
  }
}
