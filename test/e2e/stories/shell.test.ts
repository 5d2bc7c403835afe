import { afterEach, expect, test } from 'vitest'
import { appTabs, chooseInMenu, firstOffer, keysWork, searchState, settled, storage } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const TABS = '(globalThis.browser ?? chrome).tabs'

const openIn = () =>
  stage.driver.background<string>(`${storage('local')}.get('openIn').then(({ openIn }) => openIn)`)
const buttonPopup = () =>
  stage.driver.background<string>('(globalThis.browser ?? chrome).action.getPopup({})')

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

test('the side panel chosen in the menu is remembered, which it says with a way back', async () => {
  const { tab, popup } = await stage.search('cors')
  await settled(popup)
  await chooseInMenu(popup, 'panel')
  const panel = await stage.driver.panel()
  await panel.waitFor('document.querySelector(".toast .undo")')
  await expect.poll(openIn).toBe('panel')
  await expect.poll(() => stage.driver.hasPopup()).toBe(false)
  await panel.click('.toast .undo')
  await expect.poll(openIn).toBe('popup')
  await panel.close()
  await tab.close()
})

test('a search shows in the panel that is open, whatever it showed, and no popup opens over it', async () => {
  const { tab, popup } = await stage.search('cors')
  await settled(popup)
  await chooseInMenu(popup, 'panel')
  const panel = await stage.driver.panel()
  await panel.waitFor('document.querySelector(".toast .undo")')
  await panel.click('.toast .undo')
  await expect.poll(buttonPopup).toContain('popup.html')
  await panel.click('[data-route=shortlist]')
  await tab.findOn1688('[data-story="webp"]')
  const isFound = async () => stage.sandbox.shop.offerIds('webp').includes(`${await firstOffer(panel)}`)
  await expect.poll(isFound).toBe(true)
  expect(await stage.driver.hasPopup()).toBe(false)

  // The background that knows of the panel may be ended in between.
  await stage.driver.stopBackground()
  await panel.waitFor('new Promise((done) => setTimeout(() => done(true), 1500))')
  await tab.findOn1688('[data-story="cors"]')
  const isFoundAgain = async () => stage.sandbox.shop.offerIds('cors').includes(`${await firstOffer(panel)}`)
  await expect.poll(isFoundAgain).toBe(true)
  expect(await stage.driver.hasPopup()).toBe(false)

  // Once it is closed, the popup opens again.
  await panel.close()
  await tab.findOn1688('[data-story="webp"]')
  await settled(await stage.driver.popup())
})

/** Of all widths that a panel is dragged to, and the height that a laptop leaves it. */
const PANEL = { widths: [320, 360, 420], height: 700 }

test.each([
  ['with one kind of match', false],
  ['with a switch between two', true],
])('in a narrow panel the rows have at least three quarters of the height, %s', async (_, modesDiffer) => {
  const { tab, popup } = await stage.search('cors')
  await settled(popup)
  await popup.close()
  await tab.close()
  await stage.driver.background(`${storage('session')}.get('search').then(({ search }) => {
    search.lists[search.mode].modesDiffer = ${modesDiffer}
    return ${storage('session')}.set({ search })
  })`)
  const page = await stage.driver.extensionPage('sidepanel.html')
  for (const width of PANEL.widths) {
    // A page of this size, as the browser lays it out: its media queries see the frame.
    await page.evaluate(`void document.body.replaceChildren(Object.assign(document.createElement('iframe'), {
      src: location.pathname, width: ${width}, height: ${PANEL.height}, style: 'border: 0' }))`)
    const inFrame = (script: string) =>
      `((document) => ${script})(document.querySelector('iframe').contentDocument)`
    await page.waitFor(
      inFrame(`document.querySelector('.offer') && document.querySelector('.margin-summary')`),
    )
    await keysWork(page)
    const parts = await page.evaluate<Record<string, number>>(
      inFrame(`Object.fromEntries(['header', '.toolbar', '.list-summary', '.offer', 'footer', 'nav'].map((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect()
        return [selector, box ? Math.round(selector === '.offer' ? box.top : box.height) : 0]
      }))`),
    )
    const rows = PANEL.height - (parts['.offer'] ?? 0) - (parts.footer ?? 0) - (parts.nav ?? 0)
    expect(rows / PANEL.height, `${width}: ${JSON.stringify(parts)}`).toBeGreaterThanOrEqual(0.75)
  }
})

test('results open in one tab if chosen', async () => {
  await stage.driver.background(`${storage('local')}.set({ openIn: 'tab' })`)
  const tab = await stage.openShop()
  const searchId = async () => (await searchState(stage))?.id
  for (const story of ['webp', 'cors']) {
    const before = await searchId()
    await tab.findOn1688(`[data-story="${story}"]`)
    await expect.poll(searchId).not.toBe(before)
    const isShown = async () =>
      (await searchState(stage))?.reading === 'done' && (await appTabs(stage)).length
    await expect.poll(isShown).toBe(1)
  }
  const ids = (await appTabs(stage)).map(({ id }) => id)
  await stage.driver.background(`${TABS}.remove(${JSON.stringify(ids)})`)
})

test('the picture under the pointer is searched by a key', async () => {
  const tab = await stage.openShop()
  await tab.click('[data-story="cors"]')
  await stage.driver.press('alt+shift+2')
  const popup = await stage.driver.popup()
  await settled(popup)
  expect(stage.sandbox.shop.offerIds('cors')).toContain(await firstOffer(popup))
})
