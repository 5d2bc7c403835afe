import type { Offer } from '@find-on-1688/shared'
import { Component, type ComponentChild, type ComponentChildren, Fragment } from 'preact'
import { isChinese, texts } from '../../i18n/index.ts'
import { badgesByTrust } from '../../model/badges.ts'
import type { OfferDetails } from '../../model/search.ts'
import { type KnownOffer, notForSale } from '../../model/variant-match.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import type { Margin } from '../../pricing/margin.ts'
import { minimumOf } from '../../pricing/price-at.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { PureComponent } from '../components/pure-component.ts'
import { percent, whole } from '../format/text.ts'
import { doubtSteps, marginText, missingText, moneyText, percentText } from '../margin/margin-text.ts'
import { DetailsLink, OldDetails, priceTiers } from '../offer/offer-price.tsx'
import { PlaceName } from '../offer/place-name.tsx'
import { cheaperOrderText, priceBasis, priceBasisTooltip, yuanRange } from '../offer/price-text.ts'
import { labelOf, SupplierName, tooltipOf } from '../offer/supplier.tsx'
import { Thumbnail } from '../offer/thumbnail.tsx'
import { NotForSale, PricedVariant, pricedVariant } from '../offer/variant-facts.tsx'
import { verdictName, verdictText } from '../photo-match/verdict-text.ts'

export interface RowHandlers {
  save(offer: Offer): void
  compare(offer: Offer): void
  current(offerId: string): void
  enlarge(offerId: string | undefined): void
  comparePhotos(offerId: string): void
}

interface RowProps {
  priced: PricedOffer
  details: OfferDetails | undefined
  verdict: OfferPhotoVerdict | undefined
  margin: Margin | undefined
  currency: string
  /** What has changed since an earlier search, or how many photos found it. */
  note: string | undefined
  canLoadTiers: boolean
  /** Whether shortcuts act on it; only then can its controls be reached by Tab. */
  isCurrent: boolean
  isSaved: boolean
  isCompared: boolean
  handlers: RowHandlers
}

/** One offer. It is drawn again only if something about it has changed: a table may have hundreds of rows. */
export class OfferTableRow extends PureComponent<RowProps> {
  override render({ priced, details, verdict, margin, currency, ...rest }: RowProps) {
    const { note, canLoadTiers, isCurrent, isSaved, isCompared, handlers } = rest
    const t = texts()
    const { offer, at } = priced
    const { supplier, monthlySales, repurchaseRate } = offer
    const tabIndex = isCurrent ? 0 : -1
    const minimum = minimumOf(offer)
    return (
      <tr
        class={isCurrent ? 'offer current' : 'offer'}
        data-offer={offer.offerId}
        onFocusIn={() => handlers.current(offer.offerId)}
      >
        <PhotoCell offerId={offer.offerId} url={offer.imageUrl} tabIndex={tabIndex} handlers={handlers} />
        <VerdictCell
          offerId={offer.offerId}
          verdict={verdict}
          tabIndex={tabIndex}
          comparePhotos={handlers.comparePhotos}
        />
        <TitleCell offer={offer} note={note} />
        <Cell name="supplier">{supplier.name && <SupplierName name={supplier.name} />}</Cell>
        <Cell name="badges">{badgesOf(offer, tabIndex)}</Cell>
        <Cell name="place">{supplier.location && <PlaceName location={supplier.location} />}</Cell>
        <Cell name="years">{supplier.years}</Cell>
        <Cell name="sales">{monthlySales !== null && whole(monthlySales)}</Cell>
        <Cell name="reorder">{repurchaseRate !== null && percent(repurchaseRate)}</Cell>
        <Cell name="minimum">
          {minimum !== null && (
            <span
              class={at.belowMinimum ? 'min-order below-minimum' : 'min-order'}
              data-tooltip={at.belowMinimum ? t.belowMinimum(whole(minimum)) : undefined}
            >
              {whole(minimum)}
            </span>
          )}
        </Cell>
        <Cell name="price">{priceOf(priced, tabIndex)}</Cell>
        <Cell name="converted">{convertedOf(priced, currency)}</Cell>
        <Cell
          name="tiers"
          more={canLoadTiers && <OldDetails offerId={offer.offerId} details={details} tabIndex={tabIndex} />}
        >
          {tiersOf(priced, { details, tabIndex, canLoad: canLoadTiers })}
        </Cell>
        <Cell name="margin">{margin && <MarginText margin={margin} tabIndex={tabIndex} />}</Cell>
        <td class="col-details">
          <DetailsLink
            offerId={offer.offerId}
            costs={canLoadTiers && details?.state !== 'done'}
            tabIndex={tabIndex}
          />
        </td>
        <td class="col-save">
          <button
            type="button"
            class="offer-action save"
            tabIndex={tabIndex}
            aria-pressed={isSaved}
            onClick={() => handlers.save(offer)}
          >
            {isSaved ? t.offerIsSaved : t.saveOffer}
          </button>
        </td>
        <td class="col-compare">
          <button
            type="button"
            class="offer-action compare"
            tabIndex={tabIndex}
            aria-pressed={isCompared}
            onClick={() => handlers.compare(offer)}
          >
            {isCompared ? t.isCompared : t.compare}
          </button>
        </td>
      </tr>
    )
  }
}

