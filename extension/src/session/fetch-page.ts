import { distinguishesModes, LIMITS, type Mode, type ProgressEvent } from '@find-on-1688/shared'
import { rememberProvider } from '../api/picture-limit.ts'
import { postSearch, signedAnswerOf } from '../api/post-search.ts'
import { requireProxy } from '../api/settings.ts'
import { titleLanguage } from '../api/title-language.ts'
import type { ResultList, Search } from '../model/search.ts'
import { type ActivePhoto, isFirstPhoto } from './search-session.ts'
import { sentPictureOf } from './sent-pictures.ts'

/** What is searched for, besides the picture. */
type Asked = { mode: Mode } & Pick<Search, 'region' | 'refinement'>

/** Sends the photo's picture once more for the next page, and adds the offers that are new. */
export async function fetchPage(
  photo: ActivePhoto,
  mode: Mode,
  before: ResultList,
  onProgress: (event: ProgressEvent) => void,
): Promise<ResultList> {
  const { region, refinement } = photo.active.search
  const asked = { mode, ...(refinement && { refinement }), ...(region && isFirstPhoto(photo) && { region }) }
  return (await fetchNext(photo.signal, asked, before, () => sentBytes(photo), { onProgress })).list
}

/**
 * The next page of a list, with the offers that are new.
 *
 * @param picture the JPEG to send
 * @returns also whether the worker had it already: then it cost no search
 */
export async function fetchNext(
  signal: AbortSignal,
  { mode, region, refinement: { keyword, filter = [] } = {} }: Asked,
  before: ResultList,
  picture: () => Promise<Blob>,
  how: Parameters<typeof postSearch>[4],
): Promise<{ list: ResultList; cached: boolean }> {
  const proxy = await requireProxy()
  const page = before.page + 1
  const query = {
    mode,
    page,
    pageSize: LIMITS.defaultPageSize,
    language: titleLanguage(),
    ...(region && { region }),
    ...(keyword && { keyword }),
    ...(filter.length > 0 && { filter }),
  }
  const answer = await postSearch(signal, proxy, await picture(), query, how)
  await rememberProvider(answer.provider)
  const known = new Set(before.offers.map(({ offerId }) => offerId))
  const list: ResultList = {
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
  return { list, cached: answer.cached }
}

async function sentBytes(photo: ActivePhoto): Promise<Blob> {
  const picture = await sentPictureOf(photo)
  if (!picture) throw new Error('the picture is gone')
  return (await fetch(picture.dataUrl)).blob()
}
