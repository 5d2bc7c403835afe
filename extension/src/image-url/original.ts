import { largestAddress, withoutVersion } from './larger.ts'

/**
 * Equal for all versions of one picture, as far as their addresses show: without a shop's marks of small versions and
 * without a requested size. It is a key, not an address to load from.
 */
export function originalOf(address: string): string {
  const url = URL.parse(withoutVersion(largestAddress(address)))
  return url?.protocol.startsWith('http') ? url.host + url.pathname + url.search : address
}

/** Whether two pictures have an original in common. */
export function shareOriginal(one: readonly string[], other: readonly string[]): boolean {
  const mine = new Set(one.map(originalOf))
  return other.some((address) => mine.has(originalOf(address)))
}
