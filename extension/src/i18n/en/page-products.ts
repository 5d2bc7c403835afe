/** The products of a page, to be searched at once. */
export const pageProducts = {
  findAll: 'Find all on this page',
  pageProducts: {
    looking: 'Looking for products on the page…',
    title: (count: number) => (count === 1 ? '1 product on this page' : `${count} products on this page`),
    hint: 'Only what the page has loaded. Scroll down there for more, then look again.',
    lookAgain: 'Look again',
    lookedAgain: (added: number) =>
      added === 0 ? 'No more products found' : added === 1 ? '1 more product' : `${added} more products`,
    sections: { list: 'Results', ad: 'Ads', other: 'Other parts of the page' },
    selectAll: 'Select all',
    selectNone: 'Select none',
    selectSection: (section: string) => `Select all: ${section}`,
    selectNoneOf: (section: string) => `Select none: ${section}`,
    selection: (selected: number, all: number) => `${selected} of ${all} selected`,
    keys: 'Arrow keys move, Space selects, Shift and click selects a range, A selects all, N none',
    add: (count: number) =>
      count === 0 ? 'Select products' : count === 1 ? 'List 1 product' : `List ${count} products`,
    addHint: 'Nothing is searched yet. You’ll see how many searches it takes before it starts.',
    untitled: 'No title',
    noPrice: 'No price',
    priceFrom: (price: string) => `from ${price}`,
    reading: (done: number, all: number) => `Reading pictures: ${done} of ${all}`,
    readingHint: 'Keep the page open until they are read.',
    unread: (count: number, all: number) =>
      count === 1 ? `1 of ${all} pictures couldn’t be read` : `${count} of ${all} pictures couldn’t be read`,
    unreadHint: (hosts: string) => `To read the full-size pictures, allow access to ${hosts}.`,
    allowHosts: (hosts: string) => `Allow ${hosts}`,
    continueWithout: 'Continue without them',
    noneTitle: 'No products found on this page',
    noneHint:
      'Open a page with several products, such as search results or a category. If you see them on the page, wait for their pictures to load, then look again.',
    goneTitle: 'The page can’t be read',
    goneHint: (key: string) =>
      `Go to the page, then press ${key} there, or open the popup and choose “Find all on this page”.`,
    goneHintNoKey: 'Go to the page, open the popup there, and choose “Find all on this page”.',
    privateTitle: 'Not in private windows',
    privateHint:
      'A product list is saved in this browser. Open the page in a normal window, or search its pictures one by one.',
  },
}
