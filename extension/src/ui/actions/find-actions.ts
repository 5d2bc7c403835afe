/** An action with the words that it is found by. */
export interface Findable {
  label: string
  /** Other words for it, and its name in English. */
  words: string
}

/** How well a text fits; the smaller the better. */
const WORD_OF_LABEL = 0
const LABEL = 1
const WORDS = 2

/**
 * Those that have all typed words, best first, and otherwise in their order. Neither case nor accents matter, nor full
 * width, as a Chinese keyboard types letters.
 */
export function findActions<T extends Findable>(query: string, actions: readonly T[]): T[] {
  const typed = plain(query).split(/\s+/).filter(Boolean)
  return actions
    .map((action) => ({ action, fit: Math.max(...typed.map((word) => fitOf(word, action)), WORD_OF_LABEL) }))
    .filter(({ fit }) => fit <= WORDS)
    .sort((a, b) => a.fit - b.fit)
    .map(({ action }) => action)
}

function fitOf(word: string, { label, words }: Findable): number {
  const inLabel = ` ${plain(label)}`
  if (inLabel.includes(` ${word}`) || inLabel.startsWith(word, 1)) return WORD_OF_LABEL
  if (inLabel.includes(word)) return LABEL
  return plain(words).includes(word) ? WORDS : Number.POSITIVE_INFINITY
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
