import { expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { chooseInMenu, firstOffer, nextRow, select, stored } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })

test('a saved offer keeps its note and decision', async () => {
  const app = await stage.resultsInTab()
  await nextRow(stage, app)
  await stage.driver.press('s')
  await app.waitFor('document.querySelector("nav [data-route=shortlist] .count")')
  await app.click('nav [data-route="shortlist"]')
  await app.waitFor('document.querySelector(".note")')
  await app.fill('.note', 'ask for the lining')
  await select(app, '.decision select', 'sample')
  await app.evaluate('document.querySelector(".note").blur()')
  const entry = { note: 'ask for the lining', decision: 'sample' }
  await expect.poll(() => stored(app, 'shortlist')).toMatchObject([entry])
  await app.close()
  const again = await stage.openApp('shortlist')
  await again.waitFor('document.querySelector(".note")?.value === "ask for the lining"')
  expect(await again.evaluate('document.querySelector(".decision select").value')).toBe('sample')
  await again.click('.offer .save')
  await again.waitFor('document.querySelector(".message")')
})

test('an earlier search opens again without a call, and clearing the history can be undone', async () => {
  const app = await stage.resultsInTab('webp')
  const first = await firstOffer(app)
  await stage.resultsInTab('main')
  const before = stage.calls()
  await app.evaluate("void (location.hash = 'history')")
  await app.waitFor('document.querySelectorAll(".past-search").length >= 2')
  const listed = await app.evaluate<number>('document.querySelectorAll(".past-search").length')
  await app.evaluate('document.querySelectorAll(".past-search .reopen")[1].click()')
  await app.waitFor(`document.querySelector('.offer[data-offer]')?.dataset.offer === '${first}'`)
  expect(stage.calls()).toBe(before)
  await app.evaluate("void (location.hash = 'history')")
  await app.click('.clear-history')
  await app.waitFor('document.querySelector(".message")')
  await app.click('.toast .undo')
  await app.waitFor(`document.querySelectorAll(".past-search").length === ${listed}`)
})

test('repeating a search says what has changed', async () => {
  const app = await stage.resultsInTab('webp')
  const id = await firstOffer(app)
  const product = stage.sandbox.shop.pictures.find(({ story }) => story === 'webp')?.product
  const offer = stage.sandbox.gateway.catalogue
    .offersOf(product?.id ?? '')
    .find((each) => String(each.offerId) === id)
  expect(offer).toBeDefined()
  if (!offer) return
  const before = offer.price
  offer.price = (Number(before) - 1).toFixed(2)
  try {
    await chooseInMenu(app, 'again')
    await app.waitFor('document.querySelector(".changes")')
    expect(await app.text('.changes')).toContain(en.priceDrops(1))
    expect(await app.text('.offer .change-badge')).toContain(`↓ ¥${before}`)
  } finally {
    offer.price = before
  }
})
