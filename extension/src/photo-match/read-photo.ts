import type { Pixels } from '@find-on-1688/shared'
import { decodePhoto, UnreadablePhotoError } from './decode-photo.ts'
import { smallAddress } from './small-address.ts'

const TIMEOUT_MS = 10_000
const MAX_BYTES = 5 * 1024 * 1024

/** What tests replace. */
export interface ReadPhotoOptions {
  fetch?: typeof globalThis.fetch
  decode?: (picture: Blob) => Promise<Pixels>
  timeoutMs?: number
}

/**
 * The pixels of the picture at an address, `data:` included; of a small version if there is one. It runs in an extension
 * page and fetches with that page's permissions, without referrer and cookies.
 *
 * @throws UnreadablePhotoError `unreachable` if the host does not provide it to us or in time; `unreadable` if it is not a
 *   picture, larger than 5 MB, or cannot be decoded. The signal's reason if it was aborted
 */
export async function readPhoto(
  signal: AbortSignal,
  address: string,
  options: ReadPhotoOptions = {},
): Promise<Pixels> {
  return readPhotoAs(signal, address, options.decode ?? decodePhoto, options)
}

/** The same, for something other than pixels made from the picture's bytes. */
export async function readPhotoAs<T>(
  signal: AbortSignal,
  address: string,
  decode: (picture: Blob) => Promise<T>,
  options: Pick<ReadPhotoOptions, 'fetch' | 'timeoutMs'> = {},
): Promise<T> {
  const { fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS } = options
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  let failure = new UnreadablePhotoError('unreachable')
  for (const [url, cache] of requestsFor(address)) {
    try {
      return await abortable(deadline, fetchPicture(deadline, url, cache, fetch).then(decode))
    } catch (error) {
      signal.throwIfAborted()
      failure = error instanceof UnreadablePhotoError ? error : new UnreadablePhotoError('unreachable', error)
      // A host that answered, even without a picture, would answer the same again.
      if (deadline.aborted || (url === address && failure === error)) break
    }
  }
  throw failure
}

/**
 * From the cache first, since a view may have shown the picture already. But a cached picture that was only shown may lack
 * the header that lets us read it, so the last request asks the host again.
 */
function requestsFor(address: string): [url: string, cache: RequestCache][] {
  if (!/^https?:/i.test(address)) return /^data:/i.test(address) ? [[address, 'default']] : []
  const small = smallAddress(address)
  return [
    ...(small ? [[small, 'force-cache'] as [string, RequestCache]] : []),
    [address, 'force-cache'],
    [address, 'reload'],
  ]
}

async function fetchPicture(
  signal: AbortSignal,
  url: string,
  cache: RequestCache,
  fetch: typeof globalThis.fetch,
): Promise<Blob> {
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', cache, signal })
  const type = response.headers.get('Content-Type') ?? ''
  const isTooLarge = Number(response.headers.get('Content-Length') ?? 0) > MAX_BYTES
  if (response.ok && /^image\//i.test(type) && !isTooLarge) return readLimited(response, type)
  await response.body?.cancel()
  throw new UnreadablePhotoError(response.ok ? 'unreadable' : 'unreachable')
}

/** Not every host sends a length. */
async function readLimited(response: Response, type: string): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = response.body?.getReader()
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    bytes += chunk.value.length
    if (bytes > MAX_BYTES) {
      await reader?.cancel()
      throw new UnreadablePhotoError('unreadable')
    }
    chunks.push(chunk.value)
  }
  return new Blob(chunks, { type })
}

/** Rejects on abort at once: not every host or decoder stops on abort. */
function abortable<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
