import { PHOTO_METHOD, type PhotoHash } from '@find-on-1688/shared'
import * as v from 'valibot'
import { throttle } from '../async/throttle.ts'
import { digestOf } from '../image/digest.ts'
import type { PhotoHashEntry } from '../model/stored-items.ts'
import { photoHashesItem } from '../model/stored-items.ts'

/** About 0.8 MB of the ten that a session has. */
const MOST = 400
const PACE_MS = 500
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
/** The method says of what form the rest is: hashes of another are of no use. */
const Kept = v.tuple([
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
  keep(address: string, hash: PhotoHash): Promise<void>
  /** Writes what is not written yet. */
  end(): Promise<void>
}

/**
 * The hashes that are known of pictures, at most 400 by address, `data:` included. They are written every half second,
 * and where the browser does not let us write, they are known here alone.
 */
export async function openPhotoHashes(): Promise<PhotoHashes> {
  const known = await readKept()
  const added = new Map<string, PhotoHash>()
  let writing = Promise.resolve()
  const write = () => {
    writing = writing.then(() => writeKept(added)).catch(() => {})
  }
  const pace = throttle(PACE_MS, write)
  return {
    async get(address) {
      return known.get(await keyOf(address))
    },
    async keep(address, hash) {
      const key = await keyOf(address)
      known.set(key, hash)
      added.set(key, hash)
      pace.ask()
    },
    async end() {
      pace.end()
      if (added.size > 0) write()
      await writing
    },
  }
}

/** Another view may have written meanwhile: what it knows stays. */
async function writeKept(added: Map<string, PhotoHash>): Promise<void> {
  const before = [...(await readKept())].filter(([key]) => !added.has(key))
  await photoHashesItem.setValue([...before, ...added].slice(-MOST))
}

async function readKept(): Promise<Map<string, PhotoHash>> {
  const value: unknown = await photoHashesItem.getValue().catch(() => [])
  const entries = Array.isArray(value) ? value : []
  return new Map(entries.filter((entry): entry is PhotoHashEntry => v.is(Kept, entry)))
}

function keyOf(address: string): Promise<string> {
  return digestOf(new Blob([address]))
}
