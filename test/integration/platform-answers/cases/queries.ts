import { expect } from 'vitest'
import { type Case, dropshipItems, imageSearchItems, item } from '../case.ts'

/** Services as a client names them, and the platform's names of them. */
const FILTERS: [filter: string, names: string[]][] = [
  ['dropship', ['isOnePsale']],
  ['ships24h', ['shipIn24Hours']],
  ['ships48h', ['shipIn48Hours']],
  ['returns7d', ['noReason7DReturn']],
  ['certifiedFactory', ['certifiedFactory']],
  ['ships24h,dropship', ['isOnePsale', 'shipIn24Hours']],
]

const listOf = (names: string[]) =>
  expect.toSatisfy(
    (text: unknown) => typeof text === 'string' && text.split(',').sort().join() === names.sort().join(),
    `a comma list of ${names}`,
  )
const aNote = (pattern: RegExp) => expect.arrayContaining([expect.stringMatching(pattern)])

export const QUERIES: Case[] = [
  ...FILTERS.map(
    ([filter, names]): Case => ({
      name: `filter=${filter}`,
      provider: 'crossborder',
      query: `?filter=${filter}`,
      platform: { query: item({}) },
      answer: {},
      sent: { filter: listOf(names) },
    }),
  ),
  {
    name: 'filter=fewRefunds is less than one in a hundred',
    provider: 'crossborder',
    query: '?filter=fewRefunds',
    platform: { query: item({}) },
    answer: {},
    sent: { filter: expect.stringMatching(/^(qrr0|qrr1)(,(qrr0|qrr1))?$/) },
  },
  {
    name: 'keyword',
    provider: 'crossborder',
    query: `?keyword=${encodeURIComponent('不锈钢')}`,
    platform: { query: item({}) },
    answer: {},
    sent: { keyword: '不锈钢' },
  },
  {
    name: 'neither filter nor keyword',
    provider: 'crossborder',
    platform: { query: item({}) },
    answer: {},
    unsent: ['filter', 'keyword', 'region', 'sort', 'priceStart', 'priceEnd', 'imageAddress'],
  },
  {
    name: 'price, order, page and language',
    provider: 'crossborder',
    query: '?priceMin=2.50&priceMax=30&sort=price-asc&page=3&pageSize=10&language=ja',
    platform: { query: item({}) },
    answer: { page: 3, pageSize: 10 },
    sent: {
      priceStart: expect.toSatisfy((value) => Number(value) === 2.5),
      priceEnd: expect.toSatisfy((value) => Number(value) === 30),
      sort: expect.toSatisfy((value) => JSON.parse(value).price === 'asc'),
      beginPage: expect.toSatisfy((value) => Number(value) === 3),
      pageSize: expect.toSatisfy((value) => Number(value) === 10),
      country: 'ja',
    },
  },
  {
    name: 'the last page that can be reached',
    provider: 'crossborder',
    query: '?page=40&pageSize=50',
    platform: { query: item({}) },
    answer: { page: 40 },
    calls: ['upload', 'query'],
  },
  ...['?page=41&pageSize=50', '?page=101&pageSize=20', '?page=2000&pageSize=2'].map(
    (query): Case => ({
      name: `offers beyond the first 2,000 cost no call: ${query}`,
      provider: 'crossborder',
      query,
      platform: { query: item({}) },
      answer: { offers: [], hasMore: false },
      calls: [],
    }),
  ),
  {
    name: 'keyword',
    provider: 'dropship',
    query: `?keyword=${encodeURIComponent('不锈钢')}`,
    platform: { dropship: dropshipItems({}) },
    answer: {},
    sent: { imageKeywords: '不锈钢' },
  },
  {
    name: 'a filter is a JSON list',
    provider: 'dropship',
    query: '?filter=dropship',
    platform: { dropship: dropshipItems({ tags: ['一件代发'] }) },
    answer: { offers: [{ offerId: '623001777205' }] },
  },
  {
    name: 'what it cannot filter by is noted',
    provider: 'image-search',
    query: '?filter=dropship,ships24h',
    platform: { 'image-search': imageSearchItems({}) },
    answer: { offers: [{ offerId: '623001777205' }], notes: aNote(/filter|service|dropship/i) },
    unsent: ['filter'],
  },
  {
    name: 'a keyword that it cannot use is noted',
    provider: 'image-search',
    query: '?keyword=cup',
    platform: { 'image-search': imageSearchItems({}) },
    answer: { notes: aNote(/keyword/i) },
    unsent: ['keyword', 'imageKeywords'],
  },
]
