import type { Offer } from '@find-on-1688/shared'
import { productKeysOf } from '../../db/product-keys.ts'
import type { SavedSearch } from '../../db/schema.ts'
import { pictureOf } from '../../db/search-record.ts'
import { getSearch } from '../../db/searches.ts'
import { listShortlist } from '../../db/shortlist.ts'
import { thumbnailOf } from '../../image/data-url.ts'
import { resultListOf } from '../../model/fused-list.ts'
import { NO_PAGE, type SentPicture } from '../../model/picture.ts'
import { offerIdsOf, type Search, savedIdOf } from '../../model/search.ts'
import { type ComparedProduct, searchItem, sentItem } from '../../model/stored-items.ts'
import { titleOf } from '../format/text.ts'

type Searched = Pick<Search, 'id' | 'repeats' | 'listing' | 'source' | 'mode' | 'lists'>

/** As large as the pictures of offers are shown, on a screen of two pixels a point. */
const PICTURE_SIDE_PX = 280

/** The products that an offer was found for: that of the current search, and that of the search it was saved from. */
export async function productsFor({ offerId }: Offer): Promise<ComparedProduct[]> {
  const [search, sent, saved] = await Promise.all([
    searchItem.getValue(),
    sentItem.getValue(),
    savedSearchOf(offerId).catch(() => undefined),
  ])
  const isInSearch = search && offerIdsOf(search).includes(offerId)
  return [
    ...(isInSearch ? [await productOf(search, sent?.searchId === search.id ? sent : undefined)] : []),
    ...(saved ? [await productOf({ ...saved, source: NO_PAGE }, await pictureOf(saved))] : []),
  ]
}

/** Under which the current search is in the history, if it found the offer; `null` for a private one, which is not there. */
export async function savedIdOfFinding(offerId: string): Promise<string | null> {
  const search = await searchItem.getValue()
  const isFound = search && !search.source.incognito && offerIdsOf(search).includes(offerId)
  return isFound ? savedIdOf(search) : null
}

const products = new Map<string, Promise<ComparedProduct>>()

/** Made once for what is known of a search: several offers of it are compared one after the other. */
function productOf(search: Searched, sent: SentPicture | undefined): Promise<ComparedProduct> {
  const known = [search.id, search.listing?.title, search.listing?.productNumber, sent?.bytes].join(' ')
  const product = products.get(known) ?? newProductOf(search, sent)
  products.set(known, product)
  return product
}

/** Of a private search nothing is stored that says what it was. */
async function newProductOf(search: Searched, sent: SentPicture | undefined): Promise<ComparedProduct> {
  const { listing, source } = search
  const first = resultListOf(search)?.offers[0]
  const isTold = !source.incognito
  return {
    keys: await keysOf(search, sent),
    name: isTold ? (listing?.title ?? (first ? titleOf(first) : null)) : null,
    picture: isTold && sent ? await thumbnailOf(sent.dataUrl, PICTURE_SIDE_PX) : '',
    savedId: savedIdOf(search),
  }
}

/** Those of a private search are random ids alone. */
export async function keysOf(
  search: Pick<Search, 'id' | 'repeats' | 'listing' | 'source'>,
  sent: SentPicture | undefined,
): Promise<string[]> {
  const { incognito } = search.source
  return productKeysOf(incognito ? { ...search, listing: null } : search, incognito ? undefined : sent)
}

async function savedSearchOf(offerId: string): Promise<SavedSearch | undefined> {
  const entry = (await listShortlist()).find((each) => each.offerId === offerId)
  return entry?.searchId ? getSearch(entry.searchId) : undefined
}
