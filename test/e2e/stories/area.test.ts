import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import type { Tab } from '../browser/driver.ts'
import { bytesOf, chooseInMenu, firstOffer, OVERLAY, sentPicture, settled } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const PAGE = 'document.documentElement.outerHTML'

/** By the browser's own steps, which differ: a pixel of the page is then another number of pixels on the screen. */
const ZOOMS = [
  { title: 'not zoomed', density: 1, key: 'ctrl+plus' },
  { title: 'zoomed in', density: 1.5, key: 'ctrl+plus' },
  { title: 'zoomed out', density: 0.9, key: 'ctrl+minus' },
]
const MAX_STEPS = 8

const stage = useStage()

async function boxOf(tab: Tab, selector: string) {
  return tab.evaluate<{ left: number; top: number; right: number; bottom: number }>(
    `document.querySelector('${selector}').getBoundingClientRect().toJSON()`,
  )
}

/** Red is the picture, green is everything around it. */
async function share(of: 'red' | 'green'): Promise<number> {
  const sent = await sentPicture(stage)
  const { data, info } = await sharp(bytesOf(sent?.dataUrl)).raw().toBuffer({ resolveWithObject: true })
  let count = 0
  for (let at = 0; at < data.length; at += info.channels) {
    const [red = 0, green = 0] = [data[at], data[at + 1]]
    if (of === 'red' ? red > 230 && green < 30 : green > 60) count++
  }
  return count / (data.length / info.channels)
}

describe.each(ZOOMS)('$title', ({ key, density }) => {
  async function openZoomed(path: string): Promise<Tab> {
    const tab = await stage.openShop(path)
    const isAt = (ratio: number) => `Math.abs(devicePixelRatio - ${ratio}) < 0.02`
    await stage.driver.press('ctrl+0')
    await tab.waitFor(isAt(1))
    for (let steps = 0; steps < MAX_STEPS && !(await tab.evaluate(isAt(density))); steps++) {
      const before = await tab.evaluate<number>('devicePixelRatio')
      await stage.driver.press(key)
      await tab.waitFor(`devicePixelRatio !== ${before}`)
    }
    await tab.waitFor(isAt(density))
    return tab
  }

  test.each([0, 100, 450])('a capture is right to the pixel, scrolled by %i', async (top) => {
    const tab = await openZoomed('edges')
    await tab.evaluate(`scrollTo(0, ${top})`)
    await tab.evaluate(`document.querySelector('[data-edge]').scrollIntoView = () => {}`)
    await tab.findOn1688('[data-edge]')
    await settled(await stage.driver.popup())
    const sent = await sentPicture(stage)
    expect(sent?.how).toBe('capture')
    expect(await share('green')).toBe(0)
    expect(await share('red')).toBe(1)
    expect(sent?.fromWidth).toBeGreaterThanOrEqual(Math.floor(301.7 * density) - 2)
    const seen = Math.min(199.4, 333.3 + 199.4 - top)
    expect(sent?.fromHeight).toBeGreaterThanOrEqual(Math.floor(seen * density) - 2)
  })

  test('an area is drawn by hand after the shortcut, and the page stays as it was', async () => {
    const tab = await openZoomed('edges')
    await tab.evaluate(`(scrollTo(0, 50), document.querySelector('#focus').focus(), true)`)
    const before = await tab.evaluate<string>(PAGE)
    const scrolled = await tab.evaluate<number>('scrollY')
    await stage.driver.press('alt+shift+1')
    await tab.waitFor(OVERLAY)
    const { left, top, right, bottom } = await boxOf(tab, '[data-edge]')
    await stage.driver.drag(tab, { x: left + 5, y: top + 5 }, { x: right - 5, y: bottom - 5 })
    await stage.driver.press('Return')
    await settled(await stage.driver.popup())
    const sent = await sentPicture(stage)
    expect(sent?.how).toBe('area')
    expect(await share('red')).toBe(1)
    expect(Math.abs((sent?.fromWidth ?? 0) - (right - left - 10) * density)).toBeLessThanOrEqual(3)
    expect(await tab.evaluate<string>(PAGE)).toBe(before)
    expect(await tab.evaluate<number>('scrollY')).toBe(scrolled)
    expect(await tab.evaluate<string>('document.activeElement.id')).toBe('focus')
  })

  test('an area is moved and resized with the keys, and cancelled with Escape', async () => {
    const tab = await openZoomed('edges')
    const before = await tab.evaluate<string>(PAGE)
    await stage.driver.press('alt+shift+1')
    await tab.waitFor(OVERLAY)
    const calls = stage.calls()
    await stage.driver.press('Escape')
    await tab.waitFor(`!(${OVERLAY})`)
    expect(await tab.evaluate<string>(PAGE)).toBe(before)
    expect(stage.calls()).toBe(calls)

    await stage.driver.press('alt+shift+1')
    await tab.waitFor(OVERLAY)
    await stage.driver.press('Left', 'Left', 'Up', 'shift+Right', 'shift+Down', 'shift+Down', 'Return')
    await settled(await stage.driver.popup())
    const sent = await sentPicture(stage)
    const side = Math.round((await tab.evaluate<number>('Math.min(innerWidth, innerHeight)')) / 2)
    expect(Math.abs((sent?.fromWidth ?? 0) - (side + 10) * density)).toBeLessThanOrEqual(2)
    expect(Math.abs((sent?.fromHeight ?? 0) - (side + 20) * density)).toBeLessThanOrEqual(2)
  })

  test('an area is picked from the popup', async () => {
    const tab = await openZoomed('')
    const view = await stage.driver.openPopup()
    await chooseInMenu(view, 'pick')
    await tab.waitFor(OVERLAY)
    const { left, top, right, bottom } = await boxOf(tab, '[data-story="main"]')
    await stage.driver.drag(tab, { x: left, y: top }, { x: right, y: bottom })
    await stage.driver.press('Return')
    const found = await stage.driver.popup()
    await settled(found)
    expect(stage.sandbox.shop.offerIds('main')).toContain(await firstOffer(found))
    expect(await found.text('.subtitle')).toContain(en.fromArea(''))
  })
})
