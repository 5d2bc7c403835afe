import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { isChinese } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { priceOffer } from '../../pricing/priced-offer.ts'
import type { ViewKeys } from '../../pricing/sort-offers.ts'
import { titleOf } from '../format/text.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import type { AppState } from '../state/app-context.tsx'
import { sellingPriceOf } from '../state/selling-price.ts'

type Loaded = Partial<{
  marginFor: typeof import('../../pricing/margin-for.ts').marginFor
  findPlace: typeof import('../../model/places.ts').findPlace
}>

/** What offers are sorted by besides their own values. Scripts that few orders need are loaded when one is chosen. */
export function useSortKeys(
  search: Search | null,
  {
    preferences,
    money,
    assumptions,
    typed,
  }: Pick<AppState, 'preferences' | 'money' | 'assumptions' | 'typed'>,
): ViewKeys {
  const { sort, quantity } = preferences
  const [{ marginFor, findPlace }, setLoaded] = useState<Loaded>({})
  const isByMargin = sort === 'margin'
  const isByPlace = sort === 'place'
  useEffect(() => {
    const add = (loaded: Loaded) => setLoaded((before) => ({ ...before, ...loaded }))
    if (isByMargin)
      import('../../pricing/margin-for.ts').then((module) => add({ marginFor: module.marginFor }))
    if (isByPlace) import('../../model/places.ts').then((module) => add({ findPlace: module.findPlace }))
  }, [isByMargin, isByPlace])
  const allVerdicts = useContext(VerdictsContext)
  // Verdicts arrive one by one, and only the order that goes by them changes then.
  const verdicts = sort === 'verdict' ? allVerdicts : undefined
  const sellingPrice = useMemo(
    () => search && sellingPriceOf(search, typed.sellingPrices),
    [search?.listing, typed],
  )
  return useMemo(
    () => ({
      title: titleOf,
      ...(verdicts && { verdict: ({ offerId }) => VERDICT_RANKS[verdicts[offerId]?.kind ?? 'not-checked'] }),
      ...(isByPlace &&
        findPlace && {
          place: ({ supplier: { location } }) => {
            const place = location === null ? undefined : findPlace(location)
            return (isChinese() ? place?.zh : place?.en) ?? location
          },
        }),
      ...(isByMargin &&
        marginFor && {
          margin: (offer) => {
            if (!sellingPrice) return null
            const priced = priceOffer(offer, undefined, quantity, money, assumptions)
            const { margin, bound } = marginFor(priced, sellingPrice, money, assumptions)
            return margin && Number(bound === 'atMost' ? margin.high : margin.low)
          },
        }),
    }),
    [verdicts, isByPlace, findPlace, isByMargin, marginFor, sellingPrice, quantity, money, assumptions],
  )
}

const VERDICT_RANKS = { same: 2, probably: 1, other: 0, 'cannot-compare': null, 'not-checked': null }
