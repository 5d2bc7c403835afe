import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { beforeEach, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import type { View } from '../browser/driver.ts'
import {
  chooseInMenu,
  firstOffer,
  keysWork,
  nextRow,
  OFFER_COUNT,
  offerCount,
  offerIds,
  savedFile,
  select,
  settled,
  storage,
  watchSaving,
} from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
beforeEach(async () => {
  await stage.driver.background(`${storage('local')}.remove(['habits', 'assumptions', 'openIn'])`)
  await stage.driver.background(`${storage('session')}.remove(['compared', 'sale', 'productFigures'])`)
})

const prices = (view: View) =>
  view.evaluate<number[]>(
    // Of a range its high end, which it is sorted by.
    '[...document.querySelectorAll(".offer .price")].map((price) => Number(price.innerText.split("–").at(-1).replace(/[^0-9.]/g, "")))',
  )
const idAt = (view: View, index: number) =>
  view.evaluate<string>(`document.querySelectorAll(".offer[data-offer]")[${index}].dataset.offer`)

test('a quantity below the minimum is marked, and is remembered', async () => {
  const popup = await stage.results()
  await popup.fill('#quantity', '1')
  const low = await popup.evaluate<number>('document.querySelectorAll(".offer .below-minimum").length')
  expect(low).toBeGreaterThan(0)
  await popup.fill('#quantity', '1,000')
  await popup.waitFor('document.querySelectorAll(".offer .below-minimum").length === 0')
  await popup.close()
  const again = await stage.driver.openPopup()
  await again.waitFor('document.querySelector("#quantity")?.value === "1000"')
})

test('an invalid quantity is marked, changes nothing, and is corrected', async () => {
  const popup = await stage.results()
  await popup.fill('#quantity', '12')
  await popup.fill('#quantity', 'many')
  expect(await popup.evaluate('document.querySelector("#quantity").ariaInvalid')).toBe('true')
  await popup.evaluate('document.querySelector("#quantity").blur()')
  await popup.waitFor('document.querySelector("#quantity").value === "12"')
})

test('sorted by price, offers that load later fall into place without moving the first visible row', async () => {
  const app = await stage.resultsInTab()
  await select(app, '.toolbar select', 'price')
  await app.waitFor('document.querySelector(".partly")')
  const loaded = await prices(app)
  expect(loaded).toEqual([...loaded].sort((a, b) => a - b))
  await app.evaluate('document.querySelector(".load-more").scrollIntoView()')
  const inSight = await app.evaluate<string>(
    `[...document.querySelectorAll('.offer')].find((row) => row.getBoundingClientRect().bottom > document.querySelector('.body').getBoundingClientRect().top).dataset.offer`,
  )
  const top = `document.querySelector('[data-offer="${inSight}"]').getBoundingClientRect().top`
  const before = await app.evaluate<number>(top)
  await app.evaluate('document.querySelector(".load-more").click()')
  await app.waitFor(`${OFFER_COUNT} > ${loaded.length}`)
  const all = await prices(app)
  const shift = Math.abs((await app.evaluate<number>(top)) - before)
  expect(shift).toBeLessThanOrEqual(2)
  expect(all).toEqual([...all].sort((a, b) => a - b))
})

/** What is cut in the rows of a document, or left out although one decides on it; a line for each fault. */
const CUT_IN_ROWS = `[...document.querySelectorAll('.offer[data-offer]')].flatMap((row) => {
  const box = (element) => element.getBoundingClientRect()
  const facts = row.querySelector('.facts')
  const parts = [...facts.children]
  const last = parts.findLastIndex((part) => !part.matches('.badge, .supplier-name'))
  const words = parts.filter((part, at) => part.checkVisibility() && (
    box(part).right > box(facts).right + 1 ||
    (at <= last ? box(part).bottom > box(facts).bottom + 1
      : box(part).bottom > box(facts).bottom + 1 && box(part).top < box(facts).bottom - 1)))
  const prices = [...row.querySelectorAll('.price, .price-basis, .min-order > *, .offer-action, .verdict-badge')]
    .filter((part) => box(part).right > box(row).right || box(part).bottom > box(row).bottom || box(part).left < box(row).left)
  return [...words, ...prices].map((part) => row.dataset.offer + ': ' + part.textContent)
})`

test('of what one decides on, nothing is cut or left out, however narrow the rows are', async () => {
  await (await stage.results()).close()
  const page = await stage.driver.extensionPage('sidepanel.html')
  for (const width of [320, 360, 420, 460]) {
    await page.evaluate(`void document.body.replaceChildren(Object.assign(document.createElement('iframe'), {
      src: location.pathname, width: ${width}, height: 700, style: 'border: 0' }))`)
    const inFrame = (script: string) =>
      `((document) => ${script})(document.querySelector('iframe').contentDocument)`
    await page.waitFor(inFrame('document.querySelectorAll(".offer .place").length >= 20'))
    expect(await page.evaluate(inFrame(CUT_IN_ROWS)), `${width} px`).toEqual([])
    await page.evaluate(inFrame(`void (document.querySelector('.facts').style.maxHeight = '20px')`))
    expect(await page.evaluate<string[]>(inFrame(CUT_IN_ROWS)), 'planted').not.toEqual([])
  }
})

test('a column sorts the tab’s table, turns round, and goes back; the unknown is last, and the popup has the same order', async () => {
  const app = await stage.resultsInTab()
  const heading = (name: string) => `.offer-table thead .col-${name}`
  const cells = (name: string) =>
    app.evaluate<string[]>(
      `[...document.querySelectorAll('.offer-table tbody .col-${name}')].map(({ innerText }) => innerText.trim())`,
    )
  const sorted = (name: string) =>
    app.evaluate<string | null>(`document.querySelector('${heading(name)}').getAttribute('aria-sort')`)
  const before = await cells('sales')
  await app.click(`${heading('sales')} button`)
  await app.waitFor(`document.querySelector('${heading('sales')}').ariaSort === 'descending'`)
  const numbers = (texts: string[]) => texts.map((text) => Number(text.replaceAll(',', '')))
  const down = numbers(await cells('sales'))
  expect(down).toEqual(down.toSorted((a, b) => b - a))
  await app.click(`${heading('sales')} button`)
  await app.waitFor(`document.querySelector('${heading('sales')}').ariaSort === 'ascending'`)
  const up = numbers(await cells('sales'))
  expect(up).toEqual(up.toSorted((a, b) => a - b))
  const ids = await offerIds(app)
  const popup = await stage.driver.openPopup()
  await settled(popup)
  expect(await offerIds(popup)).toEqual(ids)
  await popup.close()
  await app.click(`${heading('sales')} button`)
  await app.waitFor(`!document.querySelector('.offer-table [aria-sort]')`)
  expect(await cells('sales')).toEqual(before)
  await app.click(`${heading('badges')} button`)
  await app.waitFor(`document.querySelector('${heading('badges')}').ariaSort === 'descending'`)
  const hasBadge = (await cells('badges')).map((text) => !text.startsWith('–'))
  expect(hasBadge).toContain(false)
  expect(hasBadge).toEqual(hasBadge.toSorted((a, b) => Number(b) - Number(a)))
  expect(await sorted('sales')).toBe(null)
  expect(
    await app.evaluate(
      'document.querySelector(".body").scrollWidth <= document.querySelector(".body").clientWidth',
    ),
  ).toBe(true)
  await app.click(`${heading('badges')} button`)
  await app.waitFor(`document.querySelector('${heading('badges')}').ariaSort === 'ascending'`)
  await app.click(`${heading('badges')} button`)
})

test('filters hide offers, say how many, and can be cleared', async () => {
  const popup = await stage.results()
  const all = await offerCount(popup)
  await popup.click('.filters')
  await popup.click('[data-filter=verified]')
  await popup.waitFor(`${OFFER_COUNT} < ${all}`)
  const left = await offerCount(popup)
  expect(await popup.text('.list-summary .hidden-offers p')).toContain(`${all - left} `)
  await popup.click('.list-summary .hidden-offers button')
  await popup.waitFor(`${OFFER_COUNT} === ${all}`)
})

test('words narrow the list, after the key /', async () => {
  const app = await stage.resultsInTab()
  const all = await offerCount(app)
  await stage.driver.press('slash')
  await app.waitFor('document.activeElement.id === "words"')
  await app.fill('#words', 'green')
  await app.waitFor(`${OFFER_COUNT} < ${all} && ${OFFER_COUNT} > 0`)
  expect((await app.text('.offer .title')).toLowerCase()).toContain('green')
})

test('Enter has 1688 search for the words too, says so, and goes back', async () => {
  const app = await stage.resultsInTab()
  const before = await offerCount(app)
  await app.fill('#words', '一件代发')
  await app.waitFor('document.querySelector(".search-platform")')
  const calls = stage.calls()
  await stage.driver.press('Return')
  await app.waitFor('document.querySelector(".note.refined")')
  await app.waitFor(`document.querySelector('#words').value === '' && ${OFFER_COUNT} > 0`)
  expect(stage.calls()).toBeGreaterThan(calls)
  const titles = await app.evaluate<string[]>(
    `[...document.querySelectorAll('.offer[data-offer]')].map((row) => row.dataset.offer)`,
  )
  const { catalogue } = stage.sandbox.gateway
  for (const id of titles) expect(catalogue.offer(id)?.title).toContain('一件代发')
  await app.click('.search-without')
  await app.waitFor(`!document.querySelector('.note.refined') && ${OFFER_COUNT} === ${before}`)
})

test('keys move, save and compare, and “undo” takes back', async () => {
  const app = await stage.resultsInTab()
  const second = await idAt(app, 1)
  const isSecond = `document.querySelector('.offer.current')?.dataset.offer === '${second}'`
  await nextRow(stage, app)
  await nextRow(stage, app)
  expect(await app.evaluate(isSecond)).toBe(true)
  await stage.driver.press('k')
  await app.waitFor(`!(${isSecond})`)
  await keysWork(app)
  await nextRow(stage, app)
  await stage.driver.press('s')
  await app.waitFor('document.querySelector(".toast")?.innerText.includes("shortlist")')
  await app.waitFor('/1/.test(document.querySelector("nav [data-route=shortlist]").innerText)')
  await app.click('.toast .undo')
  await app.waitFor('!/1/.test(document.querySelector("nav [data-route=shortlist]").innerText)')
  await stage.driver.press('x')
  await nextRow(stage, app)
  await stage.driver.press('x', 'c')
  await app.waitFor('document.querySelectorAll(".comparison thead th").length === 2')
  expect(await app.text('.comparison')).toContain(en.minimumOrderLabel)
  await stage.driver.press('question')
  await app.waitFor('document.querySelector("dialog[open]")')
})

const ANSWER_TOP = 'document.querySelector(".answer").getBoundingClientRect().top'

test('the listing’s price makes a margin once all that decides is known, and not before', async () => {
  const popup = await stage.results()
  await popup.waitFor('/39\\.99/.test(document.querySelector("footer").innerText)')
  expect(await popup.text('footer')).toContain('Add weight')
  await popup.click('footer .margin-summary')
  await popup.waitFor('document.querySelector(".answer")')
  expect(await popup.text('.answer')).toContain('Not enough data')
  await popup.fill('[name=weightKg]', '0.6')
  // The price of one piece is not known, and freight may be charged for the volume.
  await popup.waitFor('/if these figures hold/.test(document.querySelector(".answer").innerText)')
  expect(await popup.text('.answer')).toContain('No verdict')
  // Where it is in what scrolls: to reach a field that is further down may scroll.
  const field =
    'document.querySelector("[name=lengthCm]").getBoundingClientRect().top + document.querySelector(".body").scrollTop'
  const [before, answerBefore] = [await popup.evaluate(field), await popup.evaluate(ANSWER_TOP)]
  await popup.fill('[name=lengthCm]', '20')
  await popup.fill('[name=widthCm]', '15')
  await popup.fill('[name=heightCm]', '5')
  await popup.fill('[name=quote]', '18,60')
  await popup.waitFor('!document.querySelector(".answer.unknown")')
  expect(await popup.text('.answer')).toMatch(/\d+–\d+%.+\$\d/s)
  expect(await popup.evaluate(field)).toBe(before)
  expect(await popup.evaluate(ANSWER_TOP)).toBe(answerBefore)
  expect(await popup.text('.cost-lines')).toContain('$39.99')
  expect(await popup.text('.cost-lines')).toMatch(/VAT\/GST\s+\$0\.00\s+\$0\.00\s+preset/)
  // What most sellers pay is named beside the verdict until it is entered, and takes no space of its own.
  const height =
    'document.querySelector(".answer").clientHeight === document.querySelector(".answer").scrollHeight'
  expect(await popup.text('.answer')).toContain('without fulfilment')
  expect(await popup.evaluate(height)).toBe(true)
  await select(popup, '[name=fulfilment]', 'own')
  await popup.waitFor('document.querySelector("[name=fulfilmentNumber]")')
  await popup.fill('[name=fulfilmentNumber]', '3')
  await popup.waitFor('!/without/.test(document.querySelector(".answer").innerText)')
  expect(await popup.evaluate(field)).toBe(before)
  // At the last field the answer is still in sight, and changes with it.
  await popup.evaluate('document.querySelectorAll(".field-group").forEach((group) => (group.open = true))')
  await popup.evaluate('document.querySelector("[name=other]").scrollIntoView({ block: "center" })')
  const beforeOther = await popup.text('.answer')
  await popup.fill('[name=other]', '9')
  await popup.waitFor(`document.querySelector(".answer").innerText !== ${JSON.stringify(beforeOther)}`)
  expect(await popup.evaluate(`${ANSWER_TOP} >= 0 && ${ANSWER_TOP} < innerHeight / 4`)).toBe(true)
  await popup.fill('[name=other]', '')
  // A missing figure withholds the verdict again.
  await select(popup, '[name=freight]', 'perKg')
  await popup.waitFor('document.querySelector(".answer.unknown")')
})

test('a number that cannot be read counts for nothing, says so, and is still there later', async () => {
  const popup = await stage.results()
  await popup.click('footer .margin-summary')
  await popup.waitFor('document.querySelector("[name=weightKg]")')
  await popup.fill('[name=weightKg]', 'half a kilo')
  await popup.waitFor('/above 0/.test(document.querySelector(".field-error")?.innerText)')
  await popup.waitFor('/Check the number: weight/.test(document.querySelector(".answer").innerText)')
  await popup.close()
  const again = await stage.driver.openPopup()
  await again.waitFor('/Check the number/.test(document.querySelector("footer")?.innerText)')
  await again.click('footer .margin-summary')
  await again.waitFor('document.querySelector("[name=weightKg]")?.value === "half a kilo"')
  expect(await again.evaluate('document.querySelector("[name=weightKg]").ariaInvalid')).toBe('true')
  await again.fill('[name=weightKg]', '')
  await again.waitFor('!document.querySelector(".field-error")')
})

test('tax is a part of the price where the marketplace says so', async () => {
  const popup = await stage.results()
  await popup.click('footer .margin-summary')
  await popup.waitFor('document.querySelector("[name=marketplace]")')
  expect(await popup.evaluate('document.querySelector("[name=marketplace]").value')).toBe('US')
  await select(popup, '[name=marketplace]', 'GB')
  // A sixth of 39.99 is 6.665.
  await popup.waitFor('/VAT\\/GST\\s+\\$6\\.6[67]/.test(document.querySelector(".cost-lines").innerText)')
  await popup.evaluate('document.querySelectorAll(".field-group").forEach((group) => (group.open = true))')
  await select(popup, '[name=vat]', 'own')
  await popup.waitFor('document.querySelector("[name=vatNumber]")')
  await popup.fill('[name=vatNumber]', '130')
  await popup.waitFor('document.querySelector("[name=vatNumber]").ariaInvalid === "true"')
  expect(await popup.text('.field:has([name=vatNumber]) .field-error')).toContain('0 to 100')
  await popup.waitFor('/Check the number: VAT\\/GST/.test(document.querySelector(".margin-steps").innerText)')
  await popup.fill('[name=vatNumber]', '5')
  // 39.99 × 5/105
  await popup.waitFor('/VAT\\/GST\\s+\\$1\\.90/.test(document.querySelector(".cost-lines").innerText)')
})

test('nothing of the listing leaves the browser', async () => {
  await stage.results()
  const sent = JSON.stringify(stage.sandbox.gateway.arrivals.at(-1))
  expect(sent).not.toMatch(/Trailmate|39\.99|B0TRAIL22/)
})

// Last, because a browser that has downloaded something gains a button in its toolbar.
test('the list is saved as a workbook that another reader opens', async () => {
  const app = await stage.resultsInTab()
  await watchSaving(app)
  await chooseInMenu(app, 'xlsx')
  const { sheets } = await readXlsx(await savedFile(app))
  const [labels = [], ...offers] = sheets[0]?.rows ?? []
  expect(offers).toHaveLength(await offerCount(app))
  const ids = offers.map(([id]) => String(id))
  expect(ids).toContain(await firstOffer(app))
  const column = (label: string) => offers.map((row) => row[labels.indexOf(label)] ?? null)
  // A list says neither tiers nor the price at a quantity.
  expect(new Set(column('Price at my quantity (CNY)'))).toEqual(new Set([null]))
  expect(new Set(column('Price basis'))).toEqual(new Set(['list price only']))
  for (const price of column('List price (CNY)')) expect(price).toBeGreaterThan(0)
  const [low, high] = [column('Lowest margin'), column('Highest margin')]
  for (const [row, missing] of column('Margin: missing data').entries())
    expect(missing === null).toBe(typeof (low[row] ?? high[row]) === 'number')
  expect(new Set(column('My listing: price'))).toEqual(new Set([39.99]))
})

test('the list is saved as a CSV that Excel opens in columns where decimals have commas', async () => {
  const app = await stage.resultsInTab()
  await watchSaving(app)
  await chooseInMenu(app, 'csv-excel-comma')
  const text = new TextDecoder('utf-16le').decode(await savedFile(app))
  const rows: Record<string, string>[] = parse(text, { columns: true, delimiter: '\t' })
  expect(rows).toHaveLength(await offerCount(app))
  for (const row of rows) expect(row['List price (CNY)']).toMatch(/^\d+(,\d+)?$/)
  expect(rows.map((row) => row['My listing: price'])).toContain('39,99')
  expect(rows[0]?.['Title (Chinese)']).toMatch(/\p{Script=Han}/u)
})
