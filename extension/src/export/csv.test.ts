import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { toCsv, toExcelCsv, unescapeFormula } from './csv.ts'
import { LABELS } from './labels.ts'
import { type ExportInput, toTable } from './table.ts'
import { EXPORTED, EXPORTED_UNKNOWN, HOSTILE, inputOf, OFFER } from './testing/export-input.ts'

async function textOf(input: ExportInput): Promise<string> {
  const blob = await toCsv(toTable(input, LABELS.en))
  // Blob.text() would drop the byte order mark.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer())
}

/** The rows as another program reads them, by column label. */
async function read(input: ExportInput): Promise<Record<string, string>[]> {
  return parse(await textOf(input), { bom: true, columns: true, record_delimiter: '\r\n' })
}

const { columns } = LABELS.en
const withNote = (note: string) => inputOf([{ ...EXPORTED, note }])

test('another program reads back what was written', async () => {
  const [row, unknown] = await read(inputOf([EXPORTED, EXPORTED_UNKNOWN]))
  expect(row).toMatchObject({
    [columns.offerId]: '710891050473',
    [columns.title]: '夏季新款百褶半身裙',
    [columns.unitPrice]: '10.10',
    [columns.converted]: '1.40',
    [columns.repurchaseRate]: '0.13',
    [columns.weightKg]: '0.35',
    [columns.imageUrl]: OFFER.imageUrl,
    [columns.listingProductNumber]: '0012345678905',
  })
  expect(unknown).toMatchObject({ [columns.unitPrice]: '', [columns.minOrder]: '', [columns.imageUrl]: '' })
})

test('a byte order mark tells Excel that it is UTF-8, and lines end as in RFC 4180', async () => {
  const text = await textOf(inputOf([EXPORTED, EXPORTED]))
  expect(text.startsWith('\uFEFFOffer ID,')).toBe(true)
  expect(text.match(/\r\n/g)).toHaveLength(2)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test.each([
  'two\nlines',
  'two\r\nlines',
  'a "quoted" word, and a comma',
  ' spaces around ',
  'semi;colon',
  '🧵 裙子',
  "it's",
])('a note is unchanged: %j', async (note) => {
  expect((await read(withNote(note)))[0]?.[columns.note]).toBe(note)
})

describe('a formula', () => {
  test.each(HOSTILE)('is defused: %j', async (note) => {
    const [row] = await read(withNote(note))
    const arrived = row?.[columns.note] ?? ''
    expect(beginnings(arrived).filter((text) => /^[\s\u200B"]*[=+\-@＝＋－＠]/.test(text))).toEqual([])
    expect(arrived.replaceAll("'", '')).toBe(note.replaceAll("'", ''))
  })

  test.each([...HOSTILE, 'it’s', "'quoted'", "a;'b'"])('comes back as it was: %j', async (note) => {
    const [row] = await read(withNote(note))
    expect(unescapeFormula(row?.[columns.note] ?? '')).toBe(note)
  })

  test("in a supplier's title is defused too", async () => {
    const [row] = await read(inputOf([{ ...EXPORTED, offer: { ...OFFER, title: '=1+1' } }]))
    expect(row?.[columns.title]).toBe("'=1+1")
  })

  test('gets a single apostrophe, where it begins', async () => {
    expect((await read(withNote('skirt\n=1+1')))[0]?.[columns.note]).toBe("skirt\n'=1+1")
  })

  /** Wherever a program may see a cell begin: Excel splits at semicolons in half of the world. */
  function beginnings(text: string): string[] {
    return text.split(/[;\t\r\n]/)
  }
})

test.each(['10.10', '0.035', '1e', 'a-b', 'x=1', 'mail@example.com', '2+ ¥10.10; 100+ ¥9.50'])(
  'text that is not a formula is unchanged: %j',
  async (note) => {
    expect((await read(withNote(note)))[0]?.[columns.note]).toBe(note)
  },
)

test('without offers there is only a header', async () => {
  expect(await textOf(inputOf([]))).toBe(`\uFEFF${Object.values(columns).join(',')}`)
})

test('two thousand offers make two thousand rows', async () => {
  const offers = Array.from({ length: 2000 }, (_, index) => ({
    ...EXPORTED,
    offer: { ...OFFER, offerId: String(710891050473 + index) },
  }))
  const rows = await read(inputOf(offers))
  expect(rows.map((row) => row[columns.offerId])).toEqual(offers.map(({ offer }) => offer.offerId))
})

describe('the CSV for Excel', () => {
  /** As Excel reads it: by the byte order mark, with tabs. */
  async function readExcel(
    input: ExportInput,
    decimalSeparator: '.' | ',' = ',',
  ): Promise<Record<string, string>[]> {
    const bytes = await (await toExcelCsv(toTable(input, LABELS.en), decimalSeparator)).arrayBuffer()
    expect([...new Uint8Array(bytes.slice(0, 2))]).toEqual([0xff, 0xfe])
    const text = new TextDecoder('utf-16le', { fatal: true }).decode(bytes)
    expect(text).not.toMatch(/^sep=/)
    return parse(text, { columns: true, delimiter: '\t', record_delimiter: '\r\n' })
  }

  test('has numbers as the locale writes them, and texts and ids as they are', async () => {
    const [row, unknown] = await readExcel(inputOf([EXPORTED, EXPORTED_UNKNOWN]))
    expect(row).toMatchObject({
      [columns.offerId]: '710891050473',
      [columns.title]: '夏季新款百褶半身裙',
      [columns.unitPrice]: '10,10',
      [columns.converted]: '1,40',
      [columns.repurchaseRate]: '0,13',
      [columns.weightKg]: '0,35',
      [columns.minOrder]: '2',
      [columns.marginLow]: '-0,0512',
      [columns.priceSteps]: '2+ ¥10.10 | 1,000+ ¥9.50',
      [columns.listingProductNumber]: '0012345678905',
    })
    expect(unknown).toMatchObject({ [columns.unitPrice]: '', [columns.minOrder]: '', [columns.imageUrl]: '' })
  })

  test('can have decimal points, for locales with those that split at semicolons', async () => {
    const [row] = await readExcel(inputOf([EXPORTED]), '.')
    expect(row).toMatchObject({ [columns.unitPrice]: '10.10', [columns.marginLow]: '-0.0512' })
  })

  test.each([
    ['a\tb', 'a b'],
    ['two\r\nlines', 'two lines'],
    ['a "quoted" word; and, more', 'a "quoted" word; and, more'],
    [' spaces ', ' spaces '],
    ['🧵 裙子', '🧵 裙子'],
    ['3.5', '3.5'],
  ])('a note is in one cell: %j', async (note, cell) => {
    expect((await readExcel(withNote(note)))[0]?.[columns.note]).toBe(cell)
  })

  test.each(HOSTILE)('a formula is defused: %j', async (note) => {
    const arrived = (await readExcel(withNote(note)))[0]?.[columns.note] ?? ''
    for (const part of arrived.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^[\s\u200B"]*[=+\-@＝＋－＠]/)
  })

  test('has a line for each offer', async () => {
    const offers = Array.from({ length: 300 }, (_, index) => ({ ...EXPORTED, note: `line\n${index}` }))
    expect(await readExcel(inputOf(offers))).toHaveLength(300)
  })
})
