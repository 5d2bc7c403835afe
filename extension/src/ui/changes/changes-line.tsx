import type { SearchChanges } from '../../db/changes.ts'
import { texts } from '../../i18n/index.ts'
import { money as yuan } from '../format/numbers.ts'
import { titleOf } from '../format/offer-title-text.ts'
import { ago } from '../format/relative-time.ts'

/** What has changed since the same search was made before. */
export function ChangesLine({ difference }: { difference: SearchChanges }) {
  const t = texts()
  const { counts, gone, suppliers, complete, since } = difference
  const words = [
    counts.cheaper > 0 && t.priceDrops(counts.cheaper),
    counts.dearer > 0 && t.priceIncreases(counts.dearer),
    counts.minimumChanged > 0 && t.minimumChanges(counts.minimumChanged),
    counts.fresh > 0 && t.newOffers(counts.fresh),
    counts.gone > 0 && t.goneOffers(counts.gone),
  ].filter(Boolean)
  return (
    <details class="changes">
      <summary>
        {t.changesSince(ago(since))} {words.length > 0 ? words.join(' · ') : t.noChanges}
      </summary>
      {gone.length > 0 && (
        <ul>
          {gone.map((offer) => (
            <li key={offer.offerId}>
              <a href={offer.detailUrl} target="_blank" rel="noreferrer noopener">
                {titleOf(offer)}
              </a>{' '}
              {offer.price !== null && `¥${yuan(offer.price)}`}
            </li>
          ))}
        </ul>
      )}
      {suppliers.gone.length > 0 && (
        <p>
          {t.goneSuppliers} <span lang="zh">{suppliers.gone.join('、')}</span>
        </p>
      )}
      {suppliers.fresh.length > 0 && (
        <p>
          {t.newSuppliers} <span lang="zh">{suppliers.fresh.join('、')}</span>
        </p>
      )}
      {counts.notSeenYet > 0 && <p>{t.maybeOnLaterPage(counts.notSeenYet)}</p>}
      {!(complete.now && complete.earlier) && <p>{t.changesIncomplete}</p>}
    </details>
  )
}
