import { limitConcurrency } from '../../async/limit-concurrency.ts'
import { thumbnailJpeg } from '../../image/data-url.ts'
import { arePhotosAllowed } from '../../photo-match/photo-host.ts'
import { readPhotoAs } from '../../photo-match/read-photo.ts'

const CONCURRENCY = 4

/** What tests replace. */
export interface ThumbnailOptions {
  isAllowed?: (addresses: readonly string[]) => Promise<boolean>
  read?: (signal: AbortSignal, address: string) => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Small JPEGs of offers' pictures by their addresses, each read once; without those that cannot be read. Nothing is asked of
 * 1688's photo hosts while they are not allowed: no answer could be read.
 */
export async function offerThumbnails(
  signal: AbortSignal,
  addresses: readonly string[],
  onRead: (done: number) => void,
  { isAllowed = photosAllowed, read = readThumbnail }: ThumbnailOptions = {},
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const thumbnails = new Map<string, Uint8Array<ArrayBuffer>>()
  const wanted = [...new Set(addresses)]
  if (wanted.length === 0 || !(await isAllowed(wanted))) return thumbnails
  let done = 0
  await limitConcurrency(signal, CONCURRENCY, wanted, async (address) => {
    const jpeg = await read(signal, address).catch(() => undefined)
    if (jpeg) thumbnails.set(address, jpeg)
    onRead(++done)
  })
  signal.throwIfAborted()
  return thumbnails
}

function photosAllowed(addresses: readonly string[]): Promise<boolean> {
  return arePhotosAllowed(addresses.map((imageUrl) => ({ imageUrl })))
}

function readThumbnail(signal: AbortSignal, address: string): Promise<Uint8Array<ArrayBuffer>> {
  return readPhotoAs(
    signal,
    address,
    async (file) => new Uint8Array(await (await thumbnailJpeg(file)).arrayBuffer()),
  )
}
