import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { PAGE_HOSTS, type PageServer, startPages } from '../../fakes/pages/server.ts'
import { RESULTS_PAGES, type ResultsPage } from '../../fakes/results-pages/index.ts'
import type { Tab } from '../browser/driver.ts'
import { until } from '../browser/wait.ts'
import { appTabs, chooseInMenu, keysWork } from '../stage/page.ts'
import { readList } from '../stage/product-lists.ts'
import { useStage } from '../stage/use-stage.ts'

const t = en.pageProducts
const TILES = 'document.querySelectorAll(".product-grid .product-tile").length'
/** In a page: its pictures come from where only a permission lets others read them. */
const KEEPS_TO_ITSELF =
  'void document.querySelectorAll("img").forEach((image) => (image.src = image.src.replace("/cors/", "/nocors/")))'
const stage = useStage({ hosts: PAGE_HOSTS })
let server: PageServer
/** Where the products of earlier pages were shown. */
const seen: string[] = []

beforeAll(async () => {
  server = await startPages()
})
afterAll(() => server.close())

/** Opens a page, chooses "Find all on this page" in the popup's menu, and goes on in the tab that opens. */
async function findAll(page: string, change = 'undefined'): Promise<{ shop: Tab; app: Tab }> {
  const shop = await stage.openShop()
  await shop.goto(`${server.origin}/results/${page}`)
  await shop.evaluate(change)
  const popup = await stage.driver.openPopup()
  await chooseInMenu(popup, 'find-all')
  const hash = await until('the products to open in a tab', async () => {
    const hashes = (await appTabs(stage)).map(({ hash }) => hash)
    return hashes.find((each) => each.startsWith('batch/page-') && !seen.includes(each))
  })
  seen.push(hash)
  const app = await stage.openApp(hash)
  return { shop, app }
}

function pageCalled(wanted: string): ResultsPage {
  const page = RESULTS_PAGES.find(({ name }) => name === wanted)
  if (!page) throw new Error(`no page ${wanted}`)
  return page
}

const shownTitles = (app: Tab) =>
  app.evaluate<string[]>(
    '[...document.querySelectorAll(".product-name")].map(({ textContent }) => textContent)',
  )

/** Adds what is chosen, and waits for the new list. */
async function addChosen(app: Tab): Promise<string> {
  await app.click('.page-products-foot .primary')
  await app.waitFor('/^#batch\\/[0-9a-f-]{36}$/.test(location.hash)')
  return app.evaluate<string>('location.hash.split("/")[1]')
}

test('the products of a page are chosen in a grid, and become a list with their pictures', async () => {
  const { products } = pageCalled('shopify-dawn')
  const { app } = await findAll('shopify-dawn')
  await app.waitFor(`${TILES} > 0`)
  expect(await shownTitles(app)).toEqual(products.map(({ title }) => title))
  expect(await app.text('.page-products-foot .primary')).toBe(t.add(products.length))
  await keysWork(app)
  await stage.driver.press('n')
  await app.waitFor('document.querySelector(".page-products-foot .primary").disabled')
  await app.click('.product-tile:nth-child(2) input')
  await keysWork(app)
  await stage.driver.press('Right', 'space')
  await app.waitFor(`document.querySelectorAll('.product-tile.selected').length === 2`)
  const { batch, rows } = await readList(app, await addChosen(app))
  expect(batch).toMatchObject({ from: 'page', state: 'ready', searches: 0, name: 'shopify-dawn' })
  expect(rows).toHaveLength(2)
  for (const [at, row] of rows.entries()) {
    const { title, price, currency } = products[at + 1] ?? {}
    expect(row).toMatchObject({ title, price, currency, state: 'waiting' })
    expect(row.digest).toMatch(/^[0-9a-f]{64}$/)
  }
  expect(stage.sandbox.gateway.arrivals).toEqual([])
})

test('pictures of a website that has to be allowed are read after one question', async () => {
  const { app } = await findAll('two-results', KEEPS_TO_ITSELF)
  await app.waitFor(`${TILES} === 2`)
  await app.click('.page-products-foot .primary')
  await app.waitFor('document.querySelector(".message[role=alert]")')
  expect(await app.text('.message h1')).toBe(t.unread(2, 2))
  expect(await app.text('.message .primary')).toBe(t.allowHosts('other.shop.test'))
  await app.click('.message .primary')
  await stage.driver.acceptQuestion()
  await app.waitFor('/^#batch\\/[0-9a-f-]{36}$/.test(location.hash)')
  const { rows } = await readList(app, await app.evaluate<string>('location.hash.split("/")[1]'))
  expect(rows.map(({ state, digest }) => [state, digest !== null])).toEqual([
    ['waiting', true],
    ['waiting', true],
  ])
})

test('a page that was left says how to come back', async () => {
  const { shop, app } = await findAll('shopify-dawn')
  await app.waitFor(`${TILES} > 0`)
  await shop.goto(stage.sandbox.shop.url)
  await app.click('.look-again')
  await app.waitFor(`document.querySelector('.message h1')?.innerText === ${JSON.stringify(t.goneTitle)}`)
})
