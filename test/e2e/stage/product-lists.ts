import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Batch, BatchAnswer, BatchRow } from '../../../extension/src/model/batch.ts'
import type { ListedProduct } from '../../fakes/product-list/index.ts'
import type { View } from '../browser/driver.ts'

/** A product list as the extension stores it; `jpeg` in Base64. */
export interface StoredList {
  batch: Batch
  rows: BatchRow[]
  pictures: { digest: string; jpeg: string; thumb: string }[]
  answers: BatchAnswer[]
}

/** So much of a list is handed to a view at once. */
const SLICE = 50

/** Products whose pictures are read and that wait to be searched. */
export async function storedList(
  products: readonly ListedProduct[],
  change: Partial<Batch> = {},
): Promise<StoredList> {
  const batch: Batch = {
    id: 'list-of-products',
    name: 'products.csv',
    createdAt: Date.now(),
    from: 'table',
    columns: ['SKU', 'Shelf'],
    settings: { quantity: 100, currency: 'USD', maxSearches: null },
    state: 'ready',
    searches: 0,
    ...change,
  }
  const pictures = await Promise.all(
    products.map(async ({ jpeg }) => ({
      digest: createHash('sha256').update(jpeg).digest('hex'),
      jpeg: jpeg.toString('base64'),
      thumb: `data:image/jpeg;base64,${(await sharp(jpeg).resize(96, 96).jpeg({ quality: 60 }).toBuffer()).toString('base64')}`,
    })),
  )
  const rows = products.map(
    (product, index): BatchRow => ({
      batchId: batch.id,
      index,
      line: index + 2,
      own: [product.productNumber, `A-${index}`],
      title: product.title,
      productNumber: product.productNumber,
      link: null,
      price: product.price,
      currency: 'USD',
      quantity: product.quantity,
      weightKg: null,
      picture: { kind: 'file', name: product.fileName },
      digest: pictures[index]?.digest ?? null,
      state: 'waiting',
      decision: null,
      note: '',
    }),
  )
  return { batch, rows, pictures, answers: [] }
}

/** Opens the database without a version, as it is. */
const STORES = `(async (write) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const [{ name }] = await indexedDB.databases()
  const database = await done(indexedDB.open(name))
  const stores = ['batches', 'batchRows', 'batchPictures', 'batchAnswers']
  const transaction = database.transaction(stores, 'readwrite')
  const [batches, rows, pictures, answers] = stores.map((store) => transaction.objectStore(store))
  const result = await write({ done, batches, rows, pictures, answers })
  database.close()
  return result
})`

/** Writes it into the database, which a view of the app has opened before, and tells open views. */
export async function saveList(view: View, { batch, rows, pictures, answers }: StoredList): Promise<void> {
  await view.waitFor('indexedDB.databases().then((all) => all.length > 0)')
  const length = Math.max(rows.length, pictures.length)
  for (let at = 0; at < length || at === 0; at += SLICE) {
    const part = {
      rows: rows.slice(at, at + SLICE),
      pictures: pictures.slice(at, at + SLICE),
      answers: answers.slice(at, at + SLICE),
    }
    await view.evaluate(`(async () => {
      const { rows, pictures, answers } = ${JSON.stringify(part)}
      const blobs = pictures.map(({ jpeg, ...picture }) => ({
        ...picture,
        batchId: ${JSON.stringify(batch.id)},
        jpeg: new Blob([Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' }),
      }))
      await ${STORES}((stores) => {
        for (const row of rows) stores.rows.put(row)
        for (const picture of blobs) stores.pictures.put(picture)
        for (const answer of answers) stores.answers.put(answer)
      })
    })()`)
  }
  await view.evaluate(`(async () => {
    const batch = ${JSON.stringify(batch)}
    await ${STORES}(({ done, batches }) => done(batches.put(batch)))
    const channel = new BroadcastChannel('find-on-1688-batches')
    channel.postMessage({ batchId: batch.id })
    channel.close()
  })()`)
}

/** As it is stored now. */
export function readList(view: View, id: string): Promise<{ batch: Batch; rows: BatchRow[] }> {
  return view.evaluate(`${STORES}(async ({ done, batches, rows }) => ({
    batch: await done(batches.get(${JSON.stringify(id)})),
    rows: await done(rows.getAll(IDBKeyRange.bound([${JSON.stringify(id)}, 0], [${JSON.stringify(id)}, Infinity]))),
  }))`)
}

/** By the digest of their pictures. */
export function readAnswers(view: View, id: string): Promise<BatchAnswer[]> {
  return view.evaluate(
    `${STORES}(({ done, answers }) => done(answers.getAll(IDBKeyRange.bound([${JSON.stringify(id)}, ''], [${JSON.stringify(id)}, '\\uffff']))))`,
  )
}

/** Sets files on an input as a person who chooses them; a path such as `pictures/1.jpg` is that within a chosen folder. */
export async function chooseFiles(
  view: View,
  selector: string,
  files: readonly { path: string; type: string; bytes: Buffer }[],
): Promise<void> {
  await view.evaluate('void (window.chosenFiles = [])')
  for (let at = 0; at < files.length; at += SLICE) {
    const part = files
      .slice(at, at + SLICE)
      .map(({ path, type, bytes }) => ({ path, type, bytes: bytes.toString('base64') }))
    await view.evaluate(`void (() => {
      for (const { path, type, bytes } of ${JSON.stringify(part)}) {
        const name = path.split('/').at(-1)
        const file = new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type })
        if (path !== name) Object.defineProperty(file, 'webkitRelativePath', { value: path })
        window.chosenFiles.push(file)
      }
    })()`)
  }
  await view.evaluate(`void (() => {
    const input = document.querySelector(${JSON.stringify(selector)})
    const transfer = new DataTransfer()
    for (const file of window.chosenFiles) transfer.items.add(file)
    Object.defineProperty(input, 'files', { value: transfer.files, configurable: true })
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })()`)
}
