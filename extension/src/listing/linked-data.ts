/** One thing of structured data, whether it was written as JSON-LD or as microdata. */
export type LinkedThing = Record<string, unknown>

export function isThing(value: unknown): value is LinkedThing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** Without the vocabulary's address: `http://schema.org/Product` and `schema:Product` are `Product`. */
export function typesOf(thing: LinkedThing): string[] {
  return arrayOf(thing['@type']).map(nameOf)
}

/** The last part of an address or a prefixed name. */
export function nameOf(value: unknown): string {
  return typeof value === 'string' ? (value.split(/[/#:]/).at(-1) ?? '') : ''
}

/** The first text of a value that may be a list, a number or have a language. */
export function textOf(value: unknown): string | null {
  for (const each of arrayOf(value)) {
    const text = isThing(each) ? each['@value'] : each
    if (typeof text === 'number') return String(text)
    if (typeof text === 'string' && text.trim()) return text.trim()
  }
  return null
}

/** The first address of a value, whole. */
export function addressOf(value: unknown, base: URL): URL | undefined {
  const [first] = arrayOf(value)
  const text = textOf(isThing(first) ? (first['@id'] ?? first.url) : first)
  try {
    const url = text ? new URL(text, base) : undefined
    return url?.protocol.startsWith('http') ? url : undefined
  } catch {
    return undefined
  }
}
