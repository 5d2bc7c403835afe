import { abortAfter } from '../abort-after.ts'
import { textFrom } from '../bytes.ts'
import { readStream } from '../read-stream.ts'
import { badResponse, GatewayError, timedOut, unreachable } from './errors.ts'
import { type Json, parseJson } from './json.ts'
import type { Params } from './signing.ts'

const MAX_RESPONSE_BYTES = 4 * 1024 * 1024

export interface GatewayResponse {
  status: number
  /** `undefined` if the body is not JSON. */
  body: Json | undefined
}

/**
 * Posts a form to the gateway and reads the whole response. Redirects are not followed, the size is limited, and the
 * timeout covers the body too.
 *
 * @throws GatewayError if no response arrives
 */
export async function postForm(
  signal: AbortSignal,
  url: string,
  params: Params,
  timeoutMs: number,
  send: typeof fetch = (...request) => fetch(...request),
): Promise<GatewayResponse> {
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
    const bytes = await readStream(response.body, MAX_RESPONSE_BYTES)
    if (!bytes) throw badResponse('more than it should')
    return { status: response.status, body: parseJson(textFrom(bytes)) }
  } catch (error) {
    if (timeout.signal.aborted || signal.aborted) throw timedOut(timeoutMs)
    throw error instanceof GatewayError ? error : unreachable()
  }
}
