import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readTable } from '../../extension/src/batch/table/read-table.ts'
import type { BatchRow } from '../../extension/src/model/batch.ts'
import { offerWith } from '../../extension/src/testing/offers.ts'
import { readArguments, type Settings } from './arguments.ts'
import { earlierOutput, keepCopy, takeOver } from './earlier-output.ts'
import { readInput } from './input.ts'
import { openJournal } from './journal.ts'
import { outputOf } from './output.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earlier-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const OFFERS = ['11', '12', '13', '14'].map((offerId) =>
  offerWith({ offerId, detailUrl: `https://detail.1688.com/offer/${offerId}.html` }),
)
const LIST = 'SKU,Image,Remark\n1,a.jpg,"two\r\nlines"\n2,b.jpg,\n3,c.jpg,=1+1\n'

function settingsOf(out: string, input = 'list.csv') {
  const args = ['--input', input, '--out', out, '--worker', 'https://proxy.example', '--candidates', '2']
  return readArguments(args, { FIND_ON_1688: 'f1688_key' }, folder) as Settings
}

/** A whole run, but that each picture finds the same offers. */
async function run(out: string, input?: string): Promise<{ rows: BatchRow[]; lost: string[] }> {
  const settings = settingsOf(out, input)
  const { batch, rows } = await readInput(settings)
  const journal = openJournal(`${settings.out}.journal`, {})
  try {
    for (const row of rows) Object.assign(row, { state: 'done', digest: 'd' } satisfies Partial<BatchRow>)
    const answer = { ...{ digest: 'd', at: 1, provider: 'crossborder' as const, total: 4, offers: OFFERS } }
    journal.addAnswer('d', { ...answer, searchId: 's', attestation: null, notes: [] })
    const written = await earlierOutput(settings)
    const lost = written ? takeOver({ batch, rows }, written, journal) : []
    await outputOf({ settings, batch, journal, rates: undefined }).write(rows)
    return { rows, lost }
  } finally {
    journal.close()
  }
}

/** As a person does in a spreadsheet, which saves it as CSV. */
async function edit(out: string, change: (row: Record<string, string>, at: number) => void): Promise<void> {
  const table = await readTable(new Blob([readFileSync(join(folder, out))]))
  const records = table.rows.map(({ cells }) =>
    Object.fromEntries(table.columns.map((header, at) => [header, cells[at] ?? ''])),
  )
  for (const [at, record] of records.entries()) change(record, at)
  const lines = [Object.keys(records[0] ?? {}), ...records.map((record) => Object.values(record))]
  const quoted = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  writeFileSync(join(folder, out), lines.map(quoted).join('\n'))
}

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const decisionsOf = (rows: BatchRow[]) =>
  rows.map(({ decision, note }) => [decision?.kind === 'offer' ? decision.offerId : decision?.kind, note])

describe.each(['found.csv', 'found.xlsx'])('in %s, decisions and notes', (out) => {
  beforeEach(async () => {
    write('list.csv', LIST)
    await run(out)
    await edit(out, (row, at) => {
      row['1688 decision'] = ['2', 'None fits', ''][at] ?? ''
      row['1688 note'] = ['', 'too heavy', 'ask'][at] ?? ''
    })
  })
  const DECIDED = [
    ['12', ''],
    ['none', 'too heavy'],
    [undefined, 'ask'],
  ]

  test('are in the next output, and in the one after', async () => {
    for (let times = 0; times < 3; times++) {
      const { rows, lost } = await run(out)
      expect(decisionsOf(rows)).toEqual(DECIDED)
      expect(lost).toEqual([])
    }
    const { rows } = await run(out)
    const [first] = rows
    expect(first?.decision).toMatchObject({ offer: OFFERS[1] })
  })

  test('are taken back in the file', async () => {
    await run(out)
    await edit(out, (row) => {
      row['1688 decision'] = ''
      row['1688 note'] = ''
    })
    const { rows } = await run(out)
    expect(decisionsOf(rows)).toEqual([undefined, undefined, undefined].map((none) => [none, '']))
  })

  test('stay with their products where rows of the list were moved, added or removed', async () => {
    write('list.csv', 'SKU,Image,Remark\n3,c.jpg,=1+1\n9,n.jpg,\n1,a.jpg,"two\r\nlines"\n')
    const { rows, lost } = await run(out)
    expect(decisionsOf(rows)).toEqual([
      [undefined, 'ask'],
      [undefined, ''],
      ['12', ''],
    ])
    // The line of the product that is no longer in the list, below one with two lines.
    expect(lost).toEqual(['line 4'])
  })

  test('stay where a spreadsheet has changed numbers, and never go to another product', async () => {
    await edit(out, (row) => {
      row.SKU = `${row.SKU}.00`
    })
    expect(decisionsOf((await run(out)).rows)).toEqual(DECIDED)
    await edit(out, (row) => {
      row.SKU = `${row.SKU}.00`
    })
    write('list.csv', 'SKU,Image,Remark\n7,x.jpg,\n8,y.jpg,\n')
    const { rows, lost } = await run(out)
    expect(decisionsOf(rows)).toEqual([
      [undefined, ''],
      [undefined, ''],
    ])
    expect(lost).toHaveLength(3)
  })
})

