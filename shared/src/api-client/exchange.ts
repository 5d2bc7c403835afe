import * as v from 'valibot'
import { eventsIn, type ProgressEvent, readProgressEvent } from '../event-stream.ts'
import { ProblemSchema } from '../problem.ts'
import { ApiError } from './failure.ts'

export type Fetch = typeof globalThis.fetch

export interface Request<T> {
  method?: 'GET' | 'POST' | 'DELETE'
  /** From the worker's address on. */
  path: string
  /** Missing for what is open to everyone. */
  secret?: string | undefined
  body?: Uint8Array<ArrayBuffer> | string
  contentType?: string
  /** `undefined` where nothing but 204 is expected. */
  schema: v.GenericSchema<unknown, T> | undefined
  timeoutMs: number
  signal?: AbortSignal | undefined
  onProgress?: ((event: ProgressEvent) => void) | undefined
}

/**
 * Sends one request, once. What comes is checked and returned as it came, with what a newer worker adds: a signature covers
 * that, too.
 *
 * @throws ApiError
 */
export async function exchange<T>(fetch: Fetch, address: string, request: Request<T>): Promise<T> {
  const { method = 'GET', path, secret, body, contentType, schema, signal, onProgress } = request
  const { origin } = new URL(address)
  const timeout = AbortSignal.timeout(request.timeoutMs)
  /** Why nothing, or nothing more, came. */
  const interrupted = (error: unknown, hasBegun: boolean): ApiError => {
    if (signal?.aborted) return new ApiError('aborted', 'The request was stopped.', { cause: signal.reason })
    if (timeout.aborted)
      return new ApiError('proxy_timeout', `${origin} did not answer within ${request.timeoutMs / 1000} s.`)
    return hasBegun
      ? new ApiError('proxy_cut_off', `The answer of ${origin} broke off${because(error)}.`, { cause: error })
      : new ApiError('proxy_unreachable', `No worker answers at ${origin}${because(error)}.`, {
          cause: error,
        })
  }
  if (signal?.aborted) throw interrupted(signal.reason, false)
  const response = await fetch(address + path, {
    method,
    headers: {
      Accept: onProgress ? 'text/event-stream' : 'application/json',
      ...(contentType && { 'Content-Type': contentType }),
      ...(secret && { Authorization: `Bearer ${secret}` }),
    },
    ...(body !== undefined && { body }),
    // Followed, it could take the key elsewhere.
    redirect: 'manual',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  }).catch((error: unknown) => {
    throw interrupted(error, false)
  })
  const answer = { response, origin, interrupted: (error: unknown) => interrupted(error, true) }
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
    throw await redirected(answer)
  if (response.status === NO_CONTENT && !schema) return undefined as T
  const isStream = response.ok && isOf(response, 'text/event-stream')
  const data = await (isStream ? readEvents(answer, onProgress) : readJson(answer))
  if (!schema || !v.is(schema, data)) throw badAnswer(answer)
  return data as T
}

const NO_CONTENT = 204

interface Answer {
  response: Response
  origin: string
  interrupted(error: unknown): ApiError
}

async function readJson(answer: Answer): Promise<unknown> {
  const { response, interrupted } = answer
  const text = await response.text().catch((error: unknown) => {
    throw interrupted(error)
  })
  const data = parse(text)
  if (!response.ok) throw refusal(answer, data)
  return data
}

/** Reads to the event `result` and returns its data. */
async function readEvents(answer: Answer, onProgress: Request<unknown>['onProgress']): Promise<unknown> {
  const { response, origin, interrupted } = answer
  const reader = response.body?.getReader()
  if (!reader) throw badAnswer(answer)
  const decoder = new TextDecoder()
  const read = async () => {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw interrupted(error)
    })
    return { done, value: decoder.decode(value, { stream: !done }) }
  }
  const refuse = () => {
    throw badAnswer(answer)
  }
  try {
    for await (const { event, data } of eventsIn(read, refuse)) {
      if (event === 'result') return data
      if (event === 'error') throw refusal(answer, data)
      const progress = readProgressEvent(event, data)
      if (progress) onProgress?.(progress)
    }
  } finally {
    reader.cancel().catch(() => {})
  }
  throw new ApiError('proxy_cut_off', `The answer of ${origin} ended before its result.`)
}

/** The worker's own failure, or what somebody else's answer means. */
function refusal(answer: Answer, body: unknown): ApiError {
  const { response, origin } = answer
  if (v.is(ProblemSchema, body)) {
    const { code, detail, status, requestId, retryAfterMs = retryAfterOf(response) } = body
    return new ApiError(code, detail, { status, requestId, retryAfterMs })
  }
  const { status } = response
  if (!GATEWAY_STATUSES.includes(status)) return badAnswer(answer)
  const retryAfterMs = retryAfterOf(response)
  const detail = `What is in front of the worker at ${origin} does not reach it (HTTP ${status}).`
  return new ApiError('proxy_unreachable', detail, { status, retryAfterMs })
}

/** With which gateways say that what is behind them does not answer; from 520 on those of Cloudflare. */
const GATEWAY_STATUSES = [502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530]

/** In ms; `undefined` for a date, which the worker never sends. */
function retryAfterOf({ headers }: Response): number | undefined {
  const text = headers.get('Retry-After') ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) * 1000 : undefined
}

function badAnswer({ response, origin }: Answer): ApiError {
  const { status } = response
  const type = response.headers.get('Content-Type')?.split(';')[0] || 'no type'
  response.body?.cancel().catch(() => {})
  return new ApiError(
    'proxy_bad_answer',
    `What answers at ${origin} is no worker of this version (HTTP ${status}, ${type}). ` +
      'Check the address, and whether this network asks for a login first.',
    { status },
  )
}

/** A browser does not say where it leads. */
async function redirected({ response, origin }: Answer): Promise<ApiError> {
  const { status } = response
  await response.body?.cancel().catch(() => {})
  const location = response.headers.get('Location') ?? ''
  const target = URL.canParse(location, origin) ? ` to ${new URL(location, origin).origin}` : ''
  return new ApiError(
    'proxy_redirected',
    `${origin} redirects${target}, and the key does not follow. Use the address that the worker itself answers at.`,
    status === 0 ? {} : { status },
  )
}

function isOf({ headers }: Response, type: string): boolean {
  return (headers.get('Content-Type') ?? '').toLowerCase().startsWith(type)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `fetch` says only that it failed; Node has the reason beside it. */
function because(error: unknown): string {
  const { cause } = (error ?? {}) as { cause?: { code?: unknown; message?: unknown } }
  const reason = cause?.code ?? cause?.message
  return typeof reason === 'string' && reason !== '' ? `: ${reason}` : ''
}
