import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type OfferAnswer, PATHS, type SearchAnswer } from '@find-on-1688/shared'
import { calculateJwkThumbprint, compactVerify, createLocalJWKSet, errors, importJWK, type JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOfferEvidenceFile } from '../../extension/src/evidence/evidence-file.ts'
import { readFile } from '../../extension/src/evidence/testing/read-file.ts'
import type { OfferEvidenceData } from '../../extension/src/evidence/types.ts'
import { checkOffer } from '../../extension/src/evidence/verifier/check.js'
import { type Sandbox, type SandboxOptions, startSandbox } from '../fakes/sandbox/index.ts'
import { ROOT } from '../tools/paths.ts'

/** Verified with jose and code of this file only, independent of the code that signs. */
type Keys = (JWK & { kid: string })[]

const run = promisify(execFile)
let sandbox: Sandbox

async function keysOf(): Promise<Keys> {
  const response = await fetch(sandbox.workerUrl + PATHS.attestationKeys)
  return ((await response.json()) as { keys: Keys }).keys
}

function ask(
  body: string | Uint8Array<ArrayBuffer>,
  { query = '', type = 'image/jpeg', accept = 'application/json' } = {},
) {
  const headers = { Authorization: `Bearer ${sandbox.clientKey}`, 'Content-Type': type, Accept: accept }
  return fetch(sandbox.workerUrl + PATHS.search + query, { method: 'POST', headers, body })
}

const picture = () => {
  const { bytes } = sandbox.shop.pictures.find(({ type }) => type === 'image/jpeg') ?? { bytes: [] }
  return new Uint8Array(bytes)
}
const search = async (...args: Parameters<typeof ask>) => (await (await ask(...args)).json()) as SearchAnswer

