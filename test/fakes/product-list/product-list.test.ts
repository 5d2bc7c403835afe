import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { openCatalogue } from '../gateway/catalogue/index.ts'
import { analyse } from '../gateway/match/analyse.ts'
import { BAD_PATHS, startPictureHost } from './host.ts'
import { type ListedProduct, listProducts } from './index.ts'
import { COLUMNS, cellsOf, csvOf, writeFolder, xlsxOf } from './tables.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('500 products have 500 small pictures, the same ones each time', { timeout: 60_000 }, async () => {
  const catalogue = await openCatalogue()
  const products = await listProducts(catalogue, 500)
  expect(new Set(products.map(({ jpeg }) => sha256(jpeg))).size).toBe(500)
  expect(Math.max(...products.map(({ jpeg }) => jpeg.length))).toBeLessThan(100_000)
  const [first, second] = await listProducts(catalogue, 2)
  expect([first, second]).toEqual(products.slice(0, 2))
})

test('a search finds the offers that are said to be the product’s, and nothing for what nobody sells', async () => {
  const catalogue = await openCatalogue()
  const products = (await listProducts(catalogue, 120)).filter((_, at) => at % 7 === 0 || at % 20 === 19)
  for (const { jpeg, offerIds, title } of products) {
    const found = catalogue.match(await analyse(jpeg)).filter(({ same }) => same)
    expect(found.map(({ offer }) => offer.offerId).toSorted(), title).toEqual(offerIds.toSorted())
  }
})

test('the tables have a line for each product, and other programs read them', async () => {
  const products = await listProducts(await openCatalogue(), 30)
  const expected = [[...COLUMNS], ...cellsOf(products)]
  expect(parse(csvOf(products), { bom: true })).toEqual(expected)
  expect(parse(csvOf(products, { delimiter: ';' }), { delimiter: ';' })).toEqual(expected)
  const { sheets } = await readXlsx(await xlsxOf(products))
  const read = sheets[0]?.rows.map((cells) => cells.map((cell) => String(cell ?? '')))
  expect(read?.map(([number]) => number)).toEqual(expected.map(([number]) => number))
  expect(read?.at(5)).toEqual(
    expected[5]?.map((cell) => (/^\d+\.\d0$/.test(cell) ? String(Number(cell)) : cell)),
  )
})

test('a folder has the pictures and the tables that name them', async () => {
  const products = await listProducts(await openCatalogue(), 3)
  const folder = await mkdtemp(join(tmpdir(), 'products-'))
  try {
    await writeFolder(products, folder)
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
      'pictures',
      ...products.map(({ fileName }) => join('pictures', fileName)),
      'products.csv',
      'products.xlsx',
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the picture host answers as hosts do, and notes what it was asked for', async () => {
  const products = await listProducts(await openCatalogue(), 3)
  const host = await startPictureHost(products)
  try {
    const [product] = products
    const answer = await fetch(host.addressOf(product as ListedProduct))
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(product?.jpeg)
    const { status } = await fetch(host.origin + BAD_PATHS.gone)
    expect(status).toBe(404)
    expect(host.requested).toEqual([`/pictures/${product?.fileName}`, BAD_PATHS.gone])
    const endless = await fetch(host.origin + BAD_PATHS.endless)
    await endless.body?.cancel()
  } finally {
    await host.close()
  }
})
