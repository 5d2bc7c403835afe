import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { anOffer, clearDatabase } from '../testing/searches.ts'
import {
  addContact,
  addToShortlist,
  listShortlist,
  NOTE_LENGTH,
  removeContact,
  removeFromShortlist,
  restoreShortlisted,
  setDecision,
  setMatch,
  setNote,
} from './shortlist.ts'

beforeEach(async () => {
  await clearDatabase()
})

const details = {
  ...anOffer('1'),
  shipping: { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null },
}

test('an added offer is undecided and has no note', async () => {
  await addToShortlist(anOffer('1'), { searchId: 's' }, 5)
  expect(await listShortlist()).toEqual([
    { offerId: '1', offer: anOffer('1'), at: 5, note: '', decision: 'none', searchId: 's' },
  ])
})

test('the newest entry comes first', async () => {
  await addToShortlist(anOffer('9'), {}, 1)
  await addToShortlist(anOffer('1'), {}, 3)
  await addToShortlist(anOffer('5'), {}, 2)
  expect((await listShortlist()).map(({ offerId }) => offerId)).toEqual(['1', '5', '9'])
})

test('a newer snapshot of the offer keeps note, decision, time and details', async () => {
  await addToShortlist(anOffer('1'), { details, searchId: 's' }, 5)
  await setNote('1', 'ask for red')
  await setDecision('1', 'negotiate')
  const entry = { at: 5, note: 'ask for red', decision: 'negotiate', details, searchId: 's' }
  await addToShortlist(anOffer('1', { price: '7.00' }), {}, 99)
  expect(await listShortlist()).toMatchObject([{ ...entry, offer: { price: '7.00' } }])
  const newDetails = { ...details, price: '6.00' }
  await addToShortlist(anOffer('1'), { details: newDetails })
  expect((await listShortlist())[0]?.details).toEqual(newDetails)
})

test('which variant is meant can be chosen, and left to what the photos said, or open', async () => {
  const byHand = (key: string) => ({ keys: [key], by: 'hand' as const })
  const byPhoto = { keys: ['7'], by: 'photo' as const }
  await addToShortlist(anOffer('1'), { match: byPhoto })
  expect(await setMatch('1', byHand('9'))).toMatchObject({ match: byHand('9') })
  expect(await setMatch('1', byHand('8'))).toMatchObject({ match: byHand('8') })
  expect((await setMatch('1', null))?.match).toEqual(byPhoto)
  await addToShortlist(anOffer('2'))
  expect(await setMatch('2', byHand('9'))).toMatchObject({ match: byHand('9') })
  expect(await setMatch('2', null)).not.toHaveProperty('match')
})

test('an offer that is not on the list gets neither note nor decision', async () => {
  expect(await setNote('1', 'a note')).toBeUndefined()
  expect(await setDecision('1', 'ask')).toBeUndefined()
  expect(await listShortlist()).toEqual([])
})

test('a note that is too long is cut, never in the middle of a character', async () => {
  await addToShortlist(anOffer('1'))
  expect((await setNote('1', 'x'.repeat(NOTE_LENGTH)))?.note).toHaveLength(NOTE_LENGTH)
  expect((await setNote('1', 'x'.repeat(NOTE_LENGTH + 1)))?.note).toHaveLength(NOTE_LENGTH)
  const split = `${'x'.repeat(NOTE_LENGTH - 1)}🧵`
  expect((await setNote('1', split))?.note).toBe('x'.repeat(NOTE_LENGTH - 1))
  expect((await listShortlist())[0]?.note).toBe('x'.repeat(NOTE_LENGTH - 1))
})

test('a removed entry can be restored with note and decision, unless it was added again', async () => {
  await addToShortlist(anOffer('1'), {}, 5)
  await setNote('1', 'ask for red')
  const entry = (await removeFromShortlist('1')) ?? expect.fail()
  expect(await listShortlist()).toEqual([])
  await restoreShortlisted([entry])
  expect(await listShortlist()).toEqual([entry])
  await removeFromShortlist('1')
  await addToShortlist(anOffer('1'), {}, 9)
  await restoreShortlisted([entry])
  expect(await listShortlist()).toMatchObject([{ at: 9, note: '' }])
  expect(await removeFromShortlist('2')).toBeUndefined()
})

test('each message to the supplier is noted, the latest last, and taken back by its time', async () => {
  await addToShortlist(anOffer('1'), {}, 5)
  await addContact('1', { at: 10, message: '您好' })
  await addContact('1', { at: 20, message: null })
  const [entry] = await listShortlist()
  expect(entry?.contacted).toEqual([
    { at: 10, message: '您好' },
    { at: 20, message: null },
  ])
  await removeContact('1', 10)
  expect((await listShortlist())[0]?.contacted).toEqual([{ at: 20, message: null }])
  await removeContact('1', 20)
  expect((await listShortlist())[0]).not.toHaveProperty('contacted')
})

test('a newer snapshot of the offer keeps what was noted of messages', async () => {
  await addToShortlist(anOffer('1'))
  await addContact('1', { at: 10, message: '您好' })
  await addToShortlist(anOffer('1', { price: '7.00' }))
  expect((await listShortlist())[0]?.contacted).toHaveLength(1)
})

test('an offer that is not on the list cannot be marked as contacted', async () => {
  expect(await addContact('1', { at: 10, message: null })).toBeUndefined()
  expect(await listShortlist()).toEqual([])
})
