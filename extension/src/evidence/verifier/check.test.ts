import { describe, expect, test } from 'vitest'
import { offerWith } from '../../testing/offers.ts'
import { buildEvidenceFile, checkEvidence } from '../evidence-file.ts'
import { checkFile, readFile } from '../testing/read-file.ts'
import { attested, newKey, signedAnswer, signedInput } from '../testing/signed-input.ts'
import { tamperedFile } from '../testing/tampered-file.ts'
import type { EvidenceAnswer, EvidenceData, Subtle } from '../types.ts'
import { check } from './check.js'

const key = await newKey()
const input = await signedInput(key)
const [answer = expect.fail()] = input.answers
const good = await buildEvidenceFile(input)
const tampered = (change: (data: EvidenceData) => unknown, isForged = false) =>
  tamperedFile(good, change, isForged)

describe('the signed part', () => {
  test.each<[string, (data: EvidenceData, answer: EvidenceAnswer) => void, object]>([
    ['the price of an offer', (_, { offers }) => set(offers[0], 'price', '10.11'), { offers: 'changed' }],
    ['an offer left out', (_, { offers }) => offers.pop(), { offers: 'changed' }],
    ['offers in another order', (_, { offers }) => offers.reverse(), { offers: 'changed' }],
    ['a lone surrogate', (_, { offers }) => set(offers[0], 'title', '\ud83d'), { offers: 'changed' }],
    ['the time', (_, one) => set(one, 'attestation', later(one)), { signature: 'changed' }],
    ['the mode', (_, one) => set(one, 'mode', 'similar'), { query: 'changed' }],
    ['the page', (_, { query }) => set(query, 'page', 2), { query: 'changed' }],
    ['the provider', (_, one) => set(one, 'provider', 'dropship'), { query: 'changed' }],
    ['the search id', (_, one) => set(one, 'searchId', '5b1d'), { query: 'changed' }],
    ['a byte of the picture', (data) => set(data, 'sent', otherByte(data.sent)), { picture: 'changed' }],
    ['the digest beside it', (_, one) => set(one, 'imageSha256', 'ab'.repeat(32)), { picture: 'changed' }],
  ])('if changed is detected, with new checksums or not: %s', async (_what, change, part) => {
    for (const isForged of [false, true]) {
      const file = await tampered((data) => change(data, first(data)), isForged)
      expect(await checkFile(file)).toMatchObject({ state: 'changed', answers: [part] })
    }
  })

  test('never holds with any letter of the attestation changed, with new checksums or not', async () => {
    const text = answer.attestation ?? ''
    for (let at = 0; at < text.length; at += 7) {
      const other = text[at] === 'A' ? 'B' : 'A'
      const change = (data: EvidenceData) =>
        set(first(data), 'attestation', text.slice(0, at) + other + text.slice(at + 1))
      const plain = (await checkFile(await tampered(change))).state
      const forged = (await checkFile(await tampered(change, true))).state
      expect(plain, `letter ${at}`).toMatch(/^(rest_)?changed$/)
      // A changed key name is one that this file does not have.
      expect(forged, `letter ${at}`).toMatch(at < text.indexOf('.') ? /^(changed|unchecked)$/ : /^changed$/)
    }
  })

  test('does not hold with another key of the same name', async () => {
    const { keys } = await newKey()
    const file = await tampered((data) => set(data, 'keys', keys), true)
    expect(await checkFile(file)).toMatchObject({
      state: 'changed',
      answers: [{ signature: 'changed', offers: 'unchecked' }],
    })
  })

  test('holds if a forger signs with another key, but then the thumbprint differs', async () => {
    const forged = await buildEvidenceFile(await signedInput(await newKey()))
    const [mine, his] = await Promise.all([checkFile(good), checkFile(forged)])
    expect(his.state).toBe('holds')
    const [keyOf, keyOfHis] = [mine, his].map(({ answers }) => answers[0]?.key)
    expect(keyOfHis?.kid).toBe(keyOf?.kid)
    expect(keyOfHis?.thumbprint).not.toBe(keyOf?.thumbprint)
  })

  test('holds for a keyword and services in another order, and not with one of them taken out', async () => {
    const { searchId, imageSha256 } = answer
    const { offersSha256 = '' } = (await checkFile(good)).answers[0]?.signed ?? {}
    const asked = { ...answer.query, keyword: '包', filter: ['dropship', 'ships48h'] }
    const attestation = await attested(key, {
      ...{ iat: 1, searchId, provider: 'crossborder', offersSha256, imageSha256 },
      query: asked as never,
    })
    const stateOf = async (filter: string[]) => {
      const answers = [{ ...answer, query: { ...asked, filter }, attestation }]
      return (await checkFile(await buildEvidenceFile({ ...input, answers }))).answers[0]?.query
    }
    expect(await stateOf(['ships48h', 'dropship'])).toBe('holds')
    expect(await stateOf(['ships48h'])).toBe('changed')
  })

  test('does not cover the picture of a search by URL', async () => {
    const { searchId, query } = answer
    const { offersSha256 = '' } = (await checkFile(good)).answers[0]?.signed ?? {}
    const attestation = await attested(key, {
      ...{ iat: 1, searchId, provider: 'crossborder', offersSha256, imageSha256: null },
      query: query as never,
    })
    const answers = [{ ...answer, imageSha256: null, attestation }]
    expect(await checkFile(await buildEvidenceFile({ ...input, answers }))).toMatchObject({
      state: 'holds',
      answers: [{ picture: 'unsigned' }],
    })
  })
})

