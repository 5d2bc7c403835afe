import type { Mode } from '@find-on-1688/shared'
import { failureOf } from '../failure.ts'
import type { Step } from '../proxy/progress.ts'
import { atMostEvery } from './at-most-every.ts'
import type { Begun, Moment } from './moment.ts'
import { nextPage } from './next-page.ts'
import { type List, NO_OFFERS } from './state.ts'

/** A worker with a long queue tells of every place that is gained; faster than this nobody reads it. */
const STEPS_APART_MS = 200

/** Loads the next page of a mode, and stores what the worker tells of it meanwhile. */
export async function loadPage(moment: Moment, { search, signal }: Begun, mode: Mode): Promise<void> {
  const before = search.lists[mode] ?? NO_OFFERS
  const { failure: _, progress: __, ...kept } = before
  const loading: List = { ...kept, state: 'loading' }
  search.lists[mode] = loading
  await moment.save()
  const saving = atMostEvery(STEPS_APART_MS, () => moment.save())
  const onStep = (step: Step) => {
    if (signal.aborted) return
    loading.progress = { ...step, at: Date.now() }
    saving.ask()
  }
  const list = await nextPage(signal, search, mode, before, onStep).catch(
    (error: unknown): List => ({ ...kept, state: 'failed', failure: failureOf(error) }),
  )
  saving.end()
  if (signal.aborted) return
  search.lists[mode] = list
  await moment.save()
}
