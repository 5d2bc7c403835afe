import { useEffect, useState } from 'preact/hooks'
import { isSameProduct } from '../../db/products.ts'
import { getSearch } from '../../db/searches.ts'
import type { SentPicture } from '../../model/picture.ts'
import { offerIdsOf, type Search, savedIdOf } from '../../model/search.ts'
import { type ComparedProduct, comparedProductItem } from '../../model/stored-items.ts'
import { useApp } from '../state/app-context.tsx'
import { keysOf } from '../state/compared-product.ts'
import { useStored } from '../state/use-stored.ts'

export interface ComparedFor {
  /** `null` if it is not known. */
  product: ComparedProduct | null
  /** Whether it is that of the current search. */
  isCurrent: boolean
  /** Whether its search is in the history. */
  canOpen: boolean
}

/** The product that offers are compared for; `undefined` until it has been read. */
export function useComparedProduct(
  search: Search | null,
  sent: SentPicture | undefined,
): ComparedFor | undefined {
  const { compared } = useApp()
  const product = useStored(comparedProductItem)
  const [comparedFor, setComparedFor] = useState<ComparedFor>()
  const inputs = [search?.id, search?.listing?.productNumber, sent?.bytes, product, compared]
  useEffect(() => {
    if (product === undefined) return
    let isWanted = true
    find(product).then((next) => isWanted && setComparedFor(next))
    return () => {
      isWanted = false
    }
  }, inputs)
  return comparedFor

  async function find(product: ComparedProduct | null): Promise<ComparedFor> {
    if (!product) {
      const found = new Set(search && offerIdsOf(search))
      return { product, isCurrent: compared.every(({ offerId }) => found.has(offerId)), canOpen: false }
    }
    const isCurrent = search !== null && isSameProduct(product.keys, await keysOf(search, sent))
    const isElsewhere = !search || savedIdOf(search) !== product.savedId
    const saved =
      isCurrent || !isElsewhere ? undefined : await getSearch(product.savedId).catch(() => undefined)
    return { product, isCurrent, canOpen: saved !== undefined }
  }
}