describe('the unsigned part', () => {
  test.each<[string, (data: EvidenceData) => void]>([
    ['page', ({ page }) => set(page, 'title', 'Another')],
    ['found', ({ found, sent }) => set(found, 'picture', otherByte(sent))],
    ['foundAt', (data) => set(data, 'foundAt', '2026-11-23T00:00:00.000Z')],
    ['offerPictures', (data) => set(data.offerPictures, '42', otherByte(data.sent))],
    ['verdicts', ({ verdicts }) => set(verdicts?.[42], 'words', 'Another photo')],
    ['workerAddress', (data) => set(data, 'workerAddress', 'https://other.example')],
    ['words', ({ words }) => set(words, 'holds', 'All is true')],
  ])('if changed is detected, and named: %s', async (part, change) => {
    expect(await checkFile(await tampered(change))).toMatchObject({
      state: 'rest_changed',
      answers: [{ state: 'holds' }],
      changed: [part],
    })
  })

  test.each([
    ['the script', 'frame', 'Only the platform', 'Not only the platform'],
    ['the style', 'frame', 'max-width: 900px', 'max-width: 901px'],
    ['the policy', 'frame', 'img-src data:', 'img-src *'],
    ['white space in the data', 'text', '"answers":[', '"answers": ['],
  ])('if changed is detected: %s', async (_what, part, from, to) => {
    expect(good).toContain(from)
    expect(await checkFile(good.replace(from, to))).toMatchObject({
      state: 'rest_changed',
      changed: [part],
    })
  })

  test('changed together with its checksum is not detected, as the file says', async () => {
    const file = await tampered(({ page }) => set(page, 'title', 'Another'), true)
    expect(await checkFile(file)).toMatchObject({ state: 'holds', changed: [] })
    expect(readFile(file).data.words.checksumMeans).toContain('It is not proof')
  })
})

describe('with several answers', async () => {
  const answers = await Promise.all(
    [1, 2, 3].map((page) => signedAnswer(key, { page, offers: [offerWith({ offerId: String(page) })] })),
  )
  const three = await buildEvidenceFile({ ...input, answers })
  const statesOf = async (change: (answers: EvidenceAnswer[]) => unknown, isForged = true) => {
    const checked = await checkFile(await tamperedFile(three, (data) => change(data.answers), isForged))
    return { ...checked, answers: checked.answers.map(({ state }) => state) }
  }

  test('each is checked with its own signature', async () => {
    expect(await statesOf(() => {})).toMatchObject({ state: 'holds', answers: ['holds', 'holds', 'holds'] })
  })

  test('the file has the worst state: one answer was changed', async () => {
    expect(await statesOf((all) => set(all[1]?.offers[0], 'price', '9.99'))).toMatchObject({
      state: 'changed',
      answers: ['holds', 'changed', 'holds'],
    })
  })

  test('the file has the worst state: one answer is unsigned', async () => {
    expect(await statesOf((all) => set(all[2], 'attestation', null))).toMatchObject({
      state: 'unsigned',
      answers: ['holds', 'holds', 'unsigned'],
    })
  })

  test("offers under another answer's signature do not hold", async () => {
    const swap = ([one, other]: EvidenceAnswer[]) => {
      const [mine, his] = [one?.offers, other?.offers]
      set(one, 'offers', his)
      set(other, 'offers', mine)
    }
    expect(await statesOf(swap)).toMatchObject({ state: 'changed', answers: ['changed', 'changed', 'holds'] })
  })

  test.each<[string, (answers: EvidenceAnswer[]) => unknown]>([
    ['is missing', (all) => all.splice(1, 1)],
    ['is in another place', (all) => all.reverse()],
  ])('one that %s is revealed by a checksum alone, as the file says', async (_what, change) => {
    expect(await statesOf(change, false)).toMatchObject({ state: 'rest_changed', changed: ['answers'] })
    expect(await statesOf(change, true)).toMatchObject({ state: 'holds', changed: [] })
    expect(readFile(three).data.words.notProvesList.complete).toContain('Only a checksum shows')
  })

  test('no answers count as unsigned', async () => {
    expect(await statesOf((all) => all.splice(0))).toMatchObject({ state: 'unsigned', answers: [] })
  })
})

