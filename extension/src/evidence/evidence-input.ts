import type { Offer } from '@find-on-1688/shared'
import { digestOf, jpegOf } from '../image/digest.ts'
import type { SentPicture, StoredSourceFile } from '../model/picture.ts'
import type { ResultList, Search } from '../model/search.ts'
import type { EvidenceAnswer, SourcePicture } from './types.ts'

/** The answers of a list. Offers that older versions stored without their answers come first, as one unsigned answer. */
export function answersOf({ answers = [], offers, provider }: ResultList): EvidenceAnswer[] {
  const known = answers.map((answer) => ({ ...answer, query: answer.query as EvidenceAnswer['query'] }))
  const ids = new Set(known.flatMap((answer) => answer.offers.map(({ offerId }) => offerId)))
  const rest = offers.filter(({ offerId }) => !ids.has(offerId))
  return rest.length > 0 ? [unsigned(rest, provider ?? null), ...known] : known
}

function unsigned(offers: Offer[], provider: EvidenceAnswer['provider']): EvidenceAnswer {
  return { searchId: '', provider, mode: null, query: {}, offers, imageSha256: null, attestation: null }
}

/** What is known of the picture as it was found, if `found` belongs to the picture that was sent. */
export async function sourcePictureOf(
  picture: SentPicture,
  found: StoredSourceFile | null,
): Promise<SourcePicture> {
  if (!found || found.sent !== (await digestOf(await jpegOf(picture.dataUrl)))) {
    const why = ['capture', 'frame', 'area'].includes(picture.how) ? 'screen' : 'gone'
    return { picture: null, why: picture.how === 'part' ? 'part' : why, file: null }
  }
  const { sha256, type, bytes, dataUrl } = found
  const file = { sha256, type, bytes }
  if (dataUrl) return { picture: dataUrl, why: null, file }
  return { picture: null, why: picture.how === 'given' ? 'given' : 'large', file }
}

/** When and where the picture was found. */
export function acquiredFrom({ startedAt, source }: Search) {
  return { foundAt: new Date(startedAt).toISOString(), page: source.page ?? null }
}
