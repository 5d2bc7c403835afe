import 'fake-indexeddb/auto'
import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { addToShortlist } from '../../db/shortlist.ts'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { proxyItem, watchPreferenceItem } from '../../model/stored-items.ts'
import { PROXY } from '../../testing/answers.ts'
import { anOffer } from '../../testing/searches.ts'
import { offerCheck } from './offer-check.ts'

beforeAll(() => setTexts(en))

test('whoever says "always" is told what the check may cost', async () => {
  fakeBrowser.reset()
  vi.stubGlobal('location', { hash: '#results' })
  const asked: unknown[] = []
  fakeBrowser.runtime.onMessage.addListener((message: unknown) => {
    asked.push(message)
  })
  await proxyItem.setValue(PROXY)
  await watchPreferenceItem.setValue({ always: true, offeredAt: 0 })
  for (const id of ['1', '2']) await addToShortlist(anOffer(id), {}, Number(id))
  const notify = vi.fn<(text: string) => void>()
  await offerCheck({ navigate: () => {}, notify })
  expect(notify.mock.lastCall?.[0]).toBe('Checking 2 offers · up to 2 searches')
  await vi.waitFor(() => expect(asked).toMatchObject([{ type: 'watch', offerIds: ['2', '1'] }]))
  vi.unstubAllGlobals()
})