test('changing any byte of the data, script, style or policy is detected', async () => {
  const small = await buildEvidenceFile({ ...input, offerPictures: {} })
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

test('an answer without a signature is unsigned, and another picture is still detected', async () => {
  const answers = [{ ...answer, attestation: null }]
  expect(await checkFile(await buildEvidenceFile({ ...input, answers }))).toMatchObject({
    state: 'unsigned',
    answers: [{ signature: 'unsigned', signed: null }],
  })
  expect(await checkEvidence({ ...input, answers, sent: otherByte(input.sent) })).toMatchObject({
    state: 'changed',
    answers: [{ picture: 'changed' }],
  })
})

test('a removed signature is detected', async () => {
  const file = await tampered((data) => set(first(data), 'attestation', null))
  expect(await checkFile(file)).toMatchObject({ state: 'rest_changed', answers: [{ signature: 'unsigned' }] })
})

describe('without the key that signed', () => {
  test.each([
    ['because the worker could not be reached', null],
    ['because it publishes other keys', { keys: [] }],
  ])('nothing is said to hold, %s, and a changed offer is still detected', async (_why, keys) => {
    const file = await buildEvidenceFile({ ...input, keys })
    const unchecked = { signature: 'unchecked', offers: 'unchecked', key: null }
    expect(await checkFile(file)).toMatchObject({ state: 'unchecked', answers: [unchecked], changed: [] })
    const other = await tamperedFile(file, (data) => first(data).offers.pop(), true)
    expect(await checkFile(other)).toMatchObject({ state: 'changed', answers: [{ offers: 'changed' }] })
  })
})

describe('in a browser that cannot check', () => {
  test('without Ed25519 nothing is said to hold, and a changed offer is still detected', async () => {
    const subtle = {
      digest: crypto.subtle.digest.bind(crypto.subtle),
      importKey: () => Promise.reject(new DOMException('Unrecognized', 'NotSupportedError')),
    } as unknown as Subtle
    expect(await checkFile(good, subtle)).toMatchObject({
      state: 'unchecked',
      answers: [{ offers: 'unchecked' }],
      changed: [],
    })
    const file = await tampered((data) => set(first(data).offers[0], 'price', '1'))
    expect(await checkFile(file, subtle)).toMatchObject({
      state: 'changed',
      answers: [{ offers: 'changed' }],
    })
  })

  test('without Web Crypto nothing is said to hold', async () => {
    const { data, frame, checksums } = readFile(good)
    expect(await check(data, frame, checksums, undefined)).toMatchObject({
      state: 'unchecked',
      changed: null,
    })
  })
})

test('an empty list of offers is signed too', async () => {
  const answers = [await signedAnswer(key, { offers: [] })]
  expect(await checkEvidence({ ...input, answers })).toMatchObject({
    state: 'holds',
    answers: [{ offers: 'holds' }],
  })
})

function first({ answers: [one] }: EvidenceData): EvidenceAnswer {
  return one ?? expect.fail()
}

function set(on: object | null | undefined, name: string, value: unknown): void {
  if (!on) throw new Error('nothing to change')
  Object.assign(on, { [name]: value })
}

/** The same attestation, an hour later. */
function later({ attestation }: EvidenceAnswer): string {
  const [header, payload = '', signature] = attestation?.split('.') ?? []
  const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/')).replace('1795518400', '1795522000')
  const changed = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  expect(changed).not.toBe(payload)
  return [header, changed, signature].join('.')
}

/** A picture with another last byte. */
function otherByte(address: string): string {
  const [head, base64 = ''] = address.split(',')
  const bytes = atob(base64)
  return `${head},${btoa(bytes.slice(0, -1) + String.fromCharCode(bytes.charCodeAt(bytes.length - 1) ^ 1))}`
}
