import { useEffect } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { comparedItem, hiddenComparedItem } from '../../model/stored-items.ts'
import { type PricedOffer, priceOffer } from '../../pricing/priced-offer.ts'
import { Message } from '../components/message.tsx'
import { ExportMenu } from '../export/export-menu.tsx'
import { titleOf } from '../format/text.ts'
import { DetailsBatchLine } from '../offer/details-batch.tsx'
import { DetailsLink } from '../offer/offer-price.tsx'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { useApp } from '../state/app-context.tsx'
import { detailsOfEntry } from '../state/entry-details.ts'
import { useStored } from '../state/use-stored.ts'
import { bestOf } from './best-values.ts'
import { type Criterion, useCriteria } from './criteria.tsx'
import { CriteriaMenu } from './criteria-menu.tsx'
import { type ComparedFor, useComparedProduct } from './use-compared-product.ts'

interface Props {
  search: Search | null
  /** What was sent for it. */
  sent: SentPicture | undefined
}

/** Up to four offers of one product side by side. Missing data is shown as unknown. */
export function CompareView({ search, sent }: Props) {
  const t = texts()
  const { compared, preferences, money, assumptions, shortlist, notify, navigate } = useApp()
  const { compare } = useOfferActions()
  const comparedFor = useComparedProduct(search, sent)
  const hiddenIds = useStored(hiddenComparedItem)
  const criteria = useCriteria(search, comparedFor?.isCurrent ?? false)
  const comparedIds = compared.map(({ offerId }) => offerId).join()
  // Offers of earlier searches may have details that are stored.
  useEffect(
    () => sendToBackground({ type: 'storedDetails', offerIds: comparedIds.split(',').filter(Boolean) }),
    [comparedIds],
  )
  if (compared.length === 0) return <Message alone title={t.compareEmpty} text={t.compareEmptyHint} />
  if (!comparedFor || !hiddenIds) return null
  const hiddenOffers = hiddenIds.filter((id) => compared.some(({ offerId }) => offerId === id))
  const all = compared.map((offer) => {
    const entry = shortlist.get(offer.offerId)
    const details =
      (entry && detailsOfEntry(entry, search, comparedFor.isCurrent)) ?? search?.details?.[offer.offerId]
    return priceOffer(offer, details, preferences.quantity, money, assumptions)
  })
  const rows = all.filter(({ offer }) => !hiddenOffers.includes(offer.offerId))
  const { product, isCurrent } = comparedFor
  // The page may have been read only after the first offer was chosen.
  const name = (isCurrent && search?.listing?.title) || product?.name
  const clear = async () => {
    await comparedItem.setValue([])
    notify(t.compareCleared, () => comparedItem.setValue(compared))
  }
  return (
    <div class="compare-view">
      <div class="view-header">
        <h1>{t.compareCount(compared.length)}</h1>
        <CriteriaMenu criteria={criteria} offers={compared} hiddenOffers={hiddenOffers} />
        <button
          type="button"
          class="secondary message-suppliers"
          onClick={() => navigate('contact', 'compare')}
        >
          {t.contact.actionShort}
        </button>
        <ExportMenu
          rows={rows.map((row) => {
            const { searchId, contacted } = shortlist.get(row.offer.offerId) ?? {}
            return { row, searchId, contacted }
          })}
          search={search}
        />
        <button type="button" class="secondary clear-compare" onClick={clear}>
          {t.clearCompare}
        </button>
        {name && <p class="compared-product">{t.comparedFor(name)}</p>}
      </div>
      {product && !isCurrent && search && <OfOtherProduct comparedFor={comparedFor} />}
      {search?.lists[search.mode]?.provider === 'crossborder' && (
        <div class="list-summary">
          <div class="note">
            <DetailsBatchLine
              search={search}
              offerIds={rows
                .filter(({ at }) => at.basis === 'list' || at.basis === 'unknown')
                .map(({ offer }) => offer.offerId)}
            />
          </div>
        </div>
      )}
      <Comparison
        criteria={criteria.filter(({ id }) => !preferences.hiddenCriteria?.includes(id))}
        rows={rows}
        picture={isCurrent ? (sent?.dataUrl ?? product?.picture) : product?.picture}
        onRemove={compare}
      />
    </div>
  )
}

/** That the comparison is not about the current search, and the way back to the search that it is about. */
function OfOtherProduct({ comparedFor: { product, canOpen } }: { comparedFor: ComparedFor }) {
  const t = texts()
  const { navigate } = useApp()
  const open = () => {
    sendToBackground({ type: 'reopen', id: product?.savedId ?? '' })
    navigate('results')
  }
  return (
    <p class="of-other-product">
      {t.comparedOfOther}{' '}
      {canOpen && (
        <button type="button" class="link open-search" onClick={open}>
          {t.openItsSearch}
        </button>
      )}
    </p>
  )
}

interface ComparisonProps {
  criteria: Criterion[]
  rows: PricedOffer[]
  /** Of the product, if it is known. */
  picture: string | undefined
  onRemove(offer: PricedOffer['offer']): void
}

function Comparison({ criteria, rows, picture, onRemove }: ComparisonProps) {
  const t = texts()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must be able to scroll it.
    <section class="table-scroll" tabIndex={0} aria-label={t.compare}>
      <table class="comparison" style={{ '--columns': rows.length }}>
        <thead>
          <tr>
            <td>{picture && <img class="large-photo" src={picture} alt={t.searchedPictureAlt} />}</td>
            {rows.map(({ offer }) => (
              <th key={offer.offerId} scope="col" data-compared={offer.offerId}>
                {offer.imageUrl ? (
                  <img class="large-photo" src={offer.imageUrl} alt="" referrerpolicy="no-referrer" />
                ) : (
                  <div class="large-photo" />
                )}
                <a href={offer.detailUrl} target="_blank" rel="noreferrer noopener" class="offer-title">
                  {titleOf(offer)}
                </a>
                <DetailsLink offerId={offer.offerId} costs={false} tabIndex={0} />
                <button type="button" class="link remove" onClick={() => onRemove(offer)}>
                  {t.remove}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <Row key={criterion.id} criterion={criterion} rows={rows} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({
  criterion: { id, label, of, better, value },
  rows,
}: {
  criterion: Criterion
  rows: PricedOffer[]
}) {
  const t = texts()
  const best = better && value ? bestOf(rows.map(value), better) : []
  return (
    <tr data-criterion={id}>
      <th scope="row">{label}</th>
      {rows.map((row, at) => (
        <td key={row.offer.offerId} class={best[at] ? 'best' : undefined}>
          {of(row) || <span class="unknown">{t.amountUnknown}</span>}
          {best[at] && <div class="best-mark">{better === 'lowest' ? t.lowestInRow : t.highestInRow}</div>}
        </td>
      ))}
    </tr>
  )
}
