import { storage } from 'wxt/utils/storage'
import {
  type Assumptions,
  DEFAULT_ASSUMPTIONS,
  type LastingAssumptions,
  type ProductFigures,
} from './presets.ts'

/** Remembered until changed. */
export const assumptionsItem = storage.defineItem<LastingAssumptions>('local:assumptions', {
  fallback: DEFAULT_ASSUMPTIONS,
})

/**
 * For the product of one search only, because the weight of yesterday's earrings must not become that of today's chair.
 * Ends with the browser session.
 */
export const productFiguresItem = storage.defineItem<(ProductFigures & { searchId: string }) | null>(
  'session:productFigures',
  { fallback: null },
)

/** What counts for a search: what holds for every product, and the figures that were typed for this one. */
export function assumptionsFor(
  searchId: string,
  lasting: LastingAssumptions,
  figures: (ProductFigures & { searchId: string }) | null,
): Assumptions {
  if (figures?.searchId !== searchId) return lasting
  const { searchId: _, ...ofThisProduct } = figures
  return { ...lasting, ...ofThisProduct }
}
