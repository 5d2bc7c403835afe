/** One item of structured data, from JSON-LD or microdata. */
export type Thing = Record<string, unknown>

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** Without the vocabulary: `http://schema.org/Product` and `schema:Product` are `Product`. */
export function typesOf(thing: Thing): string[] {
  return arrayOf(thing['@type']).map(nameOf)
}

/** The last part of a URL or of a prefixed name. */
export function nameOf(value: unknown): string {
  return typeof value === 'string' ? (value.split(/[/#:]/).at(-1) ?? '') : ''
}

/** The first text of a value, which may be a list, a number or a text with a language. */
export function textOf(value: unknown): string | null {
  for (const each of arrayOf(value)) {
    const text = isThing(each) ? each['@value'] : each
    if (typeof text === 'number') return String(text)
    if (typeof text === 'string' && text.trim()) return text.trim()
  }
  return null
}

/** The first URL of a value, absolute. */
export function urlOf(value: unknown, base: URL): URL | undefined {
  const [first] = arrayOf(value)
  const text = textOf(isThing(first) ? (first['@id'] ?? first.url) : first)
  try {
    const url = text ? new URL(text, base) : undefined
    return url?.protocol.startsWith('http') ? url : undefined
  } catch {
    return undefined
  }
}
