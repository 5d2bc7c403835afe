import { distinguishesModes, LIMITS, type Mode } from '@find-on-1688/shared'
import type { ProgressEvent } from '../api/event-stream.ts'
import { rememberProvider } from '../api/picture-limit.ts'
import { postSearch, type ReceivedAnswer } from '../api/post-search.ts'
import { requireProxy } from '../api/settings.ts'
import { titleLanguage } from '../api/title-language.ts'
import type { ResultList, SignedAnswer } from '../model/search.ts'
import { type ActivePhoto, isFirstPhoto } from './search-session.ts'
import { sentPictureOf } from './sent-pictures.ts'

/** Sends the photo's picture once more for the next page, and adds the offers that are new. */
export async function fetchPage(
  photo: ActivePhoto,
  mode: Mode,
  before: ResultList,
  onProgress: (event: ProgressEvent) => void,
): Promise<ResultList> {
  const { region } = photo.active.search
  const proxy = await requireProxy()
  const page = before.page + 1
  const query = {
    mode,
    page,
    pageSize: LIMITS.defaultPageSize,
    language: titleLanguage(),
    ...(region && isFirstPhoto(photo) && { region }),
  }
  const answer = await postSearch(photo.signal, proxy, await sentBytes(photo), query, onProgress)
  await rememberProvider(answer.provider)
  const known = new Set(before.offers.map(({ offerId }) => offerId))
  return {
    state: 'done',
    page,
    offers: [...before.offers, ...answer.offers.filter(({ offerId }) => !known.has(offerId))],
    total: answer.total,
    hasMore: answer.hasMore,
    notes: answer.notes,
    modesDiffer: distinguishesModes(answer.provider),
    provider: answer.provider,
    answers: [...(before.answers ?? []), signedAnswerOf(answer, query)],
    regions: answer.regions ?? before.regions ?? null,
  }
}

/** Without a signature the offers need not stay as they came. */
function signedAnswerOf(answer: ReceivedAnswer, query: SignedAnswer['query']): SignedAnswer {
  const { searchId, provider, mode, received, image, attestation = null } = answer
  const offers = attestation === null ? answer.offers : received
  return { searchId, provider, mode, offers, query, imageSha256: image?.sha256 ?? null, attestation }
}

async function sentBytes(photo: ActivePhoto): Promise<Blob> {
  const picture = await sentPictureOf(photo)
  if (!picture) throw new Error('the picture is gone')
  return (await fetch(picture.dataUrl)).blob()
}
