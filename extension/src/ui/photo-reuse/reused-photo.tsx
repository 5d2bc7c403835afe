import { texts } from '../../i18n/index.ts'
import type { ReusedPhoto } from '../../photo-match/reuse.ts'
import { titleOf } from '../format/text.ts'
import { OfferActions } from '../offer/offer-actions.tsx'
import { yuanRange } from '../offer/price-text.ts'
import { countsText, marksOf, type ReuseRow } from './reuse-text.ts'

interface Props {
  title: string
  reuse: ReusedPhoto
  rows: ReuseRow[]
  /** The searched picture. */
  picture: string
  /** Compares an offer's photo with the searched one. */
  onComparePhotos(offerId: string): void
}

/** One photo and the offers that show it. */
export function ReusedPhotoView({ title, reuse, rows, picture, onComparePhotos }: Props) {
  const { isQuery } = reuse
  const address = isQuery ? picture : rows[0]?.offer.imageUrl
  return (
    <section class={isQuery ? 'reused-photo yours' : 'reused-photo'}>
      <header>
        {address && <img class="query-photo" src={address} alt="" referrerpolicy="no-referrer" />}
        <div class="header-text">
          <h2>{title}</h2>
          <p class="subtitle">{countsText(reuse, rows)}</p>
        </div>
      </header>
      <ul>
        {rows.map((row) => (
          <Row key={row.offer.offerId} row={row} onComparePhotos={isQuery ? onComparePhotos : undefined} />
        ))}
      </ul>
    </section>
  )
}

function Row({
  row: { offer, use, price, basis },
  onComparePhotos,
}: {
  row: ReuseRow
  onComparePhotos: Props['onComparePhotos'] | undefined
}) {
  const t = texts()
  const { imageUrl } = offer
  const marks = marksOf(use)
  const picture = imageUrl && <img src={imageUrl} alt="" loading="lazy" referrerpolicy="no-referrer" />
  return (
    <li data-reused-offer={offer.offerId}>
      {onComparePhotos ? (
        <button
          type="button"
          class="small-photo"
          title={t.comparePhotosOpen}
          onClick={() => onComparePhotos(offer.offerId)}
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
          {price === null ? t.priceUnknown : `¥${yuanRange(price)}`}
        </div>
        {basis && <div class="price-basis">{basis}</div>}
        <OfferActions offer={offer} tabIndex={0} />
      </div>
    </li>
  )
}
