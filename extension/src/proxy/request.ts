import { ProblemSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { FailureError, fail } from '../failure.ts'
import type { ProxySettings } from './settings.ts'

/**
 * Asks the worker and returns its JSON.
 *
 * @throws FailureError with the worker's own code, or one that says why the worker had no say
 */
export async function request(
  signal: AbortSignal,
  { address, clientKey }: ProxySettings,
  path: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const response = await fetch(address + path, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), Authorization: `Bearer ${clientKey}` },
    signal: AbortSignal.any([signal, timeout]),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
  }).catch(() => {
    if (timeout.aborted) return fail('proxy_timeout')
    return fail(navigator.onLine ? 'proxy_unreachable' : 'offline')
  })
  const body: unknown = await response
    .json()
    .catch(() => fail(timeout.aborted ? 'proxy_timeout' : 'proxy_bad_answer'))
  if (response.ok) return body
  const problem = v.safeParse(ProblemSchema, body)
  if (!problem.success) return fail('proxy_bad_answer')
  const { code, detail, requestId, retryAfterMs } = problem.output
  throw new FailureError({ code, detail, requestId, ...(retryAfterMs !== undefined && { retryAfterMs }) })
}
