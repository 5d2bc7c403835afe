import type { Offer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { offerWith } from '../testing/offers.ts'
import { findSeller, groupBySeller, productsOf } from './suppliers.ts'

const offerOf = (offerId: string, supplier: Partial<Offer['supplier']>) =>
  offerWith({ offerId, supplier: { ...offerWith().supplier, ...supplier } })
const keysAndIds = (found: Parameters<typeof groupBySeller>[0]) =>
  groupBySeller(found).map(({ key, offers }) => [key, offers.map(({ offer }) => offer.offerId)])

test('offers of one seller are together, however its name is written', () => {
  expect(
    keysAndIds([
      { offer: offerOf('1', { name: '宏达箱包厂（个体工商户）' }) },
      { offer: offerOf('2', { name: '另一家' }) },
      { offer: offerOf('3', { name: ' 宏达箱包厂(个体工商户)' }) },
    ]),
  ).toEqual([
    ['宏达箱包厂(个体工商户)', ['1', '3']],
    ['另一家', ['2']],
  ])
})

test('offers that name no seller are of nobody', () => {
  expect(
    keysAndIds([{ offer: offerOf('1', { name: null }) }, { offer: offerOf('2', { name: ' ' }) }]),
  ).toEqual([])
})

test('a login name brings together what has different names', () => {
  expect(
    keysAndIds([
      { offer: offerOf('1', { name: '宏达箱包厂', loginId: 'hongda' }) },
      { offer: offerOf('2', { name: 'hongda', loginId: 'hongda' }) },
    ]),
  ).toEqual([['宏达箱包厂', ['1', '2']]])
})

const detailsOf = (offer: Offer, supplier: Partial<Offer['supplier']>) => ({
  ...offer,
  supplier: { ...offer.supplier, ...supplier },
  shipping: { weightKg: null, lengthCm: null, widthCm: null, heightCm: null },
})

test('the name that details give leads to the seller, also where the list gives its login name or none', () => {
  const byNick = offerOf('1', { name: 'hongda', loginId: 'hongda' })
  const unnamed = offerOf('2', { name: null })
  const found = [
    { offer: byNick },
    { offer: byNick, details: detailsOf(byNick, { name: '宏达箱包厂' }), productId: 'a' },
    { offer: unnamed, productId: 'b' },
    { offer: unnamed, details: detailsOf(unnamed, { name: '宏达箱包厂' }) },
  ]
  const sellers = groupBySeller(found)
  expect(sellers).toMatchObject([{ name: '宏达箱包厂', loginId: 'hongda' }])
  expect(sellers.flatMap(productsOf)).toEqual(['a', 'b'])
  for (const name of ['宏达箱包厂', 'Hongda']) expect(findSeller(sellers, name)).toBe(sellers[0])
  expect(findSeller(sellers, '另一家')).toBeUndefined()
})

test('sellers that a later offer shows to be one are one, by all of their names', () => {
  const sellers = groupBySeller([
    { offer: offerOf('1', { name: 'hongda', loginId: 'hongda' }) },
    { offer: offerOf('2', { name: '宏达箱包厂' }) },
    { offer: offerOf('3', { name: '宏达箱包厂', loginId: 'hongda' }) },
  ])
  expect(sellers.map(({ name, offers }) => [name, offers.length])).toEqual([['宏达箱包厂', 3]])
  expect(findSeller(sellers, '宏达箱包厂')).toBe(sellers[0])
})

test('an offer that was found twice is one, with its details; for two products it stands for both', () => {
  const offer = offerOf('1', { name: '宏达' })
  const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
  const details = { ...offer, shipping }
  const [seller] = groupBySeller([
    { offer, productId: 'a' },
    { offer, productId: 'a', details },
    { offer, productId: 'b' },
    { offer },
  ])
  expect(seller?.offers.map(({ productId }) => productId)).toEqual(['a', 'b', undefined])
  expect(seller?.offers[0]?.details).toBe(details)
  expect(seller && productsOf(seller)).toEqual(['a', 'b'])
})
