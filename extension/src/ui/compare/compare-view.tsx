import type { ComponentChild } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import { locale, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Search } from '../../model/search.ts'
import { comparedItem } from '../../model/stored-items.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import { Message } from '../components/message.tsx'
import { ExportMenu } from '../export/export-menu.tsx'
import { percent, titleOf, whole, money as yuan } from '../format/text.ts'
import { marginFor } from '../margin/margin-for.ts'
import { doubtSteps, marginText, missingText } from '../margin/margin-text.ts'
import { DetailsAge } from '../offer/details-age.tsx'
import { DetailsBatchLine } from '../offer/details-batch.tsx'
import { cheaperOrderText, priceBasis, tierTexts, yuanRange } from '../offer/price-text.ts'
import { type PricedOffer, priceOffer } from '../offer/priced-offer.ts'
import { plain } from '../offer/supplier.tsx'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { verdictText } from '../photo-match/verdict-text.ts'
import { useApp } from '../state/app-context.tsx'
import { useSellingPrice } from '../state/selling-price.ts'

interface Fact {
  label: string
  /** Empty if not known. */
  of(row: PricedOffer): ComponentChild
}

/** Up to four offers side by side. Missing data is shown as unknown. */
export function CompareView({ search, picture }: { search: Search | null; picture: string | undefined }) {
  const t = texts()
  const { compared, preferences, money, assumptions, shortlist, notify } = useApp()
  const { compare } = useOfferActions()
  const verdicts = useContext(VerdictsContext)
  const sellingPrice = useSellingPrice(search)
  const comparedIds = compared.map(({ offerId }) => offerId).join()
  // Offers of earlier searches may have details that are stored.
  useEffect(
    () => sendToBackground({ type: 'storedDetails', offerIds: comparedIds.split(',').filter(Boolean) }),
    [comparedIds],
  )
  if (compared.length === 0) return <Message alone title={t.compareEmpty} text={t.compareEmptyHint} />
  const rows = compared.map((offer) => {
    const saved = shortlist.get(offer.offerId)?.details
    const loaded = search?.details?.[offer.offerId]
    const details = saved && loaded?.state !== 'done' ? ({ state: 'done', offer: saved } as const) : loaded
    return priceOffer(offer, details, preferences.quantity, money, assumptions)
  })
  const canLoadTiers = search?.lists[search.mode]?.provider === 'crossborder'
  const clear = async () => {
    await comparedItem.setValue([])
    notify(t.compareCleared, () => comparedItem.setValue(compared))
  }
  return (
    <div class="compare-view">
      <div class="view-header">
        <h1>{t.compareCount(compared.length)}</h1>
        <ExportMenu
          rows={rows.map((row) => ({ row, searchId: shortlist.get(row.offer.offerId)?.searchId }))}
          search={search}
        />
        <button type="button" class="secondary" onClick={clear}>
          {t.clearCompare}
        </button>
      </div>
      {search && canLoadTiers && (
        <div class="list-summary">
          <DetailsBatchLine
            search={search}
            offerIds={rows
              .filter(({ at }) => at.basis === 'list' || at.basis === 'unknown')
              .map(({ offer }) => offer.offerId)}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must be able to scroll it. */}
      <section class="table-scroll" tabIndex={0} aria-label={t.compare}>
        <table class="comparison">
          <thead>
            <tr>
              <td>{picture && <img class="large-photo" src={picture} alt={t.searchedPictureAlt} />}</td>
              {rows.map(({ offer }) => (
                <th key={offer.offerId} scope="col">
                  {offer.imageUrl && (
                    <img class="large-photo" src={offer.imageUrl} alt="" referrerpolicy="no-referrer" />
                  )}
                  <a href={offer.detailUrl} target="_blank" rel="noreferrer noopener" class="offer-title">
                    {titleOf(offer)}
                  </a>
                  <button type="button" class="link" onClick={() => compare(offer)}>
                    {t.remove}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts().map(({ label, of }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {rows.map((row) => (
                  <td key={row.offer.offerId}>{of(row) ?? <span class="unknown">{t.amountUnknown}</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )

  function facts(): Fact[] {
    const { currency } = money
    const all: Fact[] = [
      {
        label: t.photoLabel,
        of: ({ offer }) => {
          const verdict = verdicts[offer.offerId]
          return verdict && verdictText(verdict)
        },
      },
      {
        label: t.priceAt(whole(preferences.quantity)),
        of: (row) => <PriceAtQuantity row={row} isAsked={isAsked(row.offer.offerId)} />,
      },
      {
        label: t.priceIn(currency),
        of: ({ converted }) =>
          converted &&
          [converted.low, converted.high]
            .filter((end, at) => end !== null && (at === 0 || end !== converted.low))
            .map((end) => formatMoney(end ?? '', currency, locale()))
            .join('–'),
      },
      {
        label: t.totalFor(whole(preferences.quantity)),
        of: ({ at, quantity }) =>
          at.total && (
            <>
              ¥{yuanRange({ low: at.total, high: null })}
              {at.cheaperOrder && <div class="cheaper-order">{cheaperOrderText(at, quantity)}</div>}
            </>
          ),
      },
      {
        label: t.minimumOrderLabel,
        of: ({ offer, at }) =>
          offer.minOrder === null ? null : (
            <span class={at.belowMinimum ? 'below-minimum' : undefined}>{whole(offer.minOrder)}</span>
          ),
      },
      {
        label: t.priceTiersLabel,
        of: (row) =>
          row.offer.priceTiers.length > 0
            ? tierTexts(row.offer.priceTiers).map((tier) => <div key={tier}>{tier}</div>)
            : canLoadTiers && <LoadTiers search={search} row={row} />,
      },
      {
        label: t.tiersAgeLabel,
        of: ({ offer: { offerId } }) => {
          const details = search?.details?.[offerId]
          if (details?.state === 'done')
            return <DetailsAge offerId={offerId} details={details} short={false} tabIndex={0} />
          return details === undefined && canLoadTiers && <span class="unknown">{t.neverAsked}</span>
        },
      },
      {
        label: t.nextTierLabel,
        of: ({ at: { basis, nextTier } }) => {
          if (nextTier) return t.nextTier(whole(nextTier.minQuantity), `¥${yuan(nextTier.saves)}`)
          return basis === 'list' || basis === 'unknown' ? null : t.noNextTier
        },
      },
      ...(sellingPrice
        ? [
            {
              label: t.marginTitle,
              of: (row: PricedOffer) => {
                const result = marginFor(row, sellingPrice, money, assumptions)
                const [doubt] = doubtSteps(result)
                return result.margin ? (
                  <>
                    {marginText(result)}
                    {doubt && <div class="missing">{doubt}</div>}
                  </>
                ) : (
                  <span class="missing">{missingText(result)}</span>
                )
              },
            },
          ]
        : []),
      {
        label: t.supplierLabel,
        of: ({ offer }) => offer.supplier.name && <span lang="zh">{offer.supplier.name}</span>,
      },
      {
        label: t.locationLabel,
        of: ({ offer }) => offer.supplier.location && <span lang="zh">{offer.supplier.location}</span>,
      },
      {
        label: t.yearsOnPlatformLabel,
        of: ({ offer }) => offer.supplier.years !== null && t.yearsOnPlatform(offer.supplier.years),
      },
      { label: t.verified, of: ({ offer }) => yesNo(offer.supplier.verified) },
      {
        label: t.badgesLabel,
        of: ({ offer }) =>
          offer.supplier.badges.map((badge) => t.badges[badge] ?? plain(badge)).join(', ') || null,
      },
      {
        label: t.monthlySalesLabel,
        of: ({ offer }) => offer.monthlySales !== null && whole(offer.monthlySales),
      },
      {
        label: t.repurchaseRateLabel,
        of: ({ offer }) => offer.repurchaseRate !== null && percent(offer.repurchaseRate),
      },
      { label: t.patented, of: ({ offer }) => yesNo(offer.patented) },
      {
        label: t.weight,
        of: ({ offer }) =>
          'shipping' in offer && offer.shipping.weightKg !== null ? `${offer.shipping.weightKg} kg` : null,
      },
    ]
    return all.map(({ label, of }) => ({ label, of: (row) => of(row) || null }))
  }

  function isAsked(offerId: string): boolean {
    return search?.details?.[offerId]?.state === 'done' || !canLoadTiers
  }

  function yesNo(value: boolean | null): string | null {
    return value === null ? null : value ? t.yes : t.no
  }
}

/** The price at the quantity or, if that is not known, what is known instead. */
function PriceAtQuantity({ row: { at, shown, quantity }, isAsked }: { row: PricedOffer; isAsked: boolean }) {
  const t = texts()
  if (!shown) return null
  const basis = priceBasis(at)
  return (
    <>
      ¥{yuanRange(shown)} {basis && <span class="price-basis">{basis}</span>}
      {at.basis === 'list' && (
        <div class="not-known">{(isAsked ? t.notStated : t.notAsked)(whole(quantity))}</div>
      )}
    </>
  )
}

function LoadTiers({ search, row }: { search: Search | null; row: PricedOffer }) {
  const t = texts()
  const { offerId } = row.offer
  const details = search?.details?.[offerId]
  if (row.at.basis === 'variants') return <>{t.byVariantTooltip}</>
  if (row.at.basis === 'anyQuantity') return <>{t.onePriceTooltip}</>
  if (details?.state === 'loading') return <>{t.loadingTiers}</>
  if (details?.state === 'done') return <>{t.noTiersTooltip}</>
  return (
    <button
      type="button"
      class="link price-tiers"
      onClick={() => sendToBackground({ type: 'offerDetails', offerId })}
    >
      {details ? t.retryTiers : t.getTiers}
    </button>
  )
}
