import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { BATCH_LABELS } from '../../../extension/src/export/batch-labels.ts'
import { en } from '../../../extension/src/i18n/en.ts'
import type { BatchRow } from '../../../extension/src/model/batch.ts'
import { BAD_PATHS, startPictureHost } from '../../fakes/product-list/host.ts'
import { type ListedProduct, listProducts } from '../../fakes/product-list/index.ts'
import { COLUMNS, cellsOf, csvOf } from '../../fakes/product-list/tables.ts'
import type { Tab, View } from '../browser/driver.ts'
import { keysWork, savedFile, select, watchSaving } from '../stage/page.ts'
import { chooseFiles, readList, saveList, storedList } from '../stage/product-lists.ts'
import { useStage } from '../stage/use-stage.ts'

/** What is on this computer is not read for a list, so it has another name. */
const PICTURE_HOST = 'pictures.shop.test'
/** The worker keeps its answers, as it does for others than tests. */
const stage = useStage({ hosts: [PICTURE_HOST], settings: { CACHE_SECONDS: '3600' } })
const labels = BATCH_LABELS.en

/** Of the current product. */
const CANDIDATE = 'document.querySelector(".candidate[data-offer]")'
const currentRow = (index: number) =>
  `document.querySelector('.desk-rows')?.getAttribute('aria-activedescendant') === 'row-${index}'`

async function products(count: number): Promise<ListedProduct[]> {
  return listProducts(stage.sandbox.gateway.catalogue, count)
}

/** The pictures that the platform has searched for, each as often as it did; a refused call costs nothing. */
function searchedSince(before: number): string[] {
  return stage.sandbox.gateway.arrivals
    .slice(before)
    .flatMap(({ pictureSha256, outcome }) => (pictureSha256 && outcome === 'ok' ? pictureSha256 : []))
}

async function untilRows(
  view: View,
  id: string,
  isReached: (rows: BatchRow[]) => boolean,
): Promise<BatchRow[]> {
  await expect.poll(async () => isReached((await readList(view, id)).rows), { timeout: 60_000 }).toBe(true)
  return (await readList(view, id)).rows
}

const isOver = (rows: BatchRow[]) => rows.every(({ state }) => state === 'done' || state === 'failed')

/** Opens the desk of a list that is to be run. */
async function openRunning(listed: ListedProduct[], id: string): Promise<Tab> {
  const app = await stage.openApp('history')
  await saveList(app, await storedList(listed, { id, state: 'running' }))
  await app.close()
  return stage.openApp(`batch/${id}`)
}

test('addresses are read after one question, and what is wrong with one is said on its row', async () => {
  const listed = (await products(50)).slice(44).map((product, at) => ({ ...product, title: `Thing ${at}` }))
  const host = await startPictureHost(listed)
  try {
    const { gone, page, empty, circle, endless } = BAD_PATHS
    const paths = [undefined, gone, page, empty, circle, endless]
    const addresses = listed.map((product, at) =>
      (paths[at] ? host.origin + paths[at] : host.addressOf(product)).replace('127.0.0.1', PICTURE_HOST),
    )
    const table = csvOf(listed, { pictureOf: (product) => addresses[listed.indexOf(product as never)] ?? '' })
    const before = stage.calls()
    const app = await stage.openApp('batch')
    await app.waitFor('document.querySelector(".batch-inputs input[type=file]")')
    const files = [{ path: 'addresses.csv', type: 'text/csv', bytes: table }]
    await chooseFiles(app, '.batch-inputs input[type=file]', files)
    await app.waitFor('document.querySelector(".batch-import")')
    await app.click('.batch-import header .primary')
    await app.waitFor('document.querySelector(".batch-plan .plan-start .primary:not(:disabled)")')
    expect(host.requested, 'nothing is read before it is begun').toEqual([])
    expect(await app.text('.batch-plan .plan-start .primary')).toBe(en.allowAndStart(1))
    const id = await app.evaluate<string>('location.hash.split("/")[1]')
    await keysWork(app)
    await app.click('.batch-plan .plan-start .primary')
    await stage.driver.acceptQuestion()
    const rows = await untilRows(app, id, isOver)
    expect(rows.map(({ failure }) => failure?.code)).toEqual([
      undefined,
      'address_not_found',
      'not_a_picture',
      'not_a_picture',
      'address_unreachable',
      'picture_too_large',
    ])
    expect(stage.calls() - before).toBe(1)
    await app.close()
  } finally {
    await host.close()
  }
})

test('a list goes on where it was when its tab comes back, and nothing is searched twice', async () => {
  const listed = (await products(32)).slice(20)
  const before = stage.calls()
  const first = await openRunning(listed, 'closed-tab')
  await untilRows(first, 'closed-tab', (rows) => rows.filter(({ state }) => state === 'done').length >= 3)
  await first.close()
  const app = await stage.openApp('batch/closed-tab')
  const rows = await untilRows(app, 'closed-tab', isOver)
  expect(rows.filter(({ state }) => state === 'failed')).toEqual([])
  const searched = searchedSince(before)
  expect(searched.toSorted()).toEqual([...new Set(rows.map(({ digest }) => digest))].toSorted())
  expect((await readList(app, 'closed-tab')).batch.searches).toBe(listed.length)
  await app.close()
})

