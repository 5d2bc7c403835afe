import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { sha256Hex } from '../hash.ts'
import { findClient, issueClient, removeClient } from './store.ts'

const SECRET = 'app secret\nadmin token'

/** Each test has an hour of its own, so that nothing is remembered from the one before. */
let now = Date.now()
beforeEach(() => {
  now += 3_600_000
})

/** The namespace, and how often it was read. */
function counted(store = env.CLIENTS) {
  const reads = { get: 0, list: 0 }
  const get = (...args: Parameters<KVNamespace['get']>) => {
    reads.get++
    return store.get(...args)
  }
  const list = (...args: Parameters<KVNamespace['list']>) => {
    reads.list++
    return store.list(...args)
  }
  return { reads, store: { get, list } as unknown as KVNamespace }
}

const issue = (secret: string | undefined = SECRET) => issueClient(env.CLIENTS, { name: 'x' }, secret, now)
/** As all keys were made once. */
const issueRandom = () => issueClient(env.CLIENTS, { name: 'x' }, undefined, now)
const find = (key: string, store = env.CLIENTS, atMs = now, secret: string | undefined = SECRET) =>
  findClient(store, key, secret, atMs)

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const randomOf = (alphabet: string, length: number) =>
  [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => alphabet[byte % alphabet.length]).join('')
const randomKey = () => `f1688_${randomOf('0123456789abcdef', 16)}_${randomOf(ALPHABET, 43)}`
/** Asks one after another, as `at once` would hide what is remembered. */
async function tryAll(keys: string[], store: KVNamespace) {
  const outcomes = new Map<string, number>()
  for (const key of keys) {
    const outcome = await find(key, store).then(
      (client) => (client ? 'admitted' : 'refused'),
      ({ code }) => code,
    )
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  return Object.fromEntries(outcomes)
}

describe('a thousand unknown keys', () => {
  test('cost no read if they claim to be made by this worker', async () => {
    const { reads, store } = counted()
    const { key } = await issue()
    const forge = () => {
      const at = 6 + Math.floor(Math.random() * (key.length - 6))
      const isInSecretId = 23 <= at && at < 29
      if (isInSecretId || key[at] === '_') return undefined
      const others = [...(at < 22 ? '0123456789abcdef' : ALPHABET)].filter((char) => char !== key[at])
      return key.slice(0, at) + randomOf(others.join(''), 1) + key.slice(at + 1)
    }
    const keys = Array.from({ length: 2000 }, forge)
      .filter((key) => key !== undefined)
      .slice(0, 1000)
    expect(keys).toHaveLength(1000)
    expect(await tryAll(keys, store)).toEqual({ refused: 1000 })
    expect(reads).toEqual({ get: 0, list: 0 })
  })

  test('cost few reads whatever they are, and lock no client out', async () => {
    const { reads, store } = counted()
    const [seen, unseen, genuine] = [await issueRandom(), await issueRandom(), await issue()]
    await find(seen.key, store)
    const keys = Array.from({ length: 1000 }, randomKey)
    expect(await tryAll(keys, store)).toEqual({ refused: 1000 })
    expect(reads).toEqual({ get: 20, list: 1 })
    for (const { id, key } of [seen, unseen, genuine]) expect((await find(key, store))?.id).toBe(id)
    const late = await issue()
    expect((await find(late.key, store))?.id).toBe(late.id)
  })

  test('at once cost few reads too', async () => {
    const { reads, store } = counted()
    await Promise.allSettled(Array.from({ length: 1000 }, () => find(randomKey(), store)))
    expect(reads).toEqual({ get: 20, list: 1 })
  })

  test('are asked to wait where the clients cannot be listed', async () => {
    const { reads, store } = counted({
      get: async () => null,
      list: () => Promise.reject(new Error()),
    } as never)
    const keys = Array.from({ length: 1000 }, randomKey)
    expect(await tryAll(keys, store)).toEqual({ refused: 20, rate_limited: 980 })
    expect(reads).toEqual({ get: 20, list: 1 })
  })

  test('of one client whose id is known cost one read', async () => {
    const { reads, store } = counted()
    const { id } = await issueRandom()
    const keys = Array.from({ length: 1000 }, () => `f1688_${id}_${randomOf(ALPHABET, 43)}`)
    expect(await tryAll(keys, store)).toEqual({ refused: 1000 })
    expect(reads).toEqual({ get: 1, list: 0 })
  })
})

describe('a key', () => {
  test('as all were made once still works', async () => {
    const key = `f1688_00112233445566ff_${'aB3-_'.repeat(8)}xyZ`
    const record = { id: '00112233445566ff', name: 'old', keyHash: await sha256Hex(key), createdAt: '' }
    const rest = { dailySearches: null, expiresAt: null }
    await env.CLIENTS.put('client:00112233445566ff', JSON.stringify({ ...record, ...rest }))
    expect(await find(key)).toMatchObject({ name: 'old' })
  })

  test.each(['another secret', undefined])(
    'works after the secret became %o, also among strangers',
    async (secret) => {
      const { key, id } = await issue()
      for (let i = 0; i < 40; i++) await find(randomKey(), env.CLIENTS, now, secret)
      expect((await find(key, env.CLIENTS, now, secret))?.id).toBe(id)
    },
  )

  test('has the form that it always had', async () => {
    for (const { key } of [await issue(), await issueRandom()])
      expect(key).toMatch(/^f1688_[0-9a-f]{16}_[\w-]{43}$/)
  })
})

describe('a client', () => {
  test('is read once in ten seconds', async () => {
    const { reads, store } = counted()
    const { key } = await issue()
    for (const afterMs of [0, 1, 9_999]) expect(await find(key, store, now + afterMs)).toBeDefined()
    expect(reads.get).toBe(1)
    await find(key, store, now + 10_000)
    expect(reads.get).toBe(2)
  })

  test('that is remembered is refused with another key, or once it expires', async () => {
    const expiresAt = new Date(now + 5000).toISOString()
    const { key } = await issueClient(env.CLIENTS, { name: 'x', expiresAt }, SECRET, now)
    expect(await find(key)).toBeDefined()
    expect(await find(`${key.slice(0, -20)}${'a'.repeat(20)}`)).toBeUndefined()
    expect(await find(key, env.CLIENTS, now + 4999)).toBeDefined()
    expect(await find(key, env.CLIENTS, now + 5000)).toBeUndefined()
  })

  test('that is revoked here is refused at once, and one revoked elsewhere ten seconds later', async () => {
    const [here, elsewhere] = [await issue(), await issue()]
    for (const { key } of [here, elsewhere]) await find(key)
    await removeClient(env.CLIENTS, here.id)
    await env.CLIENTS.delete(`client:${elsewhere.id}`)
    expect(await find(here.key)).toBeUndefined()
    expect(await find(elsewhere.key, env.CLIENTS, now + 10_000)).toBeUndefined()
  })

  test('that was revoked is looked for once in ten seconds', async () => {
    const { reads, store } = counted()
    const { id, key } = await issue()
    await removeClient(env.CLIENTS, id)
    for (let i = 0; i < 100; i++) expect(await find(key, store)).toBeUndefined()
    expect(reads).toEqual({ get: 1, list: 0 })
  })
})
