import { ProblemSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { AppError, fail } from '../model/failure.ts'
import type { ProxySettings } from '../model/stored-items.ts'
import { isLocalNetworkDenied } from './local-network.ts'

/** An answer whose headers have come, and what ends the wait for its body. */
export interface PendingResponse {
  response: Response
  timeout: AbortSignal
}

/**
 * Sends a request to the worker and returns its JSON.
 *
 * @throws AppError with the worker's code, or one that says why the worker could not answer
 */
export async function request(
  signal: AbortSignal,
  proxy: ProxySettings,
  path: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<unknown> {
  return readJson(await send(signal, proxy, path, init, timeoutMs))
}

/** @throws AppError if no answer comes; an answer with an error status is returned like any other */
export async function send(
  signal: AbortSignal,
  { address, clientKey }: ProxySettings,
  path: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<PendingResponse> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const response = await fetch(address + path, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), Authorization: `Bearer ${clientKey}` },
    signal: AbortSignal.any([signal, timeout]),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
  }).catch(async () => {
    if (!timeout.aborted && (await isLocalNetworkDenied(address))) return fail('local_network_denied')
    return failConnection(timeout)
  })
  return { response, timeout }
}

/** @throws AppError as `request` does */
export async function readJson({ response, timeout }: PendingResponse): Promise<unknown> {
  const body: unknown = await response
    .json()
    .catch(() => fail(timeout.aborted ? 'proxy_timeout' : 'proxy_bad_answer'))
  return response.ok ? body : failWith(body)
}

/** @throws AppError that says why nothing, or nothing more, came */
export function failConnection(timeout: AbortSignal): never {
  if (timeout.aborted) return fail('proxy_timeout')
  return fail(navigator.onLine ? 'proxy_unreachable' : 'offline')
}

/** @throws AppError with the worker's problem details */
export function failWith(body: unknown): never {
  const problem = v.safeParse(ProblemSchema, body)
  if (!problem.success) return fail('proxy_bad_answer')
  const { code, detail, requestId, retryAfterMs } = problem.output
  throw new AppError({ code, detail, requestId, ...(retryAfterMs !== undefined && { retryAfterMs }) })
}
