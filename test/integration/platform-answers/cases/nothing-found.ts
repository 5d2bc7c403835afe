import {
  type Api,
  type Case,
  dropshipItems,
  IMAGE_ID,
  item,
  offer,
  type PlatformAnswer,
  page,
} from '../case.ts'

const result = (value: object, rest: object = {}): PlatformAnswer => ({ body: { result: value, ...rest } })

/** Each form in which the cross-border search has found nothing. */
const NOTHING: [name: string, answer: PlatformAnswer][] = [
  ['data []', page([], { totalRecords: 0, totalPage: 0 })],
  ['data null', page(null, { totalRecords: 0, totalPage: 0 })],
  ['no data', page(undefined, { totalRecords: 0 })],
  ['data null and no total', page(null, { totalRecords: null, totalPage: null })],
  ['result null', result({ success: 'true', code: '200', result: null })],
  ['no result', result({ success: true, code: '200', message: 'success' })],
  ['result []', result({ success: 'true', code: '200', result: [] })],
  ['result ""', result({ success: 'true', code: '200', result: '' })],
  ['result {}', result({ success: 'true', code: '200', result: {} })],
  ['result "" without a code', result({ success: true, result: '' })],
  ['no success, code 200, result null', result({ code: '200', result: null })],
  ['[] in place of all', { body: { result: [] } }],
  ['"" in place of all', { body: { result: '' } }],
]

/** How the platform says that it succeeded. */
const SUCCESS: [name: string, fields: object][] = [
  ['"true"', { success: 'true', code: '200' }],
  ['true', { success: true, code: '200' }],
  ['1', { success: 1, code: '200' }],
  ['"1"', { success: '1', code: '200' }],
  ['"TRUE"', { success: 'TRUE', code: '200' }],
  ['nothing beside the code "200"', { code: '200' }],
  ['nothing beside the code 200', { code: 200 }],
  ['null beside the code "200"', { success: null, code: '200' }],
  ['"true" without a code', { success: 'true' }],
]

const DATA = { totalRecords: 1, data: [{ offerId: 623001777205, subject: '保温杯' }] }
const FOUND = offer({ offerId: '623001777205' })

const nothing: [provider: 'dropship' | 'image-search', name: string, answer: PlatformAnswer][] = [
  ['dropship', 'imageSearchResult []', dropshipItems()],
  ['dropship', 'imageSearchResult null', { body: { success: true, code: '200', imageSearchResult: null } }],
  ['dropship', 'no imageSearchResult', { body: { success: true, code: '200', message: null } }],
  ['dropship', 'imageSearchResult ""', { body: { success: 'true', code: '200', imageSearchResult: '' } }],
  ['dropship', '[] in place of all', { body: { result: [] } }],
  ['image-search', 'itemList []', brief({ total: 0, itemList: [] })],
  ['image-search', 'itemList null', brief({ total: 0, itemList: null })],
  ['image-search', 'no itemList', brief({ total: 0 })],
]

function brief(value: unknown): PlatformAnswer {
  return { body: { alibaba_product_image_search_response: { result: value } } }
}

export const NOTHING_FOUND: Case[] = [
  ...NOTHING.map(
    ([name, query]): Case => ({
      name: `nothing found: ${name}`,
      provider: 'crossborder',
      platform: { query },
      answer: { offers: [], hasMore: false },
      calls: ['upload', 'query'],
    }),
  ),
  ...nothing.map(
    ([provider, name, answer]): Case => ({
      name: `nothing found: ${name}`,
      provider,
      platform: { [provider]: answer },
      answer: { offers: [], hasMore: false },
      calls: [provider as Api],
    }),
  ),
  ...SUCCESS.flatMap(([name, fields]): Case[] => [
    {
      name: `an upload succeeded: ${name}`,
      provider: 'crossborder',
      platform: { upload: result({ ...fields, result: IMAGE_ID }), query: item({}) },
      answer: FOUND,
      sent: { imageId: IMAGE_ID },
    },
    {
      name: `a search succeeded: ${name}`,
      provider: 'crossborder',
      platform: { query: result({ ...fields, result: DATA }) },
      answer: FOUND,
    },
    {
      name: `a search succeeded: ${name}`,
      provider: 'dropship',
      platform: { dropship: { body: { ...fields, imageSearchResult: DATA.data } } },
      answer: FOUND,
    },
  ]),
  {
    name: 'an answer without its wrapper',
    provider: 'crossborder',
    platform: { upload: { body: { success: true, code: '200', result: IMAGE_ID } }, query: item({}) },
    answer: FOUND,
    sent: { imageId: IMAGE_ID },
  },
  {
    name: 'an answer wrapped by others',
    provider: 'dropship',
    platform: {
      dropship: {
        body: {
          code: 10000,
          msg: 'success',
          success: true,
          data: JSON.stringify({ imageSearchResult: DATA.data }),
        },
      },
    },
    answer: FOUND,
  },
  {
    name: 'an answer wrapped like those of other APIs',
    provider: 'dropship',
    platform: {
      dropship: { body: { result: { success: 'true', code: '200', imageSearchResult: DATA.data } } },
    },
    answer: FOUND,
  },
  {
    name: 'totals as text',
    provider: 'crossborder',
    platform: { query: page(DATA.data, { totalRecords: '95', totalPage: '5' }) },
    answer: { total: 95, hasMore: true },
  },
  {
    name: 'no failure where its members are null',
    provider: 'crossborder',
    platform: {
      upload: { body: { error_code: null, result: { success: 'true', result: IMAGE_ID } } },
      query: item({}),
    },
    answer: FOUND,
  },
  {
    name: 'an id as a number of many digits',
    provider: 'crossborder',
    platform: {
      upload: { body: `{"result":{"success":"true","code":"200","result":${IMAGE_ID}}}` },
      query: item({}),
    },
    answer: FOUND,
    sent: { imageId: IMAGE_ID },
  },
]
