import { describe, expect, test } from 'vitest'
import { offerWith } from '../../testing/offers.ts'
import type { EvidenceAnswer, EvidenceData, Subtle } from '../evidence.ts'
import { evidenceFile, evidenceState } from '../evidence-file.ts'
import { checkFile, readFile } from '../testing/read-file.ts'
import { attested, newKey, signedAnswer, signedInput } from '../testing/signed.ts'
import { tamperedFile } from '../testing/tampered.ts'
import { check } from './check.js'

const key = await newKey()
const input = await signedInput(key)
const [answer = expect.fail()] = input.answers
const good = await evidenceFile(input)
const tampered = (change: (data: EvidenceData) => unknown, isForged = false) =>
  tamperedFile(good, change, isForged)

describe('what was signed', () => {
  test.each<[string, (data: EvidenceData, answer: EvidenceAnswer) => void, object]>([
    ['the price of an offer', (_, { offers }) => set(offers[0], 'price', '10.11'), { offers: 'changed' }],
    ['an offer left out', (_, { offers }) => offers.pop(), { offers: 'changed' }],
    ['offers in another order', (_, { offers }) => offers.reverse(), { offers: 'changed' }],
    ['half a surrogate pair', (_, { offers }) => set(offers[0], 'title', '\ud83d'), { offers: 'changed' }],
    ['the time', (_, one) => set(one, 'attestation', later(one)), { signature: 'changed' }],
    ['the mode', (_, one) => set(one, 'mode', 'similar'), { query: 'changed' }],
    ['the page', (_, { query }) => set(query, 'page', 2), { query: 'changed' }],
    ['the interface', (_, one) => set(one, 'provider', 'dropship'), { query: 'changed' }],
    ['the number of the search', (_, one) => set(one, 'searchId', '5b1d'), { query: 'changed' }],
    ['a byte of the picture', (data) => set(data, 'sent', otherByte(data.sent)), { picture: 'changed' }],
    ['the digest beside it', (_, one) => set(one, 'imageSha256', 'ab'.repeat(32)), { picture: 'changed' }],
  ])('changed is noticed, new checksums or not: %s', async (_what, change, part) => {
    for (const isForged of [false, true]) {
      const file = await tampered((data) => change(data, first(data)), isForged)
      expect(await checkFile(file)).toMatchObject({ state: 'changed', answers: [part] })
    }
  })

  test('changed never holds, in no letter of the attestation and new checksums or not', async () => {
    const text = answer.attestation ?? ''
    for (let at = 0; at < text.length; at += 7) {
      const other = text[at] === 'A' ? 'B' : 'A'
      const change = (data: EvidenceData) =>
        set(first(data), 'attestation', text.slice(0, at) + other + text.slice(at + 1))
      const plain = (await checkFile(await tampered(change))).state
      const forged = (await checkFile(await tampered(change, true))).state
      expect(plain, `letter ${at}`).toMatch(/^(rest_)?changed$/)
      // Another name of the key is one that this file does not have.
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

  test('holds where a forger signs anew with a key of his own, and then the thumbprint is another', async () => {
    const forged = await evidenceFile(await signedInput(await newKey()))
    const [mine, his] = await Promise.all([checkFile(good), checkFile(forged)])
    expect(his.state).toBe('holds')
    const [keyOf, keyOfHis] = [mine, his].map(({ answers }) => answers[0]?.key)
    expect(keyOfHis?.kid).toBe(keyOf?.kid)
    expect(keyOfHis?.thumbprint).not.toBe(keyOf?.thumbprint)
  })

  test('does not cover the picture of a search by address', async () => {
    const { searchId, query } = answer
    const { offersSha256 = '' } = (await checkFile(good)).answers[0]?.signed ?? {}
    const attestation = await attested(key, {
      ...{ iat: 1, searchId, provider: 'crossborder', offersSha256, imageSha256: null },
      query: query as never,
    })
    const answers = [{ ...answer, imageSha256: null, attestation }]
    expect(await checkFile(await evidenceFile({ ...input, answers }))).toMatchObject({
      state: 'holds',
      answers: [{ picture: 'unsigned' }],
    })
  })
})

describe('what was not signed', () => {
  test.each<[string, (data: EvidenceData) => void]>([
    ['page', ({ page }) => set(page, 'title', 'Another')],
    ['found', ({ found, sent }) => set(found, 'picture', otherByte(sent))],
    ['foundAt', (data) => set(data, 'foundAt', '2026-11-23T00:00:00.000Z')],
    ['offerPictures', (data) => set(data.offerPictures, '42', otherByte(data.sent))],
    ['verdicts', ({ verdicts }) => set(verdicts?.[42], 'words', 'Another photo')],
    ['workerAddress', (data) => set(data, 'workerAddress', 'https://other.example')],
    ['words', ({ words }) => set(words, 'holds', 'All is true')],
  ])('changed is noticed, and named: %s', async (part, change) => {
    expect(await checkFile(await tampered(change))).toMatchObject({
      state: 'rest_changed',
      answers: [{ state: 'holds' }],
      changed: [part],
    })
  })

  test.each([
    ['the script', 'frame', 'Only the platform', 'Not only the platform'],
    ['the looks', 'frame', 'max-width: 900px', 'max-width: 901px'],
    ['the policy', 'frame', 'img-src data:', 'img-src *'],
    ['a blank in the data', 'text', '"answers":[', '"answers": ['],
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

describe('of several answers', async () => {
  const answers = await Promise.all(
    [1, 2, 3].map((page) => signedAnswer(key, { page, offers: [offerWith({ offerId: String(page) })] })),
  )
  const three = await evidenceFile({ ...input, answers })
  const statesOf = async (change: (answers: EvidenceAnswer[]) => unknown, isForged = true) => {
    const checked = await checkFile(await tamperedFile(three, (data) => change(data.answers), isForged))
    return { ...checked, answers: checked.answers.map(({ state }) => state) }
  }

  test('each is checked with its own signature', async () => {
    expect(await statesOf(() => {})).toMatchObject({ state: 'holds', answers: ['holds', 'holds', 'holds'] })
  })

  test('the worst makes the whole: one that was changed', async () => {
    expect(await statesOf((all) => set(all[1]?.offers[0], 'price', '9.99'))).toMatchObject({
      state: 'changed',
      answers: ['holds', 'changed', 'holds'],
    })
  })

  test('the worst makes the whole: one without a signature', async () => {
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
  ])('that one %s is told by a checksum alone, as the file says', async (_what, change) => {
    expect(await statesOf(change, false)).toMatchObject({ state: 'rest_changed', changed: ['answers'] })
    expect(await statesOf(change, true)).toMatchObject({ state: 'holds', changed: [] })
    expect(readFile(three).data.words.notProvesList.complete).toContain('by a checksum alone')
  })

  test('none at all hold nothing', async () => {
    expect(await statesOf((all) => all.splice(0))).toMatchObject({ state: 'unsigned', answers: [] })
  })
})

test('every byte counts: no change of one in the data, script, looks or policy leaves the file green', async () => {
  const small = await evidenceFile({ ...input, offerPictures: {} })
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
  const answers = [{ ...answer, attestation: null }]
  expect(await checkFile(await evidenceFile({ ...input, answers }))).toMatchObject({
    state: 'unsigned',
    answers: [{ signature: 'unsigned', signed: null }],
  })
  expect(await evidenceState({ ...input, answers, sent: otherByte(input.sent) })).toMatchObject({
    state: 'changed',
    answers: [{ picture: 'changed' }],
  })
})

test('a signature that is taken away is missed', async () => {
  const file = await tampered((data) => set(first(data), 'attestation', null))
  expect(await checkFile(file)).toMatchObject({ state: 'rest_changed', answers: [{ signature: 'unsigned' }] })
})

describe('without the key that signed', () => {
  test.each([
    ['because the proxy could not be asked', null],
    ['because it publishes others', { keys: [] }],
  ])('nothing is said to hold, %s, and a changed offer is noticed all the same', async (_why, keys) => {
    const file = await evidenceFile({ ...input, keys })
    const unchecked = { signature: 'unchecked', offers: 'unchecked', key: null }
    expect(await checkFile(file)).toMatchObject({ state: 'unchecked', answers: [unchecked], changed: [] })
    const other = await tamperedFile(file, (data) => first(data).offers.pop(), true)
    expect(await checkFile(other)).toMatchObject({ state: 'changed', answers: [{ offers: 'changed' }] })
  })
})

describe('where a browser cannot check', () => {
  test('for want of Ed25519, nothing is said to hold, and a changed offer is noticed all the same', async () => {
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

  test('for want of any crypto, nothing is said to hold', async () => {
    const { data, frame, checksums } = readFile(good)
    expect(await check(data, frame, checksums, undefined)).toMatchObject({
      state: 'unchecked',
      changed: null,
    })
  })
})

test('no offers are signed, too', async () => {
  const answers = [await signedAnswer(key, { offers: [] })]
  expect(await evidenceState({ ...input, answers })).toMatchObject({
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
  const [head, payload = '', signature] = attestation?.split('.') ?? []
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
