import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BATCH_LABELS } from '../../extension/src/export/batch-labels.ts'
import { toBatchTable } from '../../extension/src/export/batch-table.ts'
import { toCsv } from '../../extension/src/export/csv.ts'
import { toXlsx } from '../../extension/src/export/xlsx.ts'
import { en } from '../../extension/src/i18n/en.ts'
import { readArguments, type Settings } from './arguments.ts'
import { readInput } from './input.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'input-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)

function read(input: string, ...more: string[]) {
  const args = ['--input', input, '--out', 'out.xlsx', '--worker', 'https://proxy.example', ...more]
  return readInput(readArguments(args, { FIND_ON_1688: 'f1688_key' }, folder) as Settings)
}

describe('a table', () => {
  test('keeps its own columns, and its rows know picture, title, price and quantity', async () => {
    write(
      'list.csv',
      'SKU;Image;Title;Price (USD);Qty\r\n0017;https://shop.example/1.jpg;Red cup;1,20;50\r\n',
    )
    const { batch, rows, columns, warnings } = await read('list.csv', '--quantity', '7')
    expect(columns).toBe(
      'Columns: picture: Image, title: Title, productNumber: SKU, price: Price (USD), quantity: Qty',
    )
    expect(batch).toMatchObject({ name: 'list', from: 'table', settings: { quantity: 7 } })
    expect(batch.columns).toEqual(['SKU', 'Image', 'Title', 'Price (USD)', 'Qty'])
    expect(rows).toMatchObject([
      {
        line: 2,
        own: ['0017', 'https://shop.example/1.jpg', 'Red cup', '1,20', '50'],
        picture: { kind: 'address', address: 'https://shop.example/1.jpg' },
        title: 'Red cup',
        price: '1.20',
        currency: 'USD',
        quantity: 50,
      },
    ])
    expect(warnings).toEqual([])
  })

  test.each([
    ['by its header', 'photo two'],
    ['by its number', '3'],
  ])('takes the pictures from the column that is named %s', async (_, column) => {
    write('list.csv', 'SKU,Photo one,Photo two\n1,a.jpg,b.jpg\n')
    const { rows } = await read('list.csv', '--column', column)
    expect(rows[0]?.picture).toEqual({ kind: 'file', name: 'b.jpg' })
  })

  test('names the columns if none has pictures, or the named one is not there', async () => {
    write('list.csv', 'SKU,Colour\n1,red\n')
    await expect(read('list.csv')).rejects.toThrow(/SKU, Colour/)
    await expect(read('list.csv', '--column', 'Image')).rejects.toThrow(/no column Image, but SKU, Colour/)
    await expect(read('list.csv', '--column', '3')).rejects.toThrow(/no column 3/)
  })

  test('says which lines are not as they should be, and keeps them', async () => {
    write('list.csv', 'SKU,Image\n1,a.jpg,more\n2,b.jpg\n')
    const { rows, warnings } = await read('list.csv')
    expect(rows).toHaveLength(2)
    expect(warnings).toEqual(['line 2: it has more cells than there are headers'])
  })

  test.each([
    ['nothing', '', /has no rows/],
    ['headers alone', 'SKU,Image\n', /no rows/],
    ['what is no text', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), /neither text nor a workbook/],
    ['more rows than a list may have', `Image\n${'a.jpg\n'.repeat(5001)}`, /more than 5000 rows/],
  ])('of %s is refused', async (_, content, sentence) => {
    write('list.csv', content)
    await expect(read('list.csv')).rejects.toThrow(sentence)
  })
})

test('a folder is a list of its pictures, in the order in which people count', async () => {
  mkdirSync(join(folder, 'more'))
  mkdirSync(join(folder, 'out.xlsx.journal', 'pictures'), { recursive: true })
  for (const name of ['10.jpg', '2.PNG', 'more/1.webp', 'notes.txt', '.hidden.jpg']) write(name, 'x')
  write('out.xlsx.journal/pictures/sent.jpg', 'x')
  const { batch, rows } = await read('.')
  expect(batch).toMatchObject({ from: 'files', columns: [] })
  expect(rows.map(({ picture }) => picture.kind === 'file' && picture.name)).toEqual([
    '2.PNG',
    '10.jpg',
    'more/1.webp',
  ])
})

test.each(['csv', 'xlsx'] as const)(
  'its own %s file is read without its own columns, decisions and notes kept',
  async (format) => {
    write('list.csv', 'SKU,Image,Remark\n0017,a.jpg,=1+1\n0018,b.jpg,\n')
    const { batch, rows } = await read('list.csv')
    const decided = rows.map((row, at) =>
      at === 0 ? { ...row, decision: { kind: 'none', at: 1 } as const, note: 'too heavy' } : row,
    )
    const tableRows = decided.map((row) => ({ row, chosen: null, candidates: [] }))
    const table = toBatchTable({ batch, rows: tableRows, candidates: 2 }, BATCH_LABELS.en)
    const file = await (format === 'csv' ? toCsv(table) : toXlsx(table))
    write(`found.${format}`, new Uint8Array(await file.arrayBuffer()))
    const again = await read(`found.${format}`)
    expect(again.batch.columns).toEqual(['SKU', 'Image', 'Remark'])
    expect(again.rows.map(({ own }) => own)).toEqual(rows.map(({ own }) => own))
    expect(again.rows.map(({ decision, note }) => [decision?.kind ?? null, note])).toEqual([
      ['none', 'too heavy'],
      [null, ''],
    ])
  },
)

