import type { IssuedClient, NewClient } from '@find-on-1688/shared'
import * as v from 'valibot'
import { sameHash, sha256Hex } from './hash.ts'

/**
 * A client as it is kept, under `client:<id>`: of its key there is only the SHA-256. The key is 32 random bytes, so
 * that a fast hash is enough.
 */
const StoredClientSchema = v.object({
  id: v.string(),
  name: v.string(),
  keyHash: v.string(),
  createdAt: v.string(),
  dailySearches: v.nullable(v.number()),
  expiresAt: v.nullable(v.string()),
})
export type StoredClient = v.InferOutput<typeof StoredClientSchema>

const KEY = /^f1688_([0-9a-f]{16})_[\w-]{43}$/
const NO_HASH = '0'.repeat(64)

/** Makes a client and its key. The key leaves here once and is stored nowhere. */
export async function issueClient(store: KVNamespace, wish: NewClient, nowMs: number): Promise<IssuedClient> {
  const id = randomBytes(8).toHex()
  const key = `f1688_${id}_${randomBytes(32).toBase64({ alphabet: 'base64url', omitPadding: true })}`
  const { name, dailySearches = null, expiresAt = null } = wish
  const client = { id, name, createdAt: new Date(nowMs).toISOString(), dailySearches, expiresAt }
  const stored: StoredClient = { ...client, keyHash: await sha256Hex(key) }
  await store.put(`client:${id}`, JSON.stringify(stored))
  return { ...client, key }
}

/** The client whose key this is; `undefined` for a wrong, unknown or expired one. */
export async function findClient(
  store: KVNamespace,
  key: string,
  nowMs: number,
): Promise<StoredClient | undefined> {
  const id = KEY.exec(key)?.[1]
  const client = id === undefined ? undefined : await readClient(store, id)
  // An unknown id costs the same hash and comparison as a known one.
  const matches = sameHash(await sha256Hex(key), client?.keyHash ?? NO_HASH)
  if (!client || !matches) return undefined
  return client.expiresAt !== null && Date.parse(client.expiresAt) <= nowMs ? undefined : client
}

async function readClient(store: KVNamespace, id: string): Promise<StoredClient | undefined> {
  const stored = v.safeParse(StoredClientSchema, await store.get(`client:${id}`, 'json'))
  return stored.success ? stored.output : undefined
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}
