import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { acquirePicture } from '../image/acquire.ts'
import { proxyItem, searchItem, sourceFileItem } from '../model/stored-items.ts'
import { anAnswer, PROXY } from '../testing/answers.ts'
import { aSent } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'

vi.mock('../image/acquire.ts')

const ADDRESS = 'https://shop.example/a.svg'
const FILE = { sha256: 'ab'.repeat(32), type: 'image/png', bytes: 9 }
const { searchId: _, ...picture } = aSent('', 'jpeg')
let onSent: () => void

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  vi.mocked(acquirePicture).mockImplementation(async (_signal, _source, _maxBytes, onFound) => {
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

test('the original file is stored beside the search, which does not wait for it', async () => {
  const sent = new Promise<void>((resolve) => {
    onSent = resolve
  })
  const { setValue } = sourceFileItem
  vi.spyOn(sourceFileItem, 'setValue').mockImplementationOnce((value) => sent.then(() => setValue(value)))
  await new SearchController().searchAddress(ADDRESS, false)
  expect((await searchItem.getValue())?.lists.same?.offers).toHaveLength(1)
  expect(await sourceFileItem.getValue()).toMatchObject({ type: 'image/svg+xml' })
})

test('of an uploaded file only the digest is stored', async () => {
  await new SearchController().searchUploaded(picture, false, FILE)
  expect(await sourceFileItem.getValue()).toMatchObject(FILE)
})

test('refreshing keeps it', async () => {
  const controller = new SearchController()
  await controller.searchAddress(ADDRESS, false)
  const found = await sourceFileItem.getValue()
  await controller.refresh()
  expect(await sourceFileItem.getValue()).toEqual(found)
})

test.each<[string, (controller: SearchController) => Promise<void>]>([
  ['forgotten', (controller) => controller.forget()],
  ['reopened', async (controller) => controller.reopen((await searchItem.getValue())?.id ?? '')],
])('it is removed when the search is %s', async (_how, end) => {
  const controller = new SearchController()
  await controller.searchAddress(ADDRESS, false)
  await end(controller)
  expect(await sourceFileItem.getValue()).toBeNull()
})
