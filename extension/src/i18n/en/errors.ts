import type { FailureCode } from '../../model/failure.ts'

interface FailureText {
  title: string
  hint: string
}

/** A code without a text does not compile. */
const failures: Record<FailureCode, FailureText> = {
  invalid_request: {
    title: 'The proxy did not understand the request.',
    hint: 'The extension and the proxy may be of different versions: update both.',
  },
  unauthorized: {
    title: 'The proxy does not accept your client key.',
    hint: 'Check the key in the settings, or ask the operator of the proxy for a new one.',
  },
  image_too_large: { title: 'The picture is too large.', hint: 'Try a smaller version of it.' },
  image_unsupported: {
    title: 'The proxy could not read the picture.',
    hint: 'Try another picture of the product.',
  },
  rate_limited: { title: 'That was faster than your key allows.', hint: 'Wait a moment and try again.' },
  quota_exhausted: {
    title: 'You’ve used today’s searches. They reset at midnight UTC.',
    hint: 'The operator of the proxy can allow more.',
  },
  not_supported: {
    title: 'The 1688 API in use cannot do this.',
    hint: 'Search by another picture, or ask the operator of the proxy.',
  },
  upstream_signature_rejected: {
    title: '1688 rejects the signature of the proxy.',
    hint: 'The operator of the proxy has to check its app key, app secret and clock.',
  },
  upstream_unauthorized: {
    title: '1688 does not accept the app key or token of the proxy.',
    hint: 'The operator of the proxy has to authorise the app again.',
  },
  upstream_access_denied: {
    title: '1688 has not granted this search to the app.',
    hint: 'The operator of the proxy has to subscribe to it or choose another provider.',
  },
  upstream_quota_exhausted: {
    title: "The app's paid calls at 1688 are used up.",
    hint: 'The operator of the proxy has to buy more.',
  },
  upstream_rejected_image: {
    title: '1688 could not use this picture.',
    hint: 'Try another picture that shows the product larger.',
  },
  upstream_bad_response: {
    title: '1688 answered with something unreadable.',
    hint: 'This is mostly gone in a moment: try again.',
  },
  upstream_unavailable: { title: '1688 is not available right now.', hint: 'Try again in a moment.' },
  busy: { title: 'Too many searches are waiting.', hint: 'Try again in a moment.' },
  upstream_throttled: { title: '1688 asks for fewer calls.', hint: 'Try again in a few seconds.' },
  not_configured: {
    title: 'The proxy is not completely set up.',
    hint: 'Its operator finds below which setting needs attention.',
  },
  upstream_timeout: { title: '1688 did not answer in time.', hint: 'Try again.' },
  internal: {
    title: 'Something went wrong.',
    hint: 'Try again. If it stays, copy the report for the operator.',
  },
  picture_unreadable: {
    title: "The picture's website does not let it be read.",
    hint: 'Allow its website, or on its page scroll it into sight and try again, or pick its area.',
  },
  picture_not_loaded: {
    title: 'This picture isn’t loaded yet.',
    hint: 'Scroll it into view, then right-click it again.',
  },
  picture_too_large: {
    title: 'The picture is too large to be decoded.',
    hint: 'Try a smaller version of it, or pick an area of the page.',
  },
  picture_format: {
    title: 'No browser can read this kind of picture.',
    hint: 'Save it as JPEG or PNG, or pick the area of the page that shows it.',
  },
  picture_damaged: {
    title: 'The picture is damaged or incomplete.',
    hint: 'Load the page again, or try another picture of the product.',
  },
  picture_blank: {
    title: 'The drawing is blank without its parts, which are elsewhere.',
    hint: 'Pick the area of the page that shows it.',
  },
  picture_empty: {
    title: 'There’s nothing to see in this picture.',
    hint: 'It’s transparent or one colour. Select the product on the page instead.',
  },
  not_a_picture: {
    title: 'This is not a picture.',
    hint: 'Try another picture of the product, or pick an area of the page.',
  },
  page_closed: {
    title: 'The browser lets no extension into this page.',
    hint: 'Use a screenshot and crop it to the product, or save the picture and upload it.',
  },
  proxy_not_set: {
    title: 'No proxy is set up yet.',
    hint: 'Enter its address and your client key in the settings.',
  },
  proxy_unreachable: {
    title: 'The proxy cannot be reached.',
    hint: 'It may be down for a moment: try again, or check its address in the settings.',
  },
  local_network_denied: {
    title: 'Your browser may be blocking connections to this computer or network.',
    hint: 'Open the extension’s site settings, allow access to the local network, then try again.',
  },
  proxy_timeout: { title: 'The proxy did not answer in time.', hint: 'Try again.' },
  proxy_bad_answer: {
    title: 'At this address something answers that is not the proxy.',
    hint: 'Check the address in the settings.',
  },
  offline: { title: 'You are offline.', hint: 'Try again when the connection is back.' },
  storage_full: {
    title: 'The browser has no room left for what you keep.',
    hint: 'Erase the history, or free some space on the disk.',
  },
  storage_closed: {
    title: 'The browser does not let the extension keep anything.',
    hint: 'Searching works all the same. Firefox that never remembers history keeps none; so may a full disk.',
  },
  storage_newer: {
    title: 'A newer version of the extension wrote what you keep.',
    hint: 'Update this one. Nothing was changed.',
  },
  interrupted: {
    title: 'The browser ended the search before it was done.',
    hint: 'Nothing was repeated on its own: search again.',
  },
}

export const errors = {
  searchFailed: 'The search failed',
  retry: 'Try again',
  retryIn: (seconds: number) => `Try again in ${seconds} s`,
  copyReport: 'Copy report',
  failures,
}

export type ErrorTexts = typeof errors
