import 'fake-indexeddb/auto'
import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aBatch, aBatchRow } from '../testing/batches.ts'
import { anOffer, aSearch, aSent, clearDatabase, THUMB } from '../testing/searches.ts'
import { addBatch, changeBatch, getBatch, removeBatch } from './batches.ts'
import { database } from './database.ts'
import { watchStore } from './notify.ts'
import { listSearches } from './search-list.ts'
import { saveSearch } from './searches.ts'
import { addToShortlist, listShortlist } from './shortlist.ts'
import { StorageClosedError, StorageFullError } from './storage-error.ts'
import { read, write } from './transactions.ts'

beforeEach(async () => {
  await clearDatabase()
  for (let at = 1; at <= 8; at++) await saveSearch(aSearch(`s${at}`, at), aSent(`s${at}`), THUMB)
  await addToShortlist(anOffer('1'))
})

afterEach(() => {
  vi.restoreAllMocks()
})

type Put = typeof IDBObjectStore.prototype.put
type Refuse = (this: IDBObjectStore, put: () => IDBRequest<IDBValidKey>) => IDBRequest<IDBValidKey>

/** What the fake database can do and a real one does by itself. */
interface Inner {
  _abort(name: string): void
  _execRequestAsync(request: { operation(): void; source: unknown }): IDBRequest<IDBValidKey>
}

/** Storage that is full for so many transactions, in one of the ways that browsers say it. */
function fullFor(times: number, refuse: Refuse) {
  const original: Put = IDBObjectStore.prototype.put
  const refused = vi.fn()
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    const put = () => original.apply(this, args)
    if (this.name === 'pictures' || refused.mock.calls.length >= times) return put()
    refused()
    return refuse.call(this, put)
  })
  return refused
}

/** The request fails, and its transaction with it. */
function atOnce(this: IDBObjectStore): IDBRequest<IDBValidKey> {
  const operation = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  return (this.transaction as unknown as Inner)._execRequestAsync({ operation, source: this })
}

/** Chrome finds out when it commits: the write has succeeded, and then the whole transaction has not. */
function atTheEnd(put: () => IDBRequest<IDBValidKey>): IDBRequest<IDBValidKey> {
  const request = put()
  request.addEventListener('success', () =>
    (request.transaction as unknown as Inner)._abort('QuotaExceededError'),
  )
  return request
}

/** The transaction is over before the request is answered, which then fails with AbortError. */
function before(put: () => IDBRequest<IDBValidKey>): IDBRequest<IDBValidKey> {
  const request = put()
  ;(request.transaction as unknown as Inner)._abort('QuotaExceededError')
  return request
}

async function savedIds(): Promise<string[]> {
  return (await listSearches({ limit: 99 })).map(({ id }) => id)
}

test.each([
  ['at once', atOnce],
  ['at the end', atTheEnd],
  ['before it is answered', before],
])(
  'a write that finds storage full %s removes the oldest quarter of the searches and succeeds',
  async (_, how) => {
    const refused = fullFor(1, how)
    await addToShortlist(anOffer('2'))
    expect(refused).toHaveBeenCalledTimes(1)
    expect(await savedIds()).toEqual(['s8', 's7', 's6', 's5', 's4', 's3'])
    expect(await listShortlist()).toHaveLength(2)
  },
)

test.each([
  ['at once', atOnce],
  ['at the end', atTheEnd],
])(
  'if storage is full %s, space is freed only after the transaction: Firefox refuses it before',
  async (_, how) => {
    fullFor(1, how)
    const events: string[] = []
    const begin: typeof IDBDatabase.prototype.transaction = IDBDatabase.prototype.transaction
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const transaction = begin.apply(this, args)
      events.push('begins')
      transaction.addEventListener('abort', () => events.push('fails'))
      transaction.addEventListener('complete', () => events.push('is done'))
      return transaction
    })
    await addToShortlist(anOffer('2'))
    expect(events).toEqual(['begins', 'fails', 'begins', 'is done', 'begins', 'is done'])
  },
)

test('if Firefox lets the next transaction only delete, the one after it writes', async () => {
  const refused = fullFor(1, () => {
    throw new DOMException('a mutation was not allowed', 'InvalidStateError')
  })
  await addToShortlist(anOffer('2'))
  expect(refused).toHaveBeenCalledTimes(1)
  expect(await listShortlist()).toHaveLength(2)
  expect(await savedIds()).toHaveLength(8)
})

