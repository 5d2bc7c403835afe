import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { aBatchRow } from '../../testing/batches.ts'
import { sheetPath } from '../table/table.ts'
import { addRows, type Documents, reduceText, startDocuments } from '../testing/documents.ts'

vi.mock('./off-thread.ts', () => ({ reducePicture: reduceText }))

let document: Awaited<ReturnType<Documents['open']>>
const { signal } = new AbortController()

beforeEach(async () => {
  document = await (await startDocuments()).open()
  return () => vi.unstubAllGlobals()
})

/** Whose picture each of the names gets, by the path of its file, or why none. */
async function found(names: string[], paths: string[]): Promise<(string | undefined)[]> {
  const rows = names.map((name, index) => aBatchRow(index, { picture: { kind: 'file', name } }))
  await addRows(document, rows)
  const files = paths.map((path) => ({ path, file: new Blob([path]) }))
  await document.readFiles(signal, 'b1', files)
  const read = await document.getBatchRows('b1')
  return Promise.all(
    read.map(async ({ failure, digest }) =>
      digest === null
        ? failure?.code
        : (await document.getBatchPicture('b1', digest))?.jpeg.text().then((text) => text),
    ),
  )
}

test('a file is found by its name, whatever the case and the folder', async () => {
  expect(await found(['A.JPG', 'C:\\pictures\\b.jpg', './c.png'], ['in/a.jpg', 'b.jpg', 'c.png'])).toEqual([
    ...['in/a.jpg', 'b.jpg', 'c.png'],
  ])
})

test('a number without an ending finds the file that is called so', async () => {
  expect(await found(['00123', '00124'], ['photos/00123.webp', '124.jpg'])).toEqual([
    ...['photos/00123.webp', 'file_missing'],
  ])
})

test('of two files with one name the folder decides; without one it is ambiguous', async () => {
  const paths = ['red/1.jpg', 'blue/1.jpg', 'top/2.jpg', '2.jpg']
  expect(await found(['blue/1.jpg', '1.jpg', '2.jpg'], paths)).toEqual([
    'blue/1.jpg',
    'file_ambiguous',
    '2.jpg',
  ])
})

test('a file that its own folder lacks is not taken from another one', async () => {
  const paths = ['summer/1.jpg', 'winter/2.jpg', 'winter/old/3.jpg']
  expect(await found(['summer/2.jpg', 'C:\\elsewhere\\2.jpg', 'winter/3.jpg'], paths)).toEqual([
    'file_missing',
    'winter/2.jpg',
    'winter/old/3.jpg',
  ])
})

test('an accent may be written in either form', async () => {
  expect(await found(['caf\u00e9.jpg'], ['cafe\u0301.jpg'])).toEqual(['cafe\u0301.jpg'])
})

test('files that are dropped later complete the rows that missed theirs', async () => {
  await found(['a.jpg', 'b.jpg'], ['a.jpg'])
  expect((await document.getBatchRows('b1')).map(({ state }) => state)).toEqual(['waiting', 'failed'])
  await document.readFiles(signal, 'b1', [{ path: 'b.jpg', file: new Blob(['b']) }])
  const rows = await document.getBatchRows('b1')
  expect(rows.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  expect(rows[1]).not.toHaveProperty('failure')
})

test('a picture of a cell is only the one with these bytes in this cell, never a file that is called so', async () => {
  const names = await Promise.all(['one', 'two'].map((text) => inCell(text)))
  const [one = '', two = ''] = names
  expect(await found(['A2', one, two], ['A2.png', one])).toEqual(['A2.png', one, 'spreadsheet_needed'])
  expect((await document.getBatchRows('b1'))[2]?.failure).toEqual({
    ...{ code: 'spreadsheet_needed', detail: 'A2' },
  })
})

test('a cell that names a number gets no picture of another row', async () => {
  expect(await found(['A2'], [await inCell('one')])).toEqual(['file_missing'])
})

function inCell(text: string): Promise<string> {
  return sheetPath('A2', new Blob([text], { type: 'image/png' }))
}
