import { ApiError, type ApiErrorCode } from '@find-on-1688/shared/client'
import type { Failure, FailureCode } from '../../extension/src/model/failure.ts'

/** What the extension does not tell apart. */
const NAMES: Partial<Record<ApiErrorCode, FailureCode>> = {
  invalid_connection: 'proxy_not_set',
  aborted: 'interrupted',
  proxy_redirected: 'proxy_bad_answer',
  proxy_cut_off: 'proxy_unreachable',
}

/** @throws what is no failure of a request */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiError)) throw error
  const { code, detail, requestId, retryAfterMs } = error
  return {
    code: NAMES[code] ?? (code as FailureCode),
    detail,
    ...(requestId !== undefined && { requestId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  }
}