test('two tabs with one list run it once, and what is decided in one is seen in the other', async () => {
  const listed = (await products(38)).slice(32)
  const before = stage.calls()
  const one = await openRunning(listed, 'two-tabs')
  const other = await stage.openApp('batch/two-tabs')
  await untilRows(other, 'two-tabs', isOver)
  expect(searchedSince(before)).toHaveLength(listed.length)
  await other.waitFor(CANDIDATE)
  await other.evaluate('document.querySelector(".desk-rows").focus()')
  await other.waitFor(currentRow(0))
  await keysWork(other)
  await stage.driver.press('1')
  await one.waitFor('document.querySelector(\'[data-facet="decided"] b\')?.textContent === "1"')
  await other.waitFor(currentRow(1))
  await keysWork(other)
  await stage.driver.press('z')
  await one.waitFor('document.querySelector(\'[data-facet="decided"] b\')?.textContent === "0"')
  await one.close()
  await other.close()
})

// The last one: the browser shows what was saved over the buttons of the next page.
test('a spreadsheet with its pictures goes in, decisions by keys come out, and go in again', async () => {
  const all = await products(20)
  // The last one is sold by nobody, and the picture of the one before was forgotten.
  const listed = [...all.slice(0, 3), all[18], all[19]] as ListedProduct[]
  const files = listed
    .filter((product) => product !== all[18])
    .map(({ fileName, jpeg }) => ({ path: fileName, type: 'image/jpeg', bytes: jpeg }))
  const before = stage.calls()
  const app = await stage.openApp('batch')
  await app.waitFor('document.querySelector(".batch-inputs input[type=file]")')
  await chooseFiles(app, '.batch-inputs input[type=file]', [
    { path: 'products.csv', type: 'text/csv', bytes: csvOf(listed) },
    ...files,
  ])
  await app.waitFor('document.querySelector(".batch-import")')
  await app.click('.batch-import header .primary')
  await app.waitFor('document.querySelector(".batch-plan .plan-start .primary:not(:disabled)")')
  const id = await app.evaluate<string>('location.hash.split("/")[1]')
  await untilRows(app, id, (rows) => rows.every(({ digest, state }) => digest !== null || state === 'failed'))
  expect(stage.calls(), 'nothing is searched before it is begun').toBe(before)
  await keysWork(app)
  await app.click('.batch-plan .plan-start .primary')
  const searched = await untilRows(app, id, isOver)
  expect(searched.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'failed', 'done'])
  expect(searched[3]?.failure?.code).toBe('file_missing')
  expect(stage.calls() - before).toBe(4)

  await app.waitFor(`${CANDIDATE} && ${currentRow(0)}`)
  await app.evaluate('document.querySelector(".desk-rows").focus()')
  await keysWork(app)
  for (const index of [0, 1, 2]) {
    await app.waitFor(`${currentRow(index)} && ${CANDIDATE}`)
    await keysWork(app)
    await stage.driver.press('1')
  }
  await untilRows(app, id, (rows) => rows.slice(0, 3).every(({ decision }) => decision?.kind === 'offer'))
  await app.click('.desk-rows [data-row="4"]')
  await app.waitFor(currentRow(4))
  await keysWork(app)
  await stage.driver.press('0')
  const decided = await untilRows(app, id, (rows) => rows[4]?.decision?.kind === 'none')
  for (const { index, decision } of decided.slice(0, 3))
    expect(listed[index]?.offerIds).toContain(decision?.kind === 'offer' && decision.offerId)

  await app.click('.desk-header .export')
  await app.waitFor('document.querySelector(".list-export[open]")')
  await select(app, '.list-export select', 'csv')
  await watchSaving(app)
  await app.click('.list-export .save')
  const [header = [], ...lines] = parse(await savedFile(app), { bom: true }) as string[][]
  expect(header.slice(0, COLUMNS.length)).toEqual([...COLUMNS])
  // A formula is the only thing that is changed: nothing is to run where it is opened.
  const own = cellsOf(listed).map((cells) => cells.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell)))
  expect(lines.map((cells) => cells.slice(0, COLUMNS.length))).toEqual(own)
  const place = header.indexOf(labels.columns.note)
  const edited = lines.map((cells, at) =>
    cells.map((cell, column) => (column === place && at === 1 ? 'ask for samples' : cell)),
  )
  const text = [header, ...edited]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
  const calls = stage.calls()
  await chooseFiles(app, '.list-export .read-back input[type=file]', [
    { path: 'products-edited.csv', type: 'text/csv', bytes: Buffer.from(text) },
  ])
  const back = await untilRows(app, id, (rows) => rows[1]?.note === 'ask for samples')
  expect(back.map(({ decision }) => decision?.kind)).toEqual(decided.map(({ decision }) => decision?.kind))
  expect(stage.calls(), 'reading it back searches nothing').toBe(calls)
  await app.close()
})
