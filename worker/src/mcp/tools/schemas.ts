import {
  AddressSearchSchema,
  LIMITS,
  OfferAnswerSchema,
  OfferQuerySchema,
  SERVICES,
  SearchAnswerSchema,
  SearchQuerySchema,
  UsageSchema,
  WholeNumber,
} from '@find-on-1688/shared'
import * as v from 'valibot'

const query = SearchQuerySchema.entries

function described<T extends v.GenericSchema>(schema: T, description: string, more: object = {}) {
  return v.optional(v.pipe(schema, v.metadata({ description, ...more })))
}

const whole = (max: number) => v.pipe(WholeNumber, v.minValue(1), v.maxValue(max))

const language = described(
  OfferQuerySchema.entries.language.wrapped,
  'The language that 1688 translates titles and attributes into.',
  { default: 'en' },
)

/** Agents may run many searches: those of people go first unless they ask otherwise. */
export const DEFAULT_PRIORITY = 'batch'

const priority = described(
  query.priority.wrapped,
  'batch: people who search by hand go first, and it is refused as busy where it would wait too long. interactive: only while a person waits for this very answer.',
  { default: DEFAULT_PRIORITY },
)

export const SearchByImageArguments = v.object({
  image: described(
    v.string(),
    `The picture's bytes as base64, or as a data: URL: JPEG or PNG, at most ${LIMITS.pictureBytes} bytes before base64. 800 pixels a side are enough. Give this or imageUrl.`,
    { contentEncoding: 'base64' },
  ),
  imageUrl: described(
    AddressSearchSchema.entries.imageUrl,
    "The public http(s) address of a picture, which 1688 fetches. Some of 1688's APIs take only addresses of 1688's own pictures (alicdn.com): then it fails with not_supported.",
  ),
  mode: described(query.mode.wrapped, 'The same product, or similar ones.', { default: 'same' }),
  page: described(whole(LIMITS.reachableOffers), 'Each page costs a search.', { default: 1 }),
  pageSize: described(whole(LIMITS.pageSize), 'Offers a page.', { default: LIMITS.defaultPageSize }),
  sort: described(query.sort.wrapped, 'By what the offers are sorted.', { default: 'relevance' }),
  priceMin: described(query.priceMin.wrapped, 'The lowest price in yuan, as text such as "12.50".'),
  priceMax: described(query.priceMax.wrapped, 'The highest price in yuan, as text such as "12.50".'),
  language,
  region: described(query.region.wrapped, 'x,y,width,height of the part to search, in whole pixels.'),
  filter: described(
    v.array(v.picklist(SERVICES)),
    'What sellers have to offer; fewRefunds: quality refunds below 1 %.',
    { uniqueItems: true },
  ),
  keyword: described(
    v.pipe(v.string(), v.maxLength(LIMITS.keywordLength), v.regex(/\S/, 'a word')),
    'Words that narrow the search.',
  ),
  priority,
})

export const GetOfferArguments = v.object({
  offerId: v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{5,18}$/, 'the digits of an offer number, as text'),
    v.metadata({ description: 'The number of an offer, as search_by_image gives it or as in its address.' }),
  ),
  language,
  priority,
})

export const UsageArguments = v.object({})

/** What each tool takes, and the answer of the route that it asks. */
export const TOOLS = {
  search_by_image: { input: SearchByImageArguments, output: SearchAnswerSchema },
  get_offer: { input: GetOfferArguments, output: OfferAnswerSchema },
  usage: { input: UsageArguments, output: UsageSchema },
}
