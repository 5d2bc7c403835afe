import { expect, test } from 'vitest'
import type { ShortlistEntry } from '../../db/schema.ts'
import type { VariantMatch } from '../../model/variant-match.ts'
import { detailedWith, offerWith } from '../../testing/offers.ts'
import { aSearch } from '../../testing/searches.ts'
import { detailsOfEntry } from './entry-details.ts'

const [RED, BLUE] = (['red', 'blue'] as const).map((key): VariantMatch => ({ keys: [key], by: 'photo' }))

function keysOf(
  saved: VariantMatch | undefined,
  found: VariantMatch | undefined,
  isOfSearch = false,
  checkedAt?: string,
): string[] | undefined {
  const offer = detailedWith(['1.20', '24'])
  const entry: ShortlistEntry = {
    ...{ offerId: offer.offerId, offer: offerWith(), at: 1, note: '', decision: 'none' },
    details: { ...offer, ...(checkedAt && { fetchedAt: checkedAt }) },
    ...(saved && { match: saved }),
  }
  const loaded = { state: 'done', offer, ...(found && { match: found }) } as const
  const search = aSearch('s', 1, { details: { [offer.offerId]: loaded } })
  return detailsOfEntry(entry, search, isOfSearch)?.match?.keys
}

test('a saved offer is of the variant that it was saved for; in a search, of the one in the searched picture', () => {
  expect(keysOf(RED, BLUE)).toEqual(['red'])
  expect(keysOf(RED, BLUE, true)).toEqual(['blue'])
  expect(keysOf(RED, BLUE, true, '2026-11-27T10:00:00.000Z')).toEqual(['blue'])
  expect(keysOf(RED, undefined, true)).toEqual(['red'])
  expect(keysOf(undefined, BLUE)).toEqual(['blue'])
  expect(keysOf(undefined, undefined)).toBeUndefined()
})
