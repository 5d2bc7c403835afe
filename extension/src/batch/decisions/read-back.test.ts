import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { addBatch, changeBatchRows, getBatchRows, removeBatch, saveBatchAnswer } from '../../db/batches.ts'
import { BATCH_LABELS, type BatchLabels } from '../../export/batch-labels.ts'
import { toBatchTable } from '../../export/batch-table.ts'
import { toCsv, toExcelCsv } from '../../export/csv.ts'
import { toXlsx } from '../../export/xlsx.ts'
import { DEFAULT_ASSUMPTIONS } from '../../model/assumptions.ts'
import type { BatchRow } from '../../model/batch.ts'
import { aBatch, aBatchAnswer, aBatchRow } from '../../testing/batches.ts'
import { anOffer } from '../../testing/searches.ts'
import { guessColumns, inputsOf } from '../table/columns.ts'
import { newBatch } from '../table/new-batch.ts'
import { readTable } from '../table/read-table.ts'
import type { Table } from '../table/table.ts'
import { applyReadBack } from './apply-read-back.ts'
import { candidatesOf, chosenOf } from './candidates.ts'
import { problemsOfNewList, readBack, withDecisions } from './read-back.ts'

const batch = aBatch({ id: 'list-1', columns: ['SKU', 'Photo', 'Price', 'Note'] })
const offers = [
  anOffer('11', {
    priceTiers: [
      { minQuantity: 2, price: '10.10' },
      { minQuantity: 1000, price: '9.5' },
    ],
  }),
  anOffer('12', { priceTiers: [], price: '24', priceMax: '31', minOrder: null }),
  anOffer('13'),
]
const answer = aBatchAnswer({ batchId: batch.id, digest: 'd', offers })
const context = { assumptions: DEFAULT_ASSUMPTIONS, rates: undefined, currency: null }
const took = (at: number): BatchRow['decision'] => {
  const offer = offers[at] ?? expect.fail()
  return { kind: 'offer', offerId: offer.offerId, offer, at: 1 }
}

/** Taken, none, undecided, and one that failed. */
const ROWS = [
  { decision: took(0), note: 'cheapest\nof all' },
  { decision: { kind: 'none', at: 1 } as const },
  { note: '=1+1' },
  { state: 'failed', failure: { code: 'file_missing' }, digest: null } as const,
].map((more, index) =>
  aBatchRow(index, {
    batchId: batch.id,
    own: [`00${index}`, `https://shop.example/${index}.jpg`, '19.90', '-mine'],
    digest: 'd',
    state: 'done',
    ...more,
  }),
)

beforeEach(async () => {
  await removeBatch(batch.id)
  await addBatch(batch, ROWS)
  await saveBatchAnswer(answer, [], (row) => row, 0)
})

type Format = 'xlsx' | 'csv' | 'excel'
const FORMATS: Format[] = ['xlsx', 'csv', 'excel']

async function exported(format: Format, labels: BatchLabels, rows = ROWS): Promise<Table> {
  const table = toBatchTable(
    {
      batch,
      rows: rows.map((row) => ({
        row,
        chosen: chosenOf(row, batch.settings, context, answer),
        candidates: row.digest ? candidatesOf(answer, row, batch.settings, context) : [],
      })),
      candidates: 3,
    },
    labels,
  )
  const write = { xlsx: toXlsx, csv: toCsv, excel: (each: typeof table) => toExcelCsv(each, ',') }[format]
  return readTable(await write(table))
}

const { columns } = BATCH_LABELS.en

/** As a person changes a cell in a spreadsheet. */
function edited(table: Table, row: number, column: string, text: string): Table {
  const at = table.columns.indexOf(column)
  if (at < 0) throw new Error(`no column is called ${column}`)
  const rows = table.rows.map((each, index) =>
    index === row ? { ...each, cells: each.cells.with(at, text) } : each,
  )
  return { ...table, rows }
}

/** As a person removes a column. */
function without(table: Table, column: string): Table {
  const at = table.columns.indexOf(column)
  if (at < 0) throw new Error(`no column is called ${column}`)
  const rest = (cells: readonly string[]) => cells.filter((_, index) => index !== at)
  const rows = table.rows.map((row) => ({ ...row, cells: rest(row.cells) }))
  return { ...table, columns: rest(table.columns), rows }
}

function renamed(table: Table, column: string, name: string): Table {
  if (!table.columns.includes(column)) throw new Error(`no column is called ${column}`)
  return { ...table, columns: table.columns.map((each) => (each === column ? name : each)) }
}

const read = (table: Table) => readBack(table) ?? expect.fail('not a file of ours')
const stored = () => getBatchRows(batch.id)

