import type { Version } from '../model/page-picture.ts'
import { largerAddresses } from './larger.ts'
import { originalOf } from './original.ts'

/** Addresses to try besides the shown one; each may cost a refused request. */
const MAX_LARGER = 5

/**
 * Versions that may be larger than the shown one, the largest first. They are found in the page or in a view, because the
 * table of shops would fill the background's script.
 *
 * @param addresses of one picture, the shown one last
 */
export function largerVersions(addresses: readonly string[]): Version[] {
  const shown = addresses.at(-1)
  if (!shown) return []
  const known = addresses.slice(0, -1)
  const largest = [shown, ...known].flatMap((address) => largerAddresses(address).slice(0, 1))
  const others = [...known, ...largerAddresses(shown)]
  const all = new Set(
    [...largest, ...others].filter((address) => address !== shown && /^https?:/.test(address)),
  )
  const original = originalOf(shown)
  return [...all]
    .slice(0, MAX_LARGER)
    .map((address) => ({ address, isSameFile: originalOf(address) === original }))
}
