import { fail } from '../model/failure.ts'

const TIMEOUT_MS = 8000
const MAX_BYTES = 40 * 1024 * 1024

/**
 * The bytes behind a picture's address, `data:` included. Rejects if its host does not let extensions read it.
 *
 * @throws AppError `picture_too_large`
 */
export async function fetchPicture(signal: AbortSignal, address: string): Promise<Blob> {
  if (!/^(https?|data):/i.test(address)) return fail('picture_unreadable')
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  })
  if (!response.ok) return fail('picture_unreadable')
  return readLimited(response)
}

/**
 * Not every host sends a Content-Length.
 *
 * @throws AppError `picture_too_large`
 */
export async function readLimited(response: Response): Promise<Blob> {
  if (Number(response.headers.get('Content-Length') ?? 0) > MAX_BYTES) return fail('picture_too_large')
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.length
    if (bytes > MAX_BYTES) {
      await reader?.cancel()
      return fail('picture_too_large')
    }
    chunks.push(part.value)
  }
  return new Blob(chunks)
}

/** Whether a match pattern that was granted includes the picture's host. */
export function isCovered(address: string, granted: string): boolean {
  const url = URL.parse(address)
  const [, scheme, host = ''] = /^([^:]+):\/\/([^/]+)\//.exec(granted) ?? []
  if (!url || !scheme || (scheme !== '*' && `${scheme}:` !== url.protocol)) return false
  if (!host.startsWith('*')) return host === url.hostname
  return host === '*' || `.${url.hostname}`.endsWith(host.slice(1))
}

/** What must be granted for a picture's bytes to be read: its host, at any port, because patterns name no port. */
export function permissionFor(address: string): { host: string; pattern: string } | undefined {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined
  return { host: url.hostname, pattern: `${url.protocol}//${url.hostname}/*` }
}
