import { beforeEach, expect, test } from 'vitest'
import type { View } from '../browser/driver.ts'
import { chooseInMenu, searchState, select, settled, storage, stored } from '../stage/page.ts'
import type { Stage } from '../stage/stage.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })

/** The field whose label begins so, as an expression. */
const field = (label: string) => `[...document.querySelectorAll('.margin-view label')]
  .find(({ textContent }) => textContent.startsWith(${JSON.stringify(label)}))?.control`
const WEIGHT = field('Weight')
const PRICE = field('Selling price')
const value = (view: View, input: string) => view.evaluate<string>(`${input}.value`)

async function openMargin(app: View): Promise<void> {
  await app.evaluate("void (location.hash = 'margin')")
  await app.waitFor(WEIGHT)
}

async function fill(app: View, input: string, text: string): Promise<void> {
  await app.fill(`#${await app.evaluate<string>(`${input}.id`)}`, text)
}

async function type(app: View, weight: string, price: string): Promise<void> {
  await openMargin(app)
  await fill(app, WEIGHT, weight)
  await fill(app, PRICE, price)
  await expect.poll(() => stored(app, 'products')).toHaveLength(1)
  await expect
    .poll(() => stored<Product>(app, 'products'))
    .toMatchObject([{ inCurrency: [{ sellingPrice: price }] }])
}

interface Product {
  figures: { weightKg?: string }
  inCurrency: { currency: string; sellingPrice?: string }[]
}

/** What ends with the browser session. */
function endSession({ driver }: Stage): Promise<void> {
  return driver.background(`${storage('session')}.clear()`)
}

beforeEach(async () => {
  await endSession(stage)
})

test('which dollar a shop means is asked, and remembered for the shop', async () => {
  const prepare = 'document.querySelectorAll("script").forEach((script) => script.remove())'
  const app = await stage.resultsInTab('main', prepare)
  await app.waitFor('document.querySelector("footer .listing-currency")')
  expect(await app.text('footer')).toContain('$39.99, currency unknown')
  expect(await app.text('footer')).not.toContain('%')
  await select(app, 'footer .listing-currency', 'CAD')
  await app.waitFor('/CA\\$39\\.99/.test(document.querySelector("footer").innerText)')
  await endSession(stage)
  const again = await stage.resultsInTab('main', prepare)
  await again.waitFor('/CA\\$39\\.99/.test(document.querySelector("footer").innerText)')
  // The choice can be taken back. The history keeps the currency, and not which shop it was.
  await openMargin(again)
  expect(await again.evaluate('document.querySelector(".listing-currency").value')).toBe('CAD')
  await select(again, '.listing-currency', '')
  await expect.poll(async () => (await searchState(stage))?.listing).toMatchObject({ currency: null })
  const listings = (await stored<{ listing: unknown }>(again, 'searches')).map(({ listing }) => listing)
  expect(listings).toContainEqual(expect.objectContaining({ currency: 'CAD', currencyMark: '$' }))
  expect(JSON.stringify(listings)).not.toContain('127.0.0.1')
})

test('what was typed is there in the next search of the product, after the browser session too', async () => {
  const app = await stage.resultsInTab()
  await type(app, '0.6', '31')
  await app.close()
  await endSession(stage)
  const again = await stage.resultsInTab()
  await openMargin(again)
  await again.waitFor(`${WEIGHT}.value === '0.6'`)
  expect(await value(again, PRICE)).toBe('31')
  // Of another product nothing is known.
  const other = await stage.resultsInTab('webp')
  await openMargin(other)
  expect(await value(other, WEIGHT)).toBe('')
})

test('searching again and reopening from the history lose nothing, not even a text that is no number', async () => {
  const app = await stage.resultsInTab()
  await type(app, '0.6 kg or so', '31')
  await app.evaluate("void (location.hash = 'results')")
  await settled(app)
  const before = (await searchState(stage))?.id
  await chooseInMenu(app, 'again')
  await expect.poll(async () => (await searchState(stage))?.id).not.toBe(before)
  await openMargin(app)
  await app.waitFor(`${WEIGHT}.value === '0.6 kg or so'`)
  expect(await app.evaluate(`${WEIGHT}.getAttribute('aria-invalid')`)).toBe('true')
  await endSession(stage)
  await app.evaluate("void (location.hash = 'history')")
  const saved =
    '[...document.querySelectorAll(".reopen")].filter(({ innerText }) => /Trailmate/.test(innerText))'
  // Both searches are one entry.
  await app.waitFor(`${saved}.length > 0`)
  await app.evaluate(`${saved}[0].click()`)
  await settled(app)
  await openMargin(app)
  await app.waitFor(`${WEIGHT}.value === '0.6 kg or so'`)
  expect(await value(app, PRICE)).toBe('31')
})

test('clearing the history clears what was typed, and can be undone', async () => {
  const app = await stage.resultsInTab()
  await type(app, '0.7', '33')
  await app.evaluate("void (location.hash = 'history')")
  await app.click('.clear-history')
  await expect.poll(() => stored(app, 'products')).toEqual([])
  await app.click('.toast .undo')
  await expect.poll(() => stored<Product>(app, 'products')).toMatchObject([{ figures: { weightKg: '0.7' } }])
})
