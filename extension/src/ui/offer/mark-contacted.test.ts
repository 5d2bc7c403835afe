import 'fake-indexeddb/auto'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { addToShortlist, listShortlist } from '../../db/shortlist.ts'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { anOffer, clearDatabase } from '../../testing/searches.ts'
import { rememberCopied } from './copy-messages.ts'
import { markContacted } from './mark-contacted.ts'

beforeAll(() => setTexts(en))
beforeEach(async () => {
  fakeBrowser.reset()
  await clearDatabase()
})

async function context() {
  const notify = vi.fn<(text: string, undo?: () => void) => void>()
  const entries = await listShortlist()
  return { notify, shortlist: new Map(entries.map((entry) => [entry.offerId, entry])) }
}

test('the message that was copied is noted with each offer; an offer that is not saved is saved', async () => {
  await addToShortlist(anOffer('1'))
  await rememberCopied(['1', '2'], '您好')
  const { notify, shortlist } = await context()
  await markContacted([anOffer('1'), anOffer('2')], { notify, shortlist }, 99)
  const contacted = [{ at: 99, message: '您好' }]
  expect(await listShortlist()).toMatchObject([
    { offerId: '2', contacted },
    { offerId: '1', contacted },
  ])
  expect(notify).toHaveBeenCalledWith(en.contact.markedAndSaved, expect.any(Function))
})

test('undo takes back the mark, and the saving too where it saved', async () => {
  await addToShortlist(anOffer('1'))
  const { notify, shortlist } = await context()
  await markContacted([anOffer('1'), anOffer('2')], { notify, shortlist }, 99)
  notify.mock.lastCall?.[1]?.()
  await vi.waitFor(async () => expect(await listShortlist()).toHaveLength(1))
  expect((await listShortlist())[0]).not.toHaveProperty('contacted')
})

test('without a copied message it is noted that none is known, and said', async () => {
  await addToShortlist(anOffer('1'))
  const { notify, shortlist } = await context()
  await markContacted([anOffer('1')], { notify, shortlist }, 99)
  expect((await listShortlist())[0]?.contacted).toEqual([{ at: 99, message: null }])
  expect(notify).toHaveBeenCalledWith(en.contact.markedWithout, expect.any(Function))
})

test('that no message was copied is said of an offer that is saved by it, too', async () => {
  const { notify, shortlist } = await context()
  await markContacted([anOffer('1')], { notify, shortlist }, 99)
  expect(notify).toHaveBeenCalledWith(en.contact.markedAndSavedWithout, expect.any(Function))
})

test('samples are not marked', async () => {
  const { notify, shortlist } = await context()
  await markContacted([anOffer('1')], { notify, shortlist, isSample: true })
  expect(await listShortlist()).toEqual([])
})
