import { AppError, type Client, ClientSchema, type IssuedClient, type NewClient } from '@find-on-1688/shared'
import * as v from 'valibot'
import { sameHash, sha256Hex } from '../hash.ts'
import { outputOf } from '../schema.ts'
import { createKey, idOfKey, judgeKey, keyMakerOf } from './client-key.ts'
import { type ClientMemory, createClientMemory } from './client-memory.ts'

/**
 * A client as stored under `client:<id>`, with only the SHA-256 of its key. The key has 156 random bits or more, so a fast
 * hash is enough.
 */
const StoredClientSchema = v.object({
  ...ClientSchema.entries,
  keyHash: v.string(),
  searchesPerMinute: v.optional(v.nullable(v.number()), null),
})
export type StoredClient = v.InferOutput<typeof StoredClientSchema>

const PREFIX = 'client:'
const PAGE_SIZE = 50
/** A location may accept a revoked key for this long. */
const CACHE_S = 30
const NO_HASH = '0'.repeat(64)
/** Clients are listed for the sake of strangers' keys at most this often, this many pages of a thousand. */
const LIST_EACH_MS = 600_000
const LIST_AGAIN_MS = 60_000
const MAX_PAGES = 10

const memories = new WeakMap<KVNamespace, ClientMemory<StoredClient>>()

/**
 * Creates a client with its key. The key is returned this once and stored nowhere.
 *
 * @param secret marks the key as genuine
 */
export async function issueClient(
  store: KVNamespace,
  newClient: NewClient,
  secret: string | undefined,
  nowMs: number,
): Promise<IssuedClient> {
  const { id, key } = await createKey(secret === undefined ? undefined : await keyMakerOf(secret))
  const { name, dailySearches = null, searchesPerMinute = null, expiresAt = null } = newClient
  const createdAt = new Date(nowMs).toISOString()
  const client: Client = { id, name, createdAt, dailySearches, searchesPerMinute, expiresAt }
  const stored: StoredClient = { ...client, keyHash: await sha256Hex(key) }
  // With metadata, listing clients reads no records.
  await store.put(PREFIX + id, JSON.stringify(stored), { metadata: client })
  return { ...client, key }
}

/**
 * The client with this key; `undefined` if the key is wrong, unknown or expired. What is read is remembered for seconds.
 *
 * @param secret with which keys are made now
 * @throws AppError `rate_limited` if too many unknown keys were tried to look this one up too
 */
export async function findClient(
  store: KVNamespace,
  key: string,
  secret: string | undefined,
  nowMs: number,
): Promise<StoredClient | undefined> {
  const id = idOfKey(key)
  if (id === undefined) return undefined
  const remembered = memoryOf(store).fresh(id, nowMs)
  const client = remembered ? remembered.client : await lookUp(store, id, key, secret, nowMs)
  // An unknown id costs the same hash and comparison as a known one.
  const matches = sameHash(await sha256Hex(key), client?.keyHash ?? NO_HASH)
  if (!client || !matches) return undefined
  return client.expiresAt !== null && Date.parse(client.expiresAt) <= nowMs ? undefined : client
}

async function lookUp(
  store: KVNamespace,
  id: string,
  key: string,
  secret: string | undefined,
  nowMs: number,
): Promise<StoredClient | undefined> {
  const kind = secret === undefined ? 'unknown' : await judgeKey(key, await keyMakerOf(secret))
  if (kind === 'forged' || (kind === 'unknown' && !(await mayExist(store, id, nowMs)))) return undefined
  const client = await readClient(store, id)
  const memory = memoryOf(store)
  if (client || kind === 'genuine') memory.remember(id, client, nowMs)
  else memory.forget(id)
  return client
}

/**
 * Whether to look for the client of a key that anyone may have made up. So that a flood of them reads next to nothing, and
 * locks nobody out: a few may be looked up at any time, then only those of clients that were seen or listed.
 */
async function mayExist(store: KVNamespace, id: string, nowMs: number): Promise<boolean> {
  const memory = memoryOf(store)
  if (memory.has(id) || memory.takeLookup(nowMs)) return true
  if (nowMs >= memory.listAtMs) {
    memory.listAtMs = nowMs + LIST_AGAIN_MS
    memory.isWhole = await rememberAll(store, memory).catch(() => false)
    if (memory.isWhole) memory.listAtMs = nowMs + LIST_EACH_MS
  }
  if (!memory.isWhole && !memory.has(id))
    throw new AppError('rate_limited', 'Too many unknown keys are being tried. Try again in a minute.', {
      retryAfterMs: LIST_AGAIN_MS,
    })
  return memory.has(id)
}

/** Returns whether these were all. */
async function rememberAll(store: KVNamespace, memory: ClientMemory<StoredClient>): Promise<boolean> {
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page++) {
    const listed: KVNamespaceListResult<unknown> = await store.list({ prefix: PREFIX, cursor })
    for (const { name } of listed.keys) memory.add(name.slice(PREFIX.length))
    if (listed.list_complete) return true
    cursor = listed.cursor
  }
  return false
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
  memoryOf(store).forget(id)
  if ((await store.get(PREFIX + id)) === null) return false
  await store.delete(PREFIX + id)
  return true
}

function memoryOf(store: KVNamespace): ClientMemory<StoredClient> {
  const memory = memories.get(store) ?? createClientMemory<StoredClient>()
  memories.set(store, memory)
  return memory
}

async function readClient(store: KVNamespace, id: string): Promise<StoredClient | undefined> {
  const stored = await store.get(PREFIX + id, { type: 'json', cacheTtl: CACHE_S })
  return outputOf(StoredClientSchema, stored)
}
