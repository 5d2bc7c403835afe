export const results = {
  offers: (count: number) => (count === 1 ? '1 offer' : `${count.toLocaleString('en')} offers`),
  noOffers: 'No offers found',
  noMatch: 'No reliable match for this picture',
  noOffersNext: 'Try “Similar”, or a picture that shows the product larger and alone.',
  noSimilar: 'Nothing similar found',
  noSimilarNext: 'Try another picture of the product, larger and on a plain background.',
  pictureSearched: 'The picture searched',
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  shown: (shown: string, total: string) => `${shown} of ${total}`,
  allShown: 'That is all.',
  /** The worker writes its notes in English. */
  remark: (note: string) => note,
  searched: 'Searched',
  offered: 'Offered',
  sort: 'Order',
  sorts: { relevance: 'Relevance', price: 'Price', sales: 'Sales', minimum: 'Minimum' },
  minimumAtMost: (quantity: string) => `Min. ≤ ${quantity}`,
  filters: 'Filters',
  filtersOn: (count: number) => `${count} more`,
  quantity: 'Quantity',
  quantityWrong: (most: string) => `A whole number from 1 to ${most}.`,
  words: 'Words',
  wordsHint: 'in title or supplier',
  priceFrom: '¥ from',
  priceTo: '¥ to',
  minimumTo: 'Min. order up to',
  badgesLegend: 'Badges',
  clearFilters: 'Clear all filters',
  sortedAmong: (loaded: string, total: string | null) =>
    total === null
      ? `Order and filters hold for the ${loaded} that are loaded.`
      : `Order and filters hold for the ${loaded} of ${total} that are loaded.`,
  hidden: (count: number) => (count === 1 ? '1 is hidden by filters.' : `${count} are hidden by filters.`),
  showAll: 'Show all',
  noneShows: 'none shows it',
  noneOf: (compared: number) => `none of ${compared} shows it`,
  noReliable: (compared: number, offers: number) =>
    compared === offers
      ? 'No reliable match: none of these offers shows your photo.'
      : `No reliable match: ${compared} of ${offers} offers could be compared, and none shows your photo.`,
  maybeSimilar: 'They may be similar products, or the same one in another photo.',
  moves: {
    original: 'Read the original',
    subject: 'Crop to the subject',
    gallery: 'Another photo',
    similar: 'Search similar ones',
    larger: 'A larger picture',
  },
  since: (when: string) => `Since ${when}:`,
  cheaper: (count: number) => `${count} cheaper`,
  dearer: (count: number) => `${count} dearer`,
  minimumChanged: (count: number) => `${count} with another minimum`,
  fresh: (count: number) => `${count} new`,
  gone: (count: number) => `${count} gone`,
  goneSuppliers: 'Suppliers that are gone:',
  freshSuppliers: 'New suppliers:',
  nothingChanged: 'nothing has changed',
  notSeenYet: (count: number) => `${count} of the earlier ones may still be on a further page.`,
  incomplete:
    'Not all pages were loaded, and 1688 ranks anew each time: “new” and “gone” hold for these pages.',
  isNew: 'New',
  minimumWas: (minimum: string) => `min. was ${minimum}`,
}

export type ResultTexts = typeof results
