import { eventsIn, type ProgressEvent, readProgressEvent } from '@find-on-1688/shared'
import { fail } from '../model/failure.ts'
import { failConnection, failWith, type PendingResponse } from './request.ts'

/**
 * Reads the worker's server-sent events to the last one and returns the data of `result`. Events of other names or
 * shapes are ignored, so a newer worker may send more.
 *
 * @throws AppError of the event `error`, or that says why the stream ended early
 */
export async function readEvents(
  { response, timeout }: PendingResponse,
  onProgress: (event: ProgressEvent) => void,
): Promise<unknown> {
  if (!response.body) return fail('proxy_bad_answer')
  const texts = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const read = () => texts.read().catch(() => failConnection(timeout))
  try {
    for await (const { event, data } of eventsIn(read, () => fail('proxy_bad_answer'))) {
      if (event === 'result') return data
      if (event === 'error') return failWith(data)
      const progress = readProgressEvent(event, data)
      if (progress) onProgress(progress)
    }
    return fail('proxy_bad_answer')
  } finally {
    texts.cancel().catch(() => {})
  }
}
