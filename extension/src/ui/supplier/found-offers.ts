import type { SearchRecord, ShortlistEntry } from '../../db/schema.ts'
import { type Search, savedIdOf } from '../../model/search.ts'
import type { FoundOffer } from '../../model/suppliers.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'

type Verdicts = Readonly<Record<string, Pick<OfferPhotoVerdict, 'kind'>>>

/**
 * What is loaded: the offers of the current search, those of the shortlist, and those of the searches behind it. One that
 * was rejected is for no product.
 */
export function foundOffers(
  search: Search | null,
  verdicts: Verdicts,
  entries: readonly ShortlistEntry[],
  records: readonly SearchRecord[],
): FoundOffer[] {
  const rejected = new Set(
    entries.filter(({ decision }) => decision === 'reject').map(({ offerId }) => offerId),
  )
  const found: FoundOffer[] = [
    ...offersOfSearch(search, verdicts),
    ...entries.map(({ offer, details, searchId }) => ({ offer, details, productId: searchId ?? undefined })),
    ...records.flatMap(matchesOf),
  ]
  return found.map((each) => (rejected.has(each.offer.offerId) ? { ...each, productId: undefined } : each))
}

/** Only one that shows the searched photo is the product for certain. */
function offersOfSearch(search: Search | null, verdicts: Verdicts): FoundOffer[] {
  if (!search) return []
  const { lists, further = [], details = {}, source } = search
  const all = [lists, ...further.map((photo) => photo.lists)].flatMap((each) => Object.values(each))
  const savedId = source.incognito ? undefined : savedIdOf(search)
  return all
    .flatMap(({ offers }) => offers)
    .map((offer) => {
      const loaded = details[offer.offerId]
      return {
        offer,
        details: loaded?.state === 'done' ? loaded.offer : undefined,
        productId: verdicts[offer.offerId]?.kind === 'same' ? savedId : undefined,
      }
    })
}

/** The offers of a saved search that show its photo. */
function matchesOf({ id, lists, details, verdicts = {} }: SearchRecord): FoundOffer[] {
  return Object.values(lists)
    .flatMap(({ offers }) => offers)
    .filter(({ offerId }) => verdicts[offerId] === 'same')
    .map((offer) => ({ offer, details: details[offer.offerId]?.offer, productId: id }))
}
