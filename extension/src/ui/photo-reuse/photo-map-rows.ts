import type { PhotoMapRow } from '../../export/photo-map.ts'
import { joinList, texts } from '../../i18n/index.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { verdictText } from '../photo-match/verdict-text.ts'
import { marksOf, type PhotoGroup, type ReuseRow } from './reuse-text.ts'

/** The rows of the exported map, in the order of the view. */
export function photoMapRows(
  groups: readonly PhotoGroup[],
  verdicts: Record<string, OfferPhotoVerdict>,
): PhotoMapRow[] {
  const t = texts()
  const others = groups.filter(({ kind }) => kind === 'other')
  return groups.flatMap((group) =>
    group.rows.map((row): PhotoMapRow => {
      const verdict = verdicts[row.offer.offerId]
      return {
        offer: row.offer,
        photo:
          group.kind === 'other'
            ? { other: others.indexOf(group) + 1 }
            : { mine: (group.kind === 'mine' ? group.reuse.photo : verdict?.photo) ?? 1 },
        // What is the same as a copy may be too different from the photo itself.
        verdict: group.kind === 'mine' ? sameText(row) : verdict ? verdictText(verdict) : t.notCompared,
        price: row.price,
        priceBasis: row.basis,
      }
    }),
  )
}

function sameText({ use }: ReuseRow): string {
  const { same } = texts().photoVerdicts
  const marks = marksOf(use)
  return marks.length > 0 ? `${same}: ${joinList(marks)}` : same
}
