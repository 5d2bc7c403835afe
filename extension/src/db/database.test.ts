import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import { unwrap } from 'idb'
import { beforeEach, expect, test, vi } from 'vitest'
import { aList, anOffer, aSearch, aSent, THUMB } from '../testing/searches.ts'
import type { Migration } from './migrations.ts'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})

/** Another view of the extension: fresh modules, the same storage. */
async function aView() {
  vi.resetModules()
  return {
    ...(await import('./storage-error.ts')),
    ...(await import('./migrations.ts')),
    ...(await import('./database.ts')),
    ...(await import('./searches.ts')),
    ...(await import('./search-list.ts')),
    ...(await import('./shortlist.ts')),
    ...(await import('./products.ts')),
    ...(await import('./offer-details.ts')),
  }
}

function refusing(name: string) {
  return () => {
    throw new DOMException('refused', name)
  }
}

function openRaw(version: number, upgrade: (database: IDBDatabase) => void = () => {}): Promise<IDBDatabase> {
  const request = indexedDB.open('find-on-1688', version)
  request.onupgradeneeded = () => upgrade(request.result)
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Written out here, not taken from the code: this is what users have on disk. */
async function versionOne(records: { searches: unknown[]; shortlist: unknown[] }): Promise<void> {
  const database = await openRaw(1, (made) => {
    made.createObjectStore('searches', { keyPath: 'id' }).createIndex('at', 'at')
    made.createObjectStore('shortlist', { keyPath: 'offerId' }).createIndex('at', 'at')
  })
  const transaction = database.transaction(['searches', 'shortlist'], 'readwrite')
  for (const record of records.searches) transaction.objectStore('searches').put(record)
  for (const record of records.shortlist) transaction.objectStore('shortlist').put(record)
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  database.close()
}

const sent = { bytes: 7, width: 8, height: 6, fromWidth: 8, fromHeight: 6, untouched: true }

function old(id: string, at: number, title: string | null, picture = new Blob([id])) {
  return {
    id,
    at,
    thumb: THUMB,
    picture,
    sent: { ...sent, how: 'original', partly: false },
    listing: title === null ? null : { ...aSearch(id, at).listing, title },
    mode: 'same',
    lists: { same: aList([anOffer('7', { titleTranslated: `Skirt-of-${id}` })]) },
    details: {},
    provider: 'image-search',
  }
}

const listed = { offerId: '7', offer: anOffer('7'), at: 5, note: 'ask for red', decision: 'ask' }

test('a database of version 1 is migrated, and everything is found in it', async () => {
  await versionOne({ searches: [old('a', 1, 'Red Lamp'), old('b', 2, null)], shortlist: [listed] })
  const view = await aView()
  expect((await view.listSearches({ limit: 9 })).map(({ id }) => id)).toEqual(['b', 'a'])
  expect((await view.listSearches({ words: 'LAMP red', limit: 9 })).map(({ id }) => id)).toEqual(['a'])
  expect((await view.listSearches({ words: 'of-b', limit: 9 })).map(({ id }) => id)).toEqual(['b'])
  expect(await view.listShortlist()).toEqual([listed])
  const { picture, digest, words: _, ...rest } = (await view.getSearch('a')) ?? expect.fail()
  const { picture: __, ...before } = old('a', 1, 'Red Lamp')
  expect(rest).toEqual(before)
  expect(await picture.text()).toBe('a')
  expect(digest).toBe(createHash('sha256').update('a').digest('hex'))
})

test('a database of version 2 gets a store for what is typed, and keeps the rest', async () => {
  const { picture, ...record } = { ...old('a', 1, 'Red Lamp'), digest: 'd', words: 'red lamp' }
  const database = await openRaw(2, (made) => {
    const searches = made.createObjectStore('searches', { keyPath: 'id' })
    searches.createIndex('at', 'at')
    searches.createIndex('digest', 'digest')
    searches.put(record)
    made.createObjectStore('pictures', { keyPath: 'id' }).put({ id: 'a', picture })
    made.createObjectStore('shortlist', { keyPath: 'offerId' }).createIndex('at', 'at')
  })
  database.close()
  const view = await aView()
  await view.saveProduct(['search:a'], { figures: { weightKg: '0.3' } })
  expect((await view.getProduct(['search:a']))?.figures).toEqual({ weightKg: '0.3' })
  expect(await view.listSearches({ words: 'lamp', limit: 9 })).toMatchObject([
    { id: 'a', title: 'Red Lamp', photoMatches: { offers: 1, compared: 0, lowest: null } },
  ])
})

test('a database of version 3 gains a place for details of offers, and keeps the rest', async () => {
  const before = await openRaw(3, (made) => {
    const searches = made.createObjectStore('searches', { keyPath: 'id' })
    searches.createIndex('at', 'at')
    searches.createIndex('digest', 'digest')
    made.createObjectStore('pictures', { keyPath: 'id' })
    made.createObjectStore('shortlist', { keyPath: 'offerId' }).createIndex('at', 'at')
    const products = made.createObjectStore('products', { keyPath: 'id' })
    products.createIndex('at', 'at')
    products.createIndex('keys', 'keys', { multiEntry: true })
  })
  const writing = before.transaction('shortlist', 'readwrite')
  writing.objectStore('shortlist').put(listed)
  await new Promise((resolve) => {
    writing.oncomplete = resolve
  })
  before.close()
  const view = await aView()
  const shipping = { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null }
  await view.saveOfferDetails({ offer: { ...anOffer('7'), shipping }, until: Date.now() + 60_000 })
  expect(await view.getOfferDetails(['7'])).toEqual([{ ...anOffer('7'), shipping }])
  expect(await view.listShortlist()).toEqual([listed])
})

test('an unreadable picture leaves its search without a digest, and the others get theirs', async () => {
  await versionOne({ searches: [old('a', 1, null), old('b', 2, null)], shortlist: [] })
  const unreadable = new DOMException('the file is gone', 'NotReadableError')
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(unreadable)
  const view = await aView()
  expect((await view.getSearch('a'))?.digest).toBe(null)
  expect((await view.getSearch('b'))?.digest).toHaveLength(64)
})

test('missing digests are added the next time the database opens', async () => {
  await versionOne({ searches: [old('a', 1, null)], shortlist: [] })
  const broken = vi.spyOn(crypto.subtle, 'digest').mockRejectedValue(new Error('ended'))
  expect((await (await aView()).getSearch('a'))?.digest).toBe(null)
  broken.mockRestore()
  expect((await (await aView()).getSearch('a'))?.digest).toHaveLength(64)
})

test('only the missing migrations run, one after the other', async () => {
  const ran: string[] = []
  const step =
    (name: string): Migration =>
    async (_, transaction) => {
      ran.push(`${name} begins`)
      await transaction.objectStore('searches').count()
      ran.push(`${name} ends`)
    }
  const view = await aView()
  const first = await view.openDatabase([...view.MIGRATIONS, step('first')], () => {})
  expect(first.version).toBe(view.MIGRATIONS.length + 1)
  first.close()
  expect(ran.splice(0)).toEqual(['first begins', 'first ends'])
  const steps = [...view.MIGRATIONS, step('first'), step('second'), step('third')]
  const second = await view.openDatabase(steps, () => {})
  expect(second.version).toBe(view.MIGRATIONS.length + 3)
  expect(ran).toEqual(['second begins', 'second ends', 'third begins', 'third ends'])
  second.close()
})

test('a migration that fails leaves the database as it was', async () => {
  await versionOne({ searches: [old('a', 1, 'Red Lamp')], shortlist: [listed] })
  const view = await aView()
  const failing: Migration = async (_, transaction) => {
    await transaction.objectStore('searches').clear()
    throw new Error('a mistake')
  }
  const opening = view.openDatabase([...view.MIGRATIONS, failing], () => {})
  await expect(opening).rejects.toThrow(view.StorageClosedError)
  await expect(opening).rejects.toMatchObject({ cause: new Error('a mistake') })
  const raw = await openRaw(1)
  raw.close()
  expect(await view.listShortlist()).toEqual([listed])
  expect(await view.getSearch('a')).toMatchObject({ id: 'a', at: 1 })
})

test('a database of a newer version is reported and stays as it is', async () => {
  const newer = await openRaw(99, (made) => made.createObjectStore('searches', { keyPath: 'id' }))
  const writing = newer.transaction('searches', 'readwrite')
  writing.objectStore('searches').put({ id: 'from the future' })
  newer.close()
  const view = await aView()
  await expect(view.listSearches({ limit: 1 })).rejects.toThrow(view.StorageNewerError)
  await expect(view.eraseSearches()).rejects.toThrow(view.StorageNewerError)
  const again = await openRaw(99)
  const count = again.transaction('searches').objectStore('searches').count()
  await new Promise((resolve) => {
    count.onsuccess = resolve
  })
  expect(count.result).toBe(1)
})

test('a view of an older version closes the database, and says why it can no longer read', async () => {
  const older = await aView()
  await older.addToShortlist(anOffer('1'))
  const newer = await aView()
  const database = await newer.openDatabase([...newer.MIGRATIONS, () => {}], () => {})
  expect(database.version).toBe(newer.MIGRATIONS.length + 1)
  await expect(older.listShortlist()).rejects.toThrow(older.StorageNewerError)
  expect(await database.count('shortlist')).toBe(1)
})

test('waiting for a view that does not close it ends after a while', async () => {
  const stubborn = await openRaw(1)
  const view = await aView()
  const opening = view.openDatabase(view.MIGRATIONS, () => {}, 20)
  await expect(opening).rejects.toThrow(view.StorageClosedError)
  stubborn.close()
})

test('a view that closes it in time is waited for', async () => {
  await versionOne({ searches: [], shortlist: [listed] })
  const slow = await openRaw(1)
  slow.onversionchange = () => setTimeout(() => slow.close(), 20)
  expect(await (await aView()).listShortlist()).toEqual([listed])
})

test('a connection that the browser closed is opened again', async () => {
  const view = await aView()
  await view.saveSearch(aSearch('a', 1), aSent('a'), THUMB)
  forceCloseDatabase(unwrap(await view.database()) as never)
  expect((await view.getSearch('a'))?.id).toBe('a')
})

test('a connection that ended without notice is reported', async () => {
  const view = await aView()
  ;(await view.database()).close()
  await expect(view.listShortlist()).rejects.toThrow(view.StorageClosedError)
  await expect(view.addToShortlist(anOffer('1'))).rejects.toThrow(view.StorageClosedError)
})

test.each([
  ['is missing', undefined],
  ['may not be used', { open: refusing('SecurityError') }],
])('storage that %s is reported', async (_, factory) => {
  vi.stubGlobal('indexedDB', factory)
  const view = await aView()
  await expect(view.listSearches({ limit: 1 })).rejects.toThrow(view.StorageClosedError)
  await expect(view.saveSearch(aSearch('a', 1), aSent('a'), THUMB)).rejects.toThrow(view.StorageClosedError)
})

test('Firefox without history refuses to open a database; it is tried again each time', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(refusing('InvalidStateError'))
  const view = await aView()
  await expect(view.addToShortlist(anOffer('1'))).rejects.toMatchObject({ code: 'storage_closed' })
  open.mockRestore()
  expect((await view.addToShortlist(anOffer('1'))).offerId).toBe('1')
})
