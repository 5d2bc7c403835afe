import type { Mode } from '@find-on-1688/shared'
import type { Step } from '../api/progress-event.ts'
import { inTurn } from '../async/search-slots.ts'
import { atMostEvery } from '../async/throttle.ts'
import { failureOf } from '../model/failure.ts'
import type { Further } from '../model/further-photo.ts'
import { type List, NO_OFFERS } from '../model/search.ts'
import { nextPage } from './fetch-page.ts'
import type { Begun, Moment } from './search-session.ts'

/** A worker with a long queue tells of every place that is gained; faster than this nobody reads it. */
const STEPS_APART_MS = 200

/** A further photo, which ends on its own, too. */
type Photo = Pick<Further, 'id' | 'lists'> & Pick<Begun, 'signal'>

/** Loads the next page of a mode, of a further photo where one is given, and stores what the worker tells meanwhile. */
export async function loadPage(moment: Moment, begun: Begun, mode: Mode, photo?: Photo): Promise<void> {
  const { search } = begun
  const { lists, signal } = photo ?? { lists: search.lists, signal: begun.signal }
  const before = lists[mode] ?? NO_OFFERS
  const { failure: _, progress: __, ...kept } = before
  const loading: List = { ...kept, state: 'loading' }
  lists[mode] = loading
  await moment.save()
  const saving = atMostEvery(STEPS_APART_MS, () => moment.save())
  const onStep = (step: Step) => {
    if (signal.aborted) return
    loading.progress = { ...step, at: Date.now() }
    saving.ask()
  }
  const load = () => nextPage(signal, search, mode, before, onStep, photo?.id)
  const list = await inTurn(begun.signal, load).catch(
    (error: unknown): List => ({ ...kept, state: 'failed', failure: failureOf(error) }),
  )
  saving.end()
  if (signal.aborted) return
  lists[mode] = list
  await moment.save()
}
