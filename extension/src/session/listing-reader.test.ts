import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { PagePicture } from '../model/page-picture.ts'
import type { PageScript } from '../model/page-script.ts'
import type { Search } from '../model/search.ts'
import { searchItem, shopCurrenciesItem } from '../model/stored-items.ts'
import { aSearch } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'

const found: PagePicture = { id: 7, kind: 'canvas', addresses: [], width: 9, height: 9 }
const box = { x: 0, y: 0, width: 9, height: 9, partly: false, viewportWidth: 9, viewportHeight: 9 }
const { listing } = aSearch('a', 1)
const tab = { id: 4, windowId: 1, incognito: false } as never
let page: { [K in keyof PageScript]?: unknown }
/** The frame and arguments of each call of the page's script. */
let calls: [string, number, unknown[]][]

beforeEach(() => {
  fakeBrowser.reset()
  calls = []
  page = { findPictures: () => ({ found: [found], stacked: true }), listing: () => listing }
  const executeScript = async ({ args, target }: { args?: [keyof PageScript, unknown[]]; target: never }) => {
    if (!args) return [{ frameId: 0 }]
    const [frameId] = (target as { frameIds: number[] }).frameIds
    calls.push([args[0], frameId as number, args[1]])
    return [{ result: await (page[args[0]] as (...args: unknown[]) => unknown)(...args[1]) }]
  }
  Object.assign(fakeBrowser, { scripting: { executeScript }, tabs: { get: async () => ({ active: false }) } })
})

const now = async () => (await searchItem.getValue()) as Search
const listingCalls = () => calls.filter(([name]) => name === 'listing')

test('what the page says about the clicked picture is stored', async () => {
  await new SearchController().searchClick({ frameId: 0 }, tab)
  expect((await now()).listing).toEqual(listing)
  expect(listingCalls()).toEqual([['listing', 0, [7]]])
})

test('for a picture in a frame, the page around it is asked, without the picture’s id', async () => {
  await new SearchController().searchClick({ frameId: 3 }, tab)
  expect(listingCalls()).toEqual([['listing', 0, [null]]])
})

test('for an area, the page is asked for its main product', async () => {
  await new SearchController().searchArea(box, tab)
  expect(listingCalls()).toEqual([['listing', 0, [null]]])
})

test('a page that says nothing, or fails, gives null', async () => {
  page.listing = () => undefined
  await new SearchController().searchClick({ frameId: 0 }, tab)
  expect((await now()).listing).toBe(null)
  page.listing = () => {
    throw new Error('no')
  }
  await new SearchController().searchClick({ frameId: 0 }, tab)
  expect((await now()).listing).toBe(null)
})

test('the search does not wait for it', async () => {
  let say = (_: unknown) => {}
  page.listing = () => new Promise((resolve) => (say = resolve))
  await new SearchController().searchClick({ frameId: 0 }, tab)
  expect((await now()).readFailure?.code).toBe('picture_unreadable')
  expect((await now()).listing).toBeUndefined()
  say(listing)
  await vi.waitFor(async () => expect((await now()).listing).toEqual(listing))
})

test('an answer that comes after the search has ended is dropped', async () => {
  let say = (_: unknown) => {}
  page.listing = () => new Promise((resolve) => (say = resolve))
  const controller = new SearchController()
  await controller.searchClick({ frameId: 0 }, tab)
  await controller.searchAddress('http://shop.example/none.jpg', false)
  say(listing)
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect((await now()).listing).toBeUndefined()
})

test('pictures that come from no page have no listing', async () => {
  await new SearchController().searchAddress('http://shop.example/none.jpg', false)
  expect(listingCalls()).toEqual([])
  expect(await now()).not.toHaveProperty('listing')
})

describe('a listing with a mark of several currencies', () => {
  const unknown = { ...listing, currency: null, currencyMark: '$', shop: 'shop.example' }
  const clicked = async (incognito = false) => {
    const controller = new SearchController()
    await controller.searchClick({ frameId: 0 }, { id: 4, windowId: 1, incognito } as never)
    await vi.waitFor(async () => expect((await now()).listing).toBeDefined())
    return controller
  }

  test('has no currency until the user chooses one, which then holds for the shop', async () => {
    page.listing = () => unknown
    const controller = await clicked()
    expect((await now()).listing).toEqual(unknown)
    await controller.chooseListingCurrency('CAD')
    expect((await now()).listing).toEqual({ ...unknown, currency: 'CAD' })
    await clicked()
    expect((await now()).listing).toEqual({ ...unknown, currency: 'CAD' })
  })

  test('keeps nobody’s shop in plain text, and neither another shop nor another mark is meant', async () => {
    page.listing = () => unknown
    await (await clicked()).chooseListingCurrency('CAD')
    expect(JSON.stringify(await shopCurrenciesItem.getValue())).not.toContain('shop.example')
    for (const other of [{ shop: 'other.example' }, { currencyMark: '¥' }, { shop: null }]) {
      page.listing = () => ({ ...unknown, ...other })
      await clicked()
      expect((await now()).listing?.currency).toBeNull()
    }
  })

  test('is unknown again if the user takes the choice back', async () => {
    page.listing = () => unknown
    const controller = await clicked()
    await controller.chooseListingCurrency('CAD')
    await controller.chooseListingCurrency(null)
    await clicked()
    expect((await now()).listing?.currency).toBeNull()
    expect(await shopCurrenciesItem.getValue()).toEqual({})
  })

  test('in a private window is remembered for private windows only', async () => {
    page.listing = () => unknown
    await (await clicked(true)).chooseListingCurrency('CAD')
    await clicked(true)
    expect((await now()).listing?.currency).toBe('CAD')
    expect(await shopCurrenciesItem.getValue()).toEqual({})
  })

  test('that its page says itself cannot be chosen', async () => {
    const controller = await clicked()
    await controller.chooseListingCurrency('CAD')
    expect((await now()).listing?.currency).toBe('USD')
  })
})
