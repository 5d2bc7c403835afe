import { evidenceHtml, htmlFrame } from './html-template.ts'
import type { EvidenceTexts } from './texts-en.ts'
import { offerEvidenceTexts } from './texts-of-offer.ts'
import type {
  CheckResult,
  EvidenceAnswer,
  EvidenceData,
  EvidenceInput,
  OfferEvidenceData,
  OfferEvidenceInput,
  SourcePicture,
} from './types.ts'
import { check, checksumsOf } from './verifier/check.js'

/**
 * The worker's answers to one search, page by page, as one HTML file that shows them, checks them and loads nothing. Its
 * script renders the very data that it checks. It takes some 30 kB, 1 kB an offer, and four thirds of the bytes of its
 * pictures.
 *
 * @throws TypeError if a picture of the search is not a `data:` URL of a picture in Base64
 */
export async function buildEvidenceFile(input: EvidenceInput, { subtle } = crypto): Promise<string> {
  for (const picture of [input.sent, input.found.picture])
    if (picture !== null && !isPicture(picture)) throw new TypeError('no data: address of a picture')
  const data = await evidenceData(input)
  const frame = await htmlFrame(data, subtle)
  const checksums = await checksumsOf(JSON.parse(frame.data), frame, subtle)
  return evidenceHtml(data, frame, checksums)
}

/**
 * What the worker said of one offer at several times, as a file of the same kind.
 *
 * @throws TypeError if they are answers about different offers, or there is none
 */
export async function buildOfferEvidenceFile(
  { language, version, keys, workerAddress, details }: OfferEvidenceInput,
  { subtle } = crypto,
): Promise<string> {
  if (new Set(details.map(({ offer }) => offer.offerId)).size !== 1) throw new TypeError('no single offer')
  const data: OfferEvidenceData = {
    language,
    version,
    words: offerEvidenceTexts(await loadEvidenceTexts(language), language),
    details: details.map(({ offer, attestation }) => ({ offer, attestation })),
    keys,
    workerAddress,
  }
  const frame = await htmlFrame(data, subtle)
  return evidenceHtml(data, frame, await checksumsOf(JSON.parse(frame.data), frame, subtle))
}

/** What the file will say about itself, to show before it is saved. */
export async function checkEvidence(input: EvidenceInput, { subtle } = crypto): Promise<CheckResult> {
  const frame = await htmlFrame(await evidenceData(input), subtle)
  const data = JSON.parse(frame.data)
  return check(data, frame, await checksumsOf(data, frame, subtle), subtle)
}

/** The file's texts in one language; the other is not loaded. */
export async function loadEvidenceTexts(language: 'en' | 'zh'): Promise<EvidenceTexts> {
  return language === 'zh'
    ? (await import('./texts-zh.ts')).evidenceZh
    : (await import('./texts-en.ts')).evidenceEn
}

/** Copied field by field, so that a field added to the input later does not leak into the file. */
async function evidenceData(input: EvidenceInput): Promise<EvidenceData> {
  const { language, version, sent, found, foundAt, page, answers, keys, workerAddress } = input
  const ids = new Set(answers.flatMap(({ offers }) => offers.map(({ offerId }) => offerId)))
  const ofOffers = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([offerId]) => ids.has(offerId)))
  const pictures = Object.entries(ofOffers(input.offerPictures)).filter(([, picture]) => isPicture(picture))
  return {
    language,
    version,
    words: await loadEvidenceTexts(language),
    sent,
    found: copySource(found),
    foundAt,
    page: page && { address: page.address, title: page.title },
    answers: answers.map(copyAnswer),
    keys,
    workerAddress,
    offerPictures: Object.fromEntries(pictures),
    verdicts: input.verdicts && ofOffers(input.verdicts),
  }
}

function copyAnswer(answer: EvidenceAnswer): EvidenceAnswer {
  const { searchId, provider, mode, query, imageSha256, attestation, offers } = answer
  return { searchId, provider, mode, query, imageSha256, attestation, offers }
}

function copySource({ picture, why, file }: SourcePicture): SourcePicture {
  return { picture, why, file: file && { sha256: file.sha256, type: file.type, bytes: file.bytes } }
}

function isPicture(url: string): boolean {
  return /^data:image\/[\w.+-]+;base64,/.test(url)
}