test('a write that fits removes nothing', async () => {
  await addToShortlist(anOffer('2'))
  expect(await savedIds()).toHaveLength(8)
})

test('a disk that stays full costs a quarter of the history only once, until something fits again', async () => {
  const refused = fullFor(3, atOnce)
  const keeping = () => saveSearch(aSearch('s9', 9), aSent('s9'), THUMB)
  await expect(keeping()).rejects.toThrow(StorageFullError)
  await expect(addToShortlist(anOffer('2'))).rejects.toThrow(StorageFullError)
  expect(refused).toHaveBeenCalledTimes(3)
  expect(await savedIds()).toEqual(['s8', 's7', 's6', 's5', 's4', 's3'])
  await keeping()
  vi.restoreAllMocks()
  fullFor(1, atOnce)
  await addToShortlist(anOffer('2'))
  expect(await savedIds()).toEqual(['s9', 's8', 's7', 's6', 's5'])
})

test('a removed search leaves no picture behind', async () => {
  fullFor(1, atOnce)
  await addToShortlist(anOffer('2'))
  const pictures = await (await database()).getAllKeys('pictures')
  expect(pictures.sort()).toEqual((await savedIds()).sort())
})

test('a product list that finds storage full removes no search, and searches keep their own rule', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(atOnce)
  await expect(addBatch(aBatch(), [aBatchRow(0)])).rejects.toThrow(StorageFullError)
  expect(await getBatch('b1')).toBeUndefined()
  expect(await savedIds()).toHaveLength(8)
  await addBatch(aBatch(), [aBatchRow(0)])
  vi.restoreAllMocks()

  fullFor(1, atTheEnd)
  await expect(changeBatch('b1', (batch) => ({ ...batch, searches: 1 }))).rejects.toThrow(StorageFullError)
  expect(await getBatch('b1')).toEqual(aBatch())
  expect(await savedIds()).toHaveLength(8)
  vi.restoreAllMocks()

  fullFor(1, atOnce)
  await addToShortlist(anOffer('2'))
  expect(await savedIds()).toEqual(['s8', 's7', 's6', 's5', 's4', 's3'])
  await removeBatch('b1')
})

test('of a product list too, Firefox lets the next transaction only delete, and the one after it writes', async () => {
  await addBatch(aBatch(), [])
  fullFor(1, () => {
    throw new DOMException('a mutation was not allowed', 'InvalidStateError')
  })
  await changeBatch('b1', (batch) => ({ ...batch, searches: 1 }))
  expect(await getBatch('b1')).toMatchObject({ searches: 1 })
  await removeBatch('b1')
})

test('without a search to remove storage is full at once, and the shortlist stays', async () => {
  await clearDatabase()
  await addToShortlist(anOffer('1'))
  const refused = fullFor(Number.POSITIVE_INFINITY, atTheEnd)
  await expect(addToShortlist(anOffer('2'))).rejects.toThrow(StorageFullError)
  expect(refused).toHaveBeenCalledTimes(1)
  expect((await listShortlist()).map(({ offerId }) => offerId)).toEqual(['1'])
})

test('watchers are notified of searches removed to free space', async () => {
  const heard = vi.fn()
  const unwatch = watchStore('searches', heard)
  await addToShortlist(anOffer('2'))
  expect(heard).not.toHaveBeenCalled()
  fullFor(1, atOnce)
  await addToShortlist(anOffer('3'))
  expect(heard).toHaveBeenCalledTimes(1)
  unwatch()
})

test('a write that fails half-way leaves nothing behind, and the error is passed on', async () => {
  const heard = vi.fn()
  const unwatch = watchStore('searches', heard)
  const mistake = new TypeError('a mistake')
  const failing = write(['searches'], async (transaction) => {
    await transaction.objectStore('searches').clear()
    throw mistake
  })
  await expect(failing).rejects.toBe(mistake)
  expect(await savedIds()).toHaveLength(8)
  expect(heard).not.toHaveBeenCalled()
  unwatch()
})

test('a transaction that the browser ends is reported as closed storage', async () => {
  const aborting = write(['searches'], async (transaction) => {
    const request = transaction.objectStore('searches').clear()
    transaction.abort()
    await request
  })
  await expect(aborting).rejects.toThrow(StorageClosedError)
  const reading = read(['searches'], async () => {
    throw new DOMException('the disk is broken', 'UnknownError')
  })
  await expect(reading).rejects.toThrow(StorageClosedError)
})