test('a file that is not ours is none', async () => {
  const blob = new Blob(['SKU,Decision,Offer ID\n1,Selected,11'])
  expect(readBack(await readTable(blob))).toBeNull()
})

describe.each(FORMATS)('a list that is there, from %s', (format) => {
  test.each(['en', 'zh'] as const)('is unchanged by its own file, in %s', async (language) => {
    const found = read(await exported(format, BATCH_LABELS[language]))
    expect(found.batchId).toBe(batch.id)
    expect(await applyReadBack(found)).toMatchObject({ batchId: batch.id, changed: 0, kept: 0, problems: [] })
    expect(await stored()).toEqual(ROWS)
  })

  test('takes what was changed in the file', async () => {
    let table = await exported(format, BATCH_LABELS.en)
    table = edited(table, 0, columns.decision, 'none')
    table = edited(table, 1, columns.decision, '2')
    table = edited(table, 2, columns.decision, 'Taken')
    table = edited(table, 2, columns.offerId, '13')
    table = edited(table, 3, columns.note, 'ask for a photo')
    expect(await applyReadBack(read(table), 7)).toMatchObject({ changed: 4, kept: 0, problems: [] })
    const rows = await stored()
    expect(rows.map(({ decision }) => decision)).toEqual([
      { kind: 'none', at: 7 },
      { kind: 'offer', offerId: '12', offer: offers[1], at: 7 },
      { kind: 'offer', offerId: '13', offer: offers[2], at: 7 },
      null,
    ])
    expect(rows.map(({ note }) => note)).toEqual(['cheapest\nof all', '', '=1+1', 'ask for a photo'])
    // Nothing that was searched is searched again.
    expect(rows.map(({ state, digest }) => [state, digest])).toEqual(
      ROWS.map(({ state, digest }) => [state, digest]),
    )
  })

  test('makes a row undecided whose cell was emptied', async () => {
    const table = edited(await exported(format, BATCH_LABELS.en), 0, columns.decision, '')
    expect(await applyReadBack(read(table))).toMatchObject({ changed: 1 })
    expect((await stored())[0]?.decision).toBeNull()
  })
})

describe('a list that was changed after its file was saved', () => {
  const decide = (index: number, decision: BatchRow['decision']) =>
    changeBatchRows(batch.id, [index], (row) => ({ ...row, decision }))

  test('keeps what was decided since', async () => {
    const table = await exported('xlsx', BATCH_LABELS.en)
    await decide(0, took(1))
    await decide(2, took(2))
    expect(await applyReadBack(read(table))).toMatchObject({ changed: 0, kept: 1 })
    expect((await stored())[0]?.decision).toEqual(took(1))
    expect((await stored())[2]?.decision).toEqual(took(2))
  })

  test('gets back what it has lost', async () => {
    const table = await exported('xlsx', BATCH_LABELS.en)
    await changeBatchRows(batch.id, [0], (row) => ({ ...row, decision: null, note: '' }))
    expect(await applyReadBack(read(table), 1)).toMatchObject({ changed: 1 })
    expect((await stored())[0]).toMatchObject({ decision: took(0), note: 'cheapest\nof all' })
  })

  test('takes what was changed in the file too', async () => {
    const table = edited(await exported('xlsx', BATCH_LABELS.en), 0, columns.decision, '3')
    await decide(0, took(1))
    await applyReadBack(read(table))
    expect((await stored())[0]?.decision).toMatchObject({ offerId: '13' })
  })
})

test('all of it can be taken back, but for what was changed since', async () => {
  let table = edited(await exported('xlsx', BATCH_LABELS.en), 0, columns.decision, 'none')
  table = edited(table, 1, columns.decision, '1')
  const applied = await applyReadBack(read(table))
  await changeBatchRows(batch.id, [1], (row) => ({ ...row, note: 'since' }))
  await applied?.undo()
  const rows = await stored()
  expect(rows[0]).toEqual(ROWS[0])
  expect(rows[1]).toMatchObject({ decision: { offerId: '11' }, note: 'since' })
})

test('rows may be sorted, removed and added', async () => {
  const table = edited(await exported('xlsx', BATCH_LABELS.en), 3, columns.decision, 'None')
  const [first, second, , last] = table.rows
  const added = { line: 9, cells: table.columns.map(() => '') }
  const rows = [last, second, first, added].flatMap((row) => row ?? [])
  expect(await applyReadBack(read({ ...table, rows }))).toMatchObject({
    changed: 1,
    problems: [{ line: 9, code: 'row_not_in_list' }],
  })
  expect((await stored()).map(({ decision }) => decision?.kind)).toEqual(['offer', 'none', undefined, 'none'])
})

