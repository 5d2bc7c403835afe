import { useMemo } from 'preact/hooks'
import type { ProductEntry } from '../../db/schema.ts'
import { LISTING_FIGURES, type ProductFigures } from '../../model/assumptions.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import {
  productFiguresItem,
  type SellingPrice,
  type SessionFigures,
  sellingPriceItem,
} from '../../model/stored-items.ts'
import { useDatabase, useStored } from './use-stored.ts'

/** What the user typed for the searched product. */
export interface TypedProduct {
  /** In the currency of a listing, or without a listing's currency in `displayCurrency`. */
  figuresIn(currency: string): ProductFigures
  /** The latest last, at most one for each currency. */
  sellingPrices: { price: string; currency: string }[]
}

/**
 * What is saved for the product, and what was typed in this browser session, which alone is there for a private window. Both
 * are written together: the saved one is found again after the session, and by another search of the same product.
 */
export function useTypedProduct(
  search: Search | null | undefined,
  sent: SentPicture | undefined,
): TypedProduct {
  const figures = useStored(productFiguresItem)
  const sellingPrice = useStored(sellingPriceItem)
  const { value: saved } = useDatabase('products', () => readProduct(search, sent), [
    search?.id,
    search?.listing?.productNumber,
    sent?.dataUrl,
  ])
  return useMemo(
    () => typedProductOf(search ?? null, figures ?? null, sellingPrice ?? null, saved),
    [search?.id, search?.repeats, figures, sellingPrice, saved],
  )
}

export function typedProductOf(
  search: Pick<Search, 'id' | 'repeats'> | null,
  session: SessionFigures | null,
  sellingPrice: SellingPrice | null,
  saved: ProductEntry | undefined,
): TypedProduct {
  const isOfSearch = (item: { searchId: string } | null) =>
    item !== null && search !== null && [search.id, search.repeats].includes(item.searchId)
  const typed = isOfSearch(sellingPrice) ? sellingPrice : null
  const earlier = (saved?.inCurrency ?? []).flatMap(({ sellingPrice: price, currency }) =>
    price === undefined || currency === typed?.currency ? [] : [{ price, currency }],
  )
  return {
    figuresIn: (currency) =>
      session && isOfSearch(session) ? sessionFigures(session, currency) : savedFigures(saved, currency),
    sellingPrices: typed ? [...earlier, { price: typed.price, currency: typed.currency }] : earlier,
  }
}

function savedFigures(saved: ProductEntry | undefined, currency: string): ProductFigures {
  return { ...saved?.figures, ...saved?.inCurrency.find((each) => each.currency === currency)?.figures }
}

/** What was typed for a listing in another currency does not count. */
function sessionFigures(
  { searchId: _, currency: typedIn = '', ...figures }: SessionFigures,
  currency: string,
): ProductFigures {
  if (typedIn === '' || typedIn === currency) return figures
  const others = Object.entries(figures).filter(
    ([name]) => !LISTING_FIGURES.includes(name as keyof ProductFigures),
  )
  return Object.fromEntries(others)
}

async function readProduct(search: Search | null | undefined, sent: SentPicture | undefined) {
  if (!search || search.source.incognito) return undefined
  const [{ productKeysOf }, { getProduct }] = await Promise.all([
    import('../../db/product-keys.ts'),
    import('../../db/products.ts'),
  ])
  return getProduct(await productKeysOf(search, sent))
}
