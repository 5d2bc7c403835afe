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
  /(?<!\p{L})(?:for|fits|fuer|für|pour|para|per|voor|till|til|för|dla|pro|na|için|для|до|compatible with|passend zu|адаптированный для)(?!\p{L})/iu
/** In these the product stands before the word. */
const FOR_BEHIND = /専用|対応|用(?!品)|专用|專用|适用|전용|용 /u

/** Whether a title names an accessory for the product of the other title: "Rain cover for Trailmate 22 L". */
export function isAccessoryFor(title: string, product: string): boolean {
  const behind = FOR_BEHIND.exec(title)
  const match = behind ?? FOR.exec(title)
  if (!match || match.index === 0) return false
  const theirs = wordSetOf(product)
  const sides = [title.slice(0, match.index), title.slice(match.index + match[0].length)].map(wordSetOf)
  const [accessory, fits] = behind ? sides.toReversed() : sides
  // What the page's own title contains too is part of the name.
  return (
    !!accessory && !!fits && overlap(accessory, theirs) < 0.5 && isNamedIn(fits, theirs) && fits.size >= 2
  )
}

/** Whether two titles that are alike name different models: "Axon 12 Phone" and "Axon 14 Phone". */
export function areOtherModels(a: string, b: string): boolean {
  const numbers = (text: string) => [...wordSetOf(text)].filter((word) => /\p{N}/u.test(word))
  const [ours, theirs] = [numbers(a), numbers(b)]
  return ours.some((word) => !theirs.includes(word)) && theirs.some((word) => !ours.includes(word))
}

/** Whether a title has words in common with a URL's path, as most shops' addresses have with the product's name. */
export function isInPath(title: string, { pathname }: URL): boolean {
  const path = wordSetOf(decodedPath(pathname).replace(/[-_/+.]/g, ' '))
  const words = [...wordSetOf(title)].filter((word) => word.length > 3)
  return words.some((word) => path.has(word))
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
