import type { Provider } from '@find-on-1688/shared'
import { searchCrossborder } from './crossborder.ts'
import { searchDropship } from './dropship.ts'
import { searchImageSearch } from './image-search.ts'
import type { SearchProvider } from './provider.ts'

export const SEARCH: Record<Provider, SearchProvider> = {
  crossborder: searchCrossborder,
  dropship: searchDropship,
  'image-search': searchImageSearch,
}
