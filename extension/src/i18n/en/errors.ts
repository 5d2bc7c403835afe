import type { FailureCode } from '../../model/failure.ts'

interface FailureText {
  what: string
  next: string
}

/** A code without a text does not compile. */
const failures: Record<FailureCode, FailureText> = {
  invalid_request: {
    what: 'The proxy did not understand the request.',
    next: 'The extension and the proxy may be of different versions: update both.',
  },
  unauthorized: {
    what: 'The proxy does not accept your client key.',
    next: 'Check the key in the settings, or ask the operator of the proxy for a new one.',
  },
  image_too_large: { what: 'The picture is too large.', next: 'Try a smaller version of it.' },
  image_unsupported: {
    what: 'The proxy could not read the picture.',
    next: 'Try another picture of the product.',
  },
  rate_limited: { what: 'That was faster than your key allows.', next: 'Wait a moment and try again.' },
  quota_exhausted: {
    what: "Today's searches of your key are used up.",
    next: 'They start anew at midnight UTC, or the operator of the proxy can allow more.',
  },
  not_supported: {
    what: 'The 1688 API in use cannot do this.',
    next: 'Search by another picture, or ask the operator of the proxy.',
  },
  upstream_signature_rejected: {
    what: '1688 rejects the signature of the proxy.',
    next: 'The operator of the proxy has to check its app key and app secret.',
  },
  upstream_unauthorized: {
    what: '1688 does not accept the app key or token of the proxy.',
    next: 'The operator of the proxy has to authorise the app again.',
  },
  upstream_access_denied: {
    what: '1688 has not granted this search to the app.',
    next: 'The operator of the proxy has to subscribe to it or choose another provider.',
  },
  upstream_quota_exhausted: {
    what: "The app's paid calls at 1688 are used up.",
    next: 'The operator of the proxy has to buy more.',
  },
  upstream_rejected_image: {
    what: '1688 could not use this picture.',
    next: 'Try another picture that shows the product larger.',
  },
  upstream_bad_response: {
    what: '1688 answered with something unreadable.',
    next: 'This is mostly gone in a moment: try again.',
  },
  upstream_unavailable: { what: '1688 is not available right now.', next: 'Try again in a moment.' },
  busy: { what: 'Too many searches are waiting.', next: 'Try again in a moment.' },
  upstream_throttled: { what: '1688 asks for fewer calls.', next: 'Try again in a few seconds.' },
  not_configured: {
    what: 'The proxy is not completely set up.',
    next: 'Its operator finds below which setting needs attention.',
  },
  upstream_timeout: { what: '1688 did not answer in time.', next: 'Try again.' },
  internal: {
    what: 'Something went wrong.',
    next: 'Try again. If it stays, copy the report for the operator.',
  },
  picture_unreadable: {
    what: "The picture's website does not let it be read.",
    next: 'Allow its website, or on its page scroll it into sight and try again, or pick its area.',
  },
  picture_too_large: {
    what: 'The picture is too large to be decoded.',
    next: 'Try a smaller version of it, or pick an area of the page.',
  },
  picture_format: {
    what: 'No browser can read this kind of picture.',
    next: 'Save it as JPEG or PNG, or pick the area of the page that shows it.',
  },
  picture_damaged: {
    what: 'The picture is damaged or incomplete.',
    next: 'Load the page again, or try another picture of the product.',
  },
  picture_blank: {
    what: 'The drawing is blank without its parts, which are elsewhere.',
    next: 'Pick the area of the page that shows it.',
  },
  not_a_picture: {
    what: 'This is not a picture.',
    next: 'Try another picture of the product, or pick an area of the page.',
  },
  page_closed: {
    what: 'The browser lets no extension into this page.',
    next: 'Save the picture and open the file, or paste a screenshot of it.',
  },
  proxy_not_set: {
    what: 'No proxy is set up yet.',
    next: 'Enter its address and your client key in the settings.',
  },
  proxy_unreachable: {
    what: 'The proxy cannot be reached.',
    next: 'It may be down for a moment: try again, or check its address in the settings.',
  },
  proxy_timeout: { what: 'The proxy did not answer in time.', next: 'Try again.' },
  proxy_bad_answer: {
    what: 'At this address something answers that is not the proxy.',
    next: 'Check the address in the settings.',
  },
  offline: { what: 'You are offline.', next: 'Try again when the connection is back.' },
  storage_full: {
    what: 'The browser has no room left for what you keep.',
    next: 'Erase the history, or free some space on the disk.',
  },
  storage_closed: {
    what: 'The browser does not let the extension keep anything.',
    next: 'Searching works all the same. Firefox that never remembers history keeps none; so may a full disk.',
  },
  storage_newer: {
    what: 'A newer version of the extension wrote what you keep.',
    next: 'Update this one. Nothing was changed.',
  },
  interrupted: {
    what: 'The browser ended the search before it was done.',
    next: 'Nothing was repeated on its own: search again.',
  },
}

export const errors = {
  failed: 'The search failed',
  retry: 'Try again',
  retryIn: (seconds: number) => `Try again in ${seconds} s`,
  copyReport: 'Copy report',
  failures,
}

export type ErrorTexts = typeof errors
