import { env } from 'cloudflare:workers'
import {
  type Attestation,
  type AttestationKeys,
  digestOfOffer,
  digestOfOffers,
  type OfferAnswer,
  OfferAnswerSchema,
  PATHS,
  type SearchAnswer,
  SearchAnswerSchema,
} from '@find-on-1688/shared'
import * as v from 'valibot'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { AttestationSchema, OfferAttestationSchema } from '../../../shared/src/evidence/attestation.ts'
import { verifyAttestation } from '../../../shared/src/evidence/testing/verify-attestation.ts'
import type { Bindings } from '../bindings.ts'
import { sha256Hex } from '../hash.ts'
import {
  createTestClient,
  fetchWorker,
  jpegOf,
  mockGateway,
  searchInit,
  statusAndCode,
} from '../testing/http.ts'

/** RFC 8037, appendix A: the key of A.1 and A.2, and its thumbprint of A.3. */
const OF_RFC = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
}
const THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'
const OURS = JSON.parse(env.ATTESTATION_KEY ?? '') as typeof OF_RFC

const ITEMS = [1, 2, 3].map((i) => ({
  offerId: `71${i}`,
  subject: `背包 ${i}`,
  priceInfo: { price: '25.50' },
}))
const play = (items: unknown[] = ITEMS) =>
  mockGateway((api) =>
    api.includes('upload')
      ? { result: { success: 'true', result: '1688' } }
      : { result: { success: 'true', result: { totalRecords: items.length, data: items } } },
  )

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const withKey = (setting: unknown): Bindings => ({ ...env, ATTESTATION_KEY: JSON.stringify(setting) })
const { ATTESTATION_KEY: _, ...KEYLESS } = env

async function search(
  picture = jpegOf(400, 400),
  bindings: Bindings = env,
  query = '',
): Promise<SearchAnswer> {
  const response = await fetchWorker(PATHS.search + query, searchInit(key, picture), bindings)
  return v.parse(SearchAnswerSchema, await response.json())
}

async function published(bindings: Bindings = env): Promise<AttestationKeys> {
  return (await fetchWorker(PATHS.attestationKeys, {}, bindings)).json()
}

/** What the answer's attestation says, once verified. */
async function attested({ attestation = '' }: SearchAnswer, keys?: AttestationKeys): Promise<Attestation> {
  const result = await verifyAttestation(
    attestation,
    keys ?? (await published()),
    crypto.subtle,
    AttestationSchema,
  )
  return 'payload' in result ? result.payload : expect.fail(result.fault)
}

const part = (jws: string | undefined, at: number) =>
  JSON.parse(
    new TextDecoder().decode(Uint8Array.fromBase64(jws?.split('.')[at] ?? '', { alphabet: 'base64url' })),
  )

describe('an answer', () => {
  test('is signed with the query and the offers', async () => {
    play()
    const picture = jpegOf(400, 400)
    const before = Math.floor(Date.now() / 1000)
    const answer = await search(
      picture,
      env,
      '?page=2&pageSize=10&priceMin=1.50&language=ru&mode=similar&priority=batch',
    )
    const { iat, ...said } = await attested(answer)
    expect(iat).toBeGreaterThanOrEqual(before)
    expect(iat).toBeLessThanOrEqual(Date.now() / 1000)
    expect(answer.offers).toHaveLength(3)
    expect(said).toEqual({
      searchId: answer.searchId,
      imageSha256: await sha256Hex(picture),
      query: {
        mode: 'similar',
        page: 2,
        pageSize: 10,
        sort: 'relevance',
        priceMin: '1.50',
        language: 'ru',
      },
      provider: 'crossborder',
      offersSha256: await digestOfOffers(answer.offers, crypto.subtle),
    })
    // Nothing else is signed: verification ignores anything more.
    expect(part(answer.attestation, 1)).toEqual({ iat, ...said })
  })

  test('has a header with the algorithm and the key, and nothing else', async () => {
    play()
    const { attestation } = await search()
    expect(part(attestation, 0)).toEqual({ alg: 'EdDSA', kid: (await published()).keys[0]?.kid })
    expect(attestation).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{86}$/)
  })

  test('without offers is signed too', async () => {
    play([])
    const answer = await search()
    expect(answer.offers).toEqual([])
    expect((await attested(answer)).offersSha256).toBe(await digestOfOffers([], crypto.subtle))
  })

  test('from the cache is signed again', async () => {
    play()
    const picture = jpegOf(400, 400)
    const first = await search(picture)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90_000 })
    const second = await vi.waitFor(async () => {
      const answer = await search(picture)
      expect(answer.cached).toBe(true)
      return answer
    })
    const [said, again] = [await attested(first), await attested(second)]
    expect(again.searchId).toBe(second.searchId)
    expect(again.searchId).not.toBe(said.searchId)
    expect(again.iat - said.iat).toBeGreaterThanOrEqual(90)
    expect({ ...again, iat: 0, searchId: '' }).toEqual({ ...said, iat: 0, searchId: '' })
  })

  test('verifies even if the platform sent broken text, which is mended before signing', async () => {
    const half = '\ud83d'
    play([
      { offerId: '1', subject: `${half}包` },
      { offerId: '2', subject: `${'包'.repeat(299)}😀` },
      { offerId: '3', subject: '😀' },
    ])
    const answer = await search()
    expect(answer.offers.map(({ title }) => title)).toEqual(['包', '包'.repeat(299), '😀'])
    expect((await attested(answer)).offersSha256).toBe(await digestOfOffers(answer.offers, crypto.subtle))
  })

  test('says so if there is no key to sign it', async () => {
    play()
    const picture = jpegOf(400, 400)
    for (let time = 0; time < 2; time++) {
      const answer = await search(picture, KEYLESS)
      expect(answer).not.toHaveProperty('attestation')
      expect(answer.notes).toContain('This answer is not signed: the proxy has no ATTESTATION_KEY.')
    }
    expect((await search(picture)).notes.join()).not.toContain('signed')
  })
})

