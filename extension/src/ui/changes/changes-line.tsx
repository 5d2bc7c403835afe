import type { SearchChanges } from '../../db/changes.ts'
import { texts } from '../../i18n/index.ts'
import { ago, titleOf, whole, money as yuan } from '../format/text.ts'

/** What has changed since an earlier search with the same picture. */
export function ChangesLine({ changes }: { changes: SearchChanges }) {
  const t = texts()
  const { counts, gone, suppliers, complete, since } = changes
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

/** What has changed about one offer, in a few words for its photo. */
export function changeText(changes: SearchChanges, offerId: string): string | undefined {
  const t = texts()
  const change = changes.offers[offerId]
  if (!change) return undefined
  if (change.isNew) return t.newBadge
  if (change.price) {
    const { direction, from, isListPrice } = change.price
    return `${isListPrice ? `${t.listPrice} ` : ''}${direction === 'down' ? '↓' : '↑'} ¥${yuan(from)}`
  }
  if (change.minOrder) return t.minimumWas(whole(change.minOrder.from))
  return undefined
}
