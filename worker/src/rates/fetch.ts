import { AppError, type Rates, RatesSchema } from '@find-on-1688/shared'
import { abortAfter } from '../abort-after.ts'
import { textFrom } from '../bytes.ts'
import { readStream } from '../read-stream.ts'
import { outputOf } from '../schema.ts'
import { readRates } from './read.ts'

const TIMEOUT_MS = 10_000
/** The file has about 2 kB. */
const MAX_BYTES = 64 * 1024
const DAY_MS = 86_400_000

const FAILED = {
  upstream_timeout: 'did not arrive in time',
  upstream_unavailable: 'cannot be fetched',
  upstream_bad_response: 'are unreadable',
}

/** Says what failed, because the titles of these codes speak of 1688. */
function failed(code: keyof typeof FAILED): AppError {
  return new AppError(code, `The exchange rates ${FAILED[code]}. Searching 1688 is not affected.`)
}

/**
 * Fetches the day's rates. Redirects are not followed, nothing but the address is sent, the size is limited, and the
 * timeout covers the body too.
 *
 * @throws AppError `upstream_timeout`, `upstream_unavailable` or `upstream_bad_response`
 */
export async function fetchRates(
  url: string,
  timeoutMs = TIMEOUT_MS,
  send: typeof fetch = (...request) => fetch(...request),
): Promise<Rates> {
  using timeout = abortAfter(timeoutMs)
  const bytes = await send(url, { redirect: 'manual', signal: timeout.signal })
    .then(({ status, body }) => (status === 200 ? readStream(body, MAX_BYTES) : Promise.reject()))
    .catch(() => {
      throw failed(timeout.signal.aborted ? 'upstream_timeout' : 'upstream_unavailable')
    })
  const nowMs = Date.now()
  const answer = outputOf(RatesSchema, {
    base: 'EUR',
    ...readRates(textFrom(bytes)),
    source: 'European Central Bank',
    fetchedAt: new Date(nowMs).toISOString(),
    stale: false,
  })
  if (!answer || !isPast(answer.date, nowMs)) throw failed('upstream_bad_response')
  return answer
}

/** Whether a day exists and has begun somewhere on earth. `Date` would take the 31st of February for a day in March. */
function isPast(date: string, nowMs: number): boolean {
  const day = new Date(date)
  return day.getTime() < nowMs + DAY_MS && day.toISOString().startsWith(date)
}
