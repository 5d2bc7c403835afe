import type { SearchQuery, Service } from '@find-on-1688/shared'
import { prepareAop } from '../gateway/aop.ts'
import { GatewayError } from '../gateway/errors.ts'
import { asObject, type JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { CROSSBORDER_SEARCH, CROSSBORDER_UPLOAD } from './apis.ts'
import { readCommon } from './crossborder-fields.ts'
import { readEnvelope, readPage } from './envelope.ts'
import { count, yuan, yuanRange } from './numbers.ts'
import { hasMore, readOffers, sortPage } from './offers.ts'
import type { Picture, PictureSource, ProviderAnswer, SearchProvider, Upstream } from './provider.ts'
import { platformRegion, readRegions } from './regions.ts'
import { id, pictureUrl } from './sanitize.ts'

const ONE_KIND = 'This 1688 API mixes same and similar offers, closest first.'

/** Of the platform's filters of quality refunds only "0–1 %": two of them together might contradict each other. */
const FILTERS: Record<Service, string> = {
  dropship: 'isOnePsale',
  ships24h: 'shipIn24Hours',
  ships48h: 'shipIn48Hours',
  returns7d: 'noReason7DReturn',
  certifiedFactory: 'certifiedFactory',
  fewRefunds: 'qrr1',
}

/** Two calls: the picture is uploaded once, and its id then serves every page and every region. An address takes one. */
export const crossborder: SearchProvider = {
  callsFor: (source, imageIds) => ('url' in source || imageIds.get(source.sha256) !== undefined ? 1 : 2),
  search: async (source, query, upstream) => {
    if ('url' in source) return queryOffers({ imageAddress: source.url }, source, query, upstream)
    const ask = (imageId: string) => queryOffers({ imageId }, source, query, upstream)
    const known = upstream.imageIds.get(source.sha256)
    const imageId = known ?? (await upload(source, upstream))
    try {
      return await ask(imageId)
    } catch (error) {
      // How long an id lives is not documented: one that no longer works is replaced, once; a new one if 1688 says so.
      if (!(error instanceof GatewayError) || !STALE_ID_MAY_CAUSE.test(error.code)) throw error
      if (known === undefined && (error.isFinal || error.code !== 'upstream_rejected_image')) throw error
      upstream.imageIds.forget(source.sha256)
      return ask(await upload(source, upstream))
    }
  },
}

const STALE_ID_MAY_CAUSE = /rejected_image|bad_response/

async function upload(picture: Picture, { gatewayUrl, call, imageIds }: Upstream): Promise<string> {
  const uploadImageParam = JSON.stringify({ imageBase64: picture.bytes.toBase64() })
  const imageId = await call(prepareAop(gatewayUrl, CROSSBORDER_UPLOAD, { uploadImageParam }), readImageId)
  imageIds.put(picture.sha256, imageId)
  return imageId
}

function readImageId(response: GatewayResponse): string {
  const imageId = id(readEnvelope(response, 'picture'))
  if (imageId === null)
    throw new GatewayError(
      'upstream_rejected_image',
      '1688 took the picture but gave it no id: it is too large or unreadable. 100 to 300 KB usually work.',
      { isFinal: true },
    )
  return imageId
}

async function queryOffers(
  image: { imageId: string } | { imageAddress: string },
  source: PictureSource,
  query: SearchQuery,
  { gatewayUrl, call }: Upstream,
): Promise<ProviderAnswer> {
  // Members that are undefined are left out.
  const offerQueryParam = JSON.stringify({
    ...image,
    beginPage: query.page,
    pageSize: query.pageSize,
    country: query.language,
    sort: sortParam(query.sort),
    priceStart: query.priceMin,
    priceEnd: query.priceMax,
    region: query.region && platformRegion(query.region),
    filter: query.filter?.map((service) => FILTERS[service]).join(','),
    keyword: query.keyword,
  })
  return call(prepareAop(gatewayUrl, CROSSBORDER_SEARCH, { offerQueryParam }), (response) =>
    readAnswer(response, source, query, gatewayUrl),
  )
}

/** The platform wants the order as JSON within JSON. */
function sortParam(sort: SearchQuery['sort']): string | undefined {
  if (sort === 'relevance') return undefined
  const [key, order] = sort === 'sales-desc' ? ['monthSold', 'desc'] : ['price', sort.slice('price-'.length)]
  return JSON.stringify({ [String(key)]: order })
}

function readAnswer(
  response: GatewayResponse,
  source: PictureSource,
  query: SearchQuery,
  gatewayUrl: string,
): ProviderAnswer {
  const about = query.region === undefined ? 'picture' : 'region'
  const { page, items } = readPage(readEnvelope(response, about), 'data')
  const read = readOffers(items, (item, offerId) => readOffer(item, offerId, gatewayUrl))
  const isEmpty = read.offers.length === 0 && query.page === 1
  const total = count(page.totalRecords) ?? (isEmpty ? 0 : null)
  const notes = read.offers.length > 0 ? [ONE_KIND, ...read.notes] : read.notes
  if (query.sort !== 'relevance') notes.push('Sorted within this page only.')
  return {
    ...read,
    total,
    hasMore: hasMore(total, query, read.offers.length),
    offers: sortPage(read.offers, query.sort),
    notes,
    regions: readRegions(page.picRegionInfo, source),
  }
}

function readOffer(item: JsonObject, offerId: string, gatewayUrl: string) {
  const prices = asObject(item.priceInfo) ?? item
  return {
    ...readCommon(item, offerId),
    // Under conditions of their own: never a stand-in for the price.
    promotionPrice: yuan(prices.promotionPrice),
    dropshipPrice: yuan(prices.consignPrice),
    ...yuanRange(prices.price),
    imageUrl: pictureUrl(item.imageUrl, gatewayUrl),
  }
}
