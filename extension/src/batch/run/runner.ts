import { listBatches } from '../../db/batches.ts'
import { watchBatches } from '../../db/notify-batch.ts'
import { BatchRun } from './batch-run.ts'
import { keepComparing } from './compare-photos.ts'

/** Whoever holds it runs batches, one after the other. The browser frees it when its document is gone, for whatever reason. */
const LOCK = 'find-on-1688-batch'

let views = 0
let isLooping = false
let wake = () => {}

/**
 * Runs whichever batch is to run, for as long as the view is there; of several tabs one does, and the others wait to take over. What
 * has begun goes on in this document even if the view is left.
 *
 * @returns for when the view is left
 */
export function keepRunning(): () => void {
  let isHere = true
  views++
  if (!isLooping) runAll()
  return () => {
    if (isHere) views--
    isHere = false
    wake()
  }
}

async function runAll(): Promise<void> {
  isLooping = true
  let changed = Promise.withResolvers<void>()
  wake = () => changed.resolve()
  const unwatch = watchBatches(({ indexes }) => {
    if (!indexes) wake()
  })
  while (views > 0) {
    if (await hasRunning()) await navigator.locks.request(LOCK, runOneAfterTheOther).catch(() => {})
    await changed.promise
    changed = Promise.withResolvers<void>()
  }
  isLooping = false
  unwatch()
}

async function runOneAfterTheOther(): Promise<void> {
  for (let id = await oldestRunning(); id; id = await oldestRunning()) {
    const stopComparing = keepComparing(id)
    await new BatchRun(id).run().finally(stopComparing)
  }
}

async function hasRunning(): Promise<boolean> {
  return (await oldestRunning().catch(() => undefined)) !== undefined
}

async function oldestRunning(): Promise<string | undefined> {
  return (await listBatches()).findLast(({ state }) => state === 'running')?.id
}
