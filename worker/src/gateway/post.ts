import { abortAfter } from '../abort-after.ts'
import { readStream } from '../read-stream.ts'
import { badAnswer, type GatewayFailure, timedOut, unreachable } from './failure.ts'
import { type Json, parseJson } from './json.ts'
import type { Params } from './signing.ts'

const MAX_ANSWER_BYTES = 4 * 1024 * 1024

export interface Answer {
  status: number
  /** `undefined` where the body is not JSON. */
  body: Json | undefined
}

/**
 * Posts a form to the gateway and reads its whole answer. Redirects are not followed, the answer is bounded, and the
 * time limit covers the body too.
 *
 * @throws GatewayFailure for everything that keeps an answer from arriving
 */
export async function postForm(
  signal: AbortSignal,
  url: string,
  params: Params,
  timeoutMs: number,
  send: typeof fetch = (...request) => fetch(...request),
): Promise<Answer> {
  using timeout = abortAfter(timeoutMs)
  try {
    const response = await send(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
        Accept: 'application/json',
      },
      body: new URLSearchParams(params).toString(),
      signal: AbortSignal.any([signal, timeout.signal]),
    })
    const bytes = await readStream(response.body, MAX_ANSWER_BYTES)
    if (!bytes) throw badAnswer('more than it should')
    return { status: response.status, body: parseJson(new TextDecoder().decode(bytes)) }
  } catch (error) {
    if (timeout.signal.aborted || signal.aborted) throw timedOut(timeoutMs)
    throw isFailure(error) ? error : unreachable()
  }
}

function isFailure(error: unknown): error is GatewayFailure {
  return error instanceof Error && error.name === 'GatewayFailure'
}
