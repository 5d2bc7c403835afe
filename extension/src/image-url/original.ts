import { largerAddress } from './larger.ts'

/** What picture hosts call the size and form of a version: the same picture, whatever they say. */
const VERSION =
  /^(w|h|width|height|size|sw|sh|wid|hei|maxw|maxh|im(width|height)|dpr|q|qlt|quality|fit|crop|resize|fm|fmt|format|auto|usm)$/i

/**
 * The same for all versions of one picture, as far as their addresses tell: without the marks of a shop's small versions,
 * and without what asks for a size. No address to load anything from.
 */
export function originalOf(address: string): string {
  const url = URL.parse(largerAddress(address) ?? address)
  if (!url?.protocol.startsWith('http')) return address
  // Not by `searchParams`: in a page Firefox lets nobody iterate over it.
  const asked = url.search.slice(1).split('&')
  const left = asked.filter((part) => part && !VERSION.test(part.replace(/=.*/, '')))
  return [`${url.host}${url.pathname}`, ...left].join('&')
}

/** Whether two pictures have an original in common. */
export function shareOriginal(one: readonly string[], other: readonly string[]): boolean {
  const mine = new Set(one.map(originalOf))
  return other.some((address) => mine.has(originalOf(address)))
}
