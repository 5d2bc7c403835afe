import { GatewayFailure } from '../gateway/failure.ts'
import { type Answer, postForm } from '../gateway/post.ts'
import type { PrepareCall } from '../providers/provider.ts'
import { type CallQueue, type Clock, LEAST_TIME_FOR_CALL_MS, realClock } from './queue.ts'

const MAX_RETRIES = 2
const ATTEMPT_MS = 8000

/**
 * The calls of one search. Together they are repeated at most twice, each time in a slot of its own and only while an
 * answer can still come before the deadline.
 */
export function callsOfSearch(
  signal: AbortSignal,
  queue: CallQueue,
  deadlineAt: number,
  clock: Clock = realClock,
  post: typeof postForm = postForm,
) {
  let retriesLeft = MAX_RETRIES

  return async function call<T>(prepare: PrepareCall, read: (answer: Answer) => T): Promise<T> {
    for (let repeated = false; ; repeated = true) {
      try {
        return await queue.run(signal, {
          deadlineAt,
          repeated,
          prepare,
          send: async ({ url, params }) => {
            const timeoutMs = Math.max(1, Math.min(ATTEMPT_MS, deadlineAt - clock.now()))
            return read(await post(signal, url, params, timeoutMs))
          },
        })
      } catch (error) {
        if (!(error instanceof GatewayFailure)) throw error
        if (error.code === 'upstream_throttled') queue.throttled()
        const inTime = deadlineAt - clock.now() > LEAST_TIME_FOR_CALL_MS
        if (!error.retryable || retriesLeft === 0 || !inTime) throw error
        retriesLeft--
      }
    }
  }
}
