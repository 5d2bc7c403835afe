import type { DetailedOffer } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import { buildOfferEvidenceFile } from '../evidence-file.ts'
import { readFile } from '../testing/read-file.ts'
import { aDetailedOffer, newKey, signedAnswer, signedDetails } from '../testing/signed-input.ts'
import { tamperedFile } from '../testing/tampered-file.ts'
import type { EvidenceDetails, OfferEvidenceData, OfferEvidenceInput, Subtle } from '../types.ts'
import { checkOffer } from './check.js'

const key = await newKey()
const BEFORE = aDetailedOffer({ price: '10.10', fetchedAt: '2026-11-24T10:00:00.000Z' })
const AFTER = aDetailedOffer({ price: '9.60', fetchedAt: '2026-11-27T10:00:00.000Z', status: 'unavailable' })
const details = [await signedDetails(key, BEFORE), await signedDetails(key, AFTER)]
const input: OfferEvidenceInput = {
  ...{ language: 'en', version: '1.0.0', keys: key.keys, workerAddress: 'https://proxy.example' },
  details,
}
const good = await buildOfferEvidenceFile(input)

async function checkFile(html: string, subtle: Subtle | undefined = crypto.subtle) {
  const { data, frame, checksums } = readFile(html)
  return checkOffer(data as unknown as OfferEvidenceData, frame, checksums, subtle)
}

const tampered = (change: (data: OfferEvidenceData) => unknown, isForged: boolean) =>
  tamperedFile(good, (data) => change(data as unknown as OfferEvidenceData), isForged)

test('a file of an offer contains its answers as they came, and verifies', async () => {
  const { words, ...data } = readFile(good).data
  expect(data).toEqual(input)
  expect(words.title).toBe('Evidence of an offer on 1688')
  const one = { state: 'holds', signature: 'holds', offer: 'holds' }
  expect(await checkFile(good)).toMatchObject({ state: 'holds', answers: [one, one], changed: [] })
})

test('what a newer worker says and signs besides stays in it', async () => {
  const more = { ...BEFORE, soldOut: '12342' } as DetailedOffer
  const file = await buildOfferEvidenceFile({ ...input, details: [await signedDetails(key, more)] })
  expect(await checkFile(file)).toMatchObject({ state: 'holds' })
})

describe('the signed part, if changed, is detected, with new checksums or not', () => {
  test.each<[string, (data: OfferEvidenceData) => unknown]>([
    ['a price', ({ details }) => Object.assign(offerIn(details), { price: '9.90' })],
    ['a stock', ({ details }) => Object.assign(offerIn(details).variants?.[0] ?? {}, { stock: 0 })],
    ['a variant left out', ({ details }) => offerIn(details).variants?.pop()],
    ['when 1688 said so', ({ details }) => Object.assign(offerIn(details), { fetchedAt: AFTER.fetchedAt })],
    ['the offer', ({ details }) => Object.assign(offerIn(details), { offerId: '8' })],
    ["an offer under another answer's signature", ({ details }) => swapOffers(details)],
  ])('%s', async (_what, change) => {
    for (const isForged of [false, true])
      expect(await checkFile(await tampered(change, isForged))).toMatchObject({
        state: 'changed',
        answers: [{ state: 'changed', offer: 'changed' }, {}],
      })
  })

  test('any letter of the attestation', async () => {
    const { attestation } = details[0] ?? expect.fail()
    for (let at = attestation.indexOf('.') + 1; at < attestation.length; at += 7) {
      const other = attestation[at] === 'A' ? 'B' : 'A'
      const text = attestation.slice(0, at) + other + attestation.slice(at + 1)
      const file = await tampered((data) => Object.assign(data.details[0] ?? {}, { attestation: text }), true)
      expect((await checkFile(file)).state, `letter ${at}`).toBe('changed')
    }
  })
})

test("an attestation of a search's answer proves nothing of an offer", async () => {
  const { attestation } = await signedAnswer(key, { offers: [BEFORE] })
  const file = await buildOfferEvidenceFile({
    ...input,
    details: [{ offer: BEFORE, attestation: attestation ?? '' }],
  })
  expect(await checkFile(file)).toMatchObject({ state: 'changed', answers: [{ signed: null }] })
})

test('an unsigned part, if changed, is named', async () => {
  const change = (data: OfferEvidenceData) => Object.assign(data, { workerAddress: 'https://other.example' })
  expect(await checkFile(await tampered(change, false))).toMatchObject({
    state: 'rest_changed',
    changed: ['workerAddress'],
  })
  expect(await checkFile(await tampered((data) => data.details.reverse(), false))).toMatchObject({
    state: 'rest_changed',
    changed: ['details'],
  })
})

test('without the key, or Web Crypto, nothing is said to hold', async () => {
  const file = await buildOfferEvidenceFile({ ...input, keys: null })
  const unchecked = { state: 'unchecked', signature: 'unchecked', offer: 'unchecked' }
  expect(await checkFile(file)).toMatchObject({ state: 'unchecked', answers: [unchecked, unchecked] })
  const { data, frame, checksums } = readFile(good)
  const checked = await checkOffer(data as unknown as OfferEvidenceData, frame, checksums, undefined)
  expect(checked).toMatchObject({ state: 'unchecked', answers: [unchecked, unchecked], changed: null })
})

test('answers about different offers, or none, make no file', async () => {
  const other = await signedDetails(key, { ...BEFORE, offerId: '8' })
  for (const bad of [[...details, other], []])
    await expect(buildOfferEvidenceFile({ ...input, details: bad })).rejects.toThrow(TypeError)
})

test.each(['en', 'zh'] as const)(
  'every part of it has a name in the table of checksums: %s',
  async (language) => {
    const { data, checksums } = readFile(await buildOfferEvidenceFile({ ...input, language }))
    expect(Object.keys(data.words.parts).sort()).toEqual(Object.keys(checksums).sort())
  },
)

function offerIn([one]: EvidenceDetails[]): DetailedOffer {
  return one?.offer ?? expect.fail()
}

function swapOffers([one, other]: EvidenceDetails[]): void {
  if (!one || !other) return
  const { offer } = one
  one.offer = other.offer
  other.offer = offer
}
