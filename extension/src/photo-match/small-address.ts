/** The host of 1688's pictures and those beside it. */
const HOST = /(^|\.)alicdn\.com$/
const SMALL = '_220x220.jpg'

/**
 * The address of a version of at most 220 pixels a side, where the host of 1688's pictures is known to make one:
 * `….jpg_220x220.jpg`. Known from such addresses, not asked of the host: so it is tried, and never relied on. Undefined
 * elsewhere, and for what is a smaller version already.
 */
export function smallAddress(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url?.protocol.startsWith('http') || url.search || !HOST.test(url.hostname)) return undefined
  return /\.(jpe?g|png)$/i.test(url.pathname) && !/\.(jpe?g|png)_/i.test(url.pathname)
    ? `${url.origin}${url.pathname}${SMALL}`
    : undefined
}
