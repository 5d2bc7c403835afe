import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Listing } from '../../extension/src/listing/listing.ts'
import { LISTING_PAGES } from '../fakes/shop/listings.ts'
import { ROOT } from '../scripts/paths.ts'
import type { BrowserName, Tab, View } from './browser/index.ts'
import { until } from './browser/wait.ts'
import { openStage, type Stage } from './stage.ts'

const READER = join(ROOT, 'extension', 'src', 'listing', 'read-listing.ts')

/** What a shop's page says of its product, read in real pages. */
export function tellListingStories(name: BrowserName): void {
  describe(`in ${name}`, () => {
    let stage: Stage
    let tab: Tab
    let reader: string
    const opened: (Tab | View)[] = []

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
      stage = await openStage(name)
      tab = await stage.driver.open(stage.sandbox.shop.url)
    }, 90_000)
    afterEach(async () => {
      for (const view of opened.splice(0).reverse()) if (!(await view.closed())) await view.close()
    })
    afterAll(() => stage?.close())

    /** Opens a page and reads it as if it stood at another address; `picture` is a selector. */
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
      'and so it is for its picture: “$name”',
      async (page) => {
        expect(await read(page.name, page.address, '[data-story="cors"]')).toEqual(page.listing)
      },
    )

    test('selectors of one shop are not used at another', async () => {
      expect(await read('amazon')).toBeNull()
      expect(await read('amazon', 'https://www.ebay.com/dp/B0TRAIL22X')).toBeNull()
    })

    test('a picture that leads to another product has that one’s listing, or none', async () => {
      expect(await read('category', undefined, '[data-card="linked"]')).toMatchObject({
        title: 'Trailmate 30 L',
        price: '49.00',
      })
      expect(await read('category', undefined, '[data-card="unknown"]')).toBeNull()
    })

    async function click(path: string, story: string): Promise<void> {
      const page = await stage.driver.open(stage.sandbox.shop.url + path)
      opened.push(page)
      await page.findOn1688(`[data-story="${story}"]`)
      opened.push(await stage.driver.popup())
    }

    /** What the background keeps of the search, once the page was read. */
    const keptListing = () =>
      until('the listing to be kept', async () => {
        const search = await stage.driver.background<{ id: string; listing?: Listing | null } | null>(
          `(async () => (await (globalThis.browser ?? chrome).storage.session.get('search')).search ?? null)()`,
        )
        return search?.listing !== undefined && { listing: search.listing }
      })

    test('a click on the product of the shop keeps its listing, and one on a neighbour keeps none', async () => {
      const listing = {
        title: 'Trailmate Everyday Backpack, 22 L, water-repellent, padded laptop sleeve',
        price: '39.99',
        priceTo: null,
        currency: 'USD',
        productNumber: 'B0TRAIL22',
        from: 'structured data',
      }
      await click('', 'main')
      expect(await keptListing()).toEqual({ listing })
      await click('', 'webp')
      await until('the neighbour to have none', async () => (await keptListing()).listing === null)
      await click('', 'thumb-1')
      await until('the listing', async () => (await keptListing()).listing?.productNumber === 'B0TRAIL22')
    })

    /** What an expression gives in the page script of the tab that was clicked last. */
    const inPageScript = (expression: string) =>
      stage.driver.background<unknown>(`(async () => {
        const { tabs, scripting } = globalThis.browser ?? chrome
        const [{ id: tabId }] = await tabs.query({ active: true, lastFocusedWindow: true })
        const [{ result }] = await scripting.executeScript({ target: { tabId }, func: () => ${expression} })
        return result
      })()`)

    test('a page that hides the document’s methods behind its own names is read all the same', async () => {
      await click('listing/json-ld', 'cors')
      await keptListing()
      const hide = `document.body.insertAdjacentHTML('beforeend', '<form name="querySelector"></form>')`
      expect(await inPageScript(`(${hide}, findOn1688.listing())`)).toMatchObject({ productNumber: 'S-22' })
    })

    test('a large page is read whole, each time alike, and says how long it takes', async () => {
      await click('listing/big', 'cors')
      await keptListing()
      const run = '[performance.now(), findOn1688.listing(0).price, performance.now()]'
      const runs = (await inPageScript(`[...Array(10)].map(() => ${run})`)) as [number, string, number][]
      expect(runs.map(([, price]) => price)).toEqual(Array(10).fill('39.99'))
      const ms = runs.map(([from, , to]) => to - from)
      console.log(
        `a large page was read in ${Math.min(...ms).toFixed(1)} ms at best, ${ms[0]?.toFixed(1)} ms at first`,
      )
    })
  })
}