describe("an offer's answer", () => {
  const read = async (bindings: Bindings = env, offerId = '714000001'): Promise<OfferAnswer> => {
    const init = { headers: { Authorization: `Bearer ${key}` } }
    const response = await fetchWorker(`${PATHS.offers}/${offerId}?language=ru`, init, bindings)
    return v.parse(OfferAnswerSchema, await response.json())
  }
  const playOffer = () =>
    mockGateway(() => ({
      result: {
        success: true,
        result: {
          subject: '背包',
          productSkuInfos: [{ skuId: 1, price: '9.90', amountOnSale: 0 }],
          productShippingInfo: { weight: 0.5 },
        },
      },
    }))
  const attestedOffer = async ({ attestation = '' }: OfferAnswer) => {
    const keys = await published()
    const result = await verifyAttestation(attestation, keys, crypto.subtle, OfferAttestationSchema)
    return 'payload' in result ? result.payload : expect.fail(result.fault)
  }

  test('is signed with its id, the language and all that it says of the offer, from the cache too', async () => {
    playOffer()
    const answer = await read()
    const { iat, ...said } = await attestedOffer(answer)
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(60)
    expect(said).toEqual({
      offerId: '714000001',
      query: { language: 'ru' },
      provider: 'crossborder',
      offerSha256: await digestOfOffer(answer, crypto.subtle),
    })
    expect(part(answer.attestation, 1)).toEqual({ iat, ...said })
    const again = await vi.waitFor(async () => {
      const repeated = await read()
      expect(repeated.cached).toBe(true)
      return repeated
    })
    expect(await attestedOffer(again)).toMatchObject(said)
  })

  test('with another price, stock or time is another', async () => {
    playOffer()
    const answer = await read()
    const { offerSha256 } = await attestedOffer(answer)
    const variants = answer.variants?.map((variant) => ({ ...variant, stock: null }))
    for (const change of [{ price: '9.80' }, { variants }, { fetchedAt: '2026-01-01T00:00:00.000Z' }])
      expect(await digestOfOffer({ ...answer, ...change }, crypto.subtle)).not.toBe(offerSha256)
    const about = { cached: !answer.cached, cachedUntil: undefined, attestation: 'other' }
    expect(await digestOfOffer({ ...answer, ...about } as OfferAnswer, crypto.subtle)).toBe(offerSha256)
  })

  test('is no attestation of a search, and the other way round', async () => {
    playOffer()
    const [offer, keys] = [await read(), await published()]
    expect(await verifyAttestation(offer.attestation ?? '', keys, crypto.subtle, AttestationSchema)).toEqual({
      fault: 'malformed',
    })
    play()
    const { attestation = '' } = await search()
    expect(await verifyAttestation(attestation, keys, crypto.subtle, OfferAttestationSchema)).toEqual({
      fault: 'malformed',
    })
  })

  test('has none without a key to sign it', async () => {
    playOffer()
    expect(await read(KEYLESS)).not.toHaveProperty('attestation')
  })
})

