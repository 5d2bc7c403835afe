import { describe, expect, test } from 'vitest'
import type { EvidenceData, Subtle } from '../evidence.ts'
import { evidenceFile, evidenceState } from '../evidence-file.ts'
import { checkFile, readFile } from '../testing/read-file.ts'
import { attested, newKey, signedInput } from '../testing/signed.ts'
import { tamperedFile } from '../testing/tampered.ts'
import { check } from './check.js'

const key = await newKey()
const input = await signedInput(key)
const good = await evidenceFile(input)
const tampered = (change: (data: EvidenceData) => unknown, isForged = false) =>
  tamperedFile(good, change, isForged)

describe('what was signed', () => {
  test.each<[string, (data: EvidenceData) => void, object]>([
    ['the price of an offer', ({ answer }) => set(answer.offers[0], 'price', '10.11'), { offers: 'changed' }],
    ['an offer left out', ({ answer }) => answer.offers.pop(), { offers: 'changed' }],
    ['offers in another order', ({ answer }) => answer.offers.reverse(), { offers: 'changed' }],
    [
      'half a surrogate pair',
      ({ answer }) => set(answer.offers[0], 'title', '\ud83d'),
      { offers: 'changed' },
    ],
    ['the time', (data) => set(data.answer, 'attestation', later(data)), { signature: 'changed' }],
    ['the mode', ({ answer }) => set(answer, 'mode', 'similar'), { query: 'changed' }],
    ['the page', ({ answer }) => set(answer.query, 'page', 2), { query: 'changed' }],
    ['the interface', ({ answer }) => set(answer, 'provider', 'dropship'), { query: 'changed' }],
    ['the number of the search', ({ answer }) => set(answer, 'searchId', '5b1d'), { query: 'changed' }],
    ['a byte of the picture', (data) => set(data, 'sent', otherByte(data.sent)), { picture: 'changed' }],
    [
      'the digest beside it',
      ({ answer }) => set(answer, 'imageSha256', 'ab'.repeat(32)),
      { picture: 'changed' },
    ],
  ])('changed is noticed, new checksums or not: %s', async (_what, change, part) => {
    for (const isForged of [false, true])
      expect(await checkFile(await tampered(change, isForged))).toMatchObject({ state: 'changed', ...part })
  })

  test('changed is noticed in every letter of the attestation', async () => {
    const { attestation } = input.answer
    for (let at = 0; at < (attestation?.length ?? 0); at += 7) {
      const other = attestation?.[at] === 'A' ? 'B' : 'A'
      const file = await tampered(({ answer }) =>
        set(answer, 'attestation', attestation?.slice(0, at) + other + attestation?.slice(at + 1)),
      )
      expect(await checkFile(file), `letter ${at}`).toMatchObject({ state: 'changed' })
    }
  })

  test('does not hold with another key of the same name', async () => {
    const { keys } = await newKey()
    const file = await tampered((data) => set(data, 'keys', keys), true)
    expect(await checkFile(file)).toMatchObject({
      state: 'changed',
      signature: 'changed',
      offers: 'unchecked',
    })
  })

  test('holds where a forger signs anew with a key of his own, and then the thumbprint is another', async () => {
    const forged = await evidenceFile(await signedInput(await newKey()))
    const [mine, his] = await Promise.all([checkFile(good), checkFile(forged)])
    expect(his.state).toBe('holds')
    expect(his.key?.kid).toBe(mine.key?.kid)
    expect(his.key?.thumbprint).not.toBe(mine.key?.thumbprint)
  })

  test('does not cover the picture of a search by address', async () => {
    const { searchId, provider, query, offers } = input.answer
    const { offersSha256 = '' } = (await checkFile(good)).signed ?? {}
    const attestation = await attested(key, {
      ...{ iat: 1, searchId, provider, offersSha256, imageSha256: null },
      query: query as never,
    })
    const answer = { ...input.answer, offers, imageSha256: null, attestation }
    expect(await checkFile(await evidenceFile({ ...input, answer }))).toMatchObject({
      state: 'holds',
      picture: 'unsigned',
    })
  })
})

