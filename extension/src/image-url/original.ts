import { largerAddress } from './larger.ts'

/** Query parameters for size and format: the same picture, whatever they say. */
const VERSION =
  /^(w|h|width|height|size|sw|sh|wid|hei|maxw|maxh|im(width|height)|dpr|q|qlt|quality|fit|crop|resize|fm|fmt|format|auto|usm)$/i

/**
 * Equal for all versions of one picture, as far as their addresses show: without a shop's marks of small versions and
 * without a requested size. It is a key, not an address to load from.
 */
export function originalOf(address: string): string {
  const url = URL.parse(largerAddress(address) ?? address)
  if (!url?.protocol.startsWith('http')) return address
  // Not `searchParams`: a page script in Firefox cannot iterate over it.
  const parameters = url.search.slice(1).split('&')
  const left = parameters.filter((part) => part && !VERSION.test(part.replace(/=.*/, '')))
  return [`${url.host}${url.pathname}`, ...left].join('&')
}

/** Whether two pictures have an original in common. */
export function shareOriginal(one: readonly string[], other: readonly string[]): boolean {
  const mine = new Set(one.map(originalOf))
  return other.some((address) => mine.has(originalOf(address)))
}
