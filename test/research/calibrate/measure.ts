import { hashPhoto, type PhotoHash } from '@find-on-1688/shared'
import sharp from 'sharp'
import { EDITS, type NamedEdit } from './edits.ts'
import { details, type HardKind, type HardPair, hardPairs } from './hard.ts'
import type { Picture } from './pictures.ts'

/** One picture: the hash of the query, and those of its copies' thumbnails. */
export interface Hashed {
  name: string
  original: PhotoHash
  /** by the edit's name */
  copies: Map<string, PhotoHash>
}

export interface HashedPair {
  kind: HardKind
  name: string
  one: PhotoHash
  other: PhotoHash
}

/** Everything known about one half of the pictures. */
export interface Half {
  pictures: Hashed[]
  /** parts of photographs, each with the copy made by the first edit */
  details: Hashed[]
  hard: HashedPair[]
}

const THUMBNAIL = 220

export async function hashHalf(pictures: readonly Picture[]): Promise<Half> {
  const half: Half = { pictures: [], details: [], hard: [] }
  for (const picture of pictures) {
    const jpeg = await picture.make()
    half.pictures.push(await hashCopies(picture.name, jpeg))
    half.hard.push(...(await hashPairs(await hardPairs(picture, jpeg))))
    for (const { name, make } of await details(picture, jpeg))
      half.details.push(await hashCopies(name, await make(), EDITS.slice(0, 1)))
  }
  return half
}

export async function hashCopies(
  name: string,
  jpeg: Buffer,
  edits: readonly NamedEdit[] = EDITS,
): Promise<Hashed> {
  const copies = new Map<string, PhotoHash>()
  for (const edit of edits) copies.set(edit.name, await hashThumbnail(await edit.edit(jpeg), edit.thumbnail))
  return { name, original: await hash(jpeg), copies }
}

export async function hashPairs(pairs: readonly HardPair[]): Promise<HashedPair[]> {
  const hashed: HashedPair[] = []
  for (const { kind, name, one, other } of pairs)
    hashed.push({ kind, name, one: await hash(one), other: await hashThumbnail(other) })
  return hashed
}

async function hash(picture: Buffer): Promise<PhotoHash> {
  const { data, info } = await sharp(picture)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return hashPhoto({ data, width: info.width, height: info.height })
}

/** An offer has only a small JPEG. */
async function hashThumbnail(picture: Buffer, side = THUMBNAIL): Promise<PhotoHash> {
  const thumbnail = sharp(picture).resize(side, side, { fit: 'inside' })
  return hash(await thumbnail.jpeg({ quality: 75 }).toBuffer())
}
