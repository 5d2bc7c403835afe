/** Excel calls a file damaged that has longer ones. */
const LONGEST_ADDRESS = 2_079

/** What a cell can lead to, in the web's own form of an address; what is none stays mere text. */
export function webUrl(cell: unknown): string | null {
  const url = typeof cell === 'string' ? URL.parse(cell) : null
  if (!url || !/^https?:$/.test(url.protocol)) return null
  return url.href.length <= LONGEST_ADDRESS ? url.href : null
}
