import { expect, test } from 'vitest'
import { offerWith } from '../testing/offers.ts'
import { factsOf } from './seller-facts.ts'

const supplier = { name: '宏达箱包厂', location: null, years: null, verified: null, badges: [] }
const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }

test('what one offer does not say another may', () => {
  const bare = offerWith({ offerId: '1', supplier })
  const known = offerWith({
    offerId: '2',
    supplier: { ...supplier, years: 8, location: '广东 东莞市', badges: ['tp_member'] },
  })
  const details = {
    ...known,
    shipping,
    tradeScore: 4.8,
    sentFrom: '浙江省义乌市',
    supplier: {
      ...supplier,
      scores: [{ code: 'service', value: 4.5 }],
      rates: [{ code: 'shipped48h', value: 0.9 }],
    },
  }
  const later = offerWith({
    offerId: '3',
    supplier: {
      ...supplier,
      badges: ['super_factory', 'tp_member'],
      scores: [{ code: 'service', value: 3 }],
    },
  })
  const offers = [{ offer: bare }, { offer: known, details }, { offer: later }]
  expect(factsOf({ key: '', name: null, loginId: null, offers })).toEqual({
    years: 8,
    locations: ['广东 东莞市'],
    sentFrom: ['浙江省义乌市'],
    badges: ['tp_member', 'super_factory'],
    scores: [{ code: 'service', value: 4.5 }],
    rates: [{ code: 'shipped48h', value: 0.9 }],
    tradeScore: 4.8,
  })
})

test('nothing known is null and empty lists', () => {
  expect(factsOf({ key: '', name: null, loginId: null, offers: [{ offer: offerWith() }] })).toEqual({
    ...{ years: null, locations: [], sentFrom: [], badges: [], scores: [], rates: [], tradeScore: null },
  })
})
