import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit } from './axe.ts'
import type { BrowserName, View } from './browser/index.ts'
import {
  allowPhotos,
  type Base,
  FAILURES,
  failureIn,
  makeBase,
  openScene,
  SCENES,
  setLocal,
  setSession,
} from './scenes.ts'
import { openStage, type Stage, type StageOptions, settled } from './stage.ts'

/** Looks at every state of the app, in one look and language. */
export function tellStates(name: BrowserName, title: string, looks: StageOptions, check: Check): void {
  describe(`in ${name}, ${title}`, () => {
    let stage: Stage
    let base: Base
    const opened: View[] = []

    beforeAll(async () => {
      stage = await openStage(name, { provider: 'crossborder', ...looks })
      base = await makeBase(stage)
    }, 120_000)
    afterEach(async () => {
      // One that failed to show what it should is still in the way of the next.
      const left = opened.length > 0 ? undefined : await stage.driver.popup(200).catch(() => undefined)
      for (const view of [...opened.splice(0), ...(left ? [left] : [])]) {
        if (await view.closed()) continue
        // A field for words takes the first Escape for itself.
        await view.evaluate('document.activeElement?.blur()')
        await view.close()
      }
    })
    afterAll(() => stage?.close())

    test.each(SCENES)('$name', async (scene) => {
      const view = await openScene(stage, scene, base)
      opened.push(view)
      expect(await check(view, scene.name)).toEqual([])
    })

    test('the options', async () => {
      await openScene(
        stage,
        { name: 'options', place: 'tab', until: 'document.querySelector(".offer")' },
        base,
      ).then((view) => view.close())
      const view = await stage.openOptions()
      opened.push(view)
      expect(await check(view, 'options')).toEqual([])
    })

    test('the panel', async () => {
      const view = await openScene(
        stage,
        { name: 'panel', place: 'tab', until: 'document.querySelector(".offer")' },
        base,
      )
      await view.close()
      await setLocal(stage, { openIn: 'panel' })
      const tab = await stage.driver.open(stage.sandbox.shop.url)
      opened.push(tab)
      await tab.findOn1688('[data-story="cors"]')
      const panel = await stage.driver.panel()
      opened.push(panel)
      await settled(panel)
      expect(await check(panel, 'panel')).toEqual([])
      await panel.close()
      await setLocal(stage, { openIn: 'popup' })
    })

    test('verdicts on photos', async () => {
      await allowPhotos(stage)
      const view = await openScene(
        stage,
        { name: 'verdicts', place: 'popup', until: 'document.querySelector(".same")' },
        base,
      )
      opened.push(view)
      await view.waitFor('document.querySelectorAll(".pic .same, .pic .unseen").length === 20')
      expect(await check(view, 'verdicts')).toEqual([])
    })

    test('what this looks for is found', async () => {
      const view = await openScene(
        stage,
        { name: 'control', place: 'popup', until: 'document.querySelector(".offer")' },
        base,
      )
      opened.push(view)
      await view.evaluate(
        `document.querySelector('nav').insertAdjacentHTML('afterend', '<p style="width:2000px;color:#999;background:#aaa">Words of nobody</p>')`,
      )
      await view.evaluate('(document.querySelector(".app").style.overflow = "visible")')
      expect((await check(view, 'control')).length).toBeGreaterThanOrEqual(2)
    })

    test('every failure has its words and a next step', async () => {
      const view = await openScene(
        stage,
        { name: 'failures', place: 'popup', until: 'document.querySelector(".offer")' },
        base,
      )
      opened.push(view)
      for (const code of FAILURES) {
        await setSession(stage, failureIn(base, code))
        await view.waitFor(`document.querySelector('.message .detail code')?.textContent === '${code}'`)
        expect(
          await view.evaluate<number>('document.querySelectorAll(".message button").length'),
        ).toBeGreaterThan(0)
        expect(await check(view, code)).toEqual([])
      }
    })
  })
}

type Check = (view: View, name: string) => Promise<string[]>

/** Nothing that axe knows of keeps anybody out, and nothing needs to be scrolled sideways. */
export const isAccessible: Check = async (view, name) => [
  ...(await audit(view, name)),
  ...(await overflow(view)),
]

/** What is not among the texts, or does not hold a text that is half as long again. */
export const isTranslated: Check = async (view) => [
  ...(await overflow(view)),
  ...(await view.evaluate<string[]>(UNTRANSLATED)),
  ...(await view.evaluate<string[]>(CUT_OFF)),
]

export const isMirrored: Check = async (view) => [
  ...(await isTranslated(view, '')),
  ...(await view.evaluate<string[]>(NOT_MIRRORED)),
]

const overflow = (view: View) => view.evaluate<string[]>(OVERFLOW)

const OVERFLOW = `(document.documentElement.scrollWidth <= innerWidth + 1 ? [] : ['scrolls sideways: ' + document.documentElement.scrollWidth + ' in ' + innerWidth])`

/** Words that come from the platform, the page or the keyboard. */
const FOREIGN =
  '[lang=zh], .title, .name, .of, .detail, .notes, kbd, .earlier .go, .item-number, option, .difference li, .query'

const UNTRANSLATED = `(() => {
  const found = []
  const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode
    if (!/[A-Za-z]{3,}/.test(textContent) || parentElement.closest(${JSON.stringify(FOREIGN)})) continue
    // What stands between brackets went through the texts.
    if (!/[^\\x00-\\x7f]/.test(textContent)) found.push('not translated: ' + textContent)
  }
  return found
})()`

const CUT_OFF = `[...document.querySelectorAll('button, label, h1, h2, th, .sub, legend')]
  .filter((element) => element.checkVisibility() && getComputedStyle(element).overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1)
  .filter((element) => !element.matches('.answer h1, .go, .unseen'))
  .map((element) => 'cut off: ' + element.outerHTML.slice(0, 120))`

const NOT_MIRRORED = `(() => {
  if (getComputedStyle(document.body).direction !== 'rtl') return ['not from right to left']
  const [picture, words] = ['.pic', '.about'].map((each) => document.querySelector('.offer ' + each)?.getBoundingClientRect())
  return picture && words && picture.left < words.right - 1 ? ['the picture is on the wrong side'] : []
})()`
