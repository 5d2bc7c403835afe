import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import type { Listing } from '../../../extension/src/model/listing.ts'
import { LISTING_PAGES } from '../../fakes/shop/listings.ts'
import { WORLD_PAGES } from '../../fakes/shop/world-pages.ts'
import { ROOT } from '../../tools/paths.ts'
import type { Tab } from '../browser/driver.ts'
import { until } from '../browser/wait.ts'
import { searchState } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const READER = join(ROOT, 'extension', 'src', 'listing', 'read-listing.ts')

const stage = useStage()
let tab: Tab
let reader: string

beforeAll(async () => {
  const bundle = {
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'reader',
    minify: true,
  } as const
  const { outputFiles } = await build({ entryPoints: [READER], target: 'es2024', ...bundle })
  reader = outputFiles[0]?.text ?? ''
  tab = await stage.openShop()
})

/** Opens a page and reads it as if it were served from another URL; `picture` is a selector. */
async function read(page: string, address?: string, picture?: string): Promise<Listing | null> {
  const url = `${stage.sandbox.shop.url}listing/${page}`
  await tab.goto(url)
  const element = picture ? `document.querySelector(${JSON.stringify(picture)})` : 'undefined'
  return tab.evaluate(`(() => {
    ${reader}
    return reader.readListing(document, new URL(${JSON.stringify(address ?? url)}), ${element})
  })()`)
}

test.each(LISTING_PAGES)('the page “$name” is read', async ({ name: page, address, listing }) => {
  expect(await read(page, address)).toEqual(listing)
})

test.each(LISTING_PAGES.filter(({ listing }) => listing))(
  'the page “$name” is read for its picture',
  async (page) => {
    expect(await read(page.name, page.address, '[data-story="cors"]')).toEqual(page.listing)
  },
)

/** As `WORLD_PAGES` write it. */
function priceOf(listing: Listing | null): string | null {
  if (!listing?.price) return null
  const { price, priceTo, currency, currencyMark } = listing
  return `${price}${priceTo ? `–${priceTo}` : ''} ${currency ?? currencyMark}`
}

test.each(WORLD_PAGES)(
  'the price on the page “$name” is the one that a person sees, or none',
  async (page) => {
    const listing = await read(page.name, page.address, page.click)
    expect(priceOf(listing)).toBe(page.price)
    if (page.fields) expect(listing).toMatchObject(page.fields)
  },
)

test('the selectors of one shop are not used at another', async () => {
  const seen = { from: 'visible price', price: '39.99', productNumber: null }
  expect(await read('amazon')).toMatchObject(seen)
  expect(await read('amazon', 'https://www.ebay.com/dp/B0TRAIL22X')).toMatchObject(seen)
})

test('a picture that leads to another product has that one’s listing', async () => {
  expect(await read('category', undefined, '[data-card="linked"]')).toMatchObject({
    title: 'Trailmate 30 L',
    price: '49.00',
  })
  expect(await read('category', undefined, '[data-card="unknown"]')).toMatchObject({
    title: 'Sack',
    price: '9.00',
    from: 'visible price',
  })
})

async function click(path: string, story: string): Promise<void> {
  const page = await stage.openShop(path)
  await page.findOn1688(`[data-story="${story}"]`)
  await stage.driver.popup()
}

/** The listing of the current search, once the page was read. */
const savedListing = () =>
  until('the listing to be saved', async () => {
    const search = await searchState(stage)
    return search?.listing !== undefined && { listing: search.listing as Listing | null }
  })

test('a click on the product of the page saves its listing, and one on another product that one’s', async () => {
  const listing = {
    title: 'Trailmate Everyday Backpack, 22 L, water-repellent, padded laptop sleeve',
    price: '39.99',
    priceTo: null,
    currency: 'USD',
    productNumber: 'B0TRAIL22',
    from: 'structured data',
  }
  await click('', 'main')
  expect(await savedListing()).toEqual({ listing })
  await click('', 'webp')
  await until(
    'the listing of the other product',
    async () => (await savedListing()).listing?.title === 'Classic Wrist Watch',
  )
  expect((await savedListing()).listing).toMatchObject({
    price: '29.50',
    currency: 'USD',
    from: 'visible price',
  })
  await click('', 'thumb-1')
  await until('the listing', async () => (await savedListing()).listing?.productNumber === 'B0TRAIL22')
})

/** Evaluates in the content script of the tab that was clicked last. */
const inPageScript = (expression: string) =>
  stage.driver.background<unknown>(`(async () => {
    const { tabs, scripting } = globalThis.browser ?? chrome
    const [{ id: tabId }] = await tabs.query({ active: true, lastFocusedWindow: true })
    const [{ result }] = await scripting.executeScript({ target: { tabId }, func: () => ${expression} })
    return result
  })()`)

test('a page whose form shadows the document’s methods is read all the same', async () => {
  await click('listing/json-ld', 'cors')
  await savedListing()
  const hide = `document.body.insertAdjacentHTML('beforeend', '<form name="querySelector"></form>')`
  expect(await inPageScript(`(${hide}, findOn1688.listing())`)).toMatchObject({ productNumber: 'S-22' })
})

test('a large page is read whole, with the same result each time', async () => {
  await click('listing/big', 'cors')
  await savedListing()
  const run = '[performance.now(), findOn1688.listing(0).price, performance.now()]'
  const runs = (await inPageScript(`[...Array(10)].map(() => ${run})`)) as [number, string, number][]
  expect(runs.map(([, price]) => price)).toEqual(Array(10).fill('39.99'))
  const ms = runs.map(([from, , to]) => to - from)
  console.log(
    `a large page was read in ${Math.min(...ms).toFixed(1)} ms at best, ${ms[0]?.toFixed(1)} ms at first`,
  )
})
