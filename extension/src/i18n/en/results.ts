export const results = {
  offerCount: (count: number) => (count === 1 ? '1 offer' : `${count.toLocaleString('en')} offers`),
  noOffers: 'No offers found',
  noMatch: 'No reliable match for this picture',
  noOffersHint: 'Try “Similar”, or a picture that shows the product larger and alone.',
  noSimilar: 'Nothing similar found',
  noSimilarHint: 'Try another picture of the product, larger and on a plain background.',
  searchedPictureAlt: 'The picture searched',
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  shownOfTotal: (shown: string, total: string) => `${shown} of ${total}`,
  endOfResults: 'End of results.',
  /** The worker writes its notes in English. */
  workerNote: (note: string) => note,
  searchedPicture: 'Searched',
  offeredPicture: 'Offered',
  sortBy: 'Order',
  sortOptions: { relevance: 'Relevance', price: 'Price', sales: 'Sales', minimum: 'Minimum' },
  minimumOrderUpTo: (quantity: string) => `Min. ≤ ${quantity}`,
  filters: 'Filters',
  moreFilters: (count: number) => `${count} more`,
  quantity: 'Quantity',
  quantityInvalid: (most: string) => `A whole number from 1 to ${most}.`,
  keywords: 'Words',
  keywordsHint: 'in title or supplier',
  priceMin: '¥ from',
  priceMax: '¥ to',
  minimumOrderMax: 'Min. order up to',
  badgesLabel: 'Badges',
  clearFilters: 'Clear all filters',
  loadedScope: (loaded: string, total: string | null) =>
    total === null
      ? `Sorting and filtering the ${loaded} offers loaded.`
      : `Sorting and filtering the ${loaded} of ${total} offers loaded.`,
  byListPrice: (count: number, quantity: string) =>
    count === 1
      ? `1 by its list price: the price at ${quantity} isn’t known.`
      : `${count} by their list price: the price at ${quantity} isn’t known.`,
  hiddenByFilters: (count: number) =>
    count === 1 ? '1 is hidden by filters.' : `${count} are hidden by filters.`,
  showAll: 'Show all',
  noPhotoMatch: 'none shows it',
  noPhotoMatchAmong: (compared: number) => `none of ${compared} shows it`,
  noReliableMatch: (compared: number, offers: number) =>
    compared === offers
      ? 'No reliable match: none of these offers shows your photo.'
      : `No reliable match: ${compared} of ${offers} offers could be compared, and none shows your photo.`,
  maybeSimilar: 'They may be similar products, or the same one in another photo.',
  suggestions: {
    original: 'Read the original',
    subject: 'Crop to the subject',
    gallery: 'Another photo',
    similar: 'Search similar ones',
    larger: 'A larger picture',
  },
  changesSince: (when: string) => `Since ${when}:`,
  priceDrops: (count: number) => `${count} cheaper`,
  priceIncreases: (count: number) => `${count} dearer`,
  minimumChanges: (count: number) => `${count} with another minimum`,
  newOffers: (count: number) => `${count} new`,
  goneOffers: (count: number) => `${count} gone`,
  goneSuppliers: 'Suppliers that are gone:',
  newSuppliers: 'New suppliers:',
  noChanges: 'nothing has changed',
  maybeOnLaterPage: (count: number) => `${count} of the earlier ones may still be on a further page.`,
  changesIncomplete:
    'Not all pages were loaded, and 1688 ranks anew each time: “new” and “gone” hold for these pages.',
  newBadge: 'New',
  minimumWas: (minimum: string) => `min. was ${minimum}`,
}

export type ResultTexts = typeof results
