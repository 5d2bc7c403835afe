import { expect, test } from 'vitest'
import type { View } from '../browser/driver.ts'
import { audit, expectNoViolations } from '../stage/axe.ts'
import { useStage } from '../stage/use-stage.ts'

const SOUND = '<main><h1>Offers</h1><p style="color: #222; background: #fff">Black on white</p></main>'

const FAULTS = {
  'color-contrast': '<p style="color: #aaa; background: #fff">Grey on white</p>',
  'button-name': '<button type="button"></button>',
  label: '<input>',
  'heading-order': '<h4>Level four after level one</h4>',
  'target-size': '<button style="padding: 0; width: 9px; height: 9px">+</button>'.repeat(2),
}

const stage = useStage()

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

test('in a tab, the audit finds planted faults and nothing else', async () => {
  await probe(await stage.driver.extensionPage('options.html'))
})

test('in a popup, the audit finds planted faults and nothing else', async () => {
  await probe(await stage.driver.openPopup())
})
