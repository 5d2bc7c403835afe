import type { Service } from '@find-on-1688/shared'
import type { Sort } from '../../model/preferences.ts'

export const results = {
  offerCount: (count: number) => (count === 1 ? '1 offer' : `${count.toLocaleString('en')} offers`),
  noOffers: 'No offers found',
  noOffersHint: 'Try “Similar”, or a picture that shows the product larger and on its own.',
  noSimilar: 'Nothing similar found',
  noSimilarHint: 'Try another picture: the product larger, on a plain background.',
  searchedPictureAlt: 'Your picture',
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  shownOfTotal: (shown: string, total: string) => `${shown} of ${total}`,
  endOfResults: 'End of results',
  /** The worker writes its notes in English. */
  workerNote: (note: string) => note,
  searchedPicture: 'Yours',
  offeredPicture: 'Offer',
  sortBy: 'Sort by',
  sortOptions: {
    relevance: 'Relevance',
    price: 'Price',
    margin: 'Margin',
    sales: 'Sales',
    reorder: 'Reorder rate',
    minimum: 'MOQ',
    years: 'Years on 1688',
    verdict: 'Photo match',
    title: 'Title',
    supplier: 'Supplier',
    badges: 'Badges',
    place: 'Place',
    tiers: 'Price tiers',
  } satisfies Record<Sort, string>,
  sortReversed: (order: string) => `${order}, reversed`,
  /** Headings of the table; short, because the columns are narrow. */
  columns: {
    photo: 'Photo',
    verdict: 'Match',
    title: 'Offer',
    supplier: 'Supplier',
    badges: 'Badges',
    place: 'Place',
    years: 'Years',
    sales: 'Sold/mo',
    reorder: 'Reorder',
    minimum: 'MOQ',
    tiers: 'Tiers',
    margin: 'Margin',
    details: 'Details',
    save: 'Save',
    compare: 'Compare',
  },
  priceColumn: (quantity: string) => `¥ at ${quantity}`,
  offerTable: 'Offers',
  minimumOrderUpTo: (quantity: string) => `MOQ ≤ ${quantity}`,
  filters: 'Filters',
  moreFilters: (count: number) => `Filters (${count})`,
  quantity: 'Quantity',
  quantityInvalid: (most: string) => `Enter a whole number from 1 to ${most}.`,
  keywords: 'Search these results',
  priceMin: 'Min ¥',
  priceMax: 'Max ¥',
  minimumOrderMax: 'MOQ up to',
  badgesLabel: 'Badges',
  clearFilters: 'Clear all filters',
  loadedScope: (loaded: string, total: string | null) =>
    total === null
      ? `Sorting and filtering ${loaded} loaded offers.`
      : `Sorting and filtering ${loaded} loaded offers of ${total}.`,
  byListPrice: (count: number, quantity: string) =>
    count === 1
      ? `1 sorted by list price: its price at ${quantity} isn’t known.`
      : `${count} sorted by list price: their price at ${quantity} isn’t known.`,
  hiddenByFilters: (count: number) => `${count} hidden by filters.`,
  serviceUnstated: (count: number) =>
    count === 1 ? '1 doesn’t state the service.' : `${count} don’t state the service.`,
  showAll: 'Show all',
  noReliableMatch: (compared: number, offers: number) =>
    compared === offers
      ? 'No reliable match: none of these offers shows your photo.'
      : `No reliable match: ${compared} of ${offers} offers could be compared, and none shows your photo.`,
  maybeSimilar: 'They may be similar products, or the same one in another photo.',
  suggestions: {
    original: 'Use the original',
    subject: 'Crop',
    gallery: 'Add another photo',
    similar: 'Search similar',
    larger: 'Upload a larger picture',
  },
  changesSince: (when: string) => `Since ${when}:`,
  priceDrops: (count: number) => (count === 1 ? '1 price drop' : `${count} price drops`),
  priceIncreases: (count: number) => (count === 1 ? '1 price increase' : `${count} price increases`),
  minimumChanges: (count: number) => (count === 1 ? '1 new MOQ' : `${count} new MOQs`),
  newOffers: (count: number) => `${count} new`,
  goneOffers: (count: number) => `${count} gone`,
  goneSuppliers: 'Suppliers gone:',
  newSuppliers: 'New suppliers:',
  noChanges: 'no changes',
  maybeOnLaterPage: (count: number) =>
    count === 1
      ? '1 earlier offer may be on a later page.'
      : `${count} earlier offers may be on a later page.`,
  changesIncomplete:
    'Not all pages are loaded, and 1688 ranks anew each time: “new” and “gone” apply to the loaded pages.',
  newBadge: 'New',
  minimumWas: (minimum: string) => `MOQ was ${minimum}`,
  aboutList: 'About these results',
  moreNotes: (count: number) => `${count} more`,
  allLoaded: (count: number) => (count === 1 ? 'The only offer.' : `All ${count} offers loaded.`),
  quantityShort: 'Qty',
  filtersScope: 'Filters apply to loaded offers. What an offer doesn’t state doesn’t match.',
  servicesLabel: 'Services',
  services: {
    dropship: 'Dropshipping',
    ships24h: 'Ships in 24 h',
    ships48h: 'Ships in 48 h',
    returns7d: '7-day returns',
    certifiedFactory: 'Certified factory',
    fewRefunds: 'Refunds under 1%',
  } as Record<Service, string>,
  quoted: (words: string) => `“${words}”`,
  searchPlatformFor: (what: string) => `Search 1688 for ${what} · 1 search`,
  platformSearchedFor: (what: string) => `1688 searched for your picture and ${what}.`,
  searchWithout: 'Search by picture only · 1 search',
}

export type ResultTexts = typeof results