describe('a file is ours', () => {
  const file = () => exported('csv', BATCH_LABELS.en)

  test('with headers in capitals', async () => {
    const table = edited(await file(), 1, columns.decision, '2')
    const found = read({ ...table, columns: table.columns.map((each) => each.toUpperCase()) })
    expect(found.missing).toEqual([])
    expect(await applyReadBack(found)).toMatchObject({ changed: 1, problems: [] })
  })

  test.each([columns.decision, columns.offerId, columns.rowId])(
    'when %s was removed or renamed, and says so',
    async (column) => {
      const found = read(without(await file(), column))
      expect(found.own.columns).toEqual(batch.columns)
      expect(found.missing).toEqual([column])
      const other = read(renamed(await file(), column, 'Mine'))
      expect(other.own.columns).toEqual([...batch.columns, 'Mine'])
      expect(other.missing).toEqual([column])
    },
  )

  test('and nothing is changed by a decision that is in another column', async () => {
    const found = read(renamed(edited(await file(), 0, columns.decision, 'None'), columns.decision, 'Mine'))
    expect(await applyReadBack(found)).toMatchObject({ changed: 0, problems: [] })
    expect(await stored()).toEqual(ROWS)
  })

  test('when only candidates are left of it', async () => {
    const table = await file()
    const rest = Object.values(columns).filter((column) => table.columns.includes(column))
    expect(read(rest.reduce(without, table)).own.columns).toEqual(batch.columns)
  })
})

test('notes stay if their column was removed from the file', async () => {
  const table = without(await exported('xlsx', BATCH_LABELS.en), columns.note)
  expect(await applyReadBack(read(edited(table, 1, columns.decision, '2')), 7)).toMatchObject({ changed: 1 })
  expect((await stored()).map(({ note }) => note)).toEqual(ROWS.map(({ note }) => note))
})

test('what cannot be read is named by its line and changes nothing', async () => {
  let table = edited(await exported('xlsx', BATCH_LABELS.en), 0, columns.decision, 'maybe')
  table = edited(table, 1, columns.decision, 'Taken')
  table = edited(table, 1, columns.offerId, '999')
  table = edited(table, 2, columns.rowId, table.rows[0]?.cells.at(-1) ?? '')
  table = edited(table, 3, columns.rowId, 'f1688:another:3::')
  const result = await applyReadBack(read(table))
  expect(result?.problems).toEqual([
    { line: 2, code: 'decision_unknown' },
    { line: 3, code: 'offer_unknown' },
    { line: 4, code: 'row_twice' },
    { line: 5, code: 'row_of_other_list' },
  ])
  expect(await stored()).toEqual(ROWS)
})

test('a word of the other language is a decision too', async () => {
  let table = edited(await exported('xlsx', BATCH_LABELS.en), 2, columns.decision, '已选')
  table = edited(table, 2, columns.offerId, '13')
  table = edited(table, 0, columns.decision, BATCH_LABELS.zh.decisions.none)
  expect(read(table).rows.map(({ decision }) => decision?.kind)).toEqual(['none', 'none', 'offer', undefined])
  expect(read(table).problems).toEqual([])
})

describe('a person writes', () => {
  const written = async (text: string) =>
    read(edited(await exported('xlsx', BATCH_LABELS.en), 2, columns.decision, text))

  test.each(['2', '2.', '2.0', '#2', '＃２', 'Candidate 2', 'offer 2', '候选2', '候选：2'])(
    '%s for the second offer',
    async (text) => {
      const found = await written(text)
      expect(found.rows[2]?.decision).toMatchObject({ kind: 'offer', offerId: '12' })
      expect(found.problems).toEqual([])
    },
  )
  test.each(['yes', '99', '#', '2 or 3', '2.5', 'Candidate'])('%s, which says too little', async (text) => {
    expect((await written(text)).problems).toEqual([{ line: 4, code: 'decision_unknown' }])
  })
})

