import type { ShortlistEntry } from '../../db/schema.ts'
import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { priceOffer } from '../../pricing/priced-offer.ts'
import type { ExportRow } from '../export/use-export-input.ts'
import type { AppState } from '../state/app-context.tsx'
import { detailsOfEntry } from '../state/entry-details.ts'

export type ShortlistRow = ExportRow & { entry: ShortlistEntry }

/** The saved offers, the latest first, with the details that are known of them. */
export function shortlistRows(
  { shortlist, preferences, money, assumptions }: AppState,
  search: Search | null,
): ShortlistRow[] {
  const t = texts()
  const entries = [...shortlist.values()].sort((a, b) => b.at - a.at)
  return entries.map((entry) => {
    const details = detailsOfEntry(entry, search)
    return {
      entry,
      row: priceOffer(entry.offer, details, preferences.quantity, money, assumptions),
      note: entry.note,
      decision: t.decisions[entry.decision],
      contacted: entry.contacted,
      searchId: entry.searchId,
    }
  })
}
