import { texts } from '../../i18n/index.ts'
import type { ReusedPhoto } from '../../photo-match/reuse.ts'
import { money, titleOf } from '../format/text.ts'
import { OfferActions } from '../offer/offer-actions.tsx'
import { countsText, marksOf, type ReuseRow } from './reuse-text.ts'

interface Props {
  title: string
  reuse: ReusedPhoto
  rows: ReuseRow[]
  /** The picture that was searched. */
  picture: string
  /** Lays an offer's picture beside the one that was searched. */
  onPair(offerId: string): void
}

/** One photo, and whose offers show it. */
export function ReusedPhotoView({ title, reuse, rows, picture, onPair }: Props) {
  const { isQuery } = reuse
  const shown = isQuery ? picture : rows[0]?.offer.imageUrl
  return (
    <section class={isQuery ? 'reused-photo yours' : 'reused-photo'}>
      <header>
        {shown && <img class="query-photo" src={shown} alt="" referrerpolicy="no-referrer" />}
        <div class="header-text">
          <h2>{title}</h2>
          <p class="subtitle">{countsText(reuse, rows)}</p>
        </div>
      </header>
      <ul>
        {rows.map((row) => (
          <Row key={row.offer.offerId} row={row} onPair={isQuery ? onPair : undefined} />
        ))}
      </ul>
    </section>
  )
}

function Row({ row: { offer, use, price }, onPair }: { row: ReuseRow; onPair: Props['onPair'] | undefined }) {
  const t = texts()
  const { imageUrl } = offer
  const marks = marksOf(use)
  const picture = imageUrl && <img src={imageUrl} alt="" loading="lazy" referrerpolicy="no-referrer" />
  return (
    <li data-reused-offer={offer.offerId}>
      {onPair ? (
        <button
          type="button"
          class="small-photo"
          title={t.comparePhotosOpen}
          onClick={() => onPair(offer.offerId)}
        >
          {picture}
        </button>
      ) : (
        <span class="small-photo">{picture}</span>
      )}
      <div class="offer-text">
        <div class="supplier-line">
          {offer.supplier.name ? (
            <bdi class="supplier-name" lang="zh">
              {offer.supplier.name}
            </bdi>
          ) : (
            t.supplierUnnamed
          )}
        </div>
        <a class="title" href={offer.detailUrl} target="_blank" rel="noreferrer noopener" dir="auto">
          {titleOf(offer)}
        </a>
        {marks.length > 0 && (
          <div class="marks">
            {marks.map((mark) => (
              <span key={mark} class="badge">
                {mark}
              </span>
            ))}
          </div>
        )}
      </div>
      <div class="price-column">
        <div class={price === null ? 'price unknown' : 'price'}>
          {price === null ? t.priceUnknown : `¥${money(price)}`}
        </div>
        <OfferActions offer={offer} tabIndex={0} />
      </div>
    </li>
  )
}
