import { LIMITS, type Mode, type SearchAnswer, tellsModesApart } from '@find-on-1688/shared'
import { rememberProvider } from '../proxy/picture-limit.ts'
import { postSearch } from '../proxy/post-search.ts'
import type { Step } from '../proxy/progress.ts'
import { requireProxy } from '../proxy/settings.ts'
import { type Answered, type List, type Search, sentItem } from './state.ts'
import { titleLanguage } from './title-language.ts'

/** Sends the picture once more for the page behind those that are there, and adds what is new. */
export async function nextPage(
  signal: AbortSignal,
  { id, region }: Search,
  mode: Mode,
  before: List,
  onStep: (step: Step) => void,
): Promise<List> {
  const proxy = await requireProxy()
  const page = before.page + 1
  const query = {
    mode,
    page,
    pageSize: LIMITS.defaultPageSize,
    language: titleLanguage(),
    ...(region && { region }),
  }
  const answer = await postSearch(signal, proxy, await sentBytes(id), query, onStep)
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

function answered(answer: SearchAnswer, query: Answered['query']): Answered {
  const { searchId, provider, mode, offers, image, attestation = null } = answer
  return { searchId, provider, mode, offers, query, imageSha256: image?.sha256 ?? null, attestation }
}

async function sentBytes(searchId: string): Promise<Blob> {
  const sent = await sentItem.getValue()
  if (sent?.searchId !== searchId) throw new Error('the picture is gone')
  return (await fetch(sent.dataUrl)).blob()
}
