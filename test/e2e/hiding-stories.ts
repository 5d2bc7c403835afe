import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hidingPlaces } from '../fakes/shop/hiding.ts'
import type { BrowserName, Tab, View } from './browser/index.ts'
import { failureCode, firstOffer, OVERLAY, openStage, type Stage, settled } from './stage.ts'

const places = hidingPlaces(() => '', '').filter(({ name }) => name !== 'several' && name !== 'none')

/** How the bytes of each are come by, where it is not by its own address. */
const WAYS: Record<string, Record<BrowserName, RegExp>> = {
  srcset: both(/Original 1400×1400/),
  'size-token': both(/Original 1400×1400/),
  'own-origin': { chromium: /Original 900×900/, firefox: /Original 900×900, read by the page/ },
  blob: both(/Original 500×500, read by the page/),
  canvas: both(/Original 640×640, read by the page/),
  'tainted-canvas': both(/Screen capture 200×200: less exact/),
  film: both(/Original 480×480, read by the page/),
  'background-no-cors': both(/Screen capture 200×200: less exact/),
  cover: both(/Screen capture 106×106: less exact/),
  'other-frame': both(/Screen capture of its frame 194×194: less exact/),
}

function both(way: RegExp): Record<BrowserName, RegExp> {
  return { chromium: way, firefox: way }
}

/** A real right click on every hiding place. */
export function tellHidingStories(name: BrowserName): void {
  describe(`in ${name}`, () => {
    let stage: Stage
    let tab: Tab
    const opened: View[] = []

    beforeAll(async () => {
      stage = await openStage(name)
      tab = await openPage()
    }, 90_000)
    afterEach(async () => {
      for (const view of opened.splice(0).reverse()) if (!(await view.closed())) await view.close()
    })
    afterAll(() => stage?.close())

    async function openPage(): Promise<Tab> {
      const page = await stage.driver.open(`${stage.sandbox.shop.url}hiding`)
      await page.waitFor('document.documentElement.dataset.drawn === ""')
      return page
    }

    async function click(page: Tab, place: string, target = ''): Promise<View> {
      await page.findOn1688(`[data-place="${place}"] ${target}`)
      const popup = await stage.driver.popup()
      opened.push(popup)
      return popup
    }

    test('the first click of all, on a style, offers what is near or finds it at once', async () => {
      const popup = await click(tab, 'background')
      await popup.waitFor('document.querySelector(".offer[data-offer], .choice")')
      // Firefox knows the element of the click; Chrome knows it from the second click on.
      const choice = '.choice img[src$="/cors/teddy.jpg"]'
      if (name === 'chromium') await popup.click(choice)
      await settled(popup)
      expect(stage.sandbox.shop.offerIds('no-cors')).toContain(await firstOffer(popup))
    })

    test.each(places.filter(({ firefoxOnly }) => name === 'firefox' || !firefoxOnly))(
      'the picture in “$name” is found',
      async ({ name: place, product, target }) => {
        const popup = await click(tab, place, target)
        await settled(popup)
        expect(await failureCode(popup)).toBe(null)
        expect(await popup.text('.sub')).toMatch(WAYS[place]?.[name] ?? /Original \d+×\d+/)
        expect(stage.sandbox.shop.offerIds(product)).toContain(await firstOffer(popup))
      },
    )

    test('several at one place are offered with their sizes', async () => {
      const popup = await click(tab, 'several')
      await popup.waitFor('document.querySelectorAll(".choice").length === 2')
      expect(await popup.text('.choices')).toContain('200×200')
      await popup.click('.choice:first-child')
      await settled(popup)
      expect(stage.sandbox.shop.offerIds('webp')).toContain(await firstOffer(popup))
    })

    test('where there is none, an area can be drawn at once', async () => {
      await tab.findOn1688('[data-place="none"] p')
      await tab.waitFor(OVERLAY)
      // The popup leaves by itself; until then it would take the key.
      const isGone = () =>
        stage.driver.popup(100).then(
          () => false,
          () => true,
        )
      await expect.poll(isGone, { timeout: 5000 }).toBe(true)
      await stage.driver.press('Escape')
      await tab.waitFor(`!(${OVERLAY})`)
    })
  })
}
