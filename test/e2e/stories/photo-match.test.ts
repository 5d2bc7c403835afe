import { readXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import { LABELS } from '../../../extension/src/export/labels.ts'
import { en } from '../../../extension/src/i18n/en.ts'
import { expectNoViolations } from '../stage/axe.ts'
import { allowPhotos } from '../stage/open-scene.ts'
import { chooseInMenu, savedFile, watchSaving } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
beforeAll(() => allowPhotos(stage))

/** Where the line between the two photos is, in per cent. */
const DIVIDER = 'document.querySelector(".overlay input").valueAsNumber'

test('photos are compared once their host is allowed', async () => {
  const again = await stage.driver.openPopup()
  await again.waitFor('/with your photo/.test(document.querySelector("h1").innerText)')
  expect(await again.text('.offer .verdict-badge')).toBe(en.photoVerdicts.same)
  await again.waitFor(
    'document.querySelectorAll(".offer-photo .verdict-badge, .offer-photo .visually-hidden").length === 20',
  )
})

test('the history says how many offers show the photo, and the lowest price among those alone', async () => {
  const app = await stage.openApp('results')
  await app.waitFor('document.querySelectorAll(".offer .verdict-badge").length > 1')
  const count = (await app.text('h1')).match(/(\d+) with your photo/)?.[1] ?? ''
  // Ranked by the highest price of a range: the lowest one may be that of an accessory.
  const { same, cheapest } = await app.evaluate<
    Record<'same' | 'cheapest', { text: string; most: number }[]>
  >(`(() => {
    const byPrice = (offers) => offers.map((offer) => {
      const text = offer.querySelector('.price').innerText.match(/[\\d.–]+/)[0]
      return { text, most: Math.max(...text.split('–').map(Number)) }
    }).sort((one, other) => one.most - other.most)
    const offers = [...document.querySelectorAll('.offer[data-offer]')]
    const isSame = (offer) => /^Same/.test(offer.querySelector('.verdict-badge')?.innerText)
    return { same: byPrice(offers.filter(isSame)), cheapest: byPrice(offers) }
  })()`)
  expect(same).toHaveLength(Number(count))
  const lowest = same[0] ?? expect.fail('none with the photo')
  // Offers of something else are cheaper.
  const other = cheapest[0] ?? expect.fail('no offers')
  expect(other.most).toBeLessThan(lowest.most)
  await app.evaluate("void (location.hash = 'history')")
  await app.waitFor('/with your photo/.test(document.querySelector(".past-search").innerText)')
  const entry = await app.text('.past-search')
  expect(entry).toContain(`${count} with your photo, from ¥${lowest.text} `)
  expect(entry).not.toContain(`¥${other.text} `)
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
  expect(await app.text('.compare-photos h2')).toBe(en.photoVerdicts.same)
  expect(await app.text('.compare-photos')).toContain(en.photoMeanings.same)
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
  expect(await app.evaluate('document.activeElement.matches(".offer:first-child .verdict-badge")')).toBe(true)
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
    `[...document.querySelectorAll('.offer')].filter((row) => row.querySelector('.verdict-badge.same')).map(({ dataset }) => dataset.offer)`,
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
  expect(await app.text('.reuse-summary')).toContain(en.reuseScope('20'))
  const others = await shown('.reused-photo:not(.yours)')
  expect(others.length).toBeGreaterThan(1)
  expect(others.filter((offerId) => same.includes(offerId))).toEqual([])
  await expectNoViolations(app, 'who uses the photo')
  await app.click('.reuse-summary .load-more')
  await app.waitFor('/Among all \\d+ offers/.test(document.querySelector(".reuse-summary").innerText)')
  await app.waitFor('!/still to compare/.test(document.querySelector(".reuse-summary").innerText)')
})

test('whoever protects a brand finds who uses the photo above the results, and saves it as a workbook', async () => {
  await stage.driver.background(
    `(globalThis.browser ?? chrome).storage.local.set({ habits: {
      quantity: 1, sort: 'relevance', filters: {}, currency: null, focus: 'brand' } })`,
  )
  const app = await stage.openApp('results')
  await app.waitFor('document.querySelector(".open-photo-reuse")')
  await expectNoViolations(app, 'the results for whoever protects a brand')
  await app.click('.open-photo-reuse')
  await app.waitFor('document.querySelector(".reused-photo.yours .supplier-link")')
  const links = await app.evaluate<[string, string][]>(
    `[...document.querySelectorAll('[data-reused-offer]')].map((row) => [row.dataset.reusedOffer, row.querySelector('.supplier-link').href])`,
  )
  for (const [offerId, href] of links) expect(href).toContain(`/offer/${offerId}.html`)
  await watchSaving(app)
  await app.click('.view-header .export')
  await app.click('.photo-reuse .menu [data-item=xlsx]')
  const { sheets } = await readXlsx(await savedFile(app))
  const { columns, sheet, myPhoto } = LABELS.en.photoMap
  expect(sheets[0]?.name).toBe(sheet)
  const [labels = [], ...rows] = sheets[0]?.rows ?? []
  const column = (name: keyof typeof columns) => rows.map((row) => row[labels.indexOf(columns[name])])
  expect(column('offerId').map(String)).toEqual(links.map(([offerId]) => offerId))
  expect(column('detailUrl')).toEqual(links.map(([, href]) => href))
  expect(column('photo')[0]).toBe(myPhoto(1))
  expect(column('verdict')[0]).toMatch(new RegExp(`^${en.photoVerdicts.same}`))
  // A list says no price at a quantity, and the sheet does not pretend to.
  expect(new Set(column('priceBasis'))).toEqual(new Set([en.listPrice]))
})
