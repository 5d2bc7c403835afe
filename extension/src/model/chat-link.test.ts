import { expect, test } from 'vitest'
import { anOffer } from '../testing/searches.ts'
import { chatUrl } from './chat-link.ts'

const sellerOf = (loginId: string | null | undefined) => {
  const offer = anOffer('710891050473')
  return { ...offer, supplier: { ...offer.supplier, ...(loginId !== undefined && { loginId }) } }
}

test('opens the chat with the seller, beside the offer', () => {
  const url = new URL(chatUrl(sellerOf('永康市途派工贸')) ?? expect.fail())
  expect(url.origin).toBe('https://air.1688.com')
  expect(url.searchParams.get('touid')).toBe('cnalichn永康市途派工贸')
  expect(url.searchParams.get('siteid')).toBe('cnalichn')
  expect(url.searchParams.get('offerId')).toBe('710891050473')
})

test('a login name with characters of an address stays one', () => {
  const url = new URL(chatUrl(sellerOf('a&b=c#d:e f')) ?? expect.fail())
  expect(url.searchParams.get('touid')).toBe('cnalichna&b=c#d:e f')
  expect(url.hash).toBe('#/')
})

test('there is none without a login name, and the company’s name is no stand-in', () => {
  for (const loginId of [undefined, null, '', '  ']) expect(chatUrl(sellerOf(loginId))).toBeUndefined()
})
