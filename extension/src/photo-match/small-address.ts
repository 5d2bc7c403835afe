/** The hosts of 1688's pictures. */
const ALICDN = /(^|\.)alicdn\.com$/
const SMALL_SUFFIX = '_220x220.jpg'

/**
 * The address of a version of at most 220 pixels a side, as the hosts of 1688's pictures provide: `….jpg_220x220.jpg`.
 * This is not documented, so it is tried but never relied on. `undefined` for other hosts and for smaller versions.
 */
export function smallAddress(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url?.protocol.startsWith('http') || url.search || !ALICDN.test(url.hostname)) return undefined
  return /\.(jpe?g|png)$/i.test(url.pathname) && !/\.(jpe?g|png)_/i.test(url.pathname)
    ? `${url.origin}${url.pathname}${SMALL_SUFFIX}`
    : undefined
}
