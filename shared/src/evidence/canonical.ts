/**
 * JSON in the canonical form of RFC 8785, so that the same values always give the same bytes: no spaces, names in UTF-16
 * order, strings and numbers as ECMAScript writes them. Members that are `undefined` are left out, as in any JSON.
 *
 * @throws TypeError for what JSON cannot contain: half a surrogate pair, NaN, infinities, `undefined`, functions, BigInt
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${Array.from(value, (item) => canonicalJson(item))}]`
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value} like this`)
  const members = value as Record<string, unknown>
  const names = Object.keys(members).filter((name) => members[name] !== undefined)
  return `{${names.sort().map((name) => `${quote(name)}:${canonicalJson(members[name])}`)}}`
}

function quote(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('half a surrogate pair has no UTF-8')
  return JSON.stringify(text)
}