describe('the published keys', () => {
  test('are public, with the thumbprint as the id of a key without one', async () => {
    const response = await fetchWorker(PATHS.attestationKeys, {}, withKey(OF_RFC))
    const { d: _d, ...known } = OF_RFC
    expect(await response.json()).toEqual({ keys: [{ ...known, kid: THUMBPRINT, alg: 'EdDSA', use: 'sig' }] })
    expect((await published(withKey({ ...OF_RFC, kid: 'mine' }))).keys[0]?.kid).toBe('mine')
  })

  test('are open to everyone, web pages included, and may be cached for a while', async () => {
    const { headers, status } = await fetchWorker(PATHS.attestationKeys, { headers: { Origin: 'null' } })
    expect(status).toBe(200)
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cache-Control')).toBe('public, max-age=300')
    const failed = await fetchWorker(PATHS.attestationKeys, {}, withKey({}))
    expect(failed.headers.get('Cache-Control')).toBe('no-store')
  })

  test('are an empty list if nothing is signed', async () => {
    expect(await published(KEYLESS)).toEqual({ keys: [] })
  })

  test('still verify what an earlier key signed', async () => {
    play()
    const before = await search(jpegOf(400, 400), withKey(OF_RFC))
    const { d: _d, ...retired } = OF_RFC
    const rotated = withKey([OURS, retired])
    const after = await search(jpegOf(400, 400), rotated)
    const both = await published(rotated)
    expect(both.keys.map(({ x }) => x)).toEqual([OURS.x, OF_RFC.x])
    expect(JSON.stringify(both)).not.toContain('"d"')
    expect((await attested(before, both)).searchId).toBe(before.searchId)
    expect((await attested(after, both)).searchId).toBe(after.searchId)
    const result = await verifyAttestation(
      before.attestation ?? '',
      await published(),
      crypto.subtle,
      AttestationSchema,
    )
    expect(result).toEqual({ fault: 'unknown_key' })
  })
})

describe('a malformed key', () => {
  const { d, ...publicPart } = OF_RFC

  test.each<[string, string]>([
    ['nothing', ' '],
    ['invalid JSON', '{"kty":"OKP"'],
    ['a string', '"canary"'],
    ['a number', '7'],
    ['null', 'null'],
    ['an empty list', '[]'],
    ['a list of null', '[null]'],
    ['another key type', JSON.stringify({ ...OF_RFC, kty: 'EC' })],
    ['another curve', JSON.stringify({ ...OF_RFC, crv: 'X25519' })],
    ['a short private part', JSON.stringify({ ...OF_RFC, d: d.slice(2) })],
    ['a private part in another form', JSON.stringify({ ...OF_RFC, d: `${d.slice(0, -1)}B` })],
    ['a long public part', JSON.stringify({ ...OF_RFC, x: `${OF_RFC.x}AA` })],
    ['no public part', JSON.stringify({ ...OF_RFC, x: undefined })],
    ['only a public part', JSON.stringify(publicPart)],
    ['a public part first', JSON.stringify([publicPart, OURS])],
    ['a kid that is a number', JSON.stringify({ ...OF_RFC, kid: 7 })],
    ['a kid with a space', JSON.stringify({ ...OF_RFC, kid: 'a b' })],
    ['the same key twice', JSON.stringify([OF_RFC, { ...OF_RFC, kid: 'other' }])],
    [
      'the same name twice',
      JSON.stringify([
        { ...OF_RFC, kid: 'one' },
        { ...OURS, kid: 'one' },
      ]),
    ],
    ['halves of two keys', JSON.stringify({ ...OF_RFC, d: OURS.d })],
  ])('%s is reported before anything is spent, and never shown', async (_what, ATTESTATION_KEY) => {
    const calls = play()
    const bindings = { ...env, ATTESTATION_KEY }
    const requests = [
      fetchWorker(PATHS.health, {}, bindings),
      fetchWorker(PATHS.attestationKeys, {}, bindings),
      fetchWorker(PATHS.search, searchInit(key, jpegOf(400, 400)), bindings),
    ]
    for (const response of await Promise.all(requests)) {
      const text = await response.clone().text()
      expect(await statusAndCode(response)).toEqual([503, 'not_configured'])
      expect(text.match(/ATTESTATION_KEY (is|has|holds|must)/g)).toHaveLength(1)
      for (const value of ['canary', OF_RFC.d, d.slice(2, 20), OF_RFC.x, OURS.d, OURS.x])
        expect(text).not.toContain(value)
    }
    expect(calls).toEqual([])
  })

  test('a key with additional members is accepted', async () => {
    const exported = { ...OF_RFC, key_ops: ['sign'], ext: true, alg: 'Ed25519', use: 'sig' }
    expect((await fetchWorker(PATHS.health, {}, withKey(exported))).status).toBe(200)
    expect((await published(withKey(exported))).keys[0]).toMatchObject({ kid: THUMBPRINT, alg: 'EdDSA' })
  })
})
