import type { Client, IssuedClient, NewClient } from '@find-on-1688/shared'
import * as v from 'valibot'
import { sameHash, sha256Hex } from '../hash.ts'

/**
 * A client as stored under `client:<id>`, with only the SHA-256 of its key. The key is 32 random bytes, so a fast hash is
 * enough.
 */
const StoredClientSchema = v.object({
  id: v.string(),
  name: v.string(),
  keyHash: v.string(),
  createdAt: v.string(),
  dailySearches: v.nullable(v.number()),
  searchesPerMinute: v.optional(v.nullable(v.number()), null),
  expiresAt: v.nullable(v.string()),
})
export type StoredClient = v.InferOutput<typeof StoredClientSchema>

const KEY = /^f1688_([0-9a-f]{16})_[\w-]{43}$/
const PREFIX = 'client:'
const PAGE_SIZE = 50
/** A location may accept a revoked key for this long. */
const CACHE_S = 30
const NO_HASH = '0'.repeat(64)

/** Creates a client with its key. The key is returned this once and stored nowhere. */
export async function issueClient(
  store: KVNamespace,
  newClient: NewClient,
  nowMs: number,
): Promise<IssuedClient> {
  const id = randomBytes(8).toHex()
  const key = `f1688_${id}_${randomBytes(32).toBase64({ alphabet: 'base64url', omitPadding: true })}`
  const { name, dailySearches = null, searchesPerMinute = null, expiresAt = null } = newClient
  const createdAt = new Date(nowMs).toISOString()
  const client: Client = { id, name, createdAt, dailySearches, searchesPerMinute, expiresAt }
  const stored: StoredClient = { ...client, keyHash: await sha256Hex(key) }
  // With metadata, listing clients reads no records.
  await store.put(PREFIX + id, JSON.stringify(stored), { metadata: client })
  return { ...client, key }
}

/** The client with this key; `undefined` if the key is wrong, unknown or expired. */
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

export async function listClients(
  store: KVNamespace,
  cursor: string | undefined,
): Promise<{ clients: Client[]; cursor: string | null }> {
  const page = await store.list<Client>({ prefix: PREFIX, limit: PAGE_SIZE, cursor: cursor ?? null })
  const clients = page.keys.flatMap(({ metadata }) => metadata ?? [])
  return { clients, cursor: page.list_complete ? null : page.cursor }
}

/** Returns whether there was such a client. */
export async function removeClient(store: KVNamespace, id: string): Promise<boolean> {
  if ((await store.get(PREFIX + id)) === null) return false
  await store.delete(PREFIX + id)
  return true
}

async function readClient(store: KVNamespace, id: string): Promise<StoredClient | undefined> {
  const stored = v.safeParse(
    StoredClientSchema,
    await store.get(PREFIX + id, { type: 'json', cacheTtl: CACHE_S }),
  )
  return stored.success ? stored.output : undefined
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}