/** What is not known is a dash to the eye. */
function Unknown({ text }: { text?: string | undefined }) {
  return (
    <>
      <span class="unknown" aria-hidden="true">
        –
      </span>
      <span class="visually-hidden">{text ?? texts().amountUnknown}</span>
    </>
  )
}

interface CellProps {
  name: string
  children: ComponentChildren
  /** After what is or is not known. */
  more?: ComponentChildren
}

function Cell({ name, children, more }: CellProps) {
  const isUnknown = children === null || children === undefined || children === false || children === ''
  return (
    <td class={`col-${name}`}>
      {isUnknown ? <Unknown /> : children} {more}
    </td>
  )
}

interface PhotoProps {
  offerId: string
  url: string | null
  tabIndex: number
  handlers: RowHandlers
}

/** So that a pointer that only passes enlarges nothing. */
const HOVER_MS = 250

class PhotoCell extends Component<PhotoProps> {
  timer: ReturnType<typeof setTimeout> | undefined

  override render({ offerId, url, tabIndex, handlers }: PhotoProps) {
    const shrink = () => {
      clearTimeout(this.timer)
      handlers.enlarge(undefined)
    }
    return (
      <td class="col-photo">
        <button
          type="button"
          class="offer-photo"
          aria-label={texts().comparePhotosOpen}
          tabIndex={tabIndex}
          onMouseEnter={() => {
            this.timer = setTimeout(() => handlers.enlarge(offerId), HOVER_MS)
          }}
          onMouseLeave={shrink}
          onClick={() => {
            shrink()
            handlers.comparePhotos(offerId)
          }}
        >
          <Thumbnail url={url} />
        </button>
      </td>
    )
  }
}

interface VerdictProps {
  offerId: string
  verdict: OfferPhotoVerdict | undefined
  tabIndex: number
  comparePhotos(offerId: string): void
}

/** Empty until the photo was compared. */
function VerdictCell({ offerId, verdict, tabIndex, comparePhotos }: VerdictProps) {
  if (!verdict) return <td class="col-verdict" />
  if (verdict.kind === 'not-checked')
    return (
      <td class="col-verdict">
        <Unknown text={verdictText(verdict)} />
      </td>
    )
  return (
    <td class="col-verdict">
      <button
        type="button"
        class={`verdict-badge ${verdict.kind}`}
        data-tooltip={verdictText(verdict)}
        tabIndex={tabIndex}
        onClick={() => comparePhotos(offerId)}
      >
        {verdictName(verdict)}
      </button>
    </td>
  )
}

