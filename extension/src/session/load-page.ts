import type { Mode } from '@find-on-1688/shared'
import type { ProgressEvent } from '../api/progress-event.ts'
import { withSearchSlot } from '../async/search-slots.ts'
import { throttle } from '../async/throttle.ts'
import { failureOf } from '../model/failure.ts'
import { type AdditionalPhoto, EMPTY_LIST, type ResultList } from '../model/search.ts'
import { fetchPage } from './fetch-page.ts'
import type { ActiveSearch, SearchSession } from './search-session.ts'

/** A worker with a long queue tells of every place that is gained; faster than this nobody reads it. */
const STEPS_APART_MS = 200

/** A further photo, which ends on its own, too. */
type Photo = Pick<AdditionalPhoto, 'id' | 'lists'> & Pick<ActiveSearch, 'signal'>

/** Loads the next page of a mode, of a further photo where one is given, and stores what the worker tells meanwhile. */
export async function loadPage(
  session: SearchSession,
  active: ActiveSearch,
  mode: Mode,
  photo?: Photo,
): Promise<void> {
  const { search } = active
  const { lists, signal } = photo ?? { lists: search.lists, signal: active.signal }
  const before = lists[mode] ?? EMPTY_LIST
  const { failure: _, progress: __, ...kept } = before
  const loading: ResultList = { ...kept, state: 'loading' }
  lists[mode] = loading
  await session.save()
  const saving = throttle(STEPS_APART_MS, () => session.save())
  const onStep = (step: ProgressEvent) => {
    if (signal.aborted) return
    loading.progress = { ...step, at: Date.now() }
    saving.ask()
  }
  const load = () => fetchPage(signal, search, mode, before, onStep, photo?.id)
  const list = await withSearchSlot(active.signal, load).catch(
    (error: unknown): ResultList => ({ ...kept, state: 'failed', failure: failureOf(error) }),
  )
  saving.end()
  if (signal.aborted) return
  lists[mode] = list
  await session.save()
}
