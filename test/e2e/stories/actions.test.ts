import { afterEach, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import type { View } from '../browser/driver.ts'
import { firstOffer, keysWork, nextRow, savedFile, settled, storage, watchSaving } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
afterEach(() => stage.driver.background(`${storage('local')}.remove(['habits', 'openIn'])`))

const FOCUSED_ITEM = 'document.activeElement.dataset.item'
const MENU_CLOSED = '!document.querySelector("#menu:popover-open")'
const PALETTE = 'document.querySelector(".palette:modal")'
const ACTIVE = 'document.querySelector(".palette [aria-selected=true]")?.dataset.action'

/** A key that is typed into the view, once it is known to have the focus. */
async function typeInto(view: View, ...keys: string[]): Promise<void> {
  await view.waitFor('document.hasFocus()')
  await keysWork(view)
  await stage.driver.press(...keys)
}

async function closesOneAtATime(view: View): Promise<void> {
  await view.click('.menu-button')
  await view.waitFor(FOCUSED_ITEM)
  const first = await view.evaluate(FOCUSED_ITEM)
  await stage.driver.press('Down')
  await view.waitFor(`${FOCUSED_ITEM} !== ${JSON.stringify(first)}`)
  await stage.driver.press('Up', 'End')
  await view.waitFor(`${FOCUSED_ITEM} === 'settings'`)
  await stage.driver.press('Escape')
  await view.waitFor(`${MENU_CLOSED} && document.activeElement.matches('.menu-button')`)

  await typeInto(view, 'ctrl+k')
  await view.waitFor(PALETTE)
  await stage.driver.press('e', 'x', 'c', 'e', 'l')
  await view.waitFor(`${ACTIVE} === 'xlsx'`)
  await stage.driver.press('Escape')
  await view.waitFor(`!${PALETTE}`)

  await typeInto(view, 'question')
  await view.waitFor('document.querySelector(".key-list:modal")')
  await stage.driver.press('Escape')
  await view.waitFor('!document.querySelector(".key-list")')
}

test('in the popup Escape closes menu, palette and list of keys, and only then the popup', async () => {
  const popup = await stage.results()
  if (stage.driver.name === 'chromium') await closesOneAtATime(popup)
  else {
    // Firefox closes a popup on Escape before its page hears of the key, and gives it no key before a click or Tab.
    await popup.click('h1')
    await typeInto(popup, 'ctrl+k')
    await popup.waitFor(PALETTE)
    await stage.driver.press('e', 'x', 'c', 'e', 'l')
    await popup.waitFor(`${ACTIVE} === 'xlsx'`)
    await stage.driver.press('ctrl+k')
    await popup.waitFor(`!${PALETTE}`)
  }
  expect(await stage.driver.hasPopup()).toBe(true)
  await stage.driver.press('Escape')
  await expect.poll(() => stage.driver.hasPopup()).toBe(false)
})

test('the quantity says its key to a pointer that rests on it, and Escape hides that first', async () => {
  const popup = await stage.results()
  await popup.click('h1')
  await popup.evaluate(
    'void document.querySelector("#quantity").dispatchEvent(new MouseEvent("mouseover", { bubbles: true }))',
  )
  await popup.waitFor(`document.querySelector('.tooltip')?.textContent === ${JSON.stringify(en.keyIs('Q'))}`)
  // Firefox closes a popup on Escape before its page hears of the key.
  if (stage.driver.name === 'firefox') return
  await stage.driver.press('Escape')
  await popup.waitFor('!document.querySelector(".tooltip")')
  expect(await stage.driver.hasPopup()).toBe(true)
})

test('so it does in the side panel', async () => {
  await stage.driver.background(`${storage('local')}.set({ openIn: 'panel' })`)
  const tab = await stage.openShop()
  await tab.findOn1688('[data-story="cors"]')
  const panel = await stage.driver.panel()
  await settled(panel)
  await closesOneAtATime(panel)
  expect(await panel.closed()).toBe(false)
  await panel.close()
})

test('in a tab', async () => {
  await closesOneAtATime(await stage.resultsInTab())
})

test('the palette does what it lists, with the current offer, the rows and the views', async () => {
  const app = await stage.resultsInTab()
  const choose = async (words: string, action: string) => {
    await typeInto(app, 'ctrl+k')
    await app.waitFor(PALETTE)
    await app.fill('.palette input', words)
    await app.waitFor(`${ACTIVE} === '${action}'`)
    await stage.driver.press('Return')
    await app.waitFor(`!${PALETTE}`)
  }
  await nextRow(stage, app)
  await choose('shortlist save', 'save')
  await app.waitFor('document.querySelector(".offer.current .save[aria-pressed=true]")')
  await choose('qty', 'quantity')
  await app.waitFor('document.activeElement.id === "quantity"')
  const before = await firstOffer(app)
  await choose('price sort', 'sort-price')
  await app.waitFor(`document.querySelector('.offer').dataset.offer !== '${before}'`)
  await choose('history', 'view-history')
  await app.waitFor('document.querySelector("main[data-route=history]")')
  await choose('shortlist', 'view-shortlist')
  // The saved offer is still the current row.
  await choose('save', 'save')
  await app.waitFor('document.querySelector(".toast .undo")')
  await choose('results', 'view-results')
  // Last: Firefox then shows what was downloaded, which takes the focus.
  await watchSaving(app)
  await choose('spreadsheet csv', 'csv')
  expect((await savedFile(app)).length).toBeGreaterThan(100)
})

test('every key that is listed is one that works', async () => {
  const app = await stage.resultsInTab()
  await nextRow(stage, app)
  await typeInto(app, 'question')
  await app.waitFor('document.querySelector(".key-list kbd")')
  const keys = await app.evaluate<string[]>(
    '[...document.querySelectorAll(".key-list kbd")].map(({ textContent }) => textContent)',
  )
  expect(keys.length).toBeGreaterThan(10)
  expect(keys).toContain('Ctrl K')
  await stage.driver.press('Escape')
  await app.waitFor('!document.querySelector(".key-list")')
  // The browser's own work in any page, and Enter is a link's.
  const own = keys.filter((key) => /^[A-Z/?]$/.test(key) && key !== '?')
  for (const key of own) {
    const isTaken = `!document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key.toLowerCase()}', bubbles: true, cancelable: true }))`
    expect(await app.evaluate(isTaken), key).toBe(true)
    await app.evaluate(
      `(location.hash = 'results', document.querySelector('dialog')?.close(), document.activeElement.blur())`,
    )
    await app.waitFor('document.querySelector(".offer.current")')
    await keysWork(app)
  }
})

test('the popup chosen in the panel takes its place', async () => {
  await stage.driver.background(`${storage('local')}.set({ openIn: 'panel' })`)
  const tab = await stage.openShop()
  await tab.findOn1688('[data-story="cors"]')
  const panel = await stage.driver.panel()
  await settled(panel)
  await panel.click('.menu-button')
  await panel.click('#menu [data-item=popup]')
  const popup = await stage.driver.popup()
  await popup.waitFor('document.querySelector(".toast .undo")')
  await expect.poll(() => panel.closed()).toBe(true)
  expect(await stage.driver.hasPopup()).toBe(true)
})

test('the side panel chosen by keys opens, takes the place of the tab and is remembered', async () => {
  const app = await stage.resultsInTab()
  await typeInto(app, 'ctrl+k')
  await app.waitFor(PALETTE)
  await app.fill('.palette input', 'beside sidebar')
  await app.waitFor(`${ACTIVE} === 'panel'`)
  await stage.driver.press('Return')
  const panel = await stage.driver.panel()
  await panel.waitFor('document.querySelector(".toast .undo")')
  const openIn = `${storage('local')}.get('openIn').then(({ openIn }) => openIn)`
  await expect.poll(() => stage.driver.background(openIn)).toBe('panel')
  await expect.poll(() => app.closed()).toBe(true)
  await panel.close()
})
