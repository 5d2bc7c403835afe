/** Scripts without spaces count by the sign. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}])+/gu

/** The different words of a text, in lower case. */
export type WordSet = Set<string>

export function wordSetOf(text: string): WordSet {
  return new Set(text.normalize('NFKC').toLowerCase().match(WORD))
}

/** What share of a name's words stands in a text, 0 to 1. */
export function shareIn(name: WordSet, text: WordSet): number {
  return name.size === 0 ? 0 : [...name].filter((word) => text.has(word)).length / name.size
}

/** Whether a text names a product: shops shorten names, and add their own to a title. */
export function names(text: WordSet, name: WordSet): boolean {
  return shareIn(name, text) >= 0.6 || (text.size >= 3 && shareIn(text, name) >= 0.8)
}

/** Whether two names may be of one product. */
export function areAlike(a: string, b: string): boolean {
  const [ours, theirs] = [wordSetOf(a), wordSetOf(b)]
  return names(ours, theirs) || names(theirs, ours)
}
