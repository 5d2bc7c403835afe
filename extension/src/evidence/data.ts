import type { EvidenceData, EvidenceInput } from './evidence.ts'
import { WORDS } from './words.ts'

/** Field by field, so that nothing comes along that is added to the input some day. */
export function dataOf(input: EvidenceInput): EvidenceData {
  const { language, version, sent, found, foundAt, page, answer, keys, workerAddress } = input
  const { searchId, provider, mode, query, offers, imageSha256, attestation } = answer
  const ids = new Set(offers.map(({ offerId }) => offerId))
  const ofOffers = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([offerId]) => ids.has(offerId)))
  const pictures = Object.entries(ofOffers(input.offerPictures)).filter(([, picture]) => isPicture(picture))
  return {
    language,
    version,
    words: WORDS[language],
    sent,
    found,
    foundAt,
    page: page && { address: page.address, title: page.title },
    answer: { searchId, provider, mode, query, imageSha256, attestation, offers },
    keys,
    workerAddress,
    offerPictures: Object.fromEntries(pictures),
    verdicts: input.verdicts && ofOffers(input.verdicts),
  }
}

export function isPicture(address: string): boolean {
  return /^data:image\/[\w.+-]+;base64,/.test(address)
}
