import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { BAD_PATHS, startPictureHost } from '../../fakes/product-list/host.ts'
import { COLUMNS, cellsOf } from '../../fakes/product-list/tables.ts'
import { fetchPicture } from '../../match/addresses/fetch-picture.ts'
import { match } from '../../match/index.ts'
import { isLoopback } from '../../serve/address.ts'
import { runMatch } from './command.ts'
import { linesOf, once, useStage } from './stage.ts'

const stage = useStage(20)

test('what is wrong with a row is said in it, and the others go on', async () => {
  const products = await stage.take(3)
  const { secret } = await stage.newClient()
  const [good, page, twin] = products
  if (!good || !page || !twin) throw new Error('no products')
  writeFileSync(join(stage.folder, 'pictures', page.fileName), '<!doctype html>')
  mkdirSync(join(stage.folder, 'more'))
  writeFileSync(join(stage.folder, 'more', twin.fileName), twin.jpeg)
  const pictures = [
    good.fileName,
    page.fileName,
    twin.fileName,
    'missing.jpg',
    '',
    '../../../etc/passwd',
    'http://127.0.0.1:9/a.jpg',
    'http://localhost/a.jpg',
    'ftp://shop.example/a.jpg',
    `pictures/${twin.fileName}`,
  ]
  const rows = pictures.map((picture, at) => `${at},${picture}`)
  writeFileSync(join(stage.folder, 'bad.csv'), `SKU,Image\n${rows.join('\n')}\n`)
  const { code } = await runMatch(secret, stage.folder, ['--input', 'bad.csv', '--out', 'out.jsonl'])
  expect(code).toBe(1)
  const outcomes = linesOf(readFileSync(join(stage.folder, 'out.jsonl'), 'utf8')).map(
    ({ state, failure }) => failure?.code ?? state,
  )
  expect(outcomes).toEqual([
    'done',
    'not_a_picture',
    'file_ambiguous',
    'file_missing',
    'no_picture_named',
    'file_missing',
    'address_invalid',
    'address_invalid',
    'address_invalid',
    'done',
  ])
  expect(stage.paidCalls()).toEqual(once(2))
})

test('addresses are read as their hosts give them, and what a host does wrong is said in its row', async () => {
  const products = await stage.take(3)
  const { secret } = await stage.newClient()
  const host = await startPictureHost(products)
  try {
    const bad = Object.values(BAD_PATHS).filter((path) => path !== BAD_PATHS.cut)
    const pictures = [...products.map(host.addressOf), ...bad.map((path) => host.origin + path)]
    writeFileSync(join(stage.folder, 'addresses.csv'), `Image\n${pictures.join('\n')}\n`)
    const printed: string[] = []
    // The host is on this machine, which the command itself never reads from.
    const fetch: typeof fetchPicture = (signal, address, options) =>
      fetchPicture(signal, address, {
        ...options,
        isAllowed: isLoopback,
        timeoutMs: 3000,
        maxBytes: 2_000_000,
      })
    const code = await match(
      new AbortController().signal,
      ['--input', 'addresses.csv', '--out', 'out.csv', '--json'],
      {
        ...{ environment: { FIND_ON_1688: secret }, folder: stage.folder, isTerminal: false, fetch },
        ...{ print: (line) => printed.push(line), tell: () => {} },
      },
    )
    expect(code).toBe(1)
    const outcomes = printed
      .map((line) => JSON.parse(line))
      .map(({ picture, state, failure }) => [picture.slice(host.origin.length), failure?.code ?? state])
    expect(Object.fromEntries(outcomes)).toEqual({
      ...Object.fromEntries(products.map(({ fileName }) => [`/pictures/${fileName}`, 'done'])),
      [BAD_PATHS.gone]: 'address_not_found',
      [BAD_PATHS.page]: 'not_a_picture',
      [BAD_PATHS.empty]: 'not_a_picture',
      [BAD_PATHS.endless]: 'picture_too_large',
      [BAD_PATHS.silent]: 'address_unreachable',
      [BAD_PATHS.circle]: 'address_unreachable',
    })
    expect(stage.paidCalls()).toEqual(once(3))
  } finally {
    await host.close()
  }
})

test('a workbook comes out with the own columns as they were, the candidates and small pictures', async () => {
  const products = await stage.take(3)
  const { secret } = await stage.newClient()
  const args = ['--input', 'products.csv', '--out', 'out.xlsx', '--candidates', '2', '--images']
  expect((await runMatch(secret, stage.folder, args)).code).toBe(0)
  const file = readFileSync(join(stage.folder, 'out.xlsx'))
  const [header = [], ...rows] = (await readXlsx(file)).sheets[0]?.rows ?? []
  expect(header.slice(0, COLUMNS.length)).toEqual([...COLUMNS])
  const own = rows.map((cells) => cells.slice(0, COLUMNS.length).map((cell) => String(cell ?? '')))
  expect(own).toEqual(cellsOf(products))
  const first = header.indexOf('1688 candidate 1: offer ID')
  for (const [at, cells] of rows.entries()) expect(products[at]?.offerIds).toContain(cells[first])
  expect(header).toContain('1688 candidate 2: offer ID')
  expect(header).not.toContain('1688 candidate 3: offer ID')
  expect(file.includes('xl/media/picture3.jpeg')).toBe(true)
  // A reader that is in nothing of ours finds the same cells.
  expect(await readSheet(file, { trim: false })).toEqual([header, ...rows])
})

test.each([
  ['no file', 'missing.csv', /There is no/],
  ['a file that is no table', 'picture.jpg', /neither text nor a workbook/],
  ['a table without a column of pictures', 'words.csv', /--column/],
  ['too many rows', 'long.csv', /more than 5000 rows/],
  ['a folder as output', 'words.csv', /is a folder/, 'nothing.csv'],
  ['a folder without pictures', 'nothing', /no pictures/],
])('%s is told before anything is sent', async (_, input, sentence, out = 'out.csv') => {
  const products = await stage.take(1)
  const { secret } = await stage.newClient()
  mkdirSync(join(stage.folder, 'nothing'))
  mkdirSync(join(stage.folder, 'nothing.csv'))
  writeFileSync(join(stage.folder, 'picture.jpg'), products[0]?.jpeg ?? '')
  writeFileSync(join(stage.folder, 'words.csv'), 'name,colour\ncup,red\n')
  writeFileSync(join(stage.folder, 'long.csv'), `image\n${'a.jpg\n'.repeat(100_000)}`)
  const { code, stderr } = await runMatch(secret, stage.folder, ['--input', input, '--out', out])
  expect(stderr).toMatch(sentence)
  expect(code).toBe(2)
  expect(stage.paidCalls()).toEqual(once(0))
})
