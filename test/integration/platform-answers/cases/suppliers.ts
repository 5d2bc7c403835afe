import { expect } from 'vitest'
import { type Case, detail, dropshipItems, item, offer, oneOf, page } from '../case.ts'

/** `sellerIdentities` in each form, and the badges that it is. */
const IDENTITIES: [written: unknown, badges: unknown, verified: unknown][] = [
  [['super_factory', 'tp_member'], ['super_factory', 'tp_member'], true],
  [['powerful_merchants'], ['powerful_merchants'], true],
  ['powerful_merchants-实力商家', ['powerful_merchants'], true],
  [
    'tp_member-诚信通会员 super_factory-超级工厂',
    expect.arrayContaining(['tp_member', 'super_factory']),
    true,
  ],
  [['super_factory-超级工厂', 'tp_member-诚信通会员'], ['super_factory', 'tp_member'], true],
  ['super_factory-超级工厂;tp_member-诚信通会员', ['super_factory', 'tp_member'], true],
  [['tp_member'], ['tp_member'], false],
  ['tp_member-诚信通会员', ['tp_member'], false],
  [[], [], oneOf(null, false)],
  [null, [], oneOf(null, false)],
  ['', [], oneOf(null, false)],
]

/** Members of an item, the services that they are, and services that they are not. */
const SERVICES: [fields: object, ones: string[], not: string[]][] = [
  [{ onePsale: true }, ['dropship'], ['ships24h', 'ships48h']],
  [{ isOnePsale: true }, ['dropship'], []],
  [{ onePsale: 'true' }, ['dropship'], []],
  [{ isOnePsale: 1 }, ['dropship'], []],
  [{ onePsale: true, isOnePsale: null }, ['dropship'], []],
  [{ sellerDataInfo: { qualityRefundWithin30Day: '6.2%' } }, [], ['fewRefunds']],
  [{ onePsale: false }, [], ['dropship']],
  [{ isOnePsale: 'false' }, [], ['dropship']],
  [{ onePsale: null, isOnePsale: null }, [], ['dropship']],
  [{ productSimpleShippingInfo: { shippingTimeGuarantee: 'shipIn24Hours' } }, ['ships24h'], ['dropship']],
  [{ productSimpleShippingInfo: { shippingTimeGuarantee: 'shipIn48Hours' } }, ['ships48h'], ['ships24h']],
  [{ productSimpleShippingInfo: { shippingTimeGuarantee: '' } }, [], ['ships24h', 'ships48h']],
  [{ productSimpleShippingInfo: null }, [], ['ships24h', 'ships48h']],
  [
    { isSelect: true, isJxhy: true, offerIdentities: ['select', 'yx'] },
    [],
    ['dropship', 'returns7d', 'fewRefunds'],
  ],
]

/** The Chinese tags of the dropship API. */
const TAGS: [tags: unknown, ones: string[], not: string[]][] = [
  [['一件代发'], ['dropship'], ['ships24h', 'ships48h']],
  [['48小时发货'], ['ships48h'], ['ships24h', 'dropship']],
  [['24小时发货', '一件代发'], ['ships24h', 'dropship'], []],
  [['7天无理由退货'], ['returns7d'], ['dropship']],
  [['包邮'], [], ['dropship', 'returns7d']],
  [null, [], ['dropship']],
]

/** `tagInfoList` of a detail. */
const TAG_INFO: [list: unknown, ones: string[], not: string[]][] = [
  [[{ key: 'isOnePsale', value: true }], ['dropship'], ['returns7d']],
  [
    [
      { key: 'isOnePsale', value: 'true' },
      { key: 'noReason7DReturn', value: 'true' },
    ],
    ['dropship', 'returns7d'],
    [],
  ],
  [
    [
      { key: 'isOnePsale', value: false },
      { key: 'noReason7DReturn', value: true },
    ],
    ['returns7d'],
    ['dropship'],
  ],
  [
    [
      { key: 'isSupportMix', value: true },
      { key: '1688_yx', value: true },
    ],
    [],
    ['dropship', 'returns7d'],
  ],
  [null, [], ['dropship', 'returns7d']],
]

const services = (ones: string[], not: string[]) =>
  expect.toSatisfy(
    (list: unknown) =>
      Array.isArray(list) &&
      ones.every((one) => list.includes(one)) &&
      !not.some((one) => list.includes(one)),
    `services ${ones}, none of ${not}`,
  )

export const SUPPLIERS: Case[] = [
  ...IDENTITIES.map(
    ([sellerIdentities, badges, verified]): Case => ({
      name: `sellerIdentities ${JSON.stringify(sellerIdentities)}`,
      provider: 'crossborder',
      platform: { query: item({ sellerIdentities }) },
      answer: offer({ supplier: expect.objectContaining({ badges, verified }) }),
    }),
  ),
  ...SERVICES.map(
    ([fields, ones, not]): Case => ({
      name: JSON.stringify(fields),
      provider: 'crossborder',
      platform: { query: item(fields) },
      answer: offer({ services: services(ones, not) }),
    }),
  ),
  ...TAGS.map(
    ([tags, ones, not]): Case => ({
      name: `tags ${JSON.stringify(tags)}`,
      provider: 'dropship',
      platform: { dropship: dropshipItems({ tags }) },
      answer: offer({ services: services(ones, not) }),
    }),
  ),
  ...TAG_INFO.map(
    ([tagInfoList, ones, not], at): Case => ({
      name: `tagInfoList ${JSON.stringify(tagInfoList)}`,
      provider: 'crossborder',
      offerId: `62300100000${at}`,
      platform: { detail: detail({ offerId: Number(`62300100000${at}`), tagInfoList }) },
      answer: { services: services(ones, not) },
    }),
  ),
  {
    name: 'name, place and years of the seller',
    provider: 'crossborder',
    platform: {
      query: item({ companyName: '永康杯业', companyAddress: '浙江省金华市', sellerDataInfo: { tpYear: 8 } }),
    },
    answer: offer({
      supplier: expect.objectContaining({ name: '永康杯业', location: '浙江省金华市', years: 8 }),
    }),
  },
  {
    name: 'years as text, no name and no place',
    provider: 'crossborder',
    platform: { query: item({ companyName: '', companyAddress: null, sellerDataInfo: { tpYear: '8' } }) },
    answer: offer({ supplier: expect.objectContaining({ name: null, location: null, years: 8 }) }),
  },
  {
    name: 'nothing about the seller',
    provider: 'crossborder',
    platform: { query: item({ sellerDataInfo: null, sellerIdentities: undefined }) },
    answer: offer({
      supplier: expect.objectContaining({ name: null, location: null, years: null, badges: [] }),
    }),
  },
  {
    name: 'one item that cannot be read does not take the others along',
    provider: 'crossborder',
    platform: {
      query: page([null, 'text', { offerId: 'x', subject: '杯' }, { offerId: 623001777206, subject: '杯' }]),
    },
    answer: { offers: [expect.objectContaining({ offerId: '623001777206' })] },
  },
]
