import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { proxyItem } from '../api/settings.ts'
import { readPicture } from '../image/acquire.ts'
import { searchItem } from '../model/search.ts'
import { anAnswer, PROXY } from '../testing/answers.ts'
import { aSent } from '../testing/searches.ts'
import { foundItem } from './keep-source-file.ts'
import { Searcher } from './search-controller.ts'

vi.mock('../image/acquire.ts')

const ADDRESS = 'https://shop.example/a.svg'
const FILE = { sha256: 'ab'.repeat(32), type: 'image/png', bytes: 9 }
const { searchId: _, ...picture } = aSent('', 'jpeg')
let onSent: () => void

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  vi.mocked(readPicture).mockImplementation(async (_signal, _source, _maxBytes, onFound) => {
    onFound?.(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']))
    return picture
  })
  await proxyItem.setValue(PROXY)
  onSent = () => {}
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.startsWith('data:')) return fetch(url)
    onSent()
    return Response.json(anAnswer(['1']))
  })
  return () => vi.unstubAllGlobals()
})

test('what the picture was found as is kept beside the search, which does not wait for it', async () => {
  const sent = new Promise<void>((resolve) => {
    onSent = resolve
  })
  const { setValue } = foundItem
  vi.spyOn(foundItem, 'setValue').mockImplementationOnce((value) => sent.then(() => setValue(value)))
  await new Searcher().address(ADDRESS, false)
  expect((await searchItem.getValue())?.lists.same?.offers).toHaveLength(1)
  expect(await foundItem.getValue()).toMatchObject({ type: 'image/svg+xml' })
})

test('of a file that a person gave its digest comes along', async () => {
  await new Searcher().given(picture, false, FILE)
  expect(await foundItem.getValue()).toMatchObject(FILE)
})

test('a search that is made again with the same picture has it still', async () => {
  const searcher = new Searcher()
  await searcher.address(ADDRESS, false)
  const found = await foundItem.getValue()
  await searcher.again()
  expect(await foundItem.getValue()).toEqual(found)
})

test.each<[string, (searcher: Searcher) => Promise<void>]>([
  ['forgotten', (searcher) => searcher.forget()],
  ['reopened', async (searcher) => searcher.reopen((await searchItem.getValue())?.id ?? '')],
])('nothing of it is left of a search that is %s', async (_how, end) => {
  const searcher = new Searcher()
  await searcher.address(ADDRESS, false)
  await end(searcher)
  expect(await foundItem.getValue()).toBeNull()
})
