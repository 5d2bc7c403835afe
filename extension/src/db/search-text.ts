import type { Mode } from '@find-on-1688/shared'
import type { Listing } from '../model/listing.ts'
import type { ResultList } from '../model/search.ts'

/** Every word once that a person may remember of a search: of the product's page, of titles and of suppliers. */
export function searchTextOf(listing: Listing | null, lists: Partial<Record<Mode, ResultList>>): string {
  const offers = Object.values(lists).flatMap((list) => list.offers)
  const texts = [
    listing?.title,
    listing?.productNumber,
    ...offers.flatMap(({ title, titleTranslated, supplier }) => [title, titleTranslated, supplier.name]),
  ]
  return [...new Set(texts.flatMap((text) => wordsIn(text ?? '')))].join(' ')
}

/** Whether each of the words that were asked for stands somewhere in those that are kept, be it within a longer one. */
export function matchesText(kept: string, asked: string): boolean {
  return wordsIn(asked).every((word) => kept.includes(word))
}

/** Chinese pages write Latin letters and digits in full width too: NFKC makes them the same. */
function wordsIn(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
}
