import type { Supplier } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { DEFAULT_ASSUMPTIONS } from '../../model/assumptions.ts'
import { priceOffer } from '../../pricing/priced-offer.ts'
import { anOffer } from '../../testing/searches.ts'
import { messageText, supplierMessages } from './supplier-messages.ts'

const money = { currency: 'USD', rates: undefined, failure: undefined }

function rowOf(offerId: string, supplier: Partial<Supplier>, quantity = 100) {
  const { supplier: one, ...offer } = anOffer(offerId)
  return priceOffer(
    { ...offer, supplier: { ...one, ...supplier } },
    undefined,
    quantity,
    money,
    DEFAULT_ASSUMPTIONS,
  )
}

const idsOf = (rows: ReturnType<typeof rowOf>[]) =>
  supplierMessages(rows).map((message) => message.rows.map(({ offer }) => offer.offerId))

test('offers of one supplier are one message, in the order of the offers', () => {
  const rows = [
    rowOf('1', { name: '甲公司' }),
    rowOf('2', { name: '乙公司' }),
    rowOf('3', { name: '甲公司' }),
  ]
  expect(idsOf(rows)).toEqual([['1', '3'], ['2']])
})

test('offers of unknown suppliers are not taken for those of one', () => {
  expect(
    idsOf([rowOf('1', { name: null }), rowOf('2', { name: null }), rowOf('3', { name: '甲公司' })]),
  ).toEqual([['1'], ['2'], ['3']])
})

test('the chat is that of the first offer whose seller’s login name is known', () => {
  const [message] = supplierMessages([
    rowOf('1', { name: '甲公司' }),
    rowOf('2', { name: '甲公司', loginId: '甲旺旺' }),
  ])
  expect(new URL(message?.chat ?? '').searchParams.get('touid')).toBe('cnalichn甲旺旺')
  expect(supplierMessages([rowOf('1', { name: '甲公司' })])[0]?.chat).toBeUndefined()
})

test('the message has the price that holds at the quantity', () => {
  expect(messageText([rowOf('1', {})]).zh).toContain('页面显示采购100件单价¥10.10')
  expect(messageText([rowOf('1', {}, 1)]).zh).toContain('页面显示2件起单价¥10.10')
})
