import type { Candidate } from '../../extension/src/batch/decisions/candidates.ts'
import { type Batch, type BatchRow, namedPicture } from '../../extension/src/model/batch.ts'

/**
 * A row for programs, one line of JSON. Amounts are decimal strings; what is not known is `null`. `price` holds what is known
 * of the price at `quantity`, in yuan, as `priceAt` in the extension describes it.
 */
export function jsonLine(
  { columns }: Pick<Batch, 'columns'>,
  row: BatchRow,
  candidates: readonly Candidate[],
) {
  const { line, own, picture, state, failure, outcome } = row
  return JSON.stringify({
    line,
    own: Object.fromEntries(named(columns).map((column, index) => [column, own[index] ?? ''])),
    picture: namedPicture(picture),
    state,
    failure: failure ? { code: failure.code, detail: failure.detail ?? null } : null,
    searchedAt: outcome ? new Date(outcome.at).toISOString() : null,
    offers: outcome?.offers ?? null,
    // Nothing is known of photos that nobody compared.
    photos: outcome?.compared
      ? { compared: outcome.compared, same: outcome.same, likely: outcome.likely }
      : null,
    candidates: candidates.map(candidateOf),
  })
}

function candidateOf({ priced: { offer, quantity, at }, verdict, place, margin }: Candidate) {
  const { unitPrice, atMinimum, variantPrices, listPrice, basis } = at
  return {
    offerId: offer.offerId,
    place,
    photo: verdict,
    title: offer.title,
    titleTranslated: offer.titleTranslated,
    detailUrl: offer.detailUrl,
    imageUrl: offer.imageUrl,
    quantity,
    price: { currency: 'CNY', basis, unitPrice, atMinimum, variantPrices, listPrice },
    minOrder: offer.minOrder,
    supplier: {
      name: offer.supplier.name,
      location: offer.supplier.location,
      years: offer.supplier.years,
    },
    margin: margin && {
      ...{ low: margin.margin?.low ?? null, high: margin.margin?.high ?? null, bound: margin.bound },
      ...{ doubts: margin.doubts, missing: margin.missing, estimated: margin.estimated },
    },
  }
}

/** Two columns may have the same header, or none. */
function named(columns: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const times = (seen.get(column) ?? 0) + 1
    seen.set(column, times)
    return times === 1 ? column : `${column} (${times})`
  })
}
