import type { Offer, Rates } from '@find-on-1688/shared'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type LastingAssumptions, lastingOf } from '../../model/assumptions.ts'
import type { Failure } from '../../model/failure.ts'
import { resultListOf } from '../../model/fused-list.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Preferences } from '../../model/preferences.ts'
import { type Search, shopOf } from '../../model/search.ts'
import {
  additionalSentItem,
  assumptionsItem,
  comparedItem,
  type ProxySettings,
  preferencesItem,
  proxyItem,
  ratesFailureItem,
  ratesItem,
  searchItem,
  sentItem,
} from '../../model/stored-items.ts'
import { queryPhotosOf } from '../photo-match/photo-match-context.tsx'
import type { QueryPhotos } from '../photo-match/use-verdicts.ts'
import { type AppState, DEFAULT_CURRENCY } from '../state/app-context.tsx'
import { sellingPriceOf } from '../state/selling-price.ts'
import { useTypedProduct } from '../state/typed-product.ts'
import { useDatabase, useStored } from '../state/use-stored.ts'

const NO_OFFERS: Offer[] = []

export interface LoadedApp {
  app: AppState
  search: Search | null
  /** The picture that was sent for this search. */
  sent: SentPicture | undefined
  /** All photos that were sent for it. */
  photos: QueryPhotos
  offers: readonly Offer[]
  proxy: ProxySettings
  /** Whether there are an address and a key to search with. */
  isSetUp: boolean
}

/** What is stored and what follows from it; `undefined` until the essential part has been read. */
export function useAppState(
  shell: Pick<AppState, 'surface' | 'route' | 'routeArgument' | 'navigate' | 'announce' | 'notify'>,
): LoadedApp | undefined {
  const search = useStored(searchItem)
  const sent = useStored(sentItem)
  const additionalSent = useStored(additionalSentItem)
  const proxy = useStored(proxyItem)
  const preferences = useStored(preferencesItem)
  const lasting = useStored(assumptionsItem)
  const compared = useStored(comparedItem)
  const { value: shortlisted } = useDatabase('shortlist', readShortlist)
  const [currentId, setCurrentId] = useState<string>()
  useEffect(() => setCurrentId(undefined), [search?.id, search?.mode])
  const isSetUp = Boolean(proxy?.address && proxy.clientKey)
  const { rates, failure } = useExchangeRates(isSetUp)
  const currency = preferences?.currency ?? search?.listing?.currency ?? DEFAULT_CURRENCY
  const money = useMemo(() => ({ currency, rates, failure }), [currency, rates, failure])
  const sentForSearch = search && sent?.searchId === search.id ? sent : undefined
  const typed = useTypedProduct(search, sentForSearch)
  const pricedIn = (search && sellingPriceOf(search, typed.sellingPrices)?.currency) ?? currency
  const shop = search ? shopOf(search) : null
  const assumptions = useMemo(
    () => ({
      ...lastingOf(lasting ?? null),
      ...typed.figuresIn(pricedIn),
      shop,
    }),
    [typed, lasting, pricedIn, shop],
  )
  const shortlist = useMemo(
    () => new Map((shortlisted ?? []).map((entry) => [entry.offerId, entry])),
    [shortlisted],
  )
  if (search === undefined || sent === undefined || !proxy || !preferences || !lasting || !compared)
    return undefined

  return {
    app: {
      ...shell,
      preferences,
      setPreferences: (change: Partial<Preferences>) =>
        preferencesItem.setValue({ ...preferences, ...change }),
      assumptions,
      setLasting: (change) =>
        assumptionsItem.setValue({ ...lastingOf(lasting), ...change } as LastingAssumptions),
      typed,
      setFigures: async (change) => {
        if (!search) return
        const { saveFigures } = await import('../state/save-typed.ts')
        await saveFigures(search, sentForSearch, pricedIn, change, typed.figuresIn(pricedIn))
      },
      setSellingPrice: async (price, priceCurrency) => {
        if (!search) return
        const { saveSellingPrice } = await import('../state/save-typed.ts')
        await saveSellingPrice(search, sentForSearch, price, priceCurrency)
      },
      money,
      shortlist,
      compared,
      currentId,
      setCurrentId,
    },
    search,
    sent: sentForSearch,
    photos: queryPhotosOf(search, sentForSearch, additionalSent),
    offers: (search && resultListOf(search)?.offers) ?? NO_OFFERS,
    proxy,
    isSetUp,
  }
}

async function readShortlist() {
  return (await import('../../db/shortlist.ts')).listShortlist()
}

/** The day's exchange rates, as the background stores them. Without rates everything else still works. */
function useExchangeRates(isWanted: boolean): { rates: Rates | undefined; failure: Failure | undefined } {
  const stored = useStored(ratesItem)
  const failure = useStored(ratesFailureItem)
  useEffect(() => {
    if (isWanted) sendToBackground({ type: 'rates' })
  }, [isWanted])
  return { rates: stored?.rates, failure: failure ?? undefined }
}
