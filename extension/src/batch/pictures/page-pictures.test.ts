import { afterEach, expect, test, vi } from 'vitest'
import { readPagePicture } from '../../image/acquire.ts'
import { AppError } from '../../model/failure.ts'
import type { PageProduct } from '../../model/page-product.ts'
import { pagePictures } from './page-pictures.ts'
import { RowError } from './row-picture.ts'

vi.mock('../../image/acquire.ts')
afterEach(() => vi.resetAllMocks())

const tab = { tabId: 7, windowId: 1 }

function read(addresses: string[], error: Error) {
  vi.mocked(readPagePicture).mockRejectedValue(error)
  const picture = { id: 1, addresses, width: 200, height: 200, kind: 'img' }
  const product = { title: 'Bag', picture } as unknown as PageProduct
  const [first] = pagePictures([product], tab)
  return first?.read(new AbortController().signal)
}

test('a picture that only its page has is gone with the page', async () => {
  await expect(read([], new Error('No tab with id 7'))).rejects.toEqual(new RowError('page_gone'))
  const unreadable = new AppError({ code: 'picture_unreadable' })
  await expect(read(['blob:https://shop.example/1'], unreadable)).rejects.toMatchObject({
    failure: { code: 'page_gone' },
  })
})

test('what is wrong with the picture itself is not said to be the page', async () => {
  const damaged = new AppError({ code: 'picture_damaged' })
  await expect(read(['data:image/png;base64,AAAA'], damaged)).rejects.toBe(damaged)
  const tainted = new AppError({ code: 'picture_unreadable' })
  await expect(read([], tainted)).rejects.toBe(tainted)
})
