import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { digestOf } from '../../image/digest.ts'
import type { Batch, BatchRow } from '../../model/batch.ts'
import { proxyItem } from '../../model/stored-items.ts'
import { PROXY } from '../../testing/answers.ts'
import { BatchWorker } from '../../testing/batch-worker.ts'
import { aBatch, aBatchRow } from '../../testing/batches.ts'
import { FakeLocks } from '../../testing/fake-locks.ts'
import type { SendablePicture } from '../pictures/picture-jobs.ts'

/** Documents of the extension, one after the other, with one database, one worker and the websites that pictures are on. */
export interface Documents {
  worker: BatchWorker
  /** By address; a text is the picture, a number an HTTP status, and without either the host cannot be read. */
  websites: Map<string, string | number>
  /** Of what was read, in its order. */
  read: string[]
  open(): Promise<Document>
}

interface Document extends Awaited<ReturnType<typeof modules>> {
  /** Its requests are never answered, and nothing more is written. */
  kill(): Promise<void>
}

/** Until `vi.unstubAllGlobals`. A picture is the text that it consists of. */
export async function startDocuments(): Promise<Documents> {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await proxyItem.setValue(PROXY)
  vi.stubGlobal('indexedDB', new IDBFactory())
  const locks = new FakeLocks()
  const documents: Documents = { worker: new BatchWorker(), websites: new Map(), read: [], open }
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never)
  // The websites that there are are allowed.
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async ({ origins = [] }) =>
    origins.every((pattern: string) =>
      [...documents.websites.keys()].some((url) => url.startsWith(pattern.slice(0, -1))),
    )) as never)
  const { fetch } = globalThis
  async function open(): Promise<Document> {
    let isDead = false
    const own = locks.forDocument()
    vi.stubGlobal('navigator', { onLine: true, locks: own })
    vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
      if (url.startsWith('data:')) return fetch(url)
      const response = await (url.startsWith(PROXY.address)
        ? documents.worker.respond(url, init.body as Blob, () => isDead || init.signal?.aborted === true)
        : visit(documents, url))
      return isDead ? new Promise<Response>(() => {}) : response
    })
    vi.resetModules()
    const opened = await modules()
    return {
      ...opened,
      async kill() {
        isDead = true
        ;(await opened.database()).close()
        own.kill()
      },
    }
  }
  return documents
}

async function modules() {
  return {
    ...(await import('../../db/database.ts')),
    ...(await import('../../db/batches.ts')),
    ...(await import('../run/control.ts')),
    ...(await import('../run/compare-photos.ts')),
    ...(await import('../pictures/row-picture.ts')),
    ...(await import('../pictures/read-files.ts')),
    ...(await import('../pictures/recover-unread.ts')),
    ...(await import('../run/runner.ts')),
  }
}

async function visit({ websites, read }: Documents, url: string): Promise<Response> {
  read.push(url)
  const found = websites.get(url)
  if (found === undefined) throw new TypeError('Failed to fetch')
  return typeof found === 'number' ? new Response(null, { status: found }) : new Response(found)
}

/** A batch with a row for each of these pictures, which are already read. */
export async function addReadBatch(
  document: Document,
  pictures: readonly string[],
  more: Partial<Batch> = {},
): Promise<void> {
  await addRows(
    document,
    pictures.map((_, index) => aBatchRow(index)),
    more,
  )
  for (const [index, picture] of pictures.entries())
    await document.storeRowPicture('b1', [index], new Blob([picture]))
}

export async function addRows(
  document: Document,
  rows: readonly BatchRow[],
  more: Partial<Batch> = {},
): Promise<void> {
  await document.addBatch(aBatch({ state: 'ready', ...more }), rows)
}

/** What `vi.mock('./off-thread.ts')` puts in its place: the picture as it is, or no picture at all. */
export async function reduceText(picture: Blob): Promise<SendablePicture> {
  const text = await picture.text()
  // Each document has its own class of errors.
  const { fail } = await import('../../model/failure.ts')
  if (text === 'damaged') fail('picture_damaged')
  if (text === 'empty') fail('picture_empty')
  return { jpeg: picture, digest: await digestOf(picture), thumb: '' }
}