describe('what was not signed', () => {
  test.each<[string, (data: EvidenceData) => void]>([
    ['page', ({ page }) => set(page, 'title', 'Another')],
    ['found', (data) => set(data, 'found', otherByte(data.sent))],
    ['foundAt', (data) => set(data, 'foundAt', '2026-11-23T00:00:00.000Z')],
    ['offerPictures', (data) => set(data.offerPictures, '42', otherByte(data.sent))],
    ['verdicts', ({ verdicts }) => set(verdicts?.[42], 'words', 'Another photo')],
    ['workerAddress', (data) => set(data, 'workerAddress', 'https://other.example')],
    ['words', ({ words }) => set(words, 'holds', 'All is true')],
  ])('changed is noticed, and named: %s', async (part, change) => {
    const { state, signature, changed } = await checkFile(await tampered(change))
    expect({ state, signature, changed }).toEqual({
      state: 'rest_changed',
      signature: 'holds',
      changed: [part],
    })
  })

  test.each([
    ['the script', 'frame', 'Only the platform', 'Not only the platform'],
    ['the looks', 'frame', 'max-width: 900px', 'max-width: 901px'],
    ['the policy', 'frame', 'img-src data:', 'img-src *'],
    ['a blank in the data', 'text', '"answer":{', '"answer": {'],
  ])('changed is noticed: %s', async (_what, part, from, to) => {
    expect(good).toContain(from)
    expect(await checkFile(good.replace(from, to))).toMatchObject({
      state: 'rest_changed',
      changed: [part],
    })
  })

  test('changed together with its checksum is not noticed, as the file says', async () => {
    const file = await tampered(({ page }) => set(page, 'title', 'Another'), true)
    expect(await checkFile(file)).toMatchObject({ state: 'holds', changed: [] })
    expect(readFile(file).data.words.checksumMeans).toContain('It is no proof')
  })
})

test('every byte counts: no change of one in the data, script, looks or policy leaves the file green', async () => {
  const small = await evidenceFile({ ...input, found: null, offerPictures: {} })
  const { frame } = readFile(small)
  for (const text of [frame.data, frame.script, frame.style, frame.policy])
    for (let at = 0; at < text.length; at += 211) {
      const other = text[at] === 'x' ? 'y' : 'x'
      const file = small.replace(text, () => text.slice(0, at) + other + text.slice(at + 1))
      const state = await checkFile(file).then(
        (checked) => checked.state,
        () => 'unreadable',
      )
      expect(state, `${at} of ${text.slice(0, 20)}`).toMatch(/changed|unreadable/)
    }
})

test('an answer without a signature is not signed, and a picture that is not its own is noticed all the same', async () => {
  const answer = { ...input.answer, attestation: null }
  expect(await checkFile(await evidenceFile({ ...input, answer }))).toMatchObject({
    state: 'unsigned',
    signature: 'unsigned',
    signed: null,
  })
  expect(await evidenceState({ ...input, answer, sent: otherByte(input.sent) })).toMatchObject({
    state: 'changed',
    picture: 'changed',
  })
})

test('a signature that is taken away is missed', async () => {
  const file = await tampered(({ answer }) => set(answer, 'attestation', null))
  expect(await checkFile(file)).toMatchObject({ state: 'rest_changed', signature: 'unsigned' })
})

describe('where a browser cannot check', () => {
  test('for want of Ed25519, nothing is said to hold, and a changed offer is noticed all the same', async () => {
    const subtle = {
      digest: crypto.subtle.digest.bind(crypto.subtle),
      importKey: () => Promise.reject(new DOMException('Unrecognized', 'NotSupportedError')),
    } as unknown as Subtle
    expect(await checkFile(good, subtle)).toMatchObject({
      state: 'unchecked',
      offers: 'unchecked',
      changed: [],
    })
    const file = await tampered(({ answer }) => set(answer.offers[0], 'price', '1'))
    expect(await checkFile(file, subtle)).toMatchObject({ state: 'changed', offers: 'changed' })
  })

  test('for want of any crypto, nothing is said to hold', async () => {
    const { data, frame, checksums } = readFile(good)
    expect(await check(data, frame, checksums, undefined)).toMatchObject({
      state: 'unchecked',
      changed: null,
    })
  })
})

test('no offers are signed, too', async () => {
  expect(await evidenceState(await signedInput(key, {}, []))).toMatchObject({
    state: 'holds',
    offers: 'holds',
  })
})

function set(on: object | null | undefined, name: string, value: unknown): void {
  if (!on) throw new Error('nothing to change')
  Object.assign(on, { [name]: value })
}

/** The same attestation, an hour later. */
function later({ answer }: EvidenceData): string {
  const [head, payload = '', signature] = answer.attestation?.split('.') ?? []
  const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/')).replace('1795518400', '1795522000')
  const changed = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  expect(changed).not.toBe(payload)
  return [head, changed, signature].join('.')
}

/** A picture with another last byte. */
function otherByte(address: string): string {
  const [head, base64 = ''] = address.split(',')
  const bytes = atob(base64)
  return `${head},${btoa(bytes.slice(0, -1) + String.fromCharCode(bytes.charCodeAt(bytes.length - 1) ^ 1))}`
}
