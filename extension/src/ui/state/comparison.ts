import type { Offer } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'
import { isSameProduct } from '../../db/products.ts'
import { type ComparedProduct, comparedItem, comparedProductItem } from '../../model/stored-items.ts'

/** More columns would be too narrow to read. */
export const MAX_COMPARED = 4

/** The offers that are compared, and the product that they are compared for. */
export interface Comparison {
  offers: Offer[]
  product: ComparedProduct | null
}

/** With the offer added or removed; `undefined` if there is no space for it. */
export function toggled(compared: Offer[], offer: Offer): Offer[] | undefined {
  const others = compared.filter(({ offerId }) => offerId !== offer.offerId)
  if (others.length < compared.length) return others
  return compared.length < MAX_COMPARED ? [...compared, offer] : undefined
}

export interface ComparisonChange {
  /** `other`: a comparison for another product began. `full`: there was no space for the offer. */
  kind: 'added' | 'removed' | 'other' | 'full'
  before: Comparison
  now: Comparison
  /** The offers of both products, where there is space for them. */
  together?: Comparison | undefined
}

/**
 * Adds the offer, or removes it. One that was found for another product begins a comparison of its own. Where one of the
 * products is unknown, nothing says that they differ.
 *
 * @param products those that the offer was found for, the likeliest first
 */
export function changed(before: Comparison, offer: Offer, products: ComparedProduct[]): ComparisonChange {
  const { offers, product } = before
  const [first = null] = products
  const alone = { offers: [offer], product: first }
  if (offers.length === 0) return { kind: 'added', before, now: alone }
  const next = toggled(offers, offer)
  if (next && next.length < offers.length) return { kind: 'removed', before, now: { offers: next, product } }
  const add = (to: ComparedProduct | null) => next && { offers: next, product: to }
  const same = product && products.find(({ keys }) => isSameProduct(product.keys, keys))
  const joined = product?.joinedKeys && products.find(({ keys }) => hasCommon(keys, product.joinedKeys))
  if (product && first && !same && !joined) {
    const joinedKeys = [...(product.joinedKeys ?? []), ...first.keys]
    return { kind: 'other', before, now: alone, together: add({ ...product, joinedKeys }) }
  }
  const added = add(product && same ? { ...product, keys: together(product.keys, same.keys) } : product)
  return added ? { kind: 'added', before, now: added } : { kind: 'full', before, now: before }
}

function together(keys: string[], more: string[]): string[] {
  return [...new Set([...keys, ...more])]
}

function hasCommon(keys: string[], others: string[] = []): boolean {
  return keys.some((key) => others.includes(key))
}

let toggling: Promise<unknown> = Promise.resolve()

/**
 * Adds or removes a stored offer. Calls run one after the other: if two keys are pressed quickly, the view does not know
 * the result of the first yet.
 *
 * @param productsOf the products that an offer was found for
 */
export function toggleCompared(
  offer: Offer,
  productsOf: (offer: Offer) => Promise<ComparedProduct[]>,
): Promise<ComparisonChange> {
  const toggle = async () => {
    const change = changed(await storedComparison(), offer, await productsOf(offer))
    if (change.kind !== 'full') await storeComparison(change.now)
    return change
  }
  const done = toggling.then(toggle, toggle)
  toggling = done
  return done
}

async function storedComparison(): Promise<Comparison> {
  const [offers, product] = await Promise.all([comparedItem.getValue(), comparedProductItem.getValue()])
  return { offers, product }
}

/** Both at once, so that no view sees the offers of one product under the name of another. */
export async function storeComparison({ offers, product }: Comparison): Promise<void> {
  await storage.setItems([
    { item: comparedItem, value: offers },
    { item: comparedProductItem, value: product },
  ])
}
