import type { EvidenceAnswer, EvidenceData, EvidenceInput, SourcePicture } from './evidence.ts'
import { evidenceTexts } from './words.ts'

/** Field by field, so that nothing comes along that is added to the input some day. */
export async function dataOf(input: EvidenceInput): Promise<EvidenceData> {
  const { language, version, sent, found, foundAt, page, answers, keys, workerAddress } = input
  const ids = new Set(answers.flatMap(({ offers }) => offers.map(({ offerId }) => offerId)))
  const ofOffers = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([offerId]) => ids.has(offerId)))
  const pictures = Object.entries(ofOffers(input.offerPictures)).filter(([, picture]) => isPicture(picture))
  return {
    language,
    version,
    words: await evidenceTexts(language),
    sent,
    found: foundOf(found),
    foundAt,
    page: page && { address: page.address, title: page.title },
    answers: answers.map(answerOf),
    keys,
    workerAddress,
    offerPictures: Object.fromEntries(pictures),
    verdicts: input.verdicts && ofOffers(input.verdicts),
  }
}

function answerOf(answer: EvidenceAnswer): EvidenceAnswer {
  const { searchId, provider, mode, query, imageSha256, attestation, offers } = answer
  return { searchId, provider, mode, query, imageSha256, attestation, offers }
}

function foundOf({ picture, why, file }: SourcePicture): SourcePicture {
  return { picture, why, file: file && { sha256: file.sha256, type: file.type, bytes: file.bytes } }
}

export function isPicture(address: string): boolean {
  return /^data:image\/[\w.+-]+;base64,/.test(address)
}
