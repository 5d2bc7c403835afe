import { expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { mostInWindow } from '../../fakes/gateway/arrivals.ts'
import type { Tab, View } from '../browser/driver.ts'
import { chooseInMenu, offerCount, settled } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const FOUND_BY = '[...document.querySelectorAll(".found-by")].map(({ innerText }) => innerText)'

const stage = useStage()

/** Searches the large photo of a product page, and opens the choice of its other photos. */
async function openGallery(): Promise<{ tab: Tab; popup: View }> {
  const tab = await stage.openShop('gallery')
  await tab.findOn1688('[data-story="gallery-main"]')
  const popup = await stage.driver.popup()
  await settled(popup)
  await chooseInMenu(popup, 'photos')
  return { tab, popup }
}

const tick = (popup: View, index: number) => popup.click(`.gallery .choice:nth-child(${index + 1}) input`)

test('three more photos of the page are searched with one call each, at the rate limit, and make one list', async () => {
  const { popup } = await openGallery()
  const { arrivals } = stage.sandbox.gateway
  const before = arrivals.length
  await popup.waitFor('document.querySelectorAll(".gallery .choice").length > 4')
  const shown = await popup.evaluate<string[]>(
    '[...document.querySelectorAll(".gallery img")].map(({ src }) => new URL(src).pathname)',
  )
  expect(shown.slice(0, 4)).toEqual([2, 3, 4, 5].map((at) => `/cors/gallery-${at}-small.jpg`))
  expect(shown.join()).not.toMatch(/gallery-1|lamp/)
  for (const index of [0, 1, 2]) await tick(popup, index)
  expect(await popup.text('.gallery .search')).toBe(en.searchWithMore(3))
  await popup.click('.gallery .search')
  await popup.waitFor(
    '/4 of 4 photos searched/.test(document.querySelector(".photo-strip summary")?.innerText)',
  )
  expect(arrivals.length).toBe(before + 3)
  expect(new Set(arrivals.slice(before - 1).map(({ pictureSha256 }) => pictureSha256)).size).toBe(4)
  expect(mostInWindow(arrivals.map(({ at }) => at))).toBeLessThanOrEqual(3)
  expect(await popup.text('h1')).toMatch(/^\d+ offers · 4 photos/)
  const foundBy = await popup.evaluate<string[]>(FOUND_BY)
  expect(foundBy[0]).toBe(en.foundBy(4, 4))
  const counts = foundBy.map((text) => Number(/\d/.exec(text)?.[0]))
  expect(counts.every((count) => count >= 1 && count <= 4)).toBe(true)
  await popup.click('.photo-strip summary')
  expect(await popup.text('[data-photo="2"]')).toContain('offers found')
})

test('a photo that fails says so beside the others, is retried alone, and can be removed', async () => {
  const { popup } = await openGallery()
  const { gateway } = stage.sandbox
  await popup.waitFor('document.querySelectorAll(".gallery .choice").length > 4')
  gateway.setFault('unsupported', { times: 1 })
  await tick(popup, 0)
  await popup.click('.gallery .search')
  await popup.waitFor('document.querySelector("[data-photo=\'2\'][data-state=failed]")')
  expect(await offerCount(popup)).toBeGreaterThan(0)
  const before = gateway.arrivals.length
  await popup.click('[data-photo="2"] .retry')
  await popup.waitFor('document.querySelector("[data-photo=\'2\'][data-state=found]")')
  expect(gateway.arrivals.length).toBe(before + 1)
  await popup.click('[data-photo="2"] .remove')
  await popup.waitFor('!document.querySelector(".photo-strip")')
  expect(await popup.evaluate(FOUND_BY)).toEqual([])
})

test('if the page has changed, a message says so and suggests a next step', async () => {
  const { tab, popup } = await openGallery()
  await popup.close()
  await tab.goto(`${stage.sandbox.shop.url}edges`)
  const app = await stage.openApp('gallery')
  await app.waitFor(`document.querySelector('.message h1')?.innerText === '${en.galleryPageGone}'`)
  expect(await app.evaluate('document.querySelector(".message input[type=file]") !== null')).toBe(true)
})