test('an offer that is beside none of the decisions is known from the journal', async () => {
  write('list.csv', LIST)
  await run('found.csv')
  await edit('found.csv', (row, at) => {
    if (at > 1) return
    row['1688 decision'] = 'Taken'
    row['1688 offer ID'] = ['14', '99'][at] ?? ''
  })
  const { rows, lost } = await run('found.csv')
  expect(decisionsOf(rows).map(([decision]) => decision)).toEqual(['14', undefined, undefined])
  expect(lost).toHaveLength(1)
})

test('what is written where it cannot be taken over is named', async () => {
  write('list.csv', LIST)
  await run('found.csv')
  await edit('found.csv', (row, at) => {
    row['My column'] = at === 1 ? 'mine' : ''
    row['1688 decision'] = at === 2 ? 'perhaps' : ''
  })
  const { lost } = await run('found.csv')
  expect(lost).toHaveLength(2)
  expect(lost[1]).toBe('column My column')
})

test('a column that was removed loses only what was in it', async () => {
  write('list.csv', LIST)
  await run('found.csv')
  const remove = (row: Record<string, string>) => {
    delete row['1688 decision']
    delete row['1688 note']
  }
  await edit('found.csv', remove)
  expect((await run('found.csv')).lost).toEqual([])
  await edit('found.csv', (row, at) => {
    row['1688 decision'] = at === 1 ? 'None fits' : ''
  })
  await run('found.csv')
  await edit('found.csv', remove)
  expect((await run('found.csv')).lost).toHaveLength(1)
})

test('notes of the input stay where the output has no column for them any more', async () => {
  write('list.csv', LIST)
  await run('list-found.csv')
  await edit('list-found.csv', (row) => {
    row['1688 note'] = 'ask'
  })
  await run('found.csv', 'list-found.csv')
  await edit('found.csv', (row) => {
    delete row['1688 note']
  })
  const { rows } = await run('found.csv', 'list-found.csv')
  expect(rows.map(({ note }) => note)).toEqual(['ask', 'ask', 'ask'])
})

test('of a folder, products are known by their files', async () => {
  for (const name of ['1.jpg', '2.jpg', '3.jpg']) write(name, name)
  await run('found.csv', '.')
  await edit('found.csv', (row, at) => {
    row['1688 note'] = `note ${at}`
  })
  rmSync(join(folder, '1.jpg'))
  const { rows, lost } = await run('found.csv', '.')
  expect(rows.map(({ note }) => note)).toEqual(['note 1', 'note 2'])
  expect(lost).toHaveLength(1)
})

describe('a file is replaced only if this command wrote it', () => {
  test.each([
    ['found.csv', 'SKU,Price\n1,2\n'],
    ['found.csv', 'a letter\n'],
    ['found.xlsx', 'no workbook'],
    ['found.jsonl', '{"sku":1}\n'],
    ['found.jsonl', 'null\n'],
  ])('%s with %j', async (out, text) => {
    write(out, text)
    await expect(earlierOutput(settingsOf(out))).rejects.toThrow(/is there already.*choose another --out/)
  })

  test('an empty one, none and lines of ours are', async () => {
    write('list.csv', LIST)
    expect(await earlierOutput(settingsOf('found.csv'))).toBeNull()
    write('found.csv', '')
    expect(await earlierOutput(settingsOf('found.csv'))).toBeNull()
    await run('found.jsonl')
    expect(await earlierOutput(settingsOf('found.jsonl'))).toBeNull()
  })
})

test('copies never replace each other', () => {
  write('found.csv', 'one')
  const copies = [keepCopy(join(folder, 'found.csv'))]
  write('found.csv', 'two')
  copies.push(keepCopy(join(folder, 'found.csv')))
  expect(copies.map((copy) => readFileSync(copy, 'utf8'))).toEqual(['one', 'two'])
})
