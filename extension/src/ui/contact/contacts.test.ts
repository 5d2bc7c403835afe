import { expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Contact, ShortlistEntry } from '../../db/schema.ts'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { anOffer } from '../../testing/searches.ts'
import { contactedText } from '../offer/contacted-text.ts'
import { contactsOf, latestCopied } from './contacts.ts'

const entryOf = (offerId: string, contacted?: Contact[]): [string, ShortlistEntry] => [
  offerId,
  {
    ...{ offerId, offer: anOffer(offerId), at: 1, note: '', decision: 'none' },
    ...(contacted && { contacted }),
  },
]

test('one message about several offers is one, and the latest comes last', () => {
  const shared = { at: 20, message: '两款' }
  const shortlist = new Map([
    entryOf('1', [{ at: 10, message: null }, shared]),
    entryOf('2', [shared, { at: 15, message: '一款' }]),
    entryOf('3'),
  ])
  expect(contactsOf(['1', '2', '3', '4'], shortlist)).toEqual([
    { at: 10, message: null, offerIds: ['1'] },
    { at: 15, message: '一款', offerIds: ['2'] },
    { ...shared, offerIds: ['1', '2'] },
  ])
})

test('offers that were marked at once with other messages keep their own, and were written to once', () => {
  const shortlist = new Map([
    entryOf('1', [{ at: 10, message: '一款' }]),
    entryOf('2', [{ at: 10, message: null }]),
  ])
  const contacts = contactsOf(['1', '2'], shortlist)
  expect(contacts).toEqual([
    { at: 10, message: '一款', offerIds: ['1'] },
    { at: 10, message: null, offerIds: ['2'] },
  ])
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en')
  setTexts({ ...en, contact: { ...en.contact, contactedOn: () => 'once' } })
  expect(contactedText(contacts)).toBe('once')
})

test('a message counts as copied if it was for any of the offers', () => {
  const copied = { 1: { message: '您好', at: 5 }, 2: { message: '您好', at: 9 } }
  expect(latestCopied(['1', '2', '3'], copied)).toBe(9)
  expect(latestCopied(['3'], copied)).toBeUndefined()
})
