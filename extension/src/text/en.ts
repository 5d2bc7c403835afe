import type { FailureCode } from '../failure.ts'

type FailureText = { what: string; next: string }

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
    next: 'Scroll the picture into sight, then try again: it is then taken from the screen.',
  },
  picture_undecodable: {
    what: 'The picture cannot be decoded or is too large.',
    next: 'Try another picture of the product.',
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
  interrupted: {
    what: 'The browser ended the search before it was done.',
    next: 'Nothing was repeated on its own: search again.',
  },
}

const badges: Record<string, string> = {
  super_factory: 'Super factory',
  powerful_merchants: 'Powerful merchant',
  gold_supplier: 'Gold supplier',
  tp_member: 'TrustPass member',
}

export const en = {
  name: 'Find on 1688',
  menuItem: 'Find on 1688',
  reading: 'Reading the picture…',
  searching: 'Searching 1688…',
  offers: (count: number) => (count === 1 ? '1 offer' : `${count.toLocaleString('en')} offers`),
  noOffers: 'No offers found',
  noMatch: 'No reliable match for this picture',
  noOffersNext: 'Try “Similar”, or a picture that shows the product larger and alone.',
  noSimilar: 'Nothing similar found',
  noSimilarNext: 'Try another picture of the product, larger and on a plain background.',
  searchSimilar: 'Search similar ones',
  failed: 'The search failed',
  original: (size: string) => `Original ${size}`,
  capture: (size: string) => `Screen capture ${size}: less exact`,
  capturePartly: (size: string) => `Screen capture ${size}: only the part in sight`,
  whatWasSent: 'what was sent',
  sentTitle: 'This left your browser',
  sentPicture: (size: string, kilobytes: string) =>
    `A JPEG of ${size} pixels, ${kilobytes} kB, without metadata.`,
  sentTo: (host: string) => `It went to your proxy (${host}), which passes it to 1688.`,
  sentNot: 'The address of the page and of the picture stayed here.',
  close: 'Close',
  same: 'Same',
  similar: 'Similar',
  mode: 'Which offers',
  pictureSearched: 'The picture searched',
  minimum: (count: string) => `min. ${count}`,
  tierFrom: (count: string) => `${count}+`,
  moreSteps: (count: number) => (count === 1 ? '1 more step' : `${count} more steps`),
  noPrice: 'Price unknown',
  verified: 'Verified',
  patented: 'Patented',
  years: (count: number) => (count === 1 ? '1 yr' : `${count} yrs`),
  sold: (count: string) => `${count} sold`,
  buyAgain: (percent: string) => `${percent} buy again`,
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  shown: (shown: string, total: string) => `${shown} of ${total}`,
  allShown: 'That is all.',
  retry: 'Try again',
  retryIn: (seconds: number) => `Try again in ${seconds} s`,
  settings: 'Settings',
  copyReport: 'Copy report',
  copied: 'Copied',
  firstRun: 'Set up your proxy once',
  firstRunNext: 'Enter the address of your proxy and your client key. Then right-click any picture.',
  idle: 'Right-click any picture',
  idleNext: 'Choose “Find on 1688”, and the factories that sell it are listed here.',
  openSettings: 'Open settings',
  optionsIntro:
    'Searches go through a proxy that holds the 1688 app. Paste the connection code that its operator gave you into either field, or enter both by hand.',
  address: 'Proxy address',
  clientKey: 'Client key',
  showKey: 'Show',
  hideKey: 'Hide',
  save: 'Save',
  saved: 'Saved.',
  test: 'Test connection',
  testing: 'Testing…',
  testOk: (provider: string) => `It works. The proxy searches with “${provider}”.`,
  addressFaults: {
    empty: 'Enter the address of the proxy.',
    malformed: 'This is no web address. It should look like https://name.workers.dev.',
    insecure: 'Use https: over http your key could be read on the way.',
  },
  keyMissing: 'Enter your client key.',
  privacy:
    'Only the picture you choose is sent, reduced and without metadata, to this proxy and from there to 1688. Nothing else is collected.',
  failures,
  badges,
}

export type Texts = typeof en
