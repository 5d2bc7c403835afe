import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { mostInWindow } from '../fakes/gateway/arrivals.ts'
import type { BrowserName, Tab, View } from './browser/index.ts'
import { offerCount, openStage, type Stage, settled } from './stage.ts'

const FOUND_BY = '[...document.querySelectorAll(".found-by")].map(({ innerText }) => innerText)'

/** Several photos of one product, and one answer. */
export function tellGalleryStories(name: BrowserName): void {
  describe(`in ${name}`, () => {
    let stage: Stage
    const opened: View[] = []

    beforeAll(async () => {
      stage = await openStage(name)
    }, 90_000)
    afterEach(async () => {
      stage.sandbox.gateway.clearFaults()
      for (const view of opened.splice(0).reverse()) if (!(await view.closed())) await view.close()
    })
    afterAll(() => stage?.close())

    /** The photos of a product page to choose from, behind the search of the large one. */
    async function openGallery(): Promise<{ tab: Tab; popup: View }> {
      const tab = await stage.driver.open(`${stage.sandbox.shop.url}gallery`)
      opened.push(tab)
      await tab.waitFor('document.readyState === "complete"')
      await tab.findOn1688('[data-story="gallery-main"]')
      const popup = await stage.driver.popup()
      opened.push(popup)
      await settled(popup)
      await popup.click('.part.menu')
      await popup.click('#menu [data-item="photos"]')
      return { tab, popup }
    }

    const tick = (popup: View, index: number) => popup.click(`.gallery .choice:nth-child(${index + 1}) input`)

    test('three more photos of the page are searched with one call each, in the queue, and make one list', async () => {
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
      expect(await popup.text('.gallery .search')).toBe('Search with 3 more photos')
      await popup.click('.gallery .search')
      await popup.waitFor(
        '/4 of 4 photos searched/.test(document.querySelector(".photo-strip summary")?.innerText)',
        20_000,
      )
      expect(arrivals.length).toBe(before + 3)
      expect(new Set(arrivals.slice(before - 1).map(({ pictureSha256 }) => pictureSha256)).size).toBe(4)
      expect(mostInWindow(arrivals.map(({ at }) => at))).toBeLessThanOrEqual(3)
      expect(await popup.text('h1')).toMatch(/^\d+ offers · 4 photos/)
      const foundBy = await popup.evaluate<string[]>(FOUND_BY)
      expect(foundBy[0]).toBe('found by 4 of 4 photos')
      const counts = foundBy.map((text) => Number(/\d/.exec(text)?.[0]))
      expect(counts.every((count) => count >= 1 && count <= 4)).toBe(true)
      await popup.click('.photo-strip summary')
      expect(await popup.text('[data-photo="2"]')).toContain('offers found')
    })

    test('one that fails says so beside the others, is tried again alone, and can be taken out', async () => {
      const { popup } = await openGallery()
      const { gateway } = stage.sandbox
      await popup.waitFor('document.querySelectorAll(".gallery .choice").length > 4')
      gateway.setFault('unsupported', { times: 1 })
      await tick(popup, 0)
      await popup.click('.gallery .search')
      await popup.waitFor('document.querySelector("[data-photo=\'2\'][data-state=failed]")', 20_000)
      expect(await offerCount(popup)).toBeGreaterThan(0)
      const before = gateway.arrivals.length
      await popup.click('[data-photo="2"] .retry')
      await popup.waitFor('document.querySelector("[data-photo=\'2\'][data-state=found]")', 20_000)
      expect(gateway.arrivals.length).toBe(before + 1)
      await popup.click('[data-photo="2"] .remove')
      await popup.waitFor('!document.querySelector(".photo-strip")')
      expect(await popup.evaluate(FOUND_BY)).toEqual([])
    })

    test('a page that shows something else by now is named, with what to do', async () => {
      const { tab, popup } = await openGallery()
      await popup.close()
      await tab.goto(`${stage.sandbox.shop.url}edges`)
      const app = await stage.driver.extensionPage('app.html#gallery')
      opened.push(app)
      await app.waitFor('/cannot be looked at/.test(document.querySelector(".message h1")?.innerText)')
      expect(await app.evaluate('document.querySelector(".message input[type=file]") !== null')).toBe(true)
    })
  })
}
