import type { ErrorCode } from '@find-on-1688/shared'

const ASK_OPERATOR =
  'Stop, and tell the person that whoever runs the worker has to look at it. Retrying does not help.'
const ONCE_MORE = 'Usually temporary. Try once more; if it fails again, tell the person.'
const WAIT = 'Wait as long as it says, then call again, one search after another.'

/** What an agent does about each failure. */
export const NEXT_STEPS: Record<ErrorCode, string> = {
  invalid_request: 'Correct the arguments as it says, and call again.',
  unauthorized: 'Stop, and ask the person for a valid key. Retrying does not help.',
  image_too_large: 'Reduce the picture, for example to 800 pixels a side as JPEG, and call again.',
  image_unsupported: 'Convert the picture to JPEG or PNG, and call again.',
  rate_limited: WAIT,
  quota_exhausted:
    'Stop searching, and tell the person what was found so far and when searches are available again.',
  not_supported:
    'Do without it: send the picture itself in place of its address, or leave out what is not supported.',
  upstream_signature_rejected: ASK_OPERATOR,
  upstream_unauthorized: ASK_OPERATOR,
  upstream_access_denied: ASK_OPERATOR,
  upstream_quota_exhausted: ASK_OPERATOR,
  upstream_rejected_image: 'Try another picture of the product, or a plain JPEG of this one.',
  upstream_bad_response: ONCE_MORE,
  upstream_unavailable: ONCE_MORE,
  busy: `${WAIT} People who search by hand go first; use priority interactive only while a person waits for this very answer.`,
  upstream_throttled: WAIT,
  not_configured: ASK_OPERATOR,
  upstream_timeout: ONCE_MORE,
  internal: ONCE_MORE,
}
