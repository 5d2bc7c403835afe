import { beforeAll, expect, inject, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { hidingPlaces } from '../../fakes/shop/hiding.ts'
import type { BrowserName, Tab, View } from '../browser/driver.ts'
import { failureCode, firstOffer, OVERLAY, settled } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage()
const browser = inject('browser')
const places = hidingPlaces(() => '', '').filter(({ name }) => name !== 'several' && name !== 'none')

/** Where a picture's bytes come from, unless it is its own address. */
const WAYS: Record<string, Record<BrowserName, RegExp | string>> = {
  srcset: both(/Original 1400×1400/),
  'size-token': both(/Original 1400×1400/),
  'own-origin': { chromium: /Original 900×900/, firefox: en.fromPage('900×900') },
  blob: both(en.fromPage('500×500')),
  canvas: both(en.fromPage('640×640')),
  'tainted-canvas': both(en.fromScreenshot('200×200')),
  film: both(en.fromPage('480×480')),
  'background-no-cors': both(en.fromScreenshot('200×200')),
  cover: both(en.fromScreenshot('106×106')),
  'other-frame': both(en.fromFrameScreenshot('194×194')),
}

function both(way: RegExp | string): Record<BrowserName, RegExp | string> {
  return { chromium: way, firefox: way }
}

let tab: Tab

beforeAll(async () => {
  tab = await stage.openShop('hiding')
  await tab.waitFor('document.documentElement.dataset.drawn === ""')
})

async function click(place: string, target = ''): Promise<View> {
  await tab.findOn1688(`[data-place="${place}"] ${target}`)
  return stage.driver.popup()
}

test('the very first click, on a background picture, finds it or offers the pictures nearby', async () => {
  const popup = await click('background')
  await popup.waitFor('document.querySelector(".offer[data-offer], .choice")')
  // Firefox knows the clicked element at once, Chrome from the second click on.
  const choice = '.choice img[src$="/cors/teddy.jpg"]'
  if (browser === 'chromium') await popup.click(choice)
  await settled(popup)
  expect(stage.sandbox.shop.offerIds('no-cors')).toContain(await firstOffer(popup))
})

test.each(places.filter(({ firefoxOnly }) => browser === 'firefox' || !firefoxOnly))(
  'the picture in “$name” is found',
  async ({ name: place, product, target }) => {
    const popup = await click(place, target)
    await settled(popup)
    expect(await failureCode(popup)).toBe(null)
    expect(await popup.text('.subtitle')).toMatch(WAYS[place]?.[browser] ?? /Original \d+×\d+/)
    expect(stage.sandbox.shop.offerIds(product)).toContain(await firstOffer(popup))
  },
)

test('several pictures in one place are offered with their sizes', async () => {
  const popup = await click('several')
  await popup.waitFor('document.querySelectorAll(".choice").length === 2')
  expect(await popup.text('.choices')).toContain('200×200')
  await popup.click('.choice:first-child')
  await settled(popup)
  expect(stage.sandbox.shop.offerIds('webp')).toContain(await firstOffer(popup))
})

test('where there is no picture, an area can be drawn at once', async () => {
  await tab.findOn1688('[data-place="none"] p')
  await tab.waitFor(OVERLAY)
  // The popup closes by itself; until then it would take the key.
  await expect.poll(stage.driver.hasPopup).toBe(false)
  await stage.driver.press('Escape')
  await tab.waitFor(`!(${OVERLAY})`)
})
