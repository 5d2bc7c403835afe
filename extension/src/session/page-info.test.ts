import { expect, test } from 'vitest'
import { pageOf } from './page-info.ts'

const tab = { windowId: 1, incognito: false } as Parameters<typeof pageOf>[0]

test('the page of a click is known by address and title, where the browser tells them', () => {
  expect(pageOf({ ...tab, url: 'https://shop.example/skirt', title: 'Skirt' })).toEqual({
    page: { address: 'https://shop.example/skirt', title: 'Skirt' },
  })
  expect(pageOf(tab)).toEqual({})
})

test.each(['about:blank', 'file:///home/me/skirt.jpg', `https://shop.example/${'a'.repeat(2000)}`])(
  '%s is not kept',
  (url) => {
    expect(pageOf({ ...tab, url })).toEqual({})
  },
)