describe('an ID that a spreadsheet has rounded', () => {
  const long = anOffer('647353123456')
  const row = aBatchRow(0, {
    ...{ batchId: batch.id, own: ['1', 'a.jpg', '', ''], digest: 'd', state: 'done' },
    decision: { kind: 'offer', offerId: long.offerId, offer: long, at: 1 },
  })
  const list = async () => {
    const chosen = chosenOf(row, batch.settings, context, answer)
    const candidates = candidatesOf({ ...answer, offers: [long] }, row, batch.settings, context)
    const table = toBatchTable({ batch, rows: [{ row, chosen, candidates }], candidates: 1 }, BATCH_LABELS.en)
    return readTable(await toCsv(table))
  }
  const decisionIn = (table: Table) => read(table).rows[0]?.decision

  test.each(['6.47353E+11', '6,47353E+11', '6.5E+11', '647353123456.00'])(
    'to %s is that of the address',
    async (id) => {
      const table = edited(await list(), 0, columns.offerId, id)
      expect(decisionIn(table)).toMatchObject({ offerId: long.offerId, offer: { offerId: long.offerId } })
    },
  )
  test('is that of a candidate’s address too', async () => {
    const { candidate, candidateColumns } = BATCH_LABELS.en
    const table = edited(await list(), 0, candidate(1, candidateColumns.offerId), '6.47353E+11')
    expect(decisionIn(edited(table, 0, columns.decision, '1'))).toMatchObject({ offerId: long.offerId })
  })
  test('or that of the row, if there is no address', async () => {
    const table = edited(await list(), 0, columns.offerId, '6.47353E+11')
    expect(decisionIn(without(table, columns.detailUrl))).toMatchObject({ offerId: long.offerId })
  })
  test('but after it was changed to another one', async () => {
    const found = read(edited(await list(), 0, columns.offerId, '7.12345E+11'))
    expect(found.problems).toEqual([{ line: 2, code: 'decision_unknown' }])
  })
  test('is that of the address where its column was removed', async () => {
    expect(decisionIn(without(await list(), columns.offerId))).toMatchObject({ offerId: long.offerId })
  })
})

describe.each(FORMATS)('a list that is gone, from %s', (format) => {
  test('becomes a new one with the user’s own columns, decisions and notes', async () => {
    const found = read(await exported(format, BATCH_LABELS.en))
    await removeBatch(batch.id)
    expect(await applyReadBack(found)).toBeUndefined()
    expect(found.own.columns).toEqual(batch.columns)
    expect(found.own.rows.map(({ cells }) => cells)).toEqual(ROWS.map(({ own }) => own))
    const inputs = withDecisions(inputsOf(found.own, guessColumns(found.own)), found, 7)
    const { rows } = newBatch({ ...batch, from: 'table' }, inputs)
    expect(rows[0]).toMatchObject({
      picture: { kind: 'address', address: 'https://shop.example/0.jpg' },
      price: '19.90',
      decision: {
        kind: 'offer',
        offerId: '11',
        at: 7,
        offer: {
          title: offers[0]?.title,
          titleTranslated: 'Summer pleated skirt',
          priceTiers: [
            { minQuantity: 2, price: '10.10' },
            { minQuantity: 1000, price: '9.50' },
          ],
          minOrder: 2,
          supplier: { name: '工厂11', years: 8, verified: null },
          detailUrl: 'https://detail.1688.com/offer/11.html',
          repurchaseRate: null,
        },
      },
    })
    expect(rows.map(({ decision }) => decision?.kind)).toEqual(['offer', 'none', undefined, undefined])
    expect(rows.map(({ note }) => note.replace(/\s/, ' '))).toEqual(['cheapest of all', '', '=1+1', ''])
  })
})

test('a candidate that was chosen in the file is one of the new list, as far as the file tells', async () => {
  const table = edited(await exported('xlsx', BATCH_LABELS.en), 1, columns.decision, '2')
  const [, row] = withDecisions(
    ROWS.map((each) => ({ ...each, line: each.index + 2 })),
    read(table),
  )
  expect(row?.decision).toMatchObject({
    kind: 'offer',
    offer: { offerId: '12', price: '24.00', priceMax: '31.00', priceTiers: [], minOrder: null, unit: null },
  })
})

describe('an offer ID that was changed', () => {
  const decided = async (table: Table) => withDecisions(await inputsIn(table), read(table), 7)[0]?.decision
  const inputsIn = async (table: Table) => inputsOf(read(table).own, guessColumns(read(table).own))
  const changed = async (id: string) =>
    edited(await exported('xlsx', BATCH_LABELS.en), 0, columns.offerId, id)

  test('takes nothing from the offer that was chosen before', async () => {
    expect(await decided(await changed('12'))).toMatchObject({
      offerId: '12',
      offer: { price: '24.00', priceTiers: [], supplier: { name: '工厂12' } },
    })
  })

  test('is not known if no candidate has it, and the file is told so', async () => {
    const table = await changed('999')
    expect(await decided(table)).toBeNull()
    expect(problemsOfNewList(read(table))).toEqual([{ line: 2, code: 'offer_unknown' }])
    expect(await applyReadBack(read(table))).toMatchObject({
      changed: 0,
      problems: [{ line: 2, code: 'offer_unknown' }],
    })
    expect(await stored()).toEqual(ROWS)
  })

  test('nor is it while the address beside it is that of another offer, if the row’s own name is gone', async () => {
    const unnamed = async (id: string) => edited(await changed(id), 0, columns.rowId, '')
    expect(await decided(await unnamed('999'))).toBeNull()
    expect(await decided(await unnamed('11'))).toMatchObject({ offer: { supplier: { name: '工厂11' } } })
  })

  test('of a candidate neither', async () => {
    const { candidate, candidateColumns } = BATCH_LABELS.en
    const table = edited(await changed('11'), 0, candidate(2, candidateColumns.offerId), '999')
    expect(await decided(edited(table, 0, columns.decision, '2'))).toBeNull()
  })
})

