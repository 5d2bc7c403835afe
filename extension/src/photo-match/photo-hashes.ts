import { PHOTO_METHOD, type PhotoHash } from '@find-on-1688/shared'
import * as v from 'valibot'
import { throttle } from '../async/throttle.ts'
import { digestOf } from '../image/digest.ts'
import { type PhotoHashEntry, photoHashesItem } from '../model/stored-items.ts'

/** Those of some dozens of offers with all their variants: about 1.6 MB of the 10 MB that session storage has. */
const MAX_ENTRIES = 800
const WRITE_INTERVAL_MS = 500

const Variant = v.looseObject({
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  mirrored: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  quality: v.number(),
})
const Thumbnail = v.looseObject({
  width: v.pipe(v.number(), v.minValue(1)),
  height: v.pipe(v.number(), v.minValue(1)),
  grey: v.pipe(v.string(), v.length(1024)),
  colours: v.pipe(v.string(), v.regex(/^[0-9a-f]{256}$/)),
})
/** Hashes of another method are of no use, and may have another form. */
const Entry = v.tuple([
  v.string(),
  v.looseObject({
    method: v.literal(PHOTO_METHOD),
    plain: Variant,
    trimmed: v.optional(Variant),
    thumbnail: Thumbnail,
  }),
])

export interface PhotoHashes {
  get(address: string): Promise<PhotoHash | undefined>
  add(address: string, hash: PhotoHash): Promise<void>
  /** Writes what has not been written yet. */
  flush(): Promise<void>
}

/**
 * The known hashes of pictures by their addresses, `data:` included; at most 800. They are written every half second. If
 * the browser does not allow that, they are known here only.
 */
export async function openPhotoHashes(): Promise<PhotoHashes> {
  const known = await readStored()
  const added = new Map<string, PhotoHash>()
  let writing = Promise.resolve()
  const write = () => {
    writing = writing.then(() => writeStored(added)).catch(() => {})
  }
  const throttled = throttle(WRITE_INTERVAL_MS, write)
  return {
    async get(address) {
      return known.get(await keyOf(address))
    },
    async add(address, hash) {
      const key = await keyOf(address)
      known.set(key, hash)
      added.set(key, hash)
      throttled.ask()
    },
    async flush() {
      throttled.end()
      if (added.size > 0) write()
      await writing
    },
  }
}

/** Adds to what is stored, since another view may have written in the meantime. */
async function writeStored(added: Map<string, PhotoHash>): Promise<void> {
  const others = [...(await readStored())].filter(([key]) => !added.has(key))
  await photoHashesItem.setValue([...others, ...added].slice(-MAX_ENTRIES))
}

async function readStored(): Promise<Map<string, PhotoHash>> {
  const value: unknown = await photoHashesItem.getValue().catch(() => [])
  const entries = Array.isArray(value) ? value : []
  return new Map(entries.filter((entry): entry is PhotoHashEntry => v.is(Entry, entry)))
}

function keyOf(address: string): Promise<string> {
  return digestOf(new Blob([address]))
}
