import { beforeAll, expect, test } from 'vitest'
import { expectNoViolations } from '../stage/axe.ts'
import { allowPhotos } from '../stage/open-scene.ts'
import { chooseInMenu } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
beforeAll(() => allowPhotos(stage))

/** Where the line between the two photos is, in per cent. */
const DIVIDER = 'document.querySelector(".overlay input").valueAsNumber'

test('photos are compared once their host is allowed', async () => {
  const again = await stage.driver.openPopup()
  await again.waitFor('/same photo/.test(document.querySelector("h1").innerText)')
  expect(await again.text('.offer .verdict-badge')).toBe('Same photo')
  await again.waitFor(
    'document.querySelectorAll(".offer-photo .verdict-badge, .offer-photo .visually-hidden").length === 20',
  )
})

test('the history says how many offers show the photo, and the lowest price among those alone', async () => {
  const app = await stage.openApp('results')
  await app.waitFor('document.querySelectorAll(".offer-photo .verdict-badge").length > 1')
  const count = (await app.text('h1')).match(/(\d+) same photo/)?.[1] ?? ''
  const { prices, cheapest } = await app.evaluate<{ prices: number[]; cheapest: number }>(`(() => {
    const priceOf = (offer) => Number(offer.querySelector('.price').innerText.match(/\\d+\\.\\d+/)[0])
    const offers = [...document.querySelectorAll('.offer[data-offer]')]
    const same = offers.filter((offer) => /^(Same photo|Mirrored)/.test(offer.querySelector('.verdict-badge')?.innerText))
    return { prices: same.map(priceOf), cheapest: Math.min(...offers.map(priceOf)) }
  })()`)
  expect(prices).toHaveLength(Number(count))
  const lowest = Math.min(...prices)
  // Offers of something else are cheaper.
  expect(cheapest).toBeLessThan(lowest)
  await app.evaluate("void (location.hash = 'history')")
  await app.waitFor('/with your photo/.test(document.querySelector(".past-search").innerText)')
  const entry = await app.text('.past-search')
  expect(entry).toContain(`${count} with your photo, from ¥${lowest.toFixed(2)}`)
  expect(entry).not.toContain(`¥${cheapest.toFixed(2)}`)
})

test('a verdict can be checked by eye, with the keyboard', async () => {
  const app = await stage.openApp('results')
  const pairIs = (row: number) =>
    app.waitFor(
      `document.querySelector('dialog.compare-photos[open]')?.dataset.comparedOffer === document.querySelectorAll('.offer')[${row}].dataset.offer`,
    )
  await app.waitFor('document.querySelectorAll(".offer .verdict-badge").length > 1')
  await app.click('.offer .verdict-badge')
  await pairIs(0)
  await app.waitFor(
    '[...document.querySelectorAll(".side-by-side img")].filter(({ naturalWidth }) => naturalWidth > 99).length === 2',
  )
  expect(await app.text('.compare-photos h2')).toBe('Same photo')
  expect(await app.text('.compare-photos')).toContain('not proof that it is the same product')
  await expectNoViolations(app, 'both photos side by side')

  await stage.driver.press('Tab', 'space')
  await app.waitFor('document.querySelector(".overlay input")')
  await stage.driver.press('shift+Tab', 'shift+Tab')
  await app.waitFor('document.activeElement.matches(".overlay input")')
  await stage.driver.press('Right', 'Right', 'Right')
  await app.waitFor(`${DIVIDER} === 53`)
  const clip = await app.evaluate<string>('getComputedStyle(document.querySelector(".overlay-top")).clipPath')
  expect(clip).toMatch(/^inset\(0(px)? calc\(47%|^inset\(0(px)? 47%/)
  await expectNoViolations(app, 'both photos over each other')

  await stage.driver.press('j')
  await pairIs(1)
  await app.waitFor('document.querySelector(".photo.mirrored")')
  expect(await app.text('.compare-photos h2')).toContain('mirrored')
  await app.click('.compare-photos .checkbox-label input')
  await app.waitFor('!document.querySelector(".photo.mirrored")')
  await stage.driver.press('k')
  await pairIs(0)
  await stage.driver.press('Escape')
  await app.waitFor('!document.querySelector(".compare-photos")')
  expect(await app.evaluate('document.activeElement.matches(".offer:first-child .offer-photo")')).toBe(true)
  // Overlaid was the last choice, and stays.
  await stage.driver.press('p')
  await app.waitFor('document.querySelector("dialog.compare-photos[open] .overlay")')
  await stage.driver.press('Escape')
  await app.waitFor('!document.querySelector(".compare-photos")')
})

test('“who uses this photo” counts its suppliers, and lists the others separately', async () => {
  const app = await stage.openApp('results')
  await app.waitFor('document.querySelectorAll(".offer .verdict-badge").length > 1')
  const same = await app.evaluate<string[]>(
    `[...document.querySelectorAll('.offer')].filter((row) => row.querySelector('.verdict-badge:not(.probably)')).map(({ dataset }) => dataset.offer)`,
  )
  await chooseInMenu(app, 'photo-reuse')
  await app.waitFor('document.querySelector(".reused-photo.yours")')
  const shown = (selector: string) =>
    app.evaluate<string[]>(
      `[...document.querySelectorAll('${selector} [data-reused-offer]')].map(({ dataset }) => dataset.reusedOffer)`,
    )
  // There may be more: photos that match a matching photo, though not the query.
  expect(await shown('.reused-photo.yours')).toEqual(expect.arrayContaining(same))
  const { catalogue } = stage.sandbox.gateway
  const suppliers = new Set(
    (await shown('.reused-photo.yours')).map((offerId) => catalogue.offer(offerId)?.supplier.name),
  )
  expect(await app.text('.reused-photo.yours header')).toContain(
    `${suppliers.size} supplier${suppliers.size === 1 ? '' : 's'}`,
  )
  expect(await app.text('.reuse-summary')).toContain('Among the 20 offers that are loaded')
  const others = await shown('.reused-photo:not(.yours)')
  expect(others.length).toBeGreaterThan(1)
  expect(others.filter((offerId) => same.includes(offerId))).toEqual([])
  await expectNoViolations(app, 'who uses the photo')
  await app.click('.reuse-summary .load-more')
  await app.waitFor('/Among all \\d+ offers/.test(document.querySelector(".reuse-summary").innerText)')
  await app.waitFor('!/still to be/.test(document.querySelector(".reuse-summary").innerText)')
})
