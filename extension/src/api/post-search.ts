import {
  type Offer,
  PATHS,
  type ProgressEvent,
  type SearchAnswer,
  SearchAnswerSchema,
} from '@find-on-1688/shared'
import * as v from 'valibot'
import { fail } from '../model/failure.ts'
import type { SignedAnswer } from '../model/search.ts'
import type { ProxySettings } from '../model/stored-items.ts'
import { readEvents } from './event-stream.ts'
import { readJson, send } from './request.ts'

/** The worker answers within 25 s, and Chrome ends a background whose fetch takes 30 s. */
const TIMEOUT_MS = 28_000

export interface ReceivedAnswer extends SearchAnswer {
  /** The offers as they came: a newer worker may send, and sign, more about them than is known here. */
  received: Offer[]
}

interface SendOptions {
  onProgress?(event: ProgressEvent): void
  /** `batch` waits for people's searches, those of others too. Not a part of what is searched, and so not signed. */
  priority?: 'batch'
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
  query: SignedAnswer['query'],
  { onProgress = () => {}, priority }: SendOptions = {},
): Promise<ReceivedAnswer> {
  const params = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  if (priority) params.set('priority', priority)
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

/** What the signature covers. Without a signature the offers need not stay as they came. */
export function signedAnswerOf(answer: ReceivedAnswer, query: SignedAnswer['query']): SignedAnswer {
  const { searchId, provider, mode, received, image, attestation = null } = answer
  const offers = attestation === null ? answer.offers : received
  return { searchId, provider, mode, offers, query, imageSha256: image?.sha256 ?? null, attestation }
}

function isEventStream({ ok, headers }: Response): boolean {
  return ok && (headers.get('Content-Type') ?? '').startsWith('text/event-stream')
}
