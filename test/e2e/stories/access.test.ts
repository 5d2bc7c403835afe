import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { View } from '../browser/driver.ts'
import { accessFaults, walkByTab } from '../stage/access-checks.ts'
import { makeBase, openScene } from '../stage/open-scene.ts'
import { keysWork, OFFER, settled } from '../stage/page.ts'
import { SCENES } from '../stage/scenes/index.ts'
import type { Base } from '../stage/scenes/scene.ts'
import { useStage } from '../stage/use-stage.ts'

// What docs/accessibility.md calls scripted: what is found only with real keys, a narrow window or another spacing.

const stage = useStage({
  provider: 'crossborder',
  colorScheme: inject('browser') === 'firefox' ? 'dark' : 'light',
})
let base: Base
beforeAll(async () => {
  base = await makeBase(stage)
})

const open = (name: string) =>
  openScene(stage, SCENES.find((each) => each.name === name) ?? expect.fail(`no scene ${name}`), base)
const walk = (view: View) => walkByTab(view, (key) => stage.driver.press(key))

const VIEWS = ['results-tab', 'compare-tab', 'history-tab', 'margin-tab', 'upload', 'welcome']

describe('by Tab, each stop is marked and seen, and none is a trap', () => {
  test.each(VIEWS)('%s', async (name) => {
    const view = await open(name)
    const { faults, stops } = await walk(view)
    expect(faults).toEqual([])
    // To the end, and out to the browser or back to the beginning.
    expect(stops.length).toBeGreaterThan(4)
  })

  test('options', async () => {
    const { faults, stops } = await walk(await stage.openOptions())
    expect(faults).toEqual([])
    expect(stops.length).toBeGreaterThan(4)
  })

  test('a stop that is covered or has no mark is found', async () => {
    const view = await open('upload')
    await view.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<style>:focus-visible { outline: none !important }</style><div style="position:fixed;inset:0;z-index:99;background:#888"></div>')`,
    )
    const { faults } = await walk(view)
    expect(faults.some((fault) => fault.startsWith('2.4.7'))).toBe(true)
    expect(faults.some((fault) => fault.startsWith('2.4.11'))).toBe(true)
  })
})

/** The app in a frame as wide as a screen of 1280 at 400 %; 1.4.10 allows tables to be wider. */
const FRAME = (route: string) => `void (document.body.innerHTML =
  '<iframe src="${route}" style="width:320px;height:640px;border:0"></iframe>')`
const inFrame = (script: string) =>
  `((document) => ${script})(globalThis.document.querySelector('iframe').contentDocument)`

describe('at 320 pixels, nothing is to be scrolled sideways', () => {
  const READY = `document.querySelector('${OFFER}, .message, .view-header, form, .margin-view, .welcome, #options, h1')`
  const ROUTES = ['results', 'compare', 'shortlist', 'history', 'margin', 'upload', 'welcome', 'photo-reuse']
  test.each([...ROUTES.map((route) => `app.html#${route}`), 'options.html'])('%s', async (address) => {
    await (await open('compare-tab')).close()
    const outer = await stage.openOptions()
    await outer.evaluate(FRAME(address))
    await outer.waitFor(inFrame(READY))
    await outer.evaluate('new Promise((done) => setTimeout(done, 300))')
    const wide = inFrame(`[document.documentElement, ...document.querySelectorAll('body *')]
      .filter((each) => each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX))
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && !each.querySelector(':scope > table'))
      .map((each) => each.localName + '.' + each.className + ': ' + each.scrollWidth + ' in ' + each.clientWidth)`)
    expect(await outer.evaluate<string[]>(wide)).toEqual([])
    await outer.evaluate(
      `void document.querySelector('iframe').contentDocument.body.insertAdjacentHTML('beforeend', '<p style="width:500px">wide</p>')`,
    )
    expect(await outer.evaluate<string[]>(wide)).not.toEqual([])
  })
})

test('zoomed to 400 % with the browser’s own keys, results are still found, saved and read', async () => {
  const app = await stage.resultsInTab()
  const before = await app.evaluate<number>('innerWidth')
  try {
    // The browsers have steps of their own.
    for (let width = before; width > before / 3.9; width = await app.evaluate<number>('innerWidth')) {
      await stage.driver.press('ctrl+plus')
      await app.waitFor(`innerWidth < ${width}`)
    }
    expect(await app.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await app.click('.offer .save')
    await app.waitFor('document.querySelector(".offer .save").ariaPressed')
    const { faults } = await walk(app)
    expect(faults).toEqual([])
  } finally {
    await stage.driver.press('ctrl+0')
    await app.waitFor(`innerWidth === ${before}`)
  }
})

test('a tooltip that comes with the focus goes with Escape, and the focus stays', async () => {
  const app = await stage.resultsInTab()
  await stage.driver.press('j')
  await app.waitFor('document.querySelector(".offer.current [data-tooltip]")')
  for (
    let stop = 0;
    stop < 5 && !(await app.evaluate<boolean>('Boolean(document.querySelector("#tooltip"))'));
    stop++
  ) {
    await stage.driver.press('Tab')
    await keysWork(app)
  }
  const focus = 'document.activeElement.outerHTML.slice(0, 80)'
  expect(await app.text('#tooltip')).not.toBe('')
  expect(await app.evaluate('document.activeElement.getAttribute("aria-describedby")')).toBe('tooltip')
  await stage.driver.press('Escape')
  await app.waitFor('!document.querySelector("#tooltip")')
  expect(await app.evaluate<string>(focus)).toContain('data-tooltip')
})

test('single-letter keys can be turned off, and the choice is kept', async () => {
  const app = await stage.resultsInTab()
  const toggle = async (view: View) => {
    await view.evaluate(
      'document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true }))',
    )
    await view.click('[name=singleKeys]')
    await view.click('.key-list button')
    await view.waitFor('!document.querySelector(".key-list")')
    await keysWork(view)
  }
  await toggle(app)
  await app.close()
  const again = await stage.openApp('results')
  await settled(again)
  await keysWork(again)
  const isAtQuantity = 'document.activeElement.id === "quantity"'
  await stage.driver.press('q', 'slash', 's', 'x')
  await keysWork(again)
  expect(await again.evaluate(isAtQuantity)).toBe(false)
  await toggle(again)
  await stage.driver.press('q')
  await again.waitFor(isAtQuantity)
})

test('no style depends on how the screen is held', async () => {
  const view = await open('results-tab')
  const rules = await view.evaluate<string>(
    `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map(({ cssText }) => cssText).join('\\n')`,
  )
  expect(rules.length).toBeGreaterThan(10_000)
  expect(rules).not.toMatch(/orientation\s*:\s*(portrait|landscape)/)
})

describe('planted faults are found', () => {
  const FAULTS = {
    '3.1.2': '<p>Made in 深圳</p>',
    '2.5.3': '<button aria-label="Close">Send it</button>',
    '1.4.11': '<input style="border: 1px solid #eee; background: #fff">',
    '1.4.12': '<p style="width: 90px; height: 1.2em; line-height: 1.1; overflow: hidden">Nine words</p>',
  }
  test.each(Object.entries(FAULTS))('%s', async (number, html) => {
    const view = await open('upload')
    await view.evaluate(`void (document.body.innerHTML = '<main style="background:#fff">${html}</main>')`)
    expect((await accessFaults(view, 'planted')).join()).toContain(number)
    await view.evaluate('void (document.body.innerHTML = "<main><p>Sound</p></main>")')
    expect(await accessFaults(view, 'sound')).toEqual([])
  })
})