test.each([
  ['1,000', 1000],
  ['500.0', 500],
  // A thousand, as a German spreadsheet saves it.
  ['1.000', null],
  ['1,5', null],
])('a smallest order of %s is %s', async (text, minOrder) => {
  const table = edited(await exported('xlsx', BATCH_LABELS.en), 0, columns.minOrder, text)
  expect(read(table).rows[0]?.decision).toMatchObject({ offer: { minOrder } })
})

test.each(['-24', '< 24', 'from 24', '24-31', '1,234'])('a price of %s is none', async (text) => {
  const { candidate, candidateColumns } = BATCH_LABELS.en
  const price = candidate(2, candidateColumns.price)
  const table = edited(await exported('xlsx', BATCH_LABELS.en), 1, price, text)
  expect(read(edited(table, 1, columns.decision, '2')).rows[1]?.decision).toMatchObject({
    offer: { offerId: '12', price: null },
  })
})

test('price tiers come back as 1688 has them, not as they are shown', async () => {
  const priceTiers = [
    { minQuantity: 1000, price: '0.125' },
    { minQuantity: 10_000, price: '0.1' },
  ]
  const offer = { ...(offers[0] ?? expect.fail()), priceTiers }
  const row = {
    ...(ROWS[0] ?? expect.fail()),
    decision: { kind: 'offer', offerId: '11', offer, at: 1 } as const,
  }
  const [found] = read(await exported('xlsx', BATCH_LABELS.en, [row])).rows
  expect(found?.decision).toMatchObject({
    offer: { priceTiers: [priceTiers[0], { minQuantity: 10_000, price: '0.10' }] },
  })
})

test.each(['en', 'zh'] as const)(
  'a list of a page that is gone becomes a new one too, in %s',
  async (language) => {
    const product = {
      ...{ title: 'Canvas tote', productNumber: '0042', price: '19.90', currency: 'EUR', quantity: 300 },
      ...{ weightKg: '0.5', link: 'https://shop.example/p/42' },
      picture: { kind: 'address', address: 'https://cdn.example/42.jpg' },
    } as const
    const row = aBatchRow(0, { batchId: 'gone', own: [], line: null, ...product, decision: took(0) })
    const other = aBatchRow(1, {
      batchId: 'gone',
      own: [],
      line: null,
      picture: { kind: 'file', name: 'a/b.jpg' },
    })
    const range = aBatchRow(2, {
      batchId: 'gone',
      own: [],
      price: '19.99',
      priceTo: '24.99',
      currency: 'USD',
    })
    const whole = aBatchRow(4, { batchId: 'gone', own: [], price: '1250', priceTo: '2500', currency: 'JPY' })
    const from = aBatchRow(3, { batchId: 'gone', own: [], price: '5.00', isFrom: true, currency: 'USD' })
    const list = aBatch({ id: 'gone', columns: [] })
    const table = toBatchTable(
      {
        batch: list,
        rows: [row, other, range, from, whole].map((each) => ({
          row: each,
          chosen: chosenOf(each, list.settings, context),
          candidates: [],
        })),
        candidates: 3,
      },
      BATCH_LABELS[language],
    )
    const found = read(await readTable(await toXlsx(table)))
    expect(await applyReadBack(found)).toBeUndefined()
    const inputs = withDecisions(inputsOf(found.own, guessColumns(found.own)), found)
    expect(inputs[0]).toMatchObject({ ...product, decision: { kind: 'offer', offerId: '11' } })
    expect(inputs[1]).toMatchObject({ picture: other.picture, title: null, price: null, decision: null })
    expect(inputs[2]).toMatchObject({ price: '19.99', priceTo: '24.99' })
    expect(inputs[3]).toMatchObject({ price: '5.00', isFrom: true })
    expect(inputs[4]).toMatchObject({ price: '1250', priceTo: '2500', currency: 'JPY' })
  },
)
