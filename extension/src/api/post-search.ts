import { type Offer, PATHS, type SearchAnswer, SearchAnswerSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail } from '../model/failure.ts'
import type { ProxySettings } from '../model/stored-items.ts'
import { type ProgressEvent, readEvents } from './event-stream.ts'
import { readJson, send } from './request.ts'

/** The worker answers within 25 s, and Chrome ends a background whose fetch takes 30 s. */
const TIMEOUT_MS = 28_000

export interface ReceivedAnswer extends SearchAnswer {
  /** The offers as they came: a newer worker may send, and sign, more about them than is known here. */
  received: Offer[]
}

/**
 * Sends the picture, and nothing else about it, for one page of offers, and reports progress meanwhile. An older worker
 * reports none and answers with JSON.
 *
 * @throws AppError of `request`
 */
export async function postSearch(
  signal: AbortSignal,
  proxy: ProxySettings,
  picture: Blob,
  query: { mode: string; page: number; pageSize: number; language: string; region?: string },
  onProgress: (event: ProgressEvent) => void = () => {},
): Promise<ReceivedAnswer> {
  const params = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  const init = {
    method: 'POST',
    body: picture,
    headers: { 'Content-Type': 'image/jpeg', Accept: 'text/event-stream' },
  }
  const pending = await send(signal, proxy, `${PATHS.search}?${params}`, init, TIMEOUT_MS)
  const body = await (isEventStream(pending.response) ? readEvents(pending, onProgress) : readJson(pending))
  const answer = v.safeParse(SearchAnswerSchema, body)
  // The parsed answer keeps only known fields; the signature covers the others too.
  return answer.success
    ? { ...answer.output, received: (body as SearchAnswer).offers }
    : fail('proxy_bad_answer')
}

function isEventStream({ ok, headers }: Response): boolean {
  return ok && (headers.get('Content-Type') ?? '').startsWith('text/event-stream')
}
