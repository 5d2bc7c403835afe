import type { Provider } from '@find-on-1688/shared'
import { crossborder } from './crossborder.ts'
import { crossborderDetail } from './crossborder-detail.ts'
import { dropship } from './dropship.ts'
import { imageSearch } from './image-search.ts'
import type { OfferProvider, SearchProvider } from './provider.ts'

export const SEARCH_PROVIDERS: Record<Provider, SearchProvider> = {
  crossborder,
  dropship,
  'image-search': imageSearch,
}

/** Providers that know more about a single offer than the search tells. */
export const OFFER_PROVIDERS: Partial<Record<Provider, OfferProvider>> = { crossborder: crossborderDetail }
