import type { ComponentChild } from 'preact'
import { useContext } from 'preact/hooks'
import { joinList, locale, texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { notForSale, stockOf } from '../../model/variant-match.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import { marginFor } from '../../pricing/margin-for.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { percent, whole, money as yuan } from '../format/text.ts'
import { doubtSteps, marginText, missingText } from '../margin/margin-text.ts'
import { DetailsAge } from '../offer/details-age.tsx'
import { PlaceName } from '../offer/place-name.tsx'
import { cheaperOrderText, tierTexts, yuanRange } from '../offer/price-text.ts'
import { plain, supplierAddress } from '../offer/supplier.tsx'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { verdictText } from '../photo-match/verdict-text.ts'
import { useApp } from '../state/app-context.tsx'
import { useSellingPrice } from '../state/selling-price.ts'
import type { Better } from './best-values.ts'
import { LoadTiers, PriceAtQuantity } from './compared-prices.tsx'

/** A row of the comparison. */
export interface Criterion {
  /** Stored: which rows are hidden. */
  id: string
  label: string
  /** Nothing if it is not known. */
  of(row: PricedOffer): ComponentChild
  better?: Better
  /** What `better` is judged by; `null` if it is not known for certain. */
  value?(row: PricedOffer): string | number | null
}

/**
 * What offers are compared by.
 *
 * @param isCurrent whether they are compared for the current search's product: its margin, and whether they show its photo, say
 *   nothing of another one
 */
export function useCriteria(search: Search | null, isCurrent: boolean): Criterion[] {
  const t = texts()
  const { preferences, money, assumptions } = useApp()
  const verdicts = useContext(VerdictsContext)
  const sellingPrice = useSellingPrice(search)
  const quantity = whole(preferences.quantity)
  const canLoadTiers = search?.lists[search.mode]?.provider === 'crossborder'
  const isAsked = (offerId: string) => search?.details?.[offerId]?.state === 'done' || !canLoadTiers
  const yesNo = (value: boolean | null) => (value === null ? null : value ? t.yes : t.no)
  return [
    ...(isCurrent ? [photo()] : []),
    {
      id: 'unitPrice',
      label: t.priceAt(quantity),
      of: (row) => row.shown && <PriceAtQuantity row={row} isAsked={isAsked(row.offer.offerId)} />,
      better: 'lowest',
      value: ({ at }) => at.unitPrice,
    },
    {
      id: 'converted',
      label: t.priceIn(money.currency),
      of: ({ converted }) =>
        converted &&
        [converted.low, converted.high]
          .filter((end, at) => end !== null && (at === 0 || end !== converted.low))
          .map((end) => formatMoney(end ?? '', money.currency, locale()))
          .join('–'),
      better: 'lowest',
      value: ({ at, converted }) => (at.unitPrice === null ? null : (converted?.low ?? null)),
    },
    {
      id: 'total',
      label: t.totalFor(quantity),
      of: ({ at, quantity: pieces }) =>
        at.total && (
          <>
            ¥{yuanRange({ low: at.total, high: null })}
            {at.cheaperOrder && <div class="cheaper-order">{cheaperOrderText(at, pieces)}</div>}
          </>
        ),
      better: 'lowest',
      value: ({ at }) => at.total,
    },
    {
      id: 'minOrder',
      label: t.minimumOrderLabel,
      of: ({ offer: { minOrder }, at }) =>
        minOrder !== null && (
          <span class={at.belowMinimum ? 'below-minimum' : undefined}>{whole(minOrder)}</span>
        ),
      better: 'lowest',
      value: ({ offer }) => offer.minOrder,
    },
    {
      id: 'stock',
      label: t.stockLabel,
      of: ({ offer }) => {
        const [closed, stock] = [notForSale(offer), stockOf(offer)]
        if (closed) return <span class="not-for-sale">{t.notForSale[closed]}</span>
        return stock !== null && whole(stock)
      },
    },
    {
      id: 'priceTiers',
      label: t.priceTiersLabel,
      of: (row) =>
        row.offer.priceTiers.length > 0
          ? tierTexts(row.offer.priceTiers).map((tier) => <div key={tier}>{tier}</div>)
          : canLoadTiers && <LoadTiers search={search} row={row} />,
    },
    {
      id: 'tiersAge',
      label: t.tiersAgeLabel,
      of: ({ offer: { offerId } }) => {
        const details = search?.details?.[offerId]
        if (details?.state === 'done')
          return <DetailsAge offerId={offerId} details={details} short={false} tabIndex={0} />
        return details === undefined && canLoadTiers && <span class="unknown">{t.neverAsked}</span>
      },
    },
    {
      id: 'nextTier',
      label: t.nextTierLabel,
      of: ({ at: { basis, nextTier } }) => {
        if (nextTier) return t.nextTier(whole(nextTier.minQuantity), `¥${yuan(nextTier.saves)}`)
        return basis === 'list' || basis === 'unknown' ? null : t.noNextTier
      },
    },
    ...(isCurrent && sellingPrice ? [margin(sellingPrice)] : []),
    {
      id: 'supplier',
      label: t.supplierLabel,
      of: ({ offer: { supplier } }) =>
        supplier.name && (
          <a class="link" lang="zh" href={supplierAddress(supplier.name)}>
            {supplier.name}
          </a>
        ),
    },
    {
      id: 'location',
      label: t.locationLabel,
      of: ({ offer }) => offer.supplier.location && <PlaceName location={offer.supplier.location} />,
    },
    {
      id: 'years',
      label: t.yearsOnPlatformLabel,
      of: ({ offer }) => offer.supplier.years !== null && t.yearsOnPlatform(offer.supplier.years),
      better: 'highest',
      value: ({ offer }) => offer.supplier.years,
    },
    { id: 'verified', label: t.verified, of: ({ offer }) => yesNo(offer.supplier.verified) },
    {
      id: 'badges',
      label: t.badgesLabel,
      of: ({ offer }) => joinList(offer.supplier.badges.map((badge) => t.badges[badge] ?? plain(badge))),
    },
    {
      id: 'monthlySales',
      label: t.monthlySalesLabel,
      of: ({ offer }) => offer.monthlySales !== null && whole(offer.monthlySales),
      better: 'highest',
      value: ({ offer }) => offer.monthlySales,
    },
    {
      id: 'repurchaseRate',
      label: t.repurchaseRateLabel,
      of: ({ offer }) => offer.repurchaseRate !== null && percent(offer.repurchaseRate),
      better: 'highest',
      value: ({ offer }) => offer.repurchaseRate,
    },
    { id: 'patented', label: t.patented, of: ({ offer }) => yesNo(offer.patented) },
    {
      id: 'weight',
      label: t.weight,
      of: ({ offer }) =>
        'shipping' in offer && offer.shipping.weightKg !== null && `${offer.shipping.weightKg} kg`,
    },
  ]

  function photo(): Criterion {
    return {
      id: 'photo',
      label: t.photoLabel,
      of: ({ offer }) => {
        const verdict = verdicts[offer.offerId]
        return verdict && verdictText(verdict)
      },
    }
  }

  function margin(price: NonNullable<typeof sellingPrice>): Criterion {
    const resultOf = (row: PricedOffer) => marginFor(row, price, money, assumptions)
    return {
      id: 'margin',
      label: t.marginTitle,
      of: (row) => {
        const result = resultOf(row)
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
      better: 'highest',
      value: (row) => {
        const { margin, bound, doubts } = resultOf(row)
        return margin && bound === null && doubts.length === 0 ? margin.low : null
      },
    }
  }
}
