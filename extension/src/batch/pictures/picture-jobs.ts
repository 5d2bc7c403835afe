import { hashPhoto, type PhotoHash } from '@find-on-1688/shared'
import { thumbnailOf } from '../../image/data-url.ts'
import { digestOf, jpegOf } from '../../image/digest.ts'
import type { DocumentTask } from '../../image/in-document.ts'
import { reduce } from '../../image/reduce.ts'
import { type Failure, fail } from '../../model/failure.ts'
import { decodePhoto, UnreadablePhotoError } from '../../photo-match/decode-photo.ts'

/** What is sent for a row, and shown of it. */
export interface SendablePicture {
  jpeg: Blob
  /** SHA-256 of the JPEG in hex. */
  digest: string
  thumb: string
}

/** To be sent, as a JPEG of at most `maxBytes`; or to be compared with others. */
export type PictureJob = { picture: Blob; maxBytes: number } | { photo: Blob }
/** `undefined` for a photo that cannot be read. */
export type JobResult = SendablePicture | PhotoHash | undefined

/** What the picture worker is told, with numbers that its answers repeat; and what it says and asks in turn. */
export type ToWorker =
  | { id: number; job: PictureJob }
  | { task: number; url?: string | undefined; failure?: Failure }
export type FromWorker =
  | { id: number; result: JobResult }
  | { id: number; failure: Failure }
  | { task: number; asked: DocumentTask }

/** @throws AppError of `reduce`; `picture_empty` for a picture in which there is nothing to see */
export async function doPictureJob(job: PictureJob): Promise<JobResult> {
  return 'photo' in job ? hashOf(job.photo) : sendablePicture(job.picture, job.maxBytes)
}

async function sendablePicture(picture: Blob, maxBytes: number): Promise<SendablePicture> {
  const { dataUrl, emptiness } = await reduce(picture, maxBytes)
  if (emptiness) fail('picture_empty')
  const jpeg = await jpegOf(dataUrl)
  return { jpeg, digest: await digestOf(jpeg), thumb: await thumbnailOf(dataUrl) }
}

async function hashOf(photo: Blob): Promise<PhotoHash | undefined> {
  try {
    return hashPhoto(await decodePhoto(photo))
  } catch (error) {
    if (error instanceof UnreadablePhotoError) return undefined
    throw error
  }
}
