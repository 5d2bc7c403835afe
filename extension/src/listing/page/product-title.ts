const MAX_CHARACTERS = 300
const NAMED_ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** A word; in scripts without spaces, each character. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}])+/gu

/** On one line, at most 300 characters, with the HTML entities decoded that shops leave in structured data. */
export function cleanTitle(text: string | null | undefined): string | null {
  const plain = (text ?? '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (entity, decimal, hex, name) => {
      if (name) return NAMED_ENTITIES[name.toLowerCase()] ?? entity
      return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
    })
    .replace(/\s+/g, ' ')
    .trim()
  return [...plain].slice(0, MAX_CHARACTERS).join('').trim() || null
}

/** The distinct words of a text, in lower case. */
export type WordSet = Set<string>

export function wordSetOf(text: string): WordSet {
  return new Set(text.normalize('NFKC').toLowerCase().match(WORD))
}

/** The share of a name's words that occur in a text, 0 to 1. */
export function overlap(name: WordSet, text: WordSet): number {
  return name.size === 0 ? 0 : [...name].filter((word) => text.has(word)).length / name.size
}

/** Whether a text names a product. Shops shorten product names, and add their own name to titles. */
export function isNamedIn(text: WordSet, name: WordSet): boolean {
  return overlap(name, text) >= 0.6 || (text.size >= 3 && overlap(text, name) >= 0.8)
}

/** Whether two titles can be of the same product. */
export function areSimilarTitles(a: string, b: string): boolean {
  const [ours, theirs] = [wordSetOf(a), wordSetOf(b)]
  return isNamedIn(ours, theirs) || isNamedIn(theirs, ours)
}

/** "For", in the languages in which shops name an accessory after what it fits. */
const FOR =
  /\b(?:for|fits|fuer|für|pour|para|per|voor|till|til|för|dla|pro|na|için|для|compatible with)\b|用|対応|专用/iu

/** Whether a title names an accessory for the product of the other title: "Rain cover for Trailmate 22 L". */
export function isAccessoryFor(title: string, product: string): boolean {
  const match = FOR.exec(title)
  if (!match || match.index === 0) return false
  const theirs = wordSetOf(product)
  const [before, after] = [title.slice(0, match.index), title.slice(match.index + match[0].length)].map(
    wordSetOf,
  )
  // What the page's own title contains too is part of the name.
  return !!before && !!after && overlap(before, theirs) < 0.5 && isNamedIn(after, theirs) && after.size >= 2
}
