import { productKeysOf } from '../../db/product-keys.ts'
import { type ProductChange, saveProduct } from '../../db/products.ts'
import { LISTING_FIGURES, type ProductFigures } from '../../model/assumptions.ts'
import type { SentPicture } from '../../model/picture.ts'
import { type Search, savedIdOf } from '../../model/search.ts'
import { productFiguresItem, sellingPriceItem } from '../../model/stored-items.ts'

export type FiguresChange = NonNullable<ProductChange['figures']>

let last: Promise<unknown> = Promise.resolve()

/** Two fields that are changed quickly must not overwrite each other. */
function oneAtATime(work: () => Promise<void>): Promise<void> {
  const done = last.then(work, work)
  last = done
  return done
}

/**
 * Saves figures for the searched product. In the session they stay with those that applied `before`, of an earlier search
 * for example.
 *
 * @param currency of the listing, for the figures that belong to it
 */
export function saveFigures(
  search: Search,
  sent: SentPicture | undefined,
  currency: string,
  change: FiguresChange,
  before: ProductFigures,
): Promise<void> {
  return oneAtATime(async () => {
    const session = await productFiguresItem.getValue()
    const isOfSearch = session && [search.id, search.repeats].includes(session.searchId)
    const base = isOfSearch && (session.currency ?? currency) === currency ? session : before
    await productFiguresItem.setValue(
      typedOnly({ ...base, ...change, currency, searchId: savedIdOf(search) }),
    )
    const [ofListing, others] = split(change)
    await save(search, sent, { figures: others, inCurrency: { currency, figures: ofListing } })
  })
}

/** Saves the selling price of the listing in a currency; `undefined` takes it away. */
export function saveSellingPrice(
  search: Search,
  sent: SentPicture | undefined,
  price: string | undefined,
  currency: string,
): Promise<void> {
  return oneAtATime(async () => {
    await sellingPriceItem.setValue(
      price === undefined ? null : { searchId: savedIdOf(search), price, currency },
    )
    await save(search, sent, { inCurrency: { currency, sellingPrice: price } })
  })
}

/** Nothing is saved of a private window. Where nothing can be saved, the session still has it. */
async function save(search: Search, sent: SentPicture | undefined, change: ProductChange): Promise<void> {
  if (search.source.incognito) return
  await saveProduct(await productKeysOf(search, sent), change).catch(() => {})
}

function split(change: FiguresChange): [ofListing: FiguresChange, others: FiguresChange] {
  const entries = Object.entries(change)
  const isOfListing = ([name]: [string, unknown]) => LISTING_FIGURES.includes(name as keyof ProductFigures)
  return [
    Object.fromEntries(entries.filter(isOfListing)),
    Object.fromEntries(entries.filter((each) => !isOfListing(each))),
  ]
}

function typedOnly<T extends object>(value: T) {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as ProductFigures & { searchId: string; currency: string }
}
