import { texts } from '../../i18n/index.ts'
import { titleOf } from '../format/text.ts'
import { OfferActions } from '../offer/offer-actions.tsx'
import { yuanRange } from '../offer/price-text.ts'
import { countsText, marksOf, type PhotoGroup, type ReuseRow } from './reuse-text.ts'

interface Props {
  group: PhotoGroup
  /** The searched picture; without one the group's photo is that of its first offer. */
  picture: string | undefined
  /** Compares an offer's photo with the searched one. */
  onComparePhotos(offerId: string): void
}

const CLASSES = { mine: 'reused-photo yours', likely: 'reused-photo likely', other: 'reused-photo' }

/** One photo and the offers that show it. */
export function ReusedPhotoView({ group, picture, onComparePhotos }: Props) {
  const { kind, title, rows } = group
  const address = picture ?? rows[0]?.offer.imageUrl
  return (
    <section class={CLASSES[kind]}>
      <header>
        {address && <img class="query-photo" src={address} alt="" referrerpolicy="no-referrer" />}
        <div class="header-text">
          <h2>{title}</h2>
          <p class="subtitle">{countsText(rows)}</p>
        </div>
      </header>
      <ul>
        {rows.map((row) => (
          <Row key={row.offer.offerId} row={row} onComparePhotos={picture ? onComparePhotos : undefined} />
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
        {/* The address of a shop is not known, and a guessed one may be another seller's: the offer names its shop. */}
        <a class="supplier-link" href={offer.detailUrl} target="_blank" rel="noreferrer noopener">
          {offer.supplier.name ? <bdi lang="zh">{offer.supplier.name}</bdi> : t.supplierUnnamed}
        </a>
        <div class="title" dir="auto">
          {titleOf(offer)}
        </div>
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
