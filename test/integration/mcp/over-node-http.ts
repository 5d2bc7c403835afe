import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'

/**
 * Fetches over a connection of its own, which an abort resets. `fetch` would only close it, and `workerd` alone takes that for a
 * client that has said all it has to say; in front of it, Cloudflare tells it that the client is gone.
 */
export function resettingFetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const { body, signal } = init
  return send(url, init, {}, (sent, reject) => {
    signal?.addEventListener('abort', () => {
      sent.socket?.resetAndDestroy()
      reject(signal.reason)
    })
    sent.end(body)
  })
}

const LARGE = 1024 * 1024

/**
 * Asks before it sends a large body, as curl does. `fetch` would send it, and `workerd` alone cuts a connection whose body it does not
 * read, before the answer is there; in front of it, Cloudflare takes the whole body.
 */
export function askingFetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const { body } = init
  const isLarge = typeof body === 'string' && body.length > LARGE
  return send(url, init, isLarge ? { Expect: '100-continue' } : {}, (sent) => {
    if (isLarge) sent.once('continue', () => sent.end(body)).flushHeaders()
    else sent.end(body)
  })
}

function send(
  url: string | URL,
  { method = 'GET', headers }: RequestInit,
  more: Record<string, string>,
  start: (sent: ClientRequest, reject: (reason: unknown) => void) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const fields = { ...Object.fromEntries(new Headers(headers)), ...more }
    const sent = request(url, { method, headers: fields, agent: false }, (answer) =>
      resolve(responseOf(answer)),
    )
    sent.on('error', reject)
    start(sent, reject)
  })
}

function responseOf(answer: IncomingMessage): Response {
  const fields = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const)
  const hasBody = answer.statusCode !== 202 && answer.statusCode !== 204
  return new Response(hasBody ? (Readable.toWeb(answer) as ReadableStream<Uint8Array>) : null, {
    status: answer.statusCode ?? 0,
    headers: fields.map(([name, value]) => [name, value]),
  })
}
