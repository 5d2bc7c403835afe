import { beforeEach, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import type { View } from '../browser/driver.ts'
import { offerIds, settled, storage } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
beforeEach(async () => {
  await stage.driver.background(`${storage('local')}.set({ habits: {
    quantity: 500, sort: 'relevance', filters: {}, currency: null } })`)
})

const detailCalls = () =>
  stage.sandbox.gateway.arrivals.filter(
    ({ api, outcome }) => api.includes('queryProductDetail') && outcome === 'ok',
  ).length
const row = (offerId: string) => `document.querySelector('.offer[data-offer="${offerId}"]')`
const textOf = (view: View, offerId: string) =>
  view.evaluate<string>(`${row(offerId)}.querySelector('.price-column').innerText`)
const notAsked = 'document.querySelectorAll(".offer .not-known").length'
const button = 'document.querySelector(".details-batch .get-tiers")'
const buttonText = (view: View) => view.evaluate<string>(`${button}.textContent`)
const FINISHED = `!document.querySelector('.details-batch progress')`

function catalogueOffer(offerId: string) {
  return stage.sandbox.gateway.catalogue.offer(offerId) ?? expect.fail(`no offer ${offerId}`)
}

test('a list price is not shown as the price at 500', async () => {
  const before = detailCalls()
  const popup = await stage.results()
  const [first = ''] = await offerIds(popup)
  await popup.waitFor(`${notAsked} === ${await popup.evaluate('document.querySelectorAll(".offer").length')}`)
  const text = await textOf(popup, first)
  expect(text).toContain('list price')
  expect(text).not.toContain(en.priceAtQuantity('', '500'))
  expect(await popup.evaluate(`${row(first)}.querySelector('.price').innerText`)).toContain(
    catalogueOffer(first).price,
  )
  expect(detailCalls()).toBe(before)
})

test('the compared offers are asked for alone, and a larger order that costs less is pointed out', async () => {
  const before = detailCalls()
  const popup = await stage.results()
  const ids = await offerIds(popup)
  const offers = ids.map(catalogueOffer)
  const tiered = offers.find(({ priceTiers }) => priceTiers.length > 1) ?? expect.fail('no price tiers')
  const other = offers.find(({ offerId }) => offerId !== tiered.offerId) ?? expect.fail('one offer')
  await popup.close()
  const app = await stage.openApp('results')
  await settled(app)
  for (const { offerId } of [tiered, other])
    await app.evaluate(`${row(offerId)}.querySelector('.compare').click()`)
  await app.waitFor('document.querySelector(".compare-link")?.textContent.includes("2")')
  // One piece fewer than the second tier, whose whole order is then cheaper.
  const next = tiered.priceTiers[1] ?? expect.fail('one tier')
  await app.fill('#quantity', String(next.minQuantity - 1))
  await app.click('.compare-link')
  await app.waitFor(`${button}?.textContent.includes('2 offers')`)
  await app.click('.details-batch .get-tiers')
  await app.waitFor(`!document.querySelector('.details-batch')`)
  expect(detailCalls() - before).toBe(2)
  const text = await app.evaluate<string>('document.querySelector(".comparison .cheaper-order").innerText')
  expect(text).toContain(`${next.minQuantity.toLocaleString('en')} cost less than`)
  expect(text).toContain(
    (Math.round(Number(next.price) * 100 * next.minQuantity) / 100).toLocaleString('en', {
      minimumFractionDigits: 2,
    }),
  )
})

test('one action asks for all in view, can be stopped, and asks for nothing twice', async () => {
  const before = detailCalls()
  const popup = await stage.results()
  await popup.waitFor(button)
  // Other notes on the list may come before it.
  if (await popup.evaluate('!!document.querySelector(".more-notes[aria-expanded=false]")'))
    await popup.click('.more-notes')
  const all = await offerIds(popup)
  // Those that the story before has asked for are known.
  const ids = await popup.evaluate<string[]>(
    `[...document.querySelectorAll('.offer')].filter((row) => row.querySelector('.not-known')).map(({ dataset }) => dataset.offer)`,
  )
  expect(ids.length).toBe(all.length - 2)
  expect(await buttonText(popup)).toContain(`for ${ids.length} offers`)
  expect(await buttonText(popup)).toContain(`uses ${ids.length} searches`)
  // The first two answers are held back, so that there is something to stop however slow the machine is.
  const { gateway } = stage.sandbox
  gateway.setFault('slow', { api: 'queryProductDetail', delayMs: 60_000 })
  await popup.click('.details-batch .get-tiers')
  await popup.waitFor(
    `[...document.querySelectorAll('.price-tiers')].filter(({ innerText }) => innerText === '${en.loadingTiers}').length === 2`,
  )
  expect(await popup.text('.details-batch')).toContain(`: 0 of ${ids.length}`)
  await popup.click('.details-batch .stop')
  await popup.waitFor('document.querySelector(".details-batch progress") && !document.querySelector(".stop")')
  gateway.clearFaults()
  await popup.waitFor(FINISHED)
  const left = await popup.evaluate<number>(notAsked)
  expect(left).toBe(ids.length - 2)
  expect(detailCalls() - before).toBe(2)
  expect(await buttonText(popup)).toContain(`uses ${left} searches`)

  await popup.click('.details-batch .get-tiers')
  // It goes on without the popup.
  await popup.waitFor('document.querySelector(".details-batch .stop")')
  await popup.close()
  await expect
    .poll(
      () =>
        stage.driver.background(
          `${storage('session')}.get('search').then(({ search }) => search.detailsBatch.state)`,
        ),
      { timeout: 60_000 },
    )
    .toBe('done')
  expect(detailCalls() - before).toBe(ids.length)
  const again = await stage.driver.openPopup()
  await settled(again)
  expect(await again.evaluate(notAsked)).toBe(0)
  expect(await again.evaluate(`${button}`)).toBeNull()
  for (const id of ids) {
    const { priceTiers, variants, price } = catalogueOffer(id)
    const tier = priceTiers.findLast(({ minQuantity }) => minQuantity <= 500)
    const known = tier?.price ?? price
    const text = await textOf(again, id)
    // Tiers hold for all variants.
    if (!tier && variants.length > 0) expect(text).toContain('by variant')
    else expect(text, id).toContain(known)
    expect(text).not.toContain('list price')
  }
})

test('a search with another photo shows the price tiers of an offer that it finds again, without a call', async () => {
  const before = detailCalls()
  const popup = await stage.results('thumb-1')
  const known = `[...document.querySelectorAll('.offer')].filter((row) => !row.querySelector('.not-known')).map(({ dataset }) => dataset.offer)`
  await popup.waitFor(`${known}.length > 0`)
  const ids = await popup.evaluate<string[]>(known)
  expect(ids.length).toBeGreaterThan(0)
  expect(detailCalls()).toBe(before)
})

test('clearing the history forgets what is kept of offers', async () => {
  const popup = await stage.results()
  await popup.waitFor(`${notAsked} === 0`)
  await popup.close()
  const history = await stage.openApp('history')
  await history.click('.clear-history, .view-header .secondary')
  await history.waitFor('document.querySelector(".toast")')
  const again = await stage.results()
  const all = await again.evaluate<number>('document.querySelectorAll(".offer").length')
  await again.waitFor(`${notAsked} === ${all}`)
})
