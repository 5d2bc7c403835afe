/** @import { Attestation } from '@find-on-1688/shared' */
/** @import { CheckResult, CheckedAnswer, CheckedDetails, Checksums, EvidenceAnswer, EvidenceData, EvidenceDetails, EvidenceFrame, OfferEvidenceData, PartStatus, Subtle } from '../types.ts' */
import { bytesOfBase64, canonicalJson, sha256 } from './encoding.js'
import { checkSignature, isOfOffer, isOfSearch } from './signature.js'

/** @type {CheckedAnswer} */
const UNCHECKED = {
  state: 'unchecked',
  signature: 'unchecked',
  offers: 'unchecked',
  picture: 'unchecked',
  query: 'unchecked',
  signed: null,
  key: null,
}

/** @type {CheckedDetails} */
const UNCHECKED_DETAILS = {
  state: 'unchecked',
  signature: 'unchecked',
  offer: 'unchecked',
  signed: null,
  key: null,
}

/** @type {PartStatus[]} */
const WORST_FIRST = ['changed', 'unsigned', 'unchecked', 'holds']

/**
 * Checks the signed parts against their signatures, and the rest against the checksums.
 *
 * @param {EvidenceData} data
 * @param {EvidenceFrame} frame
 * @param {Checksums} checksums
 * @param {Subtle | undefined} subtle undefined if the browser withholds it from pages like this one
 * @returns {Promise<CheckResult>}
 */
export async function check(data, frame, checksums, subtle) {
  if (!subtle) return { state: 'unchecked', answers: data.answers.map(() => UNCHECKED), changed: null }
  const { sent, keys } = data
  const picture = await sha256(bytesOfBase64(sent.slice(sent.indexOf(',') + 1)), subtle)
  const answers = await Promise.all(data.answers.map((answer) => checkAnswer(answer, picture, keys, subtle)))
  return resultOf(answers, data, frame, checksums, subtle)
}

/**
 * The same of a file of an offer.
 *
 * @param {OfferEvidenceData} data
 * @param {EvidenceFrame} frame
 * @param {Checksums} checksums
 * @param {Subtle | undefined} subtle
 * @returns {Promise<CheckResult<CheckedDetails>>}
 */
export async function checkOffer(data, frame, checksums, subtle) {
  const { details, keys } = data
  if (!subtle)
    return {
      state: 'unchecked',
      answers: details.map(() => UNCHECKED_DETAILS),
      changed: null,
    }
  const answers = await Promise.all(details.map((answer) => checkDetails(answer, keys, subtle)))
  return resultOf(answers, data, frame, checksums, subtle)
}

/**
 * @param {EvidenceDetails} answer
 * @param {EvidenceData['keys']} keys
 * @param {Subtle} subtle
 * @returns {Promise<CheckedDetails>}
 */
async function checkDetails({ offer, attestation }, keys, subtle) {
  const found = await checkSignature(attestation, keys, subtle, isOfOffer)
  const { signed, signature } = found
  const atBest = signature === 'changed' ? 'unchecked' : signature
  const isSame = signed?.offerId === offer.offerId && (await digestOf(offer, subtle)) === signed?.offerSha256
  const state = signed && !isSame ? 'changed' : atBest
  return { ...found, offer: state, state: state === 'changed' ? state : signature }
}

/**
 * @template {CheckedAnswer | CheckedDetails} T
 * @param {T[]} answers
 * @param {EvidenceData | OfferEvidenceData} data
 * @param {EvidenceFrame} frame
 * @param {Checksums} checksums
 * @param {Subtle} subtle
 * @returns {Promise<CheckResult<T>>}
 */
async function resultOf(answers, data, frame, checksums, subtle) {
  const now = await checksumsOf(data, frame, subtle)
  const others = Object.keys({ ...now, ...checksums }).filter((name) => now[name] !== checksums[name])
  // A changed part changes the text of the whole as well, so `text` adds nothing then.
  const changed = others.some((name) => name in data) ? others.filter((name) => name !== 'text') : others
  const state = worst(answers.map((answer) => answer.state))
  return { state: state !== 'changed' && changed.length > 0 ? 'rest_changed' : state, answers, changed }
}

