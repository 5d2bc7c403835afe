import { expect, test } from 'vitest'
import { pageInfo } from './find-pictures.ts'

const tab = { windowId: 1, incognito: false } as Parameters<typeof pageInfo>[0]

test('address and title of the clicked page are read, where the browser reveals them', () => {
  expect(pageInfo({ ...tab, url: 'https://shop.example/skirt', title: 'Skirt' })).toEqual({
    page: { address: 'https://shop.example/skirt', title: 'Skirt' },
  })
  expect(pageInfo(tab)).toEqual({})
})

test.each(['about:blank', 'file:///home/me/skirt.jpg', `https://shop.example/${'a'.repeat(2000)}`])(
  '%s is not stored',
  (url) => {
    expect(pageInfo({ ...tab, url })).toEqual({})
  },
)
