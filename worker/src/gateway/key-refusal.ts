import type { ErrorCode } from '@find-on-1688/shared'

/** How long an app key that the platform refuses is suspended before it is tried again. */
export const SUSPENSION_MS = 5 * 60_000

/** 1688 grants an app single APIs: a key that may not read details may still search. */
export type Api = 'search' | 'detail'

/** What an app key is refused with until someone mends it or buys more. */
const KEY_REFUSALS = new Set<ErrorCode>([
  'upstream_unauthorized',
  'upstream_signature_rejected',
  'upstream_access_denied',
  'upstream_quota_exhausted',
])

/** Whether a refusal with this code is one of the key, whatever it asks for. */
export function isForEveryApi(code: ErrorCode): boolean {
  return code === 'upstream_unauthorized' || code === 'upstream_signature_rejected'
}

export function isKeyRefusal(code: ErrorCode): boolean {
  return KEY_REFUSALS.has(code)
}
