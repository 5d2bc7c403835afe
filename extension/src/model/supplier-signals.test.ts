import type { Offer } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { offerWith } from '../testing/offers.ts'
import { signalsOf } from './supplier-signals.ts'
import { groupBySeller, type Seller } from './suppliers.ts'

let lastId = 0
const offerOf = (name: string, known: Partial<Offer> = {}, supplier: Partial<Offer['supplier']> = {}) =>
  offerWith({
    offerId: String(++lastId),
    ...known,
    supplier: { ...offerWith().supplier, name, ...supplier },
  })
const seller = (...offers: Offer[]) => groupBySeller(offers.map((offer) => ({ offer })))[0] as Seller

const neutral = '深圳市创想科技有限公司'

test('a seller of whom nothing is known has no signals', () => {
  expect(signalsOf(seller(offerOf(neutral)))).toEqual([])
})

describe('what 1688 says', () => {
  test('only its marks for factories count, not deposits and memberships', () => {
    expect(signalsOf(seller(offerOf(neutral, {}, { badges: ['super_factory', 'tp_member'] })))).toEqual([
      { toward: 'factory', kind: 'badge', badge: 'super_factory' },
    ])
    expect(signalsOf(seller(offerOf(neutral, {}, { badges: ['powerful_merchants', 'tp_member'] })))).toEqual(
      [],
    )
  })

  test('one certified offer is enough', () => {
    const offers = [offerOf(neutral), offerOf(neutral, { services: ['dropship', 'certifiedFactory'] })]
    expect(signalsOf(seller(...offers))).toEqual([{ toward: 'factory', kind: 'certified' }])
  })

  test('list and details may each say it, and neither takes it back', () => {
    const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
    const of = (offer: Offer, details: Offer) =>
      signalsOf(groupBySeller([{ offer, details: { ...details, shipping } }])[0] as Seller)
    const plain = offerOf(neutral, { services: [] })
    const certified = { ...plain, services: ['certifiedFactory'] }
    expect(of(certified, plain)).toEqual([{ toward: 'factory', kind: 'certified' }])
    const badged = { ...plain, supplier: { ...plain.supplier, badges: ['超级工厂'] } }
    expect(of(plain, badged)).toEqual([{ toward: 'factory', kind: 'badge', badge: '超级工厂' }])
  })
})

describe('the range', () => {
  const inCategories = (...ids: (string | null)[]) =>
    signalsOf(seller(...ids.map((topCategoryId) => offerOf(neutral, { topCategoryId }))))

  test('is broad from three of the top categories on', () => {
    expect(inCategories('1', '2', '2', '3')).toEqual([
      { toward: 'trader', kind: 'range', categories: 3, offers: 4 },
    ])
  })
  test('says nothing if it is narrow or not known', () => {
    expect(inCategories('1', '2', '2', '2')).toEqual([])
    expect(inCategories(null, null, null)).toEqual([])
  })
})

describe('a photo in several shops', () => {
  const certified = seller(offerOf('东莞市箱包有限公司', {}, { badges: ['super_factory'] }))
  const plain = seller(offerOf(neutral))
  const other = seller(offerOf('广州市某某科技有限公司'))

  test('does not tell who took it', () => {
    expect(signalsOf(plain, [[plain, other]])).toEqual([{ toward: null, kind: 'photo', sellers: 1 }])
  })
  test('speaks for neither even if 1688 calls another of them a factory, which is said', () => {
    expect(
      signalsOf(plain, [
        [other, plain],
        [plain, certified],
      ]),
    ).toEqual([
      {
        ...{ toward: null, kind: 'photo', sellers: 2 },
        factory: { key: certified.key, name: '东莞市箱包有限公司' },
      },
    ])
  })
  test('does not make a trader of the factory', () => {
    const named = seller(offerOf('东莞市宏达箱包厂'))
    expect(signalsOf(certified, [[plain, certified]]).map(({ toward }) => toward)).toEqual(['factory', null])
    expect(signalsOf(named, [[named, certified]]).map(({ toward }) => toward)).toEqual(['factory', null])
  })
  test('of others says nothing', () => {
    expect(signalsOf(plain, [[other, certified]])).toEqual([])
  })
})

describe('where goods are sent from', () => {
  const sent = (from: string, location: string) => {
    const offer = offerOf(neutral, {}, { location })
    const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
    return signalsOf(groupBySeller([{ offer, details: { ...offer, shipping, sentFrom: from } }])[0] as Seller)
  }
  test('is said if it is in another province', () => {
    expect(sent('浙江省金华市', '广东 深圳市')).toEqual([
      { toward: null, kind: 'sentFrom', from: '浙江省金华市', company: '广东 深圳市' },
    ])
  })
  test('is not said of a nearby city, or what cannot be compared', () => {
    expect(sent('义乌市', '浙江省杭州市')).toEqual([])
    expect(sent('海外仓', '浙江省杭州市')).toEqual([])
  })
})

describe('signals that contradict each other', () => {
  const towards = (of: Seller) => signalsOf(of).map(({ kind, toward }) => [kind, toward])

  test('are told, and speak for neither', () => {
    const categories = ['1', '2', '3'].map((topCategoryId) => offerOf('东莞市宏达箱包厂', { topCategoryId }))
    expect(towards(seller(...categories))).toEqual([
      ['name', null],
      ['range', null],
    ])
  })
  test('leave standing what 1688 says', () => {
    expect(towards(seller(offerOf('义乌市尊信电子商务有限公司', {}, { badges: ['super_factory'] })))).toEqual(
      [
        ['badge', 'factory'],
        ['name', null],
      ],
    )
  })
})

test.each([
  ['浙江省金华市永康市古山镇工业区88号', 'factory'],
  ['广东省深圳市龙岗区上雪工业区5栋3楼', undefined],
  ['广东省深圳市龙岗区上雪工业区5栋302', undefined],
  ['广东省深圳市宝安区上星路12号厂房3楼', 'factory'],
])('the address %s speaks for: %s', (location, toward) => {
  const [signal] = signalsOf(seller(offerOf(neutral, {}, { location })))
  expect(signal?.toward).toBe(toward)
})
