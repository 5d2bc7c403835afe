import { digestOf, jpegOf } from '../image/digest.ts'
import type { Listing } from '../model/listing.ts'
import type { SentPicture } from '../model/picture.ts'
import { type Search, savedIdOf } from '../model/search.ts'
import type { Reading, SearchRecord, SearchSummary } from './schema.ts'
import { listSearches } from './search-list.ts'
import { summaryOf } from './search-summary.ts'
import { read } from './transactions.ts'

/**
 * The latest saved search of the same picture or, if it was never searched, of the same product: what to show while the
 * proxy cannot be reached. `undefined` if there is none.
 *
 * @param sent what was sent, or would have been
 * @throws StorageClosedError
 */
export async function latestSearchOf(
  search: Pick<Search, 'id' | 'repeats' | 'listing'>,
  sent?: Pick<SentPicture, 'dataUrl'>,
): Promise<SearchSummary | undefined> {
  const digest = sent && (await digestOf(await jpegOf(sent.dataUrl)))
  return read(['searches'], async (transaction) => {
    const searches = transaction.objectStore('searches')
    const repeated = await searches.get(savedIdOf(search))
    const ofPicture = digest ? await searches.index('digest').getAll(digest) : []
    const record = latest([...(repeated ? [repeated] : []), ...ofPicture])
    const found = record ?? (search.listing && (await latestOfProduct(transaction, search.listing)))
    return found ? summaryOf(found) : undefined
  })
}

/** Further back, nobody would look for it. */
const MOST_RECENT = 20

/** The latest saved search of anything that has found offers. */
export async function latestSearch(): Promise<SearchSummary | undefined> {
  return (await listSearches({ limit: MOST_RECENT })).find(({ first }) => first !== null)
}

function latest(records: SearchRecord[]): SearchRecord | undefined {
  return records.toSorted((one, other) => other.at - one.at)[0]
}

/** A number alone may be a shop's own and mean something else in another one, so the title must be the same too. */
async function latestOfProduct(
  transaction: Reading,
  { productNumber, title }: Listing,
): Promise<SearchRecord | undefined> {
  if (!title) return undefined
  for await (const { value } of transaction.objectStore('searches').index('at').iterate(null, 'prev'))
    if (value.listing?.title === title && value.listing.productNumber === productNumber) return value
  return undefined
}
