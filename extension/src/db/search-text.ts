import type { Mode } from '@find-on-1688/shared'
import type { Listing } from '../model/listing.ts'
import type { ResultList } from '../model/search.ts'

/** Every word, once, that a user may remember: of the product's page, of titles and of suppliers. */
export function searchTextOf(listing: Listing | null, lists: Partial<Record<Mode, ResultList>>): string {
  const offers = Object.values(lists).flatMap((list) => list.offers)
  const texts = [
    listing?.title,
    listing?.productNumber,
    ...offers.flatMap(({ title, titleTranslated, supplier }) => [title, titleTranslated, supplier.name]),
  ]
  return [...new Set(texts.flatMap((text) => wordsIn(text ?? '')))].join(' ')
}

/** Whether the text contains each of the words, even within a longer one. */
export function matchesText(text: string, words: string): boolean {
  return wordsIn(words).every((word) => text.includes(word))
}

/** Chinese pages also write Latin letters and digits in full width: NFKC makes them equal. */
function wordsIn(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
}
