import { setTaskRunner } from '../../image/in-document.ts'
import { AppError, failureOf } from '../../model/failure.ts'
import { doPictureJob, type FromWorker, type ToWorker } from './picture-jobs.ts'

/* A Web Worker: see `off-thread.ts`. */

const tasks = new Map<number, PromiseWithResolvers<string | undefined>>()
let lastTask = 0

// What only a document can do, its document does.
setTaskRunner((asked) => {
  const answered = Promise.withResolvers<string | undefined>()
  tasks.set(++lastTask, answered)
  post({ task: lastTask, asked })
  return answered.promise
})

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('job' in data) {
    const { id, job } = data
    doPictureJob(job).then(
      (result) => post({ id, result }),
      (error) => post({ id, failure: failureOf(error) }),
    )
    return
  }
  if (data.failure) tasks.get(data.task)?.reject(new AppError(data.failure))
  else tasks.get(data.task)?.resolve(data.url)
  tasks.delete(data.task)
})

function post(message: FromWorker): void {
  // Without a window, it takes no origin.
  ;(postMessage as (message: FromWorker) => void)(message)
}
