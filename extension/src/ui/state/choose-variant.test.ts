import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { addToShortlist, listShortlist } from '../../db/shortlist.ts'
import { anOffer, clearDatabase } from '../../testing/searches.ts'
import { chooseVariant } from './choose-variant.ts'

beforeEach(clearDatabase)

test('the search and the saved offer are told which variant is meant, and that none is any more', async () => {
  const sent = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined)
  await addToShortlist(anOffer('1'))
  const match = { keys: ['7'], by: 'hand' }
  await chooseVariant('1', '7')
  expect(sent).toHaveBeenLastCalledWith({ type: 'matchVariants', matches: { 1: match } })
  expect(await listShortlist()).toMatchObject([{ match }])
  await chooseVariant('1', null)
  expect(sent).toHaveBeenLastCalledWith({ type: 'matchVariants', matches: { 1: null } })
  expect((await listShortlist())[0]).not.toHaveProperty('match')
})
