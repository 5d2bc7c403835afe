import { LIMITS, type Mode, tellsModesApart } from '@find-on-1688/shared'
import { rememberProvider } from '../api/picture-limit.ts'
import { postSearch, type ReceivedAnswer } from '../api/post-search.ts'
import type { ProgressEvent } from '../api/progress-event.ts'
import { requireProxy } from '../api/settings.ts'
import type { ResultList, Search, SignedAnswer } from '../model/search.ts'
import { sentItem } from '../model/stored-items.ts'
import { additionalPictures } from './additional-pictures.ts'
import { titleLanguage } from './title-language.ts'

/** Sends the picture, or a further photo, once more for the page behind those that are there, and adds what is new. */
export async function fetchPage(
  signal: AbortSignal,
  { id, region }: Search,
  mode: Mode,
  before: ResultList,
  onStep: (step: ProgressEvent) => void,
  photoId?: string,
): Promise<ResultList> {
  const proxy = await requireProxy()
  const page = before.page + 1
  const query = {
    mode,
    page,
    pageSize: LIMITS.defaultPageSize,
    language: titleLanguage(),
    ...(region && !photoId && { region }),
  }
  const answer = await postSearch(signal, proxy, await sentBytes(id, photoId), query, onStep)
  await rememberProvider(answer.provider)
  const known = new Set(before.offers.map(({ offerId }) => offerId))
  return {
    state: 'done',
    page,
    offers: [...before.offers, ...answer.offers.filter(({ offerId }) => !known.has(offerId))],
    total: answer.total,
    hasMore: answer.hasMore,
    notes: answer.notes,
    modesDiffer: tellsModesApart(answer.provider),
    provider: answer.provider,
    answers: [...(before.answers ?? []), answered(answer, query)],
    regions: answer.regions ?? before.regions ?? null,
  }
}

/** Where nothing was signed, nothing has to stay as it came. */
function answered(answer: ReceivedAnswer, query: SignedAnswer['query']): SignedAnswer {
  const { searchId, provider, mode, received, image, attestation = null } = answer
  const offers = attestation === null ? answer.offers : received
  return { searchId, provider, mode, offers, query, imageSha256: image?.sha256 ?? null, attestation }
}

async function sentBytes(searchId: string, photoId?: string): Promise<Blob> {
  const sent = await sentItem.getValue()
  const first = sent?.searchId === searchId ? sent : undefined
  const picture = photoId ? (await additionalPictures(searchId))[photoId] : first
  if (!picture) throw new Error('the picture is gone')
  return (await fetch(picture.dataUrl)).blob()
}
