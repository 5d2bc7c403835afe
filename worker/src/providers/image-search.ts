import type { Offer, SearchQuery } from '@find-on-1688/shared'
import { badAnswer, failureOfCode, failureOfStatus, type GatewayFailure } from '../gateway/failure.ts'
import { asObject, type JsonObject } from '../gateway/json.ts'
import type { Answer } from '../gateway/post.ts'
import { type Params, signImageSearch } from '../gateway/signing.ts'
import { arrange, hasMore, NOTHING_KNOWN, readOffers } from './offers.ts'
import type { Found, SearchProvider, Subject } from './provider.ts'
import { count, flag, id, offerUrl, pictureUrl, priceTiers, text, yuan } from './sanitize.ts'

const API = 'param2/1/com.alibaba.product/alibaba.product.image.search/'

/** The brief's dialect: one call that takes the picture, or its address, and answers with a page of offers. */
export const imageSearch: SearchProvider = {
  callsFor: () => 1,
  search: (subject, query, { gatewayUrl, call }) =>
    call(
      async (nowMs, { appKey, appSecret }) => {
        const params = searchParams(subject, query, appKey, nowMs)
        return {
          url: `${gatewayUrl}/${API}`,
          params: { ...params, sign: await signImageSearch(params, appSecret) },
        }
      },
      (answer) => readAnswer(answer, query, gatewayUrl),
    ),
}

function searchParams(subject: Subject, query: SearchQuery, appKey: string, nowMs: number): Params {
  return {
    app_key: appKey,
    timestamp: String(nowMs),
    ...('bytes' in subject ? { imgBase64: subject.bytes.toBase64() } : { imgUrl: subject.url }),
    searchType: query.mode === 'same' ? '1' : '2',
    page: String(query.page),
    pageSize: String(query.pageSize),
  }
}

function readAnswer(answer: Answer, query: SearchQuery, gatewayUrl: string): Found {
  const body = asObject(answer.body)
  const failure = failureIn(answer, body)
  if (failure) throw failure
  const result = asObject(asObject(body?.alibaba_product_image_search_response)?.result)
  if (!result) throw badAnswer('an unknown form of result')
  const read = readOffers(result.itemList, (item) => readOffer(item, gatewayUrl))
  const arranged = arrange(read.offers, query)
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

/** The body speaks first; HTTP 403 is this dialect's word for too many calls. */
function failureIn({ status }: Answer, body: JsonObject | undefined): GatewayFailure | undefined {
  const error = asObject(body?.error_response) ?? (body && 'error_code' in body ? body : undefined)
  if (error) {
    const code = String(error.code ?? error.error_code ?? '')
    const message = String(error.msg ?? error.error_message ?? '')
    const known =
      code === '403' ? tooOften() : code === '413' ? failureOfStatus(413) : failureOfCode(code, message)
    if (known) return known
  }
  if (status === 403) return tooOften()
  if (status < 200 || status > 299) return failureOfStatus(status)
  if (error) return badAnswer('a failure that it does not document')
  return body ? undefined : badAnswer('something that is not JSON')
}

function tooOften(): GatewayFailure {
  return failureOfCode('gw.QosAppFrequencyLimit', '') ?? failureOfStatus(429)
}

function readOffer(item: JsonObject, gatewayUrl: string): Offer | undefined {
  const [offerId, title] = [id(item.offerId), text(item.subject)]
  if (offerId === null || title === null) return undefined
  return {
    ...NOTHING_KNOWN,
    offerId,
    title,
    price: yuan(item.price),
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
