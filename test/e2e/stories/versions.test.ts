import { beforeAll, expect, test } from 'vitest'
import { versionPlaces } from '../../fakes/shop/versions.ts'
import type { Tab } from '../browser/driver.ts'
import { failureCode, firstOffer, settled } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage()
const places = versionPlaces(() => '')
let tab: Tab

beforeAll(async () => {
  tab = await stage.openShop('versions')
})

test.each(places.filter(({ product }) => product))(
  'a picture $name is searched in its largest version that shows it',
  async ({ name, product = '', subtitle }) => {
    await tab.findOn1688(`[data-place="${name}"]`)
    const popup = await stage.driver.popup()
    await settled(popup)
    expect(await failureCode(popup)).toBe(null)
    expect(await popup.text('.subtitle')).toMatch(subtitle)
    expect(stage.sandbox.shop.offerIds(product)).toContain(await firstOffer(popup))
  },
)

test.each(places.filter(({ product }) => !product))(
  'of a picture $name, what stands in for it is not sent',
  async ({ name, subtitle }) => {
    const before = stage.calls()
    await tab.findOn1688(`[data-place="${name}"]`)
    const popup = await stage.driver.popup()
    await popup.waitFor('document.querySelector("[role=alert]")')
    expect(await failureCode(popup)).toBe('picture_not_loaded')
    expect(await popup.text('h1')).toMatch(subtitle)
    expect(stage.calls()).toBe(before)
  },
)
