import { afterEach, expect, test } from 'vitest'
import { firstOffer, settled, storage } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const TABS = '(globalThis.browser ?? chrome).tabs'

const stage = useStage({ provider: 'crossborder' })
afterEach(() => stage.driver.background(`${storage('local')}.remove('openIn')`))

test('a search keeps running when its popup closes, and the badge says when it is done', async () => {
  stage.sandbox.gateway.setFault('slow', { delayMs: 7500, times: 1 })
  const { popup } = await stage.search('cors')
  await popup.waitFor('document.querySelector(".skeleton")')
  await popup.close()
  stage.sandbox.gateway.clearFaults()
  const badge = () =>
    stage.driver.background<string>('(globalThis.browser ?? chrome).action.getBadgeText({})')
  await expect.poll(badge).toMatch(/^\d+\+?$/)
  const again = await stage.driver.openPopup()
  await settled(again)
  expect(stage.sandbox.shop.offerIds('cors')).toContain(await firstOffer(again))
  await expect.poll(badge).toBe('')
})

test('results open in the side panel if chosen', async () => {
  await stage.driver.background(`${storage('local')}.set({ openIn: 'panel' })`)
  const tab = await stage.openShop()
  await tab.findOn1688('[data-story="cors"]')
  const panel = await stage.driver.panel()
  await settled(panel)
  expect(stage.sandbox.shop.offerIds('cors')).toContain(await firstOffer(panel))
  expect(await panel.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await panel.close()
})

test('results open in one tab if chosen', async () => {
  await stage.driver.background(`${storage('local')}.set({ openIn: 'tab' })`)
  const tab = await stage.openShop()
  await tab.findOn1688('[data-story="webp"]')
  const tabs = () =>
    stage.driver.background<number>(`${TABS}.query({ title: 'Find on 1688' }).then(({ length }) => length)`)
  await expect.poll(tabs).toBe(1)
  await stage.driver.background(
    `${TABS}.query({ title: 'Find on 1688' }).then((found) => ${TABS}.remove(found.map(({ id }) => id)))`,
  )
})

test('the picture under the pointer is searched by a key', async () => {
  const tab = await stage.openShop()
  await tab.click('[data-story="cors"]')
  await stage.driver.press('alt+shift+2')
  const popup = await stage.driver.popup()
  await settled(popup)
  expect(stage.sandbox.shop.offerIds('cors')).toContain(await firstOffer(popup))
})
