import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Offer } from '../offer.ts'
import { digestOfOffers } from './digest.ts'

const OFFER: Offer = {
  offerId: '714',
  title: '背包 😀',
  titleTranslated: null,
  price: '25.50',
  currency: 'CNY',
  priceTiers: [{ minQuantity: 2, price: '25.50' }],
  minOrder: 2,
  unit: '个',
  supplier: { name: 'x', location: null, years: 8, verified: true, badges: ['a'] },
  imageUrl: null,
  detailUrl: 'https://detail.1688.com/offer/714.html',
  monthlySales: 0,
  repurchaseRate: 0.13,
  patented: null,
}
const digest = (offers: Offer[]) => digestOfOffers(offers, crypto.subtle)

test('the digest is that of the canonical form, spelled out here', async () => {
  const text =
    '[{"currency":"CNY","detailUrl":"https://detail.1688.com/offer/714.html","imageUrl":null,"minOrder":2,' +
    '"monthlySales":0,"offerId":"714","patented":null,"price":"25.50",' +
    '"priceTiers":[{"minQuantity":2,"price":"25.50"}],"repurchaseRate":0.13,' +
    '"supplier":{"badges":["a"],"location":null,"name":"x","verified":true,"years":8},' +
    '"title":"背包 😀","titleTranslated":null,"unit":"个"}]'
  expect(await digest([OFFER])).toBe(createHash('sha256').update(text).digest('hex'))
})

test("the order of an offer's members makes no difference, that of the offers does", async () => {
  const turned = Object.fromEntries(Object.entries(OFFER).reverse()) as unknown as Offer
  const second = { ...OFFER, offerId: '715' }
  expect(await digest([turned, second])).toBe(await digest([OFFER, second]))
  expect(await digest([second, OFFER])).not.toBe(await digest([OFFER, second]))
})

test('an empty list of offers has a digest too', async () => {
  expect(await digest([])).toBe('4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945')
})