/** It names the row. Its link covers the row. */
function TitleCell({ offer, note }: { offer: Offer; note: string | undefined }) {
  const { title, titleTranslated, detailUrl } = offer
  const translated = isChinese() || titleTranslated === title ? null : titleTranslated
  return (
    <th scope="row" class="col-title">
      <div class="title" title={translated ? `${translated}\n${title}` : title} dir="auto">
        {note && <span class="change-badge">{note} </span>}
        <a class="offer-link" href={detailUrl} target="_blank" rel="noreferrer noopener">
          {translated ?? <span lang="zh">{title}</span>}
        </a>
      </div>
    </th>
  )
}

/** That it cannot be bought counts as one. */
function badgesOf(offer: KnownOffer, tabIndex: number): ComponentChild {
  const isClosed = notForSale(offer) !== undefined
  const badges = badgesByTrust(offer)
  if (badges.length === 0 && !isClosed) return null
  const shown = badges.slice(0, isClosed ? 1 : 2).map((badge) => (
    <Fragment key={badge}>
      <span
        class={badge === 'patented' ? 'badge warn' : 'badge'}
        data-tooltip={tooltipOf(badge)}
        tabIndex={tabIndex}
      >
        {labelOf(badge)}
      </span>{' '}
    </Fragment>
  ))
  return (
    <>
      <NotForSale offer={offer} tabIndex={tabIndex} /> {shown}
    </>
  )
}

/** By quantity, or the variants that the price is of. */
function tiersOf(
  priced: PricedOffer,
  more: Omit<Parameters<typeof priceTiers>[0], 'priced'>,
): ComponentChild {
  if (pricedVariant(priced)) return <PricedVariant priced={priced} tabIndex={more.tabIndex} />
  return priceTiers({ priced, ...more }) ?? (priced.at.basis === 'variants' && texts().byVariant)
}

/** A price that is not the one at the quantity is underlined with dots, and says which it is. */
function priceOf(priced: PricedOffer, tabIndex: number): ComponentChild {
  const { at, shown, quantity } = priced
  if (!shown) return null
  const basis = priceBasis(at)
  const cheaper = cheaperOrderText(at, quantity)
  if (!basis && !cheaper) return <span class="price">{yuanRange(shown)}</span>
  return (
    <span
      class={basis ? 'price not-certain' : 'price cheaper-order'}
      data-tooltip={[basis, priceBasisTooltip(at), cheaper].filter(Boolean).join('\n')}
      tabIndex={tabIndex}
    >
      {yuanRange(shown)}
      {basis && <span class="visually-hidden"> {basis}</span>}
    </span>
  )
}

function convertedOf({ converted }: PricedOffer, currency: string): ComponentChild {
  return converted && moneyText({ low: converted.low, high: converted.high ?? converted.low }, currency)
}

function MarginText({ margin, tabIndex }: { margin: Margin; tabIndex: number }) {
  if (!margin.margin)
    return (
      <span data-tooltip={missingText(margin)} tabIndex={tabIndex}>
        <Unknown text={missingText(margin)} />
      </span>
    )
  const [doubt] = doubtSteps(margin)
  const sign = { atLeast: '≥ ', atMost: '≤ ', open: '' }[margin.bound ?? 'open']
  const { low, high } = margin.margin
  const side = { atLeast: { low, high: low }, atMost: { low: high, high }, open: { low, high } }[
    margin.bound ?? 'open'
  ]
  return (
    <span
      class={doubt ? 'not-certain' : `margin-verdict ${margin.verdict ?? ''}`}
      data-tooltip={doubt && `${marginText(margin)}\n${doubt}`}
      tabIndex={doubt ? tabIndex : undefined}
    >
      {sign}
      {percentText(side)}
      {doubt && <span class="visually-hidden"> {doubt}</span>}
    </span>
  )
}
