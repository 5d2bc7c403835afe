import type { Fetch } from '../exchange.ts'

interface Sent {
  method: string
  url: string
  headers: Headers
  body: Uint8Array<ArrayBuffer>
  redirect: string
}

export type Reply = Response | Error | 'hangs' | ((sent: Sent) => Response)

/** A worker as the interface's description has it: answers with its replies in turn; the last one stays. */
export function fakeWorker(...replies: Reply[]) {
  const sent: Sent[] = []
  const fetch: Fetch = async (input, init = {}) => {
    const request = new Request(input, init)
    const { method, url, headers, redirect } = request
    const each = { method, url, headers, redirect, body: new Uint8Array(await request.arrayBuffer()) }
    sent.push(each)
    const reply = replies[Math.min(sent.length, replies.length) - 1]
    if (reply instanceof Error) throw reply
    if (reply === 'hangs' || reply === undefined) return untilAborted(init.signal)
    return typeof reply === 'function' ? reply(each) : reply.clone()
  }
  return { sent, fetch }
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal?.reason)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
  })
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers })

/** A failure as RFC 9457 and the interface's table have it. */
export function problem(status: number, code: string, retryAfterMs?: number): Response {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs }
  return new Response(
    JSON.stringify({
      ...{ type: `urn:find-on-1688:problem:${code}`, title: 'T', status, detail: `About ${code}.` },
      ...{ code, requestId: '7c0b', ...wait },
    }),
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}

/** Server-sent events; an undefined piece breaks the connection. */
export function events(...pieces: (string | undefined)[]): Response {
  const remaining = [...pieces]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (remaining.length === 0) return controller.close()
      const piece = remaining.shift()
      if (piece === undefined) return controller.error(new TypeError('terminated'))
      controller.enqueue(new TextEncoder().encode(piece))
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
}

/** The example of the interface's description. */
export const ANSWER = {
  searchId: 's1',
  provider: 'crossborder',
  mode: 'same',
  page: 1,
  pageSize: 20,
  total: 95,
  hasMore: true,
  cached: false,
  notes: [],
  image: { sha256: 'ab', bytes: 4, width: 800, height: 600 },
  offers: [
    {
      offerId: '710891050473',
      title: '夏季新款百褶半身裙',
      titleTranslated: 'Summer pleated skirt',
      price: '10.10',
      currency: 'CNY',
      priceTiers: [{ minQuantity: 2, price: '10.10' }],
      minOrder: 2,
      unit: '件',
      supplier: {
        name: '…',
        location: '浙江省杭州市',
        years: 8,
        verified: true,
        badges: ['super_factory'],
      },
      imageUrl: 'https://cbu01.alicdn.com/img/1.jpg',
      detailUrl: 'https://detail.1688.com/offer/710891050473.html',
      monthlySales: 1234,
      repurchaseRate: 0.13,
      patented: false,
    },
  ],
}
