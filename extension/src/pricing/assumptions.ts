import type { Assumptions, LastingAssumptions, ProductFigures } from '../model/assumptions.ts'

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
