import type { Candidate } from '../../batch/decisions/candidates.ts'
import { texts } from '../../i18n/index.ts'
import type { OfferDetails } from '../../model/search.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { minimumOf } from '../../pricing/price-at.ts'
import { PureComponent } from '../components/pure-component.ts'
import { titleOf, whole } from '../format/text.ts'
import { Thumbnail } from '../offer/thumbnail.tsx'
import { languageOf } from '../offer/variant-facts.tsx'
import { verdictName, verdictText } from '../photo-match/verdict-text.ts'
import { MarginCell, OfferCell, PriceCell, SupplierCell, Unknown } from './candidate-cells.tsx'

/** How many have a key. */
export const KEYED = 9

export interface CandidateHandlers {
  take(candidate: Candidate): void
  comparePhotos(offerId: string): void
  showSupplier(supplier: string): void
  getDetails(offerIds: readonly string[]): void
  highlight(offerId: string): void
}

interface Props {
  candidate: Candidate
  /** From 0. */
  place: number
  details: OfferDetails | undefined
  /** `undefined` until its photo was compared. */
  match: OfferPhotoVerdict | undefined
  isChosen: boolean
  isHighlighted: boolean
  /** Of how many of the user's products its supplier has the photo. */
  products: number
  handlers: CandidateHandlers
}

/** One offer for the current product. */
export class CandidateRow extends PureComponent<Props> {
  override render({ candidate, place, details, match, isChosen, isHighlighted, products, handlers }: Props) {
    const { desk: t, notCompared } = texts()
    const { priced, verdict, margin } = candidate
    const { offer, at } = priced
    const minimum = minimumOf(offer)
    const classes = ['candidate', isChosen && 'chosen', isHighlighted && 'highlighted']
    return (
      <tr
        class={classes.filter(Boolean).join(' ')}
        data-offer={offer.offerId}
        onFocusIn={() => handlers.highlight(offer.offerId)}
      >
        <td class="col-take">
          <button
            type="button"
            class={isChosen ? 'take taken' : 'take'}
            aria-pressed={isChosen}
            aria-keyshortcuts={place < KEYED ? String(place + 1) : undefined}
            onClick={() => handlers.take(candidate)}
          >
            {place < KEYED && <kbd>{place + 1}</kbd>} <span>{isChosen ? t.taken : t.take}</span>
            <ForScreenReaders title={titleOf(offer)} />
          </button>
        </td>
        <td class="col-photo">
          <button
            type="button"
            class="candidate-photo"
            title={match ? `${verdictText(match)}\n${t.comparePhotos}` : t.comparePhotos}
            onClick={() => handlers.comparePhotos(offer.offerId)}
          >
            <Thumbnail url={offer.imageUrl} />
            <span class={`candidate-verdict ${verdict ?? 'unknown'}`}>
              {match ? verdictName(match) : notCompared}
            </span>
            <ForScreenReaders title={titleOf(offer)} />
          </button>
        </td>
        <th scope="row" class="col-offer">
          <OfferCell priced={priced} />
        </th>
        <td class="col-price">
          <PriceCell priced={priced} details={details} getDetails={handlers.getDetails} />
        </td>
        <td class="col-minimum">
          <span
            class={at.belowMinimum ? 'below-minimum' : undefined}
            title={at.belowMinimum && minimum !== null ? texts().belowMinimum(whole(minimum)) : undefined}
          >
            {minimum === null ? <Unknown /> : whole(minimum)}
          </span>
        </td>
        <td class="col-margin">
          <MarginCell margin={margin} />
        </td>
        <td class="col-supplier">
          <SupplierCell priced={priced} products={products} showSupplier={handlers.showSupplier} />
        </td>
      </tr>
    )
  }
}

/** Which offer a button is of. */
function ForScreenReaders({ title }: { title: string }) {
  return (
    <span class="visually-hidden own-text" lang={languageOf(title)}>
      {title}
    </span>
  )
}
