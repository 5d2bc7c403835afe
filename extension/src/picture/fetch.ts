import { inspectPicture, LIMITS } from '@find-on-1688/shared'
import { fail } from '../failure.ts'

const TIMEOUT_MS = 8000
const MAX_BYTES = 40 * 1024 * 1024

/**
 * The bytes behind a picture's address, `data:` included. Rejects where its host does not let extensions read it.
 *
 * @throws FailureError `picture_undecodable` where it is too large to be drawn
 */
export async function fetchPicture(signal: AbortSignal, address: string): Promise<Blob> {
  if (!/^(https?|data):/i.test(address)) return fail('picture_unreadable')
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  })
  if (!response.ok) return fail('picture_unreadable')
  if (Number(response.headers.get('Content-Length') ?? 0) > MAX_BYTES) return fail('picture_undecodable')
  const blob = await response.blob()
  const header = inspectPicture(new Uint8Array(await blob.slice(0, 256 * 1024).arrayBuffer()))
  if (header && Math.max(header.width, header.height) > LIMITS.pictureSidePx)
    return fail('picture_undecodable')
  return blob
}
