import { beforeAll, expect, test } from 'vitest'
import type { View } from '../browser/driver.ts'
import { allowPhotos, makeBase, openScene, setLocal, setSession } from './open-scene.ts'
import { settled } from './page.ts'
import { SCENES } from './scenes/index.ts'
import type { Base } from './scenes/scene.ts'
import { FAILURES, failureIn } from './scenes/search.ts'
import type { StageOptions } from './stage.ts'
import { useStage } from './use-stage.ts'

/** What is wrong with a view as it is now, a line for each fault. */
export type Check = (view: View, name: string) => Promise<string[]>

/** Defines a test for each state of the app, in one look and language; without STORIES=all for one of `every`. */
export function testStates(looks: StageOptions, check: Check, every = 1): void {
  const stage = useStage({ provider: 'crossborder', ...looks })
  let base: Base

  beforeAll(async () => {
    base = await makeBase(stage)
  })

  const openResults = (openIn: 'popup' | 'tab') =>
    openScene(stage, { name: 'results', openIn, until: 'document.querySelector(".offer")' }, base)

  const step = process.env.STORIES === 'all' ? 1 : every
  test.each(SCENES.filter((_, at) => at % step === 0))('$name', async (scene) => {
    const view = await openScene(stage, scene, base)
    expect(await check(view, scene.name)).toEqual([])
  })

  test('the options', async () => {
    await (await openResults('tab')).close()
    const view = await stage.openOptions()
    expect(await check(view, 'options')).toEqual([])
  })

  test('the panel', async () => {
    const view = await openResults('tab')
    await view.close()
    await setLocal(stage, { openIn: 'panel' })
    const tab = await stage.openShop()
    await tab.findOn1688('[data-story="cors"]')
    const panel = await stage.driver.panel()
    await settled(panel)
    expect(await check(panel, 'panel')).toEqual([])
    await panel.close()
    await setLocal(stage, { openIn: 'popup' })
  })

  test('verdicts on photos', async () => {
    await allowPhotos(stage)
    const view = await openResults('popup')
    await view.waitFor(
      'document.querySelectorAll(".offer-photo .verdict-badge, .offer-photo .visually-hidden").length === 20',
    )
    expect(await check(view, 'verdicts')).toEqual([])
  })

  test('planted faults are found', async () => {
    const view = await openResults('popup')
    await view.evaluate(
      `document.querySelector('nav').insertAdjacentHTML('afterend', '<p style="width:2000px;color:#999;background:#aaa">Planted words</p>')`,
    )
    await view.evaluate('(document.querySelector(".app").style.overflow = "visible")')
    expect((await check(view, 'control')).length).toBeGreaterThanOrEqual(2)
  })

  test('every failure has a text and a next step', async () => {
    const view = await openResults('popup')
    for (const code of FAILURES) {
      await setSession(stage, failureIn(base, code))
      await view.waitFor(`document.querySelector('.message .detail code')?.textContent === '${code}'`)
      expect(
        await view.evaluate<number>('document.querySelectorAll(".message button").length'),
      ).toBeGreaterThan(0)
      expect(await check(view, code)).toEqual([])
    }
  })
}
