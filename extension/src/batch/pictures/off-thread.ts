import type { PhotoHash } from '@find-on-1688/shared'
import type { DocumentTask } from '../../image/in-document.ts'
import { AppError, failureOf } from '../../model/failure.ts'
import { UnreadablePhotoError } from '../../photo-match/decode-photo.ts'
import {
  doPictureJob,
  type FromWorker,
  type JobResult,
  type PictureJob,
  type SendablePicture,
  type ToWorker,
} from './picture-jobs.ts'

/*
 * Reducing and hashing the photos of hundreds of rows would keep a page from answering its keys: in Firefox, reducing one takes a
 * tenth of a second. A Web Worker does it, started when it is first needed. Where none starts, this document does it itself.
 */

/** While no picture comes, its memory is given back. */
const IDLE_MS = 30_000

const waiting = new Map<number, PromiseWithResolvers<JobResult> & { job: PictureJob }>()
let worker: Worker | undefined
let isBroken = false
let last = 0
let idle: ReturnType<typeof setTimeout> | undefined

/**
 * Makes the JPEG that is sent from a picture.
 *
 * @throws AppError of `reduce`; `picture_empty`
 */
export async function reducePicture(picture: Blob, maxBytes: number): Promise<SendablePicture> {
  return (await offThread({ picture, maxBytes })) as SendablePicture
}

/** @throws UnreadablePhotoError `unreadable` */
export async function hashPicture(photo: Blob): Promise<PhotoHash> {
  const hash = (await offThread({ photo })) as PhotoHash | undefined
  if (!hash) throw new UnreadablePhotoError('unreadable')
  return hash
}

function offThread(job: PictureJob): Promise<JobResult> {
  if (isBroken) return doPictureJob(job)
  clearTimeout(idle)
  worker ??= startWorker()
  const id = ++last
  const answered = { ...Promise.withResolvers<JobResult>(), job }
  waiting.set(id, answered)
  send({ id, job })
  return answered.promise
}

function startWorker(): Worker {
  const started = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if ('task' in data) doTask(data.task, data.asked)
    else if ('failure' in data) settle(data.id)?.reject(new AppError(data.failure))
    else settle(data.id)?.resolve(data.result)
  })
  started.addEventListener('error', () => {
    isBroken = true
    stopWorker()
    for (const id of [...waiting.keys()]) {
      const answered = settle(id)
      if (answered) doPictureJob(answered.job).then(answered.resolve, answered.reject)
    }
  })
  return started
}

function settle(id: number) {
  const answered = waiting.get(id)
  waiting.delete(id)
  if (waiting.size === 0) idle = setTimeout(stopWorker, IDLE_MS)
  return answered
}

function stopWorker(): void {
  worker?.terminate()
  worker = undefined
}

/** What needs a document, such as drawing an SVG. */
async function doTask(task: number, asked: DocumentTask): Promise<void> {
  const { runTask } = await import('../../image/document-tasks.ts')
  await runTask(asked).then(
    (url) => send({ task, url }),
    (error) => send({ task, failure: failureOf(error) }),
  )
}

function send(message: ToWorker): void {
  worker?.postMessage(message)
}