test('a column that was removed from its own file is named', async () => {
  write('found.csv', 'SKU,Image,1688 decision,1688 note,1688 row ID (keep)\n0017,a.jpg,,,f1688:list:0::\n')
  const { batch, warnings } = await read('found.csv')
  expect(batch.columns).toEqual(['SKU', 'Image'])
  expect(warnings).toEqual([expect.stringMatching(/found\.csv no longer has the column 1688 offer ID\.$/)])
})

test('small pictures of an exported workbook are not searched with', async () => {
  write('list.csv', 'SKU,Image,Title\n0017,,Red cup\n0018,b.jpg,Blue cup\n')
  const { batch, rows } = await read('list.csv', '--column', 'Image')
  const create = { width: 90, height: 60, channels: 3, background: '#c33' } as const
  const jpeg = new Uint8Array(await sharp({ create }).jpeg().toBuffer())
  const tableRows = rows.map((row) => ({ row, chosen: null, candidates: [], jpeg }))
  const table = toBatchTable({ batch, rows: tableRows, candidates: 2, withPictures: true }, BATCH_LABELS.en)
  write('found.xlsx', new Uint8Array(await (await toXlsx(table)).arrayBuffer()))
  const again = await read('found.xlsx', '--column', 'Image')
  expect(again.embedded.size).toBe(0)
  expect(again.rows.map(({ picture }) => picture)).toEqual([
    { kind: 'none' },
    { kind: 'file', name: 'b.jpg' },
  ])
})

test('a decision in its own file that cannot be read is named by its line', async () => {
  const decisions = ['yes', 'Taken', 'Candidate 1', '都不合适']
  const url = 'https://detail.1688.com/offer/647353123456.html'
  const lines = decisions.map(
    (decision, at) =>
      `${at},${at}.jpg,${decision},,${at === 1 ? '77' : ''},,,6.47353E+11,Cup,${url},f1688:list:${at}::`,
  )
  const ours = ['decision', 'note', 'offer ID', 'title', 'offer URL']
  const candidate = ['offer ID', 'title', 'offer URL'].map((name) => `candidate 1: ${name}`)
  const headers = [...ours, ...candidate, 'row ID (keep)'].map((name) => `1688 ${name}`)
  write('found.csv', [`SKU,Image,${headers}`, ...lines].join('\n'))
  const { rows, warnings, unread } = await read('found.csv')
  expect(rows.map(({ decision }) => decision?.kind === 'offer' && decision.offerId)).toEqual([
    false,
    false,
    '647353123456',
    false,
  ])
  expect(rows[3]?.decision).toMatchObject({ kind: 'none' })
  const { problems } = en.listExport
  expect(warnings).toEqual([`line 2: ${problems.decision_unknown}`, `line 3: ${problems.offer_unknown}`])
  expect(unread).toBe(2)
})

test('pictures that lie in a workbook are those of its rows', async () => {
  const create = { width: 90, height: 60, channels: 3, background: '#c33' } as const
  const jpeg = new Uint8Array(await sharp({ create }).jpeg().toBuffer())
  const column = (label: string) => ({ name: label, label, kind: 'text' as const, width: 12, currency: null })
  const file = await toXlsx({
    name: 'Products',
    columns: [column('SKU'), column('Image')],
    rows: [
      ['0017', null],
      ['0018', null],
    ],
    pictures: [{ column: 1, jpegs: [null, jpeg] }],
  })
  write('list.xlsx', new Uint8Array(await file.arrayBuffer()))
  const { rows, embedded } = await read('list.xlsx')
  const [first, second] = rows.map(({ picture }) => picture)
  expect(first).toEqual({ kind: 'none' })
  const name = second?.kind === 'file' ? second.name : ''
  expect(await embedded.get(name)?.bytes()).toEqual(jpeg)
})

test('what is not there is said', async () => {
  write('list.csv', 'Image\na.jpg\n')
  await expect(read('list.csv', '--pictures', 'nowhere')).rejects.toThrow(/--pictures.*ENOENT/)
  await expect(read('list.csv', '--pictures', 'list.csv')).rejects.toThrow(/--pictures.*ENOTDIR/)
  rmSync(join(folder, 'list.csv'))
  await expect(read('list.csv')).rejects.toThrow(/There is no/)
  mkdirSync(join(folder, 'empty'))
  await expect(read('empty')).rejects.toThrow(/no pictures/)
})
