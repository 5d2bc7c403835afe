import type { Pixels } from '@find-on-1688/shared'
import { decodePhoto, UnreadPhotoError } from './decode-photo.ts'

const TIMEOUT_MS = 10_000
const MAX_BYTES = 5 * 1024 * 1024

/** What tests replace. */
export interface ReadPhotoOptions {
  fetch?: typeof globalThis.fetch
  decode?: (picture: Blob) => Promise<Pixels>
  timeoutMs?: number
}

/**
 * The pixels behind an address, `data:` included, of a small version where there is one. Runs in an extension page: the
 * fetch has that page's rights. No referrer, no cookies.
 *
 * @throws UnreadPhoto `unreachable` where the host gives nothing, not to us or not in time, `unreadable` where it is no
 *   picture, more than 5 MB, or cannot be decoded; the signal's reason where that is why
 */
export async function readPhoto(
  signal: AbortSignal,
  address: string,
  means: ReadPhotoOptions = {},
): Promise<Pixels> {
  return readPhotoAs(signal, address, means.decode ?? decodePhoto, means)
}

/** The same for whoever makes something else of the picture's bytes than pixels. */
export async function readPhotoAs<T>(
  signal: AbortSignal,
  address: string,
  decode: (picture: Blob) => Promise<T>,
  means: Pick<ReadPhotoOptions, 'fetch' | 'timeoutMs'> = {},
): Promise<T> {
  const { fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS } = means
  const until = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  let failed = new UnreadPhotoError('unreachable')
  for (const [url, cache] of waysTo(address)) {
    try {
      return await unlessAborted(until, pictureAt(until, url, cache, fetch).then(decode))
    } catch (error) {
      signal.throwIfAborted()
      failed = error instanceof UnreadPhotoError ? error : new UnreadPhotoError('unreachable', error)
      // A host that has answered, be it with no picture, answers the same the next time.
      if (until.aborted || (url === address && failed === error)) break
    }
  }
  throw failed
}

/**
 * A view may have shown the picture already, and then it is not fetched again. But what a browser keeps of a picture that
 * was merely shown may lack the header that lets us read it: so the last way asks the host once more.
 */
function waysTo(address: string): [url: string, cache: RequestCache][] {
  if (!/^https?:/i.test(address)) return /^data:/i.test(address) ? [[address, 'default']] : []
  const small = smallAddress(address)
  return [
    ...(small ? [[small, 'force-cache'] as [string, RequestCache]] : []),
    [address, 'force-cache'],
    [address, 'reload'],
  ]
}

async function pictureAt(
  signal: AbortSignal,
  url: string,
  cache: RequestCache,
  fetch: typeof globalThis.fetch,
): Promise<Blob> {
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', cache, signal })
  const type = response.headers.get('Content-Type') ?? ''
  const isTooLarge = Number(response.headers.get('Content-Length') ?? 0) > MAX_BYTES
  if (response.ok && /^image\//i.test(type) && !isTooLarge) return bounded(response, type)
  await response.body?.cancel()
  throw new UnreadPhotoError(response.ok ? 'unreadable' : 'unreachable')
}

/** Not every host says how much there is. */
async function bounded(response: Response, type: string): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.length
    if (bytes > MAX_BYTES) {
      await reader?.cancel()
      throw new UnreadPhotoError('unreadable')
    }
    chunks.push(part.value)
  }
  return new Blob(chunks, { type })
}

/** Neither every host nor every decoder ends when it is told to. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}

/** The host of 1688's pictures and those beside it. */
const HOST = /(^|\.)alicdn\.com$/
const SMALL = '_220x220.jpg'

/**
 * The address of a version of at most 220 pixels a side, where the host of 1688's pictures is known to make one:
 * `….jpg_220x220.jpg`. Known from such addresses, not asked of the host: so it is tried, and never relied on. Undefined
 * elsewhere, and for what is a smaller version already.
 */
export function smallAddress(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url?.protocol.startsWith('http') || url.search || !HOST.test(url.hostname)) return undefined
  return /\.(jpe?g|png)$/i.test(url.pathname) && !/\.(jpe?g|png)_/i.test(url.pathname)
    ? `${url.origin}${url.pathname}${SMALL}`
    : undefined
}
