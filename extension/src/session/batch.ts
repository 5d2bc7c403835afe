import { limitConcurrency } from '../async/limit-concurrency.ts'
import { type Failure, type FailureCode, REFUSES_EVERYTHING } from '../model/failure.ts'

/** One fewer than a search may send at once, so that the user's next click need not wait for the batch. */
const MAX_AT_ONCE = 2
/** A refusal that says when to try again is waited for, unless that is longer. */
const MAX_WAIT_MS = 20_000
const MAX_ATTEMPTS = 4

/** What would refuse everything else too. */
const FATAL: readonly FailureCode[] = [
  ...REFUSES_EVERYTHING,
  'proxy_unreachable',
  'local_network_denied',
  'offline',
]

/** 1688 may deny a single offer or the API: only so many denials in a row mean that it denies every one. */
const MAX_DENIED = 3

/**
 * Asks for many things, a few at a time. One that fails does not stop the others, unless its failure would be theirs too.
 *
 * @param ask returns why it failed
 * @returns why nothing more was asked for; `undefined` at the end, or once the signal is aborted
 */
export async function runBatch<Item>(
  signal: AbortSignal,
  items: readonly Item[],
  ask: (item: Item) => Promise<Failure | undefined>,
): Promise<Failure | undefined> {
  const abort = new AbortController()
  const either = AbortSignal.any([signal, abort.signal])
  let denied = 0
  let fatal: Failure | undefined
  await limitConcurrency(either, MAX_AT_ONCE, items, async (item) => {
    const failure = await askPatiently(either, () => ask(item))
    denied = failure?.code === 'upstream_access_denied' ? denied + 1 : 0
    if (!failure || (denied < MAX_DENIED && !FATAL.includes(failure.code))) return
    fatal = failure
    abort.abort()
  })
  return fatal
}

async function askPatiently(signal: AbortSignal, ask: () => Promise<Failure | undefined>) {
  let failure: Failure | undefined
  for (let attempt = 1; attempt <= MAX_ATTEMPTS && !signal.aborted; attempt++) {
    failure = await ask()
    const waitMs = failure?.retryAfterMs ?? 0
    if (waitMs === 0 || waitMs > MAX_WAIT_MS) return failure
    await sleep(signal, waitMs)
  }
  return failure
}

function sleep(signal: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
