import * as v from 'valibot'
import { LIMITS } from './limits.ts'
import { MODES } from './mode.ts'
import { DetailedOfferSchema, OfferSchema } from './offer.ts'
import { PROVIDERS } from './provider.ts'
import type { PixelBox } from './region.ts'
import { SERVICES, type Service } from './service.ts'
import { Timestamp } from './timestamp.ts'
import { WholeNumber } from './whole-number.ts'

export const SORTS = ['relevance', 'price-asc', 'price-desc', 'sales-desc'] as const

/** `batch` requests leave only while no interactive one waits. Says nothing about the answer, so no key of one has it. */
const PRIORITIES = ['interactive', 'batch'] as const
export type Priority = (typeof PRIORITIES)[number]

/** The languages that the platform translates titles into. */
export const LANGUAGES = ['en', 'ru', 'vi', 'ja', 'ko', 'fr', 'pt', 'es'] as const

const wholeNumber = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, 'a whole number'),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
  )

const Yuan = v.pipe(v.string(), v.regex(/^\d{1,9}(\.\d{1,2})?$/, 'an amount in yuan such as 12.50'))

export const PixelBoxSchema: v.GenericSchema<PixelBox> = v.object({
  x: WholeNumber,
  y: WholeNumber,
  width: WholeNumber,
  height: WholeNumber,
})

/** `x,y,width,height` in whole pixels of the picture sent. */
const Region = v.pipe(
  v.string(),
  v.regex(/^(\d{1,5},){2}[1-9]\d{0,4},[1-9]\d{0,4}$/, 'x,y,width,height in whole pixels'),
  v.metadata({ description: 'x,y,width,height of the part to search, in whole pixels of the picture' }),
)

const service = `(${SERVICES.join('|')})`

/** `dropship,ships24h`: in any order, each at most once. In one order afterwards, so that equal filters are equal. */
const Filter = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${service}(,${service})*$`), `a comma list of ${SERVICES.join(', ')}`),
  v.transform((text) => text.split(',')),
  v.check((codes) => new Set(codes).size === codes.length, 'each at most once'),
  v.transform((codes): Service[] => SERVICES.filter((code) => codes.includes(code))),
)

const Keyword = v.pipe(
  v.string(),
  v.maxLength(LIMITS.keywordLength),
  v.regex(/\S/, 'a word'),
  v.transform((text) => text.trim()),
)

const Priority = v.pipe(
  v.picklist(PRIORITIES),
  v.metadata({ description: 'batch: sent only while no interactive request waits' }),
)

/** Where the platform sees a product in the picture, and the region that was searched. */
export const RegionsSchema = v.pipe(
  v.object({ current: v.nullable(PixelBoxSchema), suggested: v.array(PixelBoxSchema) }),
  v.metadata({ description: 'The region searched, and the subjects that 1688 detects, in pixels' }),
)
export type Regions = v.InferOutput<typeof RegionsSchema>

/** The query of `POST /v1/search`. The input is the URL's strings; the output is typed and complete. */
export const SearchQuerySchema = v.pipe(
  v.object({
    mode: v.optional(v.picklist(MODES), 'same'),
    page: v.optional(wholeNumber(1, LIMITS.reachableOffers), '1'),
    pageSize: v.optional(wholeNumber(1, LIMITS.pageSize), String(LIMITS.defaultPageSize)),
    sort: v.optional(v.picklist(SORTS), 'relevance'),
    priceMin: v.optional(Yuan),
    priceMax: v.optional(Yuan),
    language: v.optional(v.picklist(LANGUAGES), 'en'),
    region: v.optional(Region),
    filter: v.optional(Filter),
    keyword: v.optional(Keyword),
    priority: v.optional(Priority, 'interactive'),
  }),
  v.check(
    ({ priceMin, priceMax }) =>
      priceMin === undefined || priceMax === undefined || Number(priceMin) <= Number(priceMax),
    'priceMin must not be above priceMax',
  ),
)
/** What is searched for. */
export type SearchQuery = Omit<v.InferOutput<typeof SearchQuerySchema>, 'priority'>

/** The JSON body that searches by address in place of a picture. The worker passes the address on and never fetches it. */
export const AddressSearchSchema = v.object({
  imageUrl: v.pipe(
    v.string(),
    v.maxLength(LIMITS.addressLength),
    v.regex(/^https?:\/\//i, 'an http(s) address'),
    v.metadata({ format: 'uri' }),
  ),
})

/**
 * The answer of `POST /v1/search`. `image` describes the bytes received: SHA-256 in hex, size in pixels; `null` if an
 * address was searched. `attestation` is a compact JWS over the answer if the worker has a key to sign with: see
 * evidence/. `regions` says where the platform sees subjects and which region was searched, in pixels of the picture sent.
 */
export const SearchAnswerSchema = v.object({
  searchId: v.string(),
  provider: v.picklist(PROVIDERS),
  mode: v.picklist(MODES),
  page: WholeNumber,
  pageSize: WholeNumber,
  total: v.nullable(WholeNumber),
  hasMore: v.boolean(),
  cached: v.boolean(),
  notes: v.array(v.string()),
  image: v.nullable(
    v.object({ sha256: v.string(), bytes: WholeNumber, width: WholeNumber, height: WholeNumber }),
  ),
  offers: v.array(OfferSchema),
  attestation: v.optional(v.string()),
  regions: v.optional(v.nullable(RegionsSchema)),
})
export type SearchAnswer = v.InferOutput<typeof SearchAnswerSchema>

/** The query of `GET /v1/offers/{offerId}`. */
export const OfferQuerySchema = v.object({
  language: v.optional(v.picklist(LANGUAGES), 'en'),
  priority: v.optional(Priority, 'interactive'),
})

/**
 * Its answer. Until `cachedUntil` the worker answers from its cache: this costs no search, and is no newer. `attestation`
 * is as in the answer of a search.
 */
export const OfferAnswerSchema = v.object({
  ...DetailedOfferSchema.entries,
  attestation: v.optional(v.string()),
  cachedUntil: v.optional(Timestamp),
  provider: v.picklist(PROVIDERS),
  cached: v.boolean(),
})
export type OfferAnswer = v.InferOutput<typeof OfferAnswerSchema>
