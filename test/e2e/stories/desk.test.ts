import { beforeEach, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import type { Tab, View } from '../browser/driver.ts'
import { answeredList } from '../stage/answered-list.ts'
import { allowPhotos } from '../stage/open-scene.ts'
import { keysWork } from '../stage/page.ts'
import { readList, type StoredList, saveList } from '../stage/product-lists.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
const PRODUCTS = 8
let list: StoredList

beforeEach(async () => {
  list = await answeredList(stage.sandbox, PRODUCTS, PRODUCTS)
  const app = await stage.openApp('history')
  await saveList(app, list)
  await app.close()
})

async function openDesk(): Promise<Tab> {
  const desk = await stage.openApp(`batch/${list.batch.id}`)
  await desk.waitFor('document.querySelector(".candidate[data-offer]")')
  await keysWork(desk)
  return desk
}

const current = (index: number) => `document.querySelector('.desk-row.current')?.dataset.row === '${index}'`
const status = (index: number) => `document.querySelector('[data-row="${index}"] .row-status')?.textContent`
const isTaken = (index: number) => `${status(index)}?.startsWith(${JSON.stringify(en.desk.chosenShort)})`

async function decisions(view: View): Promise<(string | null)[]> {
  const { rows } = await readList(view, list.batch.id)
  return rows.map(({ decision }) =>
    decision?.kind === 'offer' ? decision.offerId : (decision?.kind ?? null),
  )
}

test('keys decide, go on to the next product, and take back', async () => {
  const desk = await openDesk()
  const { press } = stage.driver
  await desk.waitFor(current(0))
  const second = await desk.evaluate<string>('document.querySelectorAll(".candidate")[1].dataset.offer')
  await press('2')
  await desk.waitFor(current(1))
  await press('0')
  await desk.waitFor(current(2))
  await desk.waitFor(isTaken(0))
  expect((await decisions(desk)).slice(0, 3)).toEqual([second, 'none', null])

  await press('z')
  await desk.waitFor(current(1))
  await press('z')
  await desk.waitFor(current(0))
  await desk.waitFor(`!${isTaken(0)}`)
  expect((await decisions(desk)).slice(0, 2)).toEqual([null, null])

  await press('j', 'j', 'k')
  await desk.waitFor(current(1))
  await press('1')
  await desk.waitFor(current(2))
  await press('k')
  await desk.waitFor(current(1))
  await press('u')
  await desk.waitFor(`!${isTaken(1)}`)
  expect(await decisions(desk)).toEqual(Array(PRODUCTS).fill(null))
  await desk.close()
})

test('a note is written by keys, and its letters decide nothing', async () => {
  const desk = await openDesk()
  const { press } = stage.driver
  await press('n')
  await desk.waitFor('document.activeElement.id === "desk-note"')
  await press('1', '0', 'z', 'Return')
  await desk.waitFor(`document.querySelector('[data-row="0"] .row-facts').textContent.includes('10z')`)
  const { rows } = await readList(desk, list.batch.id)
  expect(rows[0]).toMatchObject({ note: '10z', decision: null })

  await press('n')
  await desk.waitFor('document.activeElement.id === "desk-note"')
  await press('End', '5')
  const note = 'document.querySelector("#desk-note").value'
  await desk.waitFor(`${note} === '10z5'`)
  await press('Escape')
  await desk.waitFor(`${note} === '10z'`)
  // Drawn again, it stays so.
  await press('Right')
  await desk.waitFor('document.querySelector(".candidate:nth-child(2).highlighted")')
  expect(await desk.evaluate(note)).toBe('10z')
  expect((await readList(desk, list.batch.id)).rows[0]).toMatchObject({ note: '10z' })
  await desk.close()
})

test('offers keep their places and their keys while their photos are compared', async () => {
  const desk = await openDesk()
  await desk.waitFor(current(0))
  const ids = () =>
    desk.evaluate<string[]>(
      'Array.from(document.querySelectorAll(".candidate"), ({ dataset }) => dataset.offer)',
    )
  const before = await ids()
  await stage.driver.press('Right')
  await desk.waitFor('document.querySelector(".candidate:nth-child(2).highlighted")')
  const [row] = list.rows
  const answer = list.answers.find(({ digest }) => digest === row?.digest)
  if (!row?.outcome || !answer) throw new Error('the first product has no answer')
  const found = before[4] as string
  const verdicts = Object.fromEntries(
    answer.offers.map(({ offerId }) => [offerId, offerId === found ? ('same' as const) : ('other' as const)]),
  )
  await saveList(desk, {
    batch: list.batch,
    rows: [{ ...row, outcome: { ...row.outcome, same: 1, likely: 0, suppliers: [] } }],
    pictures: [],
    answers: [{ ...answer, verdicts }],
  })
  await desk.evaluate(`void (() => {
    const channel = new BroadcastChannel('find-on-1688-batches')
    channel.postMessage({ batchId: ${JSON.stringify(list.batch.id)}, indexes: [0] })
    channel.close()
  })()`)
  await desk.waitFor('document.querySelector(".candidate:nth-child(5) .candidate-verdict.same")')
  expect(await ids()).toEqual(before)
  await desk.click('.reorder')
  await desk.waitFor(`document.querySelector('.candidate').dataset.offer === ${JSON.stringify(found)}`)
  const highlighted = 'document.querySelector(".candidate.highlighted").dataset.offer'
  expect(await desk.evaluate(highlighted)).toBe(before[1])
  await desk.waitFor('!document.querySelector(".reorder")')
  await desk.close()
})

test('two tabs show the same decisions, and neither undoes the other’s', async () => {
  const first = await openDesk()
  await stage.driver.press('1')
  await first.waitFor(current(1))
  const other = await openDesk()
  await other.waitFor(isTaken(0))
  // It begins at what is still to be decided.
  await other.waitFor(current(1))
  await stage.driver.press('k')
  await other.waitFor(current(0))
  await stage.driver.press('0')
  await other.waitFor(current(1))
  await first.waitFor(`${status(0)} === ${JSON.stringify(en.desk.noneShort)}`)
  await first.evaluate('void document.querySelector(".desk-keys .undo").click()')
  await first.waitFor(
    `document.querySelector('.toast')?.textContent.includes(${JSON.stringify(en.desk.undoBlocked)})`,
  )
  expect((await decisions(first))[0]).toBe('none')
  await other.close()
  await first.close()
})

test('filters narrow the list, and what is decided under one stays until it is set again', async () => {
  const desk = await openDesk()
  await desk.click('[data-facet="undecided"]')
  await desk.waitFor('document.querySelector("[data-facet=undecided][aria-pressed=true]")')
  await desk.evaluate('void document.querySelector(".desk-rows").focus()')
  await stage.driver.press('0')
  await desk.waitFor(current(1))
  await desk.waitFor(`document.querySelector('[data-facet="undecided"] b').textContent === '${PRODUCTS - 1}'`)
  const shown = () => desk.evaluate<number>('document.querySelectorAll(".desk-row").length')
  expect(await shown()).toBe(PRODUCTS)
  await desk.click('[data-facet="decided"]')
  await desk.waitFor('document.querySelectorAll(".desk-row").length === 1')
  await desk.close()
})

test('photos that were not compared when the list ended are compared once it is open', async () => {
  await allowPhotos(stage)
  const app = await stage.openApp('history')
  const id = 'uncompared'
  await saveList(app, {
    ...list,
    batch: { ...list.batch, id },
    rows: list.rows.map((row) => ({
      ...row,
      batchId: id,
      ...(row.outcome && { outcome: { ...row.outcome, compared: 0, same: 0, likely: 0, suppliers: [] } }),
    })),
    pictures: list.pictures.map((picture) => ({ ...picture, batchId: id })),
    answers: list.answers.map((answer) => ({ ...answer, batchId: id, verdicts: {} })),
  })
  await app.close()
  const desk = await stage.openApp(`batch/${id}`)
  const found = async () => (await readList(desk, id)).rows.map(({ outcome }) => (outcome?.same ?? 0) > 0)
  await expect.poll(found, { timeout: 60_000 }).toEqual(Array(PRODUCTS).fill(true))
  await desk.close()
})
