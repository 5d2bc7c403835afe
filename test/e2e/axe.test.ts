import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit, expectNoViolations } from './axe.ts'
import type { View } from './browser/index.ts'
import { openStage, type Stage } from './stage.ts'

const SOUND = '<main><h1>Offers</h1><p style="color: #222; background: #fff">Black on white</p></main>'

const FAULTS = {
  'color-contrast': '<p style="color: #aaa; background: #fff">Grey on white</p>',
  'button-name': '<button type="button"></button>',
  label: '<input>',
  'heading-order': '<h4>After the first level the fourth</h4>',
  'target-size': '<button style="padding: 0; width: 9px; height: 9px">+</button>'.repeat(2),
}

/** What finds nothing in a sound page has to find what is planted into it, in views of either kind. */
describe.each(['chromium', 'firefox'] as const)('the audit in %s', (name) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(name)
  }, 90_000)
  afterAll(() => stage?.close())

  const show = (view: View, html: string) =>
    view.evaluate(`(document.body.innerHTML = ${JSON.stringify(html)}).length`)

  async function probe(view: View): Promise<void> {
    await show(view, SOUND)
    await expectNoViolations(view, 'sound')
    for (const [rule, fault] of Object.entries(FAULTS)) {
      await show(view, SOUND.replace('</main>', `${fault}</main>`))
      const found = await audit(view, 'faulty')
      expect(found.join('\n')).toMatch(new RegExp(`^faulty: ${rule} \\(`, 'm'))
    }
  }

  test('finds in a tab what is wrong, and nothing else', async () => {
    await probe(await stage.driver.extensionPage('options.html'))
  })

  test('finds in a popup what is wrong, and nothing else', async () => {
    await probe(await stage.driver.openPopup())
  })
})
