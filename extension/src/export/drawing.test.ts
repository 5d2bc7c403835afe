import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Table } from './table.ts'
import { toXlsx } from './xlsx.ts'

/** A JPEG as far as its size goes, which is all that is read of it. */
function jpeg(width: number, height: number, mark = 0): Uint8Array<ArrayBuffer> {
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]
  return new Uint8Array([0xff, 0xd8, ...frame, 0xff, 0xda, mark, 0xff, 0xd9])
}

const WIDE = jpeg(96, 48)
const SMALL = jpeg(20, 40, 1)

const column = { kind: 'own', width: 12, currency: null } as const
const table: Table = {
  name: 'Product list',
  columns: [
    { name: 'own1', label: 'SKU', ...column },
    { name: 'picture', label: '1688 picture', ...column },
  ],
  rows: ['1', '2', '3', '4', '5'].map((sku) => [sku, null]),
  pictures: [{ column: 1, jpegs: [WIDE, null, SMALL, WIDE, new Uint8Array([1, 2, 3])] }],
}

const bytes = async (each: Table) => new Uint8Array(await (await toXlsx(each)).arrayBuffer())

test('another program finds each picture in the cell of its row', async () => {
  const { sheets } = await readXlsx(await bytes(table))
  const images = sheets[0]?.images ?? []
  expect(images.map(({ anchor }) => [anchor.from.row, anchor.from.col])).toEqual([
    [1, 1],
    [3, 1],
    [4, 1],
  ])
  expect(images.map(({ data }) => [...data])).toEqual([WIDE, SMALL, WIDE].map((each) => [...each]))
  for (const { anchor } of images) expect(anchor.to).toMatchObject(anchor.from)
})

test('two columns may have pictures', async () => {
  const pictures = [
    { column: 0, jpegs: [SMALL, null] },
    { column: 1, jpegs: [WIDE, SMALL] },
  ]
  const { sheets } = await readXlsx(await bytes({ ...table, pictures }))
  const places = sheets[0]?.images?.map(({ anchor, data }) => [anchor.from.row, anchor.from.col, data.length])
  expect(places).toEqual([
    [1, 0, SMALL.length],
    [1, 1, WIDE.length],
    [2, 1, SMALL.length],
  ])
})

test('a picture keeps its shape, is never enlarged, and is stored once', async () => {
  const files = unzipSync(await bytes(table))
  const text = (name: string) => new TextDecoder().decode(files[name] ?? expect.fail(name))
  const drawing = text('xl/drawings/drawing1.xml')
  const sizes = [...drawing.matchAll(/<a:ext cx="(\d+)" cy="(\d+)"\/>/g)].map(([, cx, cy]) => [
    Number(cx) / 9525,
    Number(cy) / 9525,
  ])
  expect(sizes).toEqual([
    [72, 36],
    [20, 40],
    [72, 36],
  ])
  expect(Object.keys(files).filter((name) => name.startsWith('xl/media/'))).toHaveLength(2)
  expect(text('[Content_Types].xml')).toContain('Extension="jpeg"')
  // Rows without a picture keep their height.
  const heights = [...text('xl/worksheets/sheet1.xml').matchAll(/<row r="(\d+)" ht=/g)].map(([, row]) => row)
  expect(heights).toEqual(['1', '2', '4', '5', '6'])
})

test('every part that is named is there, and every part is named', async () => {
  const files = unzipSync(await bytes(table))
  const targets = Object.entries(files)
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([name, content]) =>
      [...new TextDecoder().decode(content).matchAll(/Target="([^"]+)"(?! TargetMode)/g)].map(([, target]) =>
        new URL(target ?? '', `zip:/${name.replace('_rels/', '')}`).pathname.slice(1),
      ),
    )
  const parts = Object.keys(files).filter((name) => !/\.rels$|^\[Content_Types\]\.xml$/.test(name))
  expect(new Set(targets)).toEqual(new Set(parts))
})

test('the drawing comes last in its sheet, as the format wants it', async () => {
  const sheet = new TextDecoder().decode(unzipSync(await bytes(table))['xl/worksheets/sheet1.xml'])
  expect(sheet).toMatch(/<ignoredErrors>.*<\/ignoredErrors><drawing r:id="drawing"\/><\/worksheet>$/)
  const { pictures, ...none } = table
  const without = unzipSync(await bytes(none))
  expect(Object.keys(without).some((name) => /drawing|media/.test(name))).toBe(false)
})