async function askOffer(offerId: string, accept: string): Promise<OfferAnswer> {
  const headers = { Authorization: `Bearer ${sandbox.clientKey}`, Accept: accept }
  const path = `${PATHS.offers}/${offerId}?language=ru&priority=batch`
  const text = await (await fetch(sandbox.workerUrl + path, { headers })).text()
  return JSON.parse(/event: result\ndata: (.*)\n/.exec(text)?.[1] ?? text)
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** RFC 8785, enough for these offers: their keys are ASCII, and JSON.stringify writes strings and numbers as required. */
function canonical(value: unknown): string {
  const sorted = (_name: string, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  return JSON.stringify(value, sorted)
}

const read = (part: string | undefined) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString())

/** What was signed, or why nothing was. */
async function signedIn(jws: string, keys: Keys): Promise<Record<string, unknown> | string> {
  try {
    const { payload } = await compactVerify(jws, createLocalJWKSet({ keys }), { algorithms: ['EdDSA'] })
    return JSON.parse(new TextDecoder().decode(payload))
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'no such key'
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'not signed'
    throw error
  }
}

/** What is wrong with an answer, if anything. */
async function faultOf({ attestation = '', offers }: SearchAnswer, keys: Keys): Promise<string | undefined> {
  const signed = await signedIn(attestation, keys)
  if (typeof signed === 'string') return signed
  return signed.offersSha256 === sha256(canonical(offers)) ? undefined : 'other offers'
}

const saidBy = ({ attestation = '' }: SearchAnswer) => read(attestation.split('.')[1])

/** The same attestation with a change in one of its parts. */
function forge(answer: SearchAnswer, at: 0 | 1, change: object): SearchAnswer {
  const parts = (answer.attestation ?? '').split('.')
  parts[at] = Buffer.from(JSON.stringify({ ...read(parts[at]), ...change })).toString('base64url')
  return { ...answer, attestation: parts.join('.') }
}

describe('the attestation of an answer', () => {
  let answer: SearchAnswer
  let keys: Keys
  let asked: [fromS: number, toS: number]

  beforeAll(async () => {
    sandbox = await startSandbox({ provider: 'crossborder' })
    const from = Math.floor(Date.now() / 1000)
    answer = await search(picture(), { query: '?pageSize=50&priceMax=900&language=ru' })
    asked = [from, Date.now() / 1000]
    keys = await keysOf()
  })
  afterAll(() => sandbox?.close())

  test('is valid when checked with independent code', async () => {
    expect(answer.offers.length).toBeGreaterThan(2)
    expect(await faultOf(answer, keys)).toBeUndefined()
    const { iat, ...said } = saidBy(answer)
    expect(iat).toBeGreaterThanOrEqual(asked[0])
    expect(iat).toBeLessThanOrEqual(asked[1])
    expect(said).toEqual({
      searchId: answer.searchId,
      imageSha256: sha256(picture()),
      query: { mode: 'same', page: 1, pageSize: 50, sort: 'relevance', priceMax: '900', language: 'ru' },
      provider: 'crossborder',
      offersSha256: sha256(canonical(answer.offers)),
    })
  })

  test('is invalid once a character of an offer changes', async () => {
    for (const part of ['title', 'price', 'detailUrl'] as const) {
      const changed = structuredClone(answer)
      const last = changed.offers.at(-1)
      if (last) last[part] = `${last[part]}`.replace(/.$/u, (letter) => (letter === '0' ? '1' : '0'))
      expect(await faultOf(changed, keys)).toBe('other offers')
    }
  })

  test('is invalid once an offer is removed, repeated or moved', async () => {
    const [first, ...others] = answer.offers
    if (!first) expect.fail('no offers')
    for (const offers of [others, [first, ...answer.offers], [...others, first]])
      expect(await faultOf({ ...answer, offers }, keys)).toBe('other offers')
  })

  test('is invalid for another time or another picture', async () => {
    const { iat } = saidBy(answer)
    expect(await faultOf(forge(answer, 1, { iat: iat + 1 }), keys)).toBe('not signed')
    expect(await faultOf(forge(answer, 1, { imageSha256: sha256('another') }), keys)).toBe('not signed')
    expect(await faultOf(forge(answer, 1, {}), keys)).toBeUndefined()
  })

  test('is invalid under the ID of another key', async () => {
    const [ours] = keys
    const kid = ours?.kid.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A')) ?? ''
    expect(await faultOf(forge(answer, 0, { kid }), keys)).toBe('no such key')
    expect(await faultOf(forge(answer, 0, { kid }), [...keys, { ...ours, kid }])).toBe('not signed')
    expect(await faultOf(forge(answer, 0, {}), keys)).toBeUndefined()
  })

  test('is made again for a cached answer', async () => {
    const from = Math.floor(Date.now() / 1000)
    const again = await search(picture(), { query: '?pageSize=50&priceMax=900&language=ru' })
    expect(again.cached).toBe(true)
    expect(await faultOf(again, keys)).toBeUndefined()
    expect(saidBy(again).searchId).toBe(again.searchId)
    expect(again.searchId).not.toBe(answer.searchId)
    expect(saidBy(again).iat).toBeGreaterThanOrEqual(from)
    expect(saidBy(again).offersSha256).toBe(saidBy(answer).offersSha256)
  })

  test('is valid in an event stream as well', async () => {
    const text = await (await ask(picture(), { query: '?page=2', accept: 'text/event-stream' })).text()
    expect(text).toContain('event: searching')
    const result = JSON.parse(/event: result\ndata: (.*)\n/.exec(text)?.[1] ?? 'null') as SearchAnswer
    expect(await faultOf(result, keys)).toBeUndefined()
    expect(saidBy(result)).toMatchObject({ searchId: result.searchId, query: { page: 2 } })
  })

  test('of one offer is valid when checked with independent code, and in the file that a browser saves', async () => {
    const { offerId } = sandbox.gateway.catalogue.offers.find(({ variants }) => variants.length > 2) ?? {}
    const details = await Promise.all(
      ['application/json', 'text/event-stream'].map(async (accept) => {
        const { attestation = '', ...answer } = await askOffer(String(offerId), accept)
        const { provider: _p, cached: _c, cachedUntil: _u, ...offer } = answer
        const { iat, ...said } = (await signedIn(attestation, keys)) as Record<string, unknown>
        expect(Math.abs(Number(iat) - Date.now() / 1000)).toBeLessThan(60)
        const query = { language: 'ru' }
        expect(said).toEqual({
          offerId,
          query,
          provider: 'crossborder',
          offerSha256: sha256(canonical(offer)),
        })
        return { offer, attestation }
      }),
    )
    const file = await buildOfferEvidenceFile({
      ...{ language: 'en', version: '1', workerAddress: sandbox.workerUrl, details },
      keys: { keys: keys as never },
    })
    const { data, frame, checksums } = readFile(file)
    const saved = data as unknown as OfferEvidenceData
    for (const { offer, attestation } of saved.details)
      expect(await signedIn(attestation ?? '', saved.keys?.keys ?? [])).toMatchObject({
        offerSha256: sha256(canonical(offer)),
      })
    expect(await checkOffer(data as never, frame, checksums, crypto.subtle)).toMatchObject({
      state: 'holds',
      changed: [],
    })
  })

  test('names no picture if a URL was searched', async () => {
    const [offer] = sandbox.gateway.catalogue.offers
    const imageUrl = `${sandbox.gateway.url.replace('/openapi', '')}/img/${offer?.picture}.jpg`
    const found = await search(JSON.stringify({ imageUrl }), { type: 'application/json' })
    expect(found.offers.map(({ offerId }) => offerId)).toContain(offer?.offerId)
    expect(await faultOf(found, keys)).toBeUndefined()
    expect(saidBy(found).imageSha256).toBeNull()
  })

  test('is invalid once a letter of it changes', async () => {
    const jws = answer.attestation ?? ''
    // The last letter of a signature has two bits more than its bytes; the points are no letters.
    const letters = Array.from(jws, (_, at) => at).filter((at) => jws[at] !== '.' && at < jws.length - 1)
    const accepted: number[] = []
    for (const at of letters.filter((_, index) => index % 7 === 0)) {
      const changed = jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1)
      const signed = await signedIn(changed, keys).catch(() => 'malformed')
      if (typeof signed !== 'string') accepted.push(at)
    }
    expect(accepted).toEqual([])
  })

  test('names its key by the thumbprint of RFC 7638', async () => {
    const [key] = keys
    expect(key?.kid).toBe(await calculateJwkThumbprint(key as JWK))
    expect(await calculateJwkThumbprint({ ...key, x: `${key?.x}`.replace(/^./, '_') } as JWK)).not.toBe(
      key?.kid,
    )
  })

  test('reveals no private key, nor do the published keys', () => {
    const shown = JSON.stringify([answer, keys])
    for (const secret of sandbox.secrets) expect(shown).not.toContain(secret)
    expect(keys.flatMap((key) => Object.keys(key)).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  })
})

describe('the attestation key', () => {
  const during = async <T>(options: SandboxOptions, look: () => Promise<T>): Promise<T> => {
    sandbox = await startSandbox({ provider: 'image-search', ...options })
    return look().finally(() => sandbox.close())
  }
  const makeKey = async (...args: string[]) =>
    (await run(process.execPath, [join(ROOT, 'test/scripts/attestation-key.ts'), ...args])).stdout

  test('is created and rotated by a command, and what an earlier key signed stays valid', async () => {
    const attestationKey = await makeKey()
    const [before, successor] = await during({ attestationKey }, async () => [
      await search(picture()),
      await makeKey('--worker', sandbox.workerUrl),
    ])
    const { d } = JSON.parse(attestationKey)
    await expect(importJWK(JSON.parse(attestationKey), 'EdDSA')).resolves.toMatchObject({ type: 'private' })
    expect(successor).not.toContain(d)
    await during({ attestationKey: successor }, async () => {
      const keys = await keysOf()
      expect(keys).toHaveLength(2)
      const after = await search(picture())
      expect(await faultOf(after, keys)).toBeUndefined()
      expect(await faultOf(before, keys)).toBeUndefined()
      expect(await faultOf(before, keys.slice(0, 1))).toBe('no such key')
      expect(read(after.attestation?.split('.')[0]).kid).not.toBe(read(before.attestation?.split('.')[0]).kid)
    })
  })

  test('is optional: without it, nothing is signed and a note says so', async () => {
    await during({ attestationKey: null }, async () => {
      const answer = await search(picture())
      expect(answer.offers.length).toBeGreaterThan(0)
      expect(answer).not.toHaveProperty('attestation')
      expect(answer.notes.join()).toContain('not signed')
      expect(await keysOf()).toEqual([])
    })
  })
})