/**
 * No answers count as unsigned.
 *
 * @param {PartStatus[]} states
 */
function worst(states) {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'unsigned'
}

/**
 * @param {EvidenceAnswer} answer
 * @param {string} digest of the sent picture
 * @param {EvidenceData['keys']} keys
 * @param {Subtle} subtle
 * @returns {Promise<CheckedAnswer>}
 */
async function checkAnswer(answer, digest, keys, subtle) {
  const parts = await checkParts(answer, digest, keys, subtle)
  const { signature, offers, query, picture } = parts
  return { ...parts, state: [offers, query, picture].includes('changed') ? 'changed' : signature }
}

/**
 * @param {EvidenceAnswer} answer
 * @param {string} digest
 * @param {EvidenceData['keys']} keys
 * @param {Subtle} subtle
 * @returns {Promise<Omit<CheckedAnswer, 'state'>>}
 */
async function checkParts(answer, digest, keys, subtle) {
  const isOther = answer.imageSha256 !== null && answer.imageSha256 !== digest
  if (answer.attestation === null) {
    const picture = isOther ? 'changed' : 'unsigned'
    return { signature: 'unsigned', offers: 'unsigned', query: 'unsigned', picture, signed: null, key: null }
  }
  const found = await checkSignature(answer.attestation, keys, subtle, isOfSearch)
  const { signed, signature } = found
  // With a broken signature even a part that matches is not confirmed.
  /** @type {PartStatus} */
  const atBest = signature === 'changed' ? 'unchecked' : signature
  if (!signed) return { ...found, offers: atBest, query: atBest, picture: isOther ? 'changed' : atBest }
  /** @param {boolean} same @returns {PartStatus} */
  const state = (same) => (same ? atBest : 'changed')
  const image = signed.imageSha256
  return {
    ...found,
    offers: state((await digestOf(answer.offers, subtle)) === signed.offersSha256),
    query: state(isSameQuery(answer, signed)),
    picture: image === null ? (isOther ? 'changed' : 'unsigned') : state(image === digest && !isOther),
  }
}

/**
 * `undefined` if a lone surrogate is among them: such offers cannot have been signed.
 *
 * @param {object} signed offers, or one of them
 * @param {Subtle} subtle
 */
async function digestOf(signed, subtle) {
  try {
    return await sha256(canonicalJson(signed), subtle)
  } catch {
    return undefined
  }
}

/**
 * @param {EvidenceAnswer} answer
 * @param {Attestation} signed
 */
function isSameQuery({ searchId, provider, mode, query }, signed) {
  const members = new Map(Object.entries(signed.query))
  return (
    searchId === signed.searchId &&
    provider === signed.provider &&
    mode === signed.query.mode &&
    Object.entries(query).every(([name, value]) => isSameValue(members.get(name), value))
  )
}

/**
 * A filter is a list, which the worker signs in an order of its own.
 *
 * @param {unknown} one
 * @param {unknown} other
 */
function isSameValue(one, other) {
  /** @param {unknown} value */
  const text = (value) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
  return text(one) === text(other)
}

/**
 * Anybody can compute new ones: checksums reveal accidents and prove nothing.
 *
 * @param {EvidenceData | OfferEvidenceData} data as parsed from the file, so that its members are in the same order
 * @param {EvidenceFrame} frame
 * @param {Subtle} subtle
 * @returns {Promise<Checksums>}
 */
export async function checksumsOf(data, frame, subtle) {
  const { data: text, ...rest } = frame
  const parts = Object.entries({ ...data, frame: rest, text })
  return Object.fromEntries(
    await Promise.all(parts.map(async ([name, part]) => [name, await sha256(JSON.stringify(part), subtle)])),
  )
}
