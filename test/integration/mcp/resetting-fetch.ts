import { request } from 'node:http'
import { Readable } from 'node:stream'

/**
 * Fetches over a connection of its own, which an abort resets. `fetch` would only close it, and `workerd` alone takes that for a
 * client that has said all it has to say; in front of it, Cloudflare tells it that the client is gone.
 */
export function resettingFetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const { method = 'GET', headers, body, signal } = init
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers: Object.fromEntries(new Headers(headers)), agent: false },
      (answer) => {
        const fields = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const)
        const hasBody = answer.statusCode !== 202 && answer.statusCode !== 204
        resolve(
          new Response(hasBody ? (Readable.toWeb(answer) as ReadableStream<Uint8Array>) : null, {
            status: answer.statusCode ?? 0,
            headers: fields.map(([name, value]) => [name, value]),
          }),
        )
      },
    )
    sent.on('error', reject)
    signal?.addEventListener('abort', () => {
      sent.socket?.resetAndDestroy()
      reject(signal.reason)
    })
    sent.end(body)
  })
}
