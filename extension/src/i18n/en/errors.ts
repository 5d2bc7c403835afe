import type { RowProblem } from '../../model/batch.ts'
import type { FailureCode } from '../../model/failure.ts'

interface FailureText {
  title: string
  hint: string
}

/** A code without a text does not compile. */
const failures: Record<FailureCode, FailureText> = {
  invalid_request: {
    title: 'The proxy didn’t understand the request.',
    hint: 'The extension and the proxy may be different versions: update both.',
  },
  unauthorized: {
    title: 'Your key was rejected.',
    hint: 'Ask whoever gave you the code for a new one.',
  },
  image_too_large: { title: 'The picture is too large.', hint: 'Try a smaller version of it.' },
  image_unsupported: {
    title: 'The proxy couldn’t read the picture.',
    hint: 'Try another picture of the product.',
  },
  rate_limited: { title: 'You’re searching too fast.', hint: 'Wait a moment, then try again.' },
  quota_exhausted: {
    title: 'You’ve used today’s searches. They reset at midnight UTC.',
    hint: 'Need more? Ask whoever gave you the code.',
  },
  not_supported: {
    title: 'This 1688 API doesn’t support that.',
    hint: 'Try another picture, or ask whoever gave you the code.',
  },
  upstream_signature_rejected: {
    title: '1688 rejected the proxy’s signature.',
    hint: 'The proxy’s operator needs to check its app key, app secret and clock.',
  },
  upstream_unauthorized: {
    title: '1688 rejected the proxy’s app key or token.',
    hint: 'The proxy’s operator needs to authorise the app again.',
  },
  upstream_access_denied: {
    title: '1688 hasn’t granted the app this search.',
    hint: 'The proxy’s operator needs to subscribe to it or choose another provider.',
  },
  upstream_quota_exhausted: {
    title: 'The app’s paid calls to 1688 are used up.',
    hint: 'The proxy’s operator needs to buy more.',
  },
  upstream_rejected_image: {
    title: '1688 couldn’t use this picture.',
    hint: 'Try one that shows the product larger.',
  },
  upstream_bad_response: {
    title: '1688 sent an unreadable answer.',
    hint: 'Usually temporary: try again.',
  },
  upstream_unavailable: { title: '1688 isn’t available right now.', hint: 'Try again in a moment.' },
  busy: { title: 'The queue is full.', hint: 'Try again in a moment.' },
  upstream_throttled: { title: '1688 is limiting requests.', hint: 'Try again in a few seconds.' },
  not_configured: {
    title: 'The proxy isn’t fully set up.',
    hint: 'Its operator needs to fix the setting named below.',
  },
  upstream_timeout: { title: '1688 didn’t answer in time.', hint: 'Try again.' },
  internal: {
    title: 'Something went wrong.',
    hint: 'Try again. If it keeps happening, copy the report.',
  },
  picture_unreadable: {
    title: 'This site blocks access to its pictures.',
    hint: 'Allow the site, or scroll the picture into view and try again, or select the product on the page.',
  },
  picture_not_loaded: {
    title: 'This picture isn’t loaded yet.',
    hint: 'Scroll it into view, then right-click it again.',
  },
  picture_too_large: {
    title: 'This picture is too large to open.',
    hint: 'Try a smaller version of it, or select the product on the page.',
  },
  picture_format: {
    title: 'This picture format isn’t supported.',
    hint: 'Save it as JPEG or PNG, or select the product on the page.',
  },
  picture_damaged: {
    title: 'The picture is damaged or incomplete.',
    hint: 'Reload the page, or try another picture of the product.',
  },
  picture_blank: {
    title: 'This graphic is blank: its contents are in other files.',
    hint: 'Select the product on the page instead.',
  },
  picture_empty: {
    title: 'There’s nothing to see in this picture.',
    hint: 'It’s transparent or one colour. Select the product on the page instead.',
  },
  not_a_picture: {
    title: 'This isn’t a picture.',
    hint: 'Try another picture of the product, or select the product on the page.',
  },
  page_closed: {
    title: 'Extensions can’t run on this page.',
    hint: 'Use a screenshot and crop it to the product, or save the picture and upload it.',
  },
  proxy_not_set: {
    title: 'No proxy is set up yet.',
    hint: 'Paste your connection code in Settings.',
  },
  proxy_unreachable: {
    title: 'Can’t reach the proxy.',
    hint: 'It may be down for a moment: try again, or check its address in Settings.',
  },
  local_network_denied: {
    title: 'Your browser may be blocking connections to this computer or network.',
    hint: 'Open the extension’s site settings, allow access to the local network, then try again.',
  },
  proxy_timeout: { title: 'The proxy didn’t answer in time.', hint: 'Try again.' },
  proxy_bad_answer: {
    title: 'The server at this address isn’t the proxy.',
    hint: 'Check the address in Settings.',
  },
  offline: { title: 'You’re offline.', hint: 'Try again once you’re back online.' },
  storage_full: {
    title: 'Your browser’s storage is full.',
    hint: 'Delete old product lists, clear the history, or free some disk space.',
  },
  storage_closed: {
    title: 'Your browser doesn’t let the extension save anything.',
    hint: 'Searching still works. Causes: Firefox set to never remember history, or a full disk.',
  },
  storage_newer: {
    title: 'Your saved data comes from a newer version.',
    hint: 'Update the extension. Nothing was changed.',
  },
  interrupted: {
    title: 'The browser stopped the search.',
    hint: 'It wasn’t retried: search again.',
  },
}

/** What is wrong with a product of a list before anything is sent. */
const rowProblems: Record<RowProblem, FailureText> = {
  no_picture_named: {
    title: 'No picture in this row.',
    hint: 'Add a picture URL or file name, or drop a picture on it.',
  },
  file_missing: { title: 'Picture file not found.', hint: 'Add the folder with the pictures.' },
  file_ambiguous: {
    title: 'Several files have this name.',
    hint: 'Put the folder in front of the name, like shoes/1.jpg.',
  },
  spreadsheet_needed: {
    title: 'This picture is in your spreadsheet.',
    hint: 'Open the same spreadsheet again to read it.',
  },
  address_invalid: { title: 'Not a picture URL.', hint: 'Use one that starts with https:// or http://.' },
  address_local: {
    title: 'This address is in your own network.',
    hint: 'Lists don’t open it by themselves. Allow it only if you trust it.',
  },
  address_not_found: { title: 'No picture at this URL.', hint: 'Open it to see what is there now.' },
  address_unreachable: { title: 'This site didn’t answer.', hint: 'Check the URL, then try again.' },
  host_not_allowed: { title: 'This site isn’t allowed yet.', hint: 'Allow it to read its pictures.' },
  page_gone: {
    title: 'The page was closed before its picture was read.',
    hint: 'Open the page and choose “Find all on this page” again, or upload the picture.',
  },
}

export const errors = {
  searchFailed: 'Search failed',
  retry: 'Try again',
  retryIn: (seconds: number) => `Try again in ${seconds} s`,
  copyReport: 'Copy report',
  failures,
  rowProblems,
  proxyAddress: 'Proxy:',
  openSiteSettings: 'Open site settings',
  lastResults: 'Your last results',
  lastResultsOfThis: 'Your last results for this picture',
  openLastResults: 'Open',
}

export type ErrorTexts = typeof errors
