import { beforeAll, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import type { View } from '../browser/driver.ts'
import { allowPhotos } from '../stage/open-scene.ts'
import { keysWork, nextRow, offerIds, settled } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
beforeAll(() => allowPhotos(stage))

const PAGE = 'document.querySelector(".offer-page")'
const LOADED = 'document.querySelector(".offer-page #offer-attributes")'
const detailCalls = () =>
  stage.sandbox.gateway.arrivals.filter(({ api }) => api.includes('queryProductDetail')).length
const rowTitle = (view: View, offerId: string) =>
  view.evaluate<string>(
    `document.querySelector('.offer[data-offer="${offerId}"]').querySelector('.title').innerText`,
  )
const currentId = 'document.querySelector(".offer.current")?.dataset.offer'

/** Presses Tab until the focus is on what matches. */
async function tabTo(view: View, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await view.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return
    await stage.driver.press('Tab')
  }
  expect.fail(`no Tab reaches ${selector}`)
}

/** The offer of the list with most variants, among which one can choose. */
async function manyVariants(view: View): Promise<string> {
  const { catalogue } = stage.sandbox.gateway
  const counts = (await offerIds(view)).map((id) => ({
    id,
    count: catalogue.offer(id)?.variants.length ?? 0,
  }))
  const [most] = counts.sort((one, other) => other.count - one.count)
  return most && most.count > 1 ? most.id : expect.fail('no offer with variants')
}

test('with keys alone: the page opens with one call, a variant is chosen, and Back leads to the row', async () => {
  const popup = await stage.results()
  const wanted = await manyVariants(popup)
  // Firefox gives a popup no key before a click or Tab.
  if (stage.driver.name === 'firefox') await popup.click('h1')
  while ((await popup.evaluate(currentId)) !== wanted) await nextRow(stage, popup)
  const before = detailCalls()
  await stage.driver.press('d')
  await popup.waitFor(LOADED)
  expect(detailCalls() - before).toBe(1)

  const offer = stage.sandbox.gateway.catalogue.offer(wanted) ?? expect.fail('no such offer')
  const shown = await popup.evaluate<number>('document.querySelectorAll(".variants tbody tr").length')
  expect(shown).toBe(Math.min(offer.variants.length, 8))
  // The last of those that are shown, which the picture need not show.
  await tabTo(popup, '.variants tbody tr:last-child .choose-variant')
  await keysWork(popup)
  const label = await popup.evaluate<string>('document.activeElement.ariaLabel')
  await stage.driver.press('Return')
  await popup.waitFor('document.querySelector(".variants .mark")')
  expect(await popup.text('.variants .mark')).toBe(en.markChosen)
  const name = label.slice(en.chooseVariantNamed('').length)
  expect(await popup.text('.variants .matched th bdi')).toContain(name)

  await popup.evaluate('document.querySelector(".offer-page .back").focus()')
  await stage.driver.press('Return')
  await popup.waitFor(`document.querySelector('.offer[data-offer="${wanted}"]')`)
  await popup.waitFor(`document.activeElement?.closest('.offer')?.dataset.offer === '${wanted}'`)
  await keysWork(popup)
  await stage.driver.press('d')
  await popup.waitFor(LOADED)
  expect(detailCalls() - before, 'what is known is not asked for again').toBe(1)
})

test('left and right go through the pictures, each with its verdict', async () => {
  const app = await stage.resultsInTab()
  await nextRow(stage, app)
  await stage.driver.press('d')
  await app.waitFor(LOADED)
  const large = () => app.evaluate<string>('document.querySelector(".large-picture img").src')
  await app.waitFor('document.querySelector(".picture-verdict .verdict-badge")')
  expect(await app.text('.picture-verdict .verdict-badge')).toContain(en.photoVerdicts.same)
  const count = await app.evaluate<number>('document.querySelectorAll(".strip button").length')
  const first = await large()
  expect(count).toBeGreaterThan(1)
  await keysWork(app)
  await stage.driver.press('Right')
  await app.waitFor('document.querySelector(".strip button:nth-child(2)[aria-pressed=true]")')
  expect(await large()).not.toBe(first)
  await keysWork(app)
  await stage.driver.press('Left')
  await app.waitFor('document.querySelector(".strip button:first-child[aria-pressed=true]")')
  await keysWork(app)
  await stage.driver.press('p')
  await app.waitFor('document.querySelector("dialog.compare-photos")')
})

test('details that fail leave what the list said, with the reason and a way to ask again', async () => {
  const popup = await stage.results('webp')
  const [offerId = ''] = await offerIds(popup)
  const listed = await rowTitle(popup, offerId)
  const price = await popup.evaluate<string>('document.querySelector(".offer .price").innerText')
  stage.sandbox.gateway.setFault('http-500', { api: 'queryProductDetail' })
  await popup.evaluate('document.querySelector(".offer .details-link").click()')
  await popup.waitFor(`${PAGE} && document.querySelector(".details-state.failed .retry")`)
  expect(await popup.evaluate('document.querySelector(".offer-page .price").innerText')).toBe(price)
  expect(await popup.text('.offer-page')).toContain(en.notLoaded)
  await popup.click('.offer-page .back')
  await settled(popup)
  expect(await rowTitle(popup, offerId)).toBe(listed)
  stage.sandbox.gateway.clearFaults()
  await popup.evaluate('document.querySelector(".offer .details-link").click()')
  await popup.waitFor('document.querySelector(".details-state.failed .retry")')
  await popup.click('.details-state.failed .retry')
  await popup.waitFor(LOADED)
})
