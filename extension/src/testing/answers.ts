import type { SearchAnswer } from '@find-on-1688/shared'
import { anOffer } from './searches.ts'

export const PROXY = { address: 'https://proxy.example', clientKey: 'key' }

export function anAnswer(offerIds: string[], rest: Partial<SearchAnswer> = {}): SearchAnswer {
  return {
    searchId: 's',
    provider: 'image-search',
    mode: 'same',
    page: 1,
    pageSize: 20,
    total: 3,
    hasMore: false,
    cached: false,
    notes: [],
    image: { sha256: 'x', bytes: 3, width: 1, height: 1 },
    offers: offerIds.map((offerId) => anOffer(offerId)),
    ...rest,
  }
}

export const BUSY = {
  type: 'urn:find-on-1688:problem:busy',
  title: 'Too many searches are waiting',
  status: 503,
  detail: 'Wait.',
  code: 'busy',
  requestId: 'r',
  retryAfterMs: 7,
}

export function anEvent(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Server-sent events that arrive in the given pieces; an undefined piece breaks the connection. */
export function streamed(pieces: (string | Uint8Array | undefined)[]): Response {
  const remaining = [...pieces]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (remaining.length === 0) return controller.close()
      const piece = remaining.shift()
      if (piece === undefined) return controller.error(new TypeError('network error'))
      controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
}
