import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import { BATCH_LABELS } from '../../../extension/src/export/batch-labels.ts'
import { readRowId } from '../../../extension/src/export/batch-row-id.ts'
import type { View } from '../browser/driver.ts'
import { until } from '../browser/wait.ts'
import { makeBase, openScene } from '../stage/open-scene.ts'
import { savedFile, watchSaving } from '../stage/page.ts'
import { chooseFiles, readList } from '../stage/product-lists.ts'
import { DESK_SCENES } from '../stage/scenes/desk.ts'
import type { Base } from '../stage/scenes/scene.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
const { columns, decisions } = BATCH_LABELS.en
const scene = DESK_SCENES.find(({ name }) => name === 'desk-export') ?? expect.fail('no such scene')
let base: Base

beforeAll(async () => {
  base = await makeBase(stage)
})

/** The desk with 120 products, and its panel open. */
const openPanel = () => openScene(stage, scene, base)

async function saved(view: View): Promise<Buffer> {
  await watchSaving(view)
  await view.click('.list-export .save')
  return savedFile(view)
}

const choose = (view: View, place: number, value: string) =>
  view.evaluate(`void (() => {
    const select = document.querySelectorAll('.list-export select')[${place}]
    select.value = ${JSON.stringify(value)}
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })()`)

test('a list is saved as a workbook with small pictures, and nothing differs when it is read back', async () => {
  const view = await openPanel()
  await view.click('.list-export input[type="checkbox"]')
  const bytes = await saved(view)
  const { sheets } = await readXlsx(bytes)
  const [header = [], ...rows] = sheets[0]?.rows ?? []
  expect(header.slice(0, 3)).toEqual(['SKU', 'Barcode', 'Shelf'])
  const cell = (row: number, label: string) => rows[row]?.[header.indexOf(label)] ?? null
  const { rows: stored } = await readList(view, 'scene')
  expect(rows).toHaveLength(stored.length)
  // As it is in the list: leading zeros, what was chosen, why it failed.
  expect(rows.map((row) => row.slice(0, 3))).toEqual(stored.map(({ own }) => own))
  expect(cell(0, columns.decision)).toBe(decisions.offer)
  expect(cell(0, columns.offerId)).toBe(stored[0]?.decision?.kind === 'offer' && stored[0].decision.offerId)
  expect(cell(3, columns.decision)).toBe(decisions.none)
  expect(cell(4, columns.reason)).toBe(BATCH_LABELS.en.rowProblems.file_missing.title)
  expect(readRowId(String(rows[7]?.at(-1)))).toMatchObject({ batchId: 'scene', index: 7, decision: '' })
  const withPicture = stored.filter(({ digest }) => digest !== null)
  expect(sheets[0]?.images).toHaveLength(withPicture.length)

  await chooseFiles(view, '.read-back input', [{ path: 'list.xlsx', type: '', bytes }])
  await view.waitFor('document.querySelector(".read-back-result [role=status]").textContent')
  expect((await readList(view, 'scene')).rows).toEqual(stored)
  await view.close()
})

test('decisions made in a spreadsheet are taken over, and can be taken back', async () => {
  const view = await openPanel()
  await choose(view, 0, 'csv')
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await saved(view))
  const [header = [], ...rows] = parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][]
  const at = (label: string) => header.indexOf(label)
  const { rows: before } = await readList(view, 'scene')
  const second = rows[1] ?? expect.fail()
  const candidate = second[at('1688 candidate 2: offer ID')]
  rows[1] = second.with(at(columns.decision), '2').with(at(columns.note), 'ask, "soon"')
  const edited = [header, ...rows]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
    .join('\r\n')
  await chooseFiles(view, '.read-back input', [{ path: 'edited.csv', type: '', bytes: Buffer.from(edited) }])
  await view.waitFor('!document.querySelector(".list-export") && document.querySelector(".toast .undo")')
  const { rows: after } = await readList(view, 'scene')
  expect(after[1]).toMatchObject({ decision: { kind: 'offer', offerId: candidate }, note: 'ask, "soon"' })
  expect(after.with(1, before[1] ?? expect.fail())).toEqual(before)

  await view.click('.toast .undo')
  await until('it to be as before', async () => (await readList(view, 'scene')).rows[1]?.note === '')
  expect((await readList(view, 'scene')).rows).toEqual(before)
  await view.close()
})
