import { expect, test } from 'vitest'
import { encodeText } from '../../../extension/src/batch/testing/encode-text.ts'
import { en } from '../../../extension/src/i18n/en.ts'
import { listProducts } from '../../fakes/product-list/index.ts'
import type { View } from '../browser/driver.ts'
import { select } from '../stage/page.ts'
import { chooseFiles, readList } from '../stage/product-lists.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage()

/** The inputs of the start view, in their order: a spreadsheet, a folder, pictures. */
const input = (at: number) => `.batch-inputs label:nth-child(${at}) input`
const cell = (row: number, column: number) =>
  `document.querySelector(".batch-preview tbody tr:nth-child(${row}) td:nth-child(${column})")?.textContent`

async function openStart(): Promise<View> {
  const app = await stage.openApp('batch')
  await app.waitFor('document.querySelector(".batch-inputs input")')
  return app
}

/** Makes the list and reads it as it is stored. */
async function madeList(app: View) {
  await app.click('.batch-import header .primary')
  await app.waitFor('document.querySelector(".batch-plan")')
  return readList(app, await app.evaluate<string>('location.hash.split("/")[1]'))
}

test('a Chinese spreadsheet is read in its encoding, and what was not recognized is chosen by hand', async () => {
  const text = '资料;商品名称;内部价;文件\n001;真皮女包;39,90;a.jpg\n002;连衣裙 红色;12,50;\n'
  const before = stage.calls()
  const app = await openStart()
  await chooseFiles(app, input(1), [
    { path: 'list.csv', type: 'text/csv', bytes: Buffer.from(encodeText(text, 'gbk')) },
  ])
  await app.waitFor(`${cell(1, 3)} === "真皮女包"`)
  await select(app, 'select[name=productNumber]', '0')
  await select(app, 'select[name=price]', '2')
  await select(app, 'select[name=listCurrency]', 'EUR')
  await app.waitFor(`${cell(1, 4)} === "001" && ${cell(1, 5)} === "€39.90"`)
  expect(await app.text('.import-problems')).toContain('3')
  const { batch, rows } = await madeList(app)
  expect(batch).toMatchObject({
    name: 'list.csv',
    from: 'table',
    state: 'ready',
    settings: { currency: 'EUR' },
  })
  expect(batch.columns).toEqual(['资料', '商品名称', '内部价', '文件'])
  expect(rows.map(({ line, own, price, picture }) => [line, own[0], price, picture.kind])).toEqual([
    [2, '001', '39.90', 'file'],
    [3, '002', '12.50', 'none'],
  ])
  expect(stage.calls(), 'nothing is searched by looking at it').toBe(before)
})

test('a folder becomes a list in the order of its numbers, and its pictures are read', async () => {
  const [one, two] = await listProducts(stage.sandbox.gateway.catalogue, 2)
  if (!one || !two) throw new Error('no products')
  const app = await openStart()
  await chooseFiles(app, input(2), [
    { path: 'bags/10.jpg', type: 'image/jpeg', bytes: two.jpeg },
    { path: 'bags/2.jpg', type: 'image/jpeg', bytes: one.jpeg },
    { path: 'bags/Thumbs.db', type: '', bytes: Buffer.from('x') },
  ])
  await app.waitFor('document.querySelector(".batch-plan")')
  const id = await app.evaluate<string>('location.hash.split("/")[1]')
  const read = async () => (await readList(app, id)).rows.map(({ title, digest }) => [title, digest !== null])
  await expect.poll(read, { timeout: 20_000 }).toEqual([
    ['2', true],
    ['10', true],
  ])
  expect((await readList(app, id)).batch).toMatchObject({ name: 'bags', from: 'files' })
})

test('of several spreadsheets the user says which one; a note beside pictures is none of them', async () => {
  const app = await openStart()
  const file = (path: string, text: string) => ({ path, type: 'text/csv', bytes: Buffer.from(text) })
  await chooseFiles(app, input(2), [
    file('bags/spring.csv', 'Title,Image\nTote,a.jpg\n'),
    file('bags/autumn.csv', 'Title,Image\nPurse,b.jpg\n'),
    { path: 'bags/readme.txt', type: 'text/plain', bytes: Buffer.from('Prices until May.') },
    { path: 'bags/a.jpg', type: 'image/jpeg', bytes: Buffer.from('x') },
  ])
  await app.waitFor('document.querySelectorAll(".batch-inputs button").length === 3')
  expect(await app.text('.batch-inputs')).toContain(en.onlyPictures(1))
  await app.click('.batch-inputs button:nth-child(2)')
  await app.waitFor(`${cell(1, 3)} === "Purse"`)
})

test('pasted lines become a list; what is no list says so', async () => {
  const app = await openStart()
  await chooseFiles(app, input(1), [{ path: 'empty.csv', type: 'text/csv', bytes: Buffer.from('\n\n') }])
  await app.waitFor('document.querySelector(".batch-error").textContent !== ""')
  await app.fill(
    '#batch-lines',
    'https://img.test/1.jpg\tTote bag\t39.99\nhttps://img.test/2.jpg\tPurse\t9.90',
  )
  await app.click('.batch-lines button')
  await app.waitFor(cell(2, 3))
  const { rows } = await madeList(app)
  expect(rows.map(({ title, price, picture }) => [title, price, picture])).toEqual([
    ['Tote bag', '39.99', { kind: 'address', address: 'https://img.test/1.jpg' }],
    ['Purse', '9.90', { kind: 'address', address: 'https://img.test/2.jpg' }],
  ])
})

test('a spreadsheet that is dropped on another view begins a list', async () => {
  const app = await stage.openApp('history')
  await app.waitFor('document.querySelector(".app.tab")')
  // Its listener comes after the first paint: until then a file is taken for a picture. A second drop soon after would be another list.
  await app.waitFor(`(() => {
    if (location.hash === '#batch' || Date.now() < (globalThis.nextDropAt ?? 0)) return location.hash === '#batch'
    globalThis.nextDropAt = Date.now() + 5000
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['Title,Image\\nBag,a.jpg\\n'], 'bags.csv', { type: 'text/csv' }))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    return location.hash === '#batch'
  })()`)
  await app.waitFor(`${cell(1, 3)} === "Bag"`)
  expect(await app.evaluate('location.hash')).toBe('#batch')
})
