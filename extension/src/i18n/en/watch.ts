const things = (offers: number, searches: number) =>
  [
    offers > 0 && (offers === 1 ? '1 offer' : `${offers} offers`),
    searches > 0 && (searches === 1 ? '1 search' : `${searches} searches`),
  ]
    .filter(Boolean)
    .join(' and ')

const atMost = (searches: number) =>
  searches === 0 ? 'no searches' : `up to ${searches} ${searches === 1 ? 'search' : 'searches'}`

/** Saved offers and searches that are checked again. */
export const watching = {
  watch: 'What changed',
  watchAgain: 'Check saved offers again',
  backToShortlist: 'Back to shortlist',
  /** The button, with what it may cost. */
  checkAgain: (searches: number) => `Check again · ${atMost(searches)}`,
  checkRest: (searches: number) => `Check the rest · ${atMost(searches)}`,
  checkNow: 'Check now · up to 1 search',
  checkingNow: 'Checking…',
  toCheck: (offers: number, searches: number, when: string) =>
    `${things(offers, searches)} to check, the oldest from ${when}.`,
  freshLeftOut: (count: number) =>
    count === 1
      ? '1 was checked so recently that the answer would be the same.'
      : `${count} were checked so recently that the answers would be the same.`,
  rejectedLeftOut: (count: number) =>
    count === 1 ? '1 rejected offer is left out.' : `${count} rejected offers are left out.`,
  withoutPage: 'The 1688 API in use has no offer details, so saved offers can’t be checked.',
  nothingToCheck: 'Everything is up to date.',
  watchEmpty: 'Nothing to check yet',
  watchEmptyHint: 'Save offers, or press Watch on a search in History. Then see here what changed.',
  watchCost:
    'Each offer or page of a search costs one search, unless your proxy still has the answer. Searches that someone is waiting for go first.',
  alwaysCheck: 'Always check when I open this, at most once a day',
  checking: (done: number, all: number) => `Checking: ${done} of ${all}.`,
  checkUsed: (count: number) =>
    count === 0 ? 'No searches used.' : `At most ${count} ${count === 1 ? 'search' : 'searches'} used.`,
  checkStopping: 'Stopping: answers on their way will still be saved.',
  stopCheck: 'Stop',
  checkStopped: (done: number, all: number) =>
    `Stopped at ${done} of ${all}. Answers that arrived are saved.`,
  checkDone: (all: number) => (all === 1 ? '1 checked.' : `${all} checked.`),
  checkFailed: (count: number) => (count === 1 ? '1 couldn’t be checked.' : `${count} couldn’t be checked.`),
  notChecked: (count: number) => `Not checked (${count})`,
  keptAsKnown: 'What was known before is unchanged.',
  changedOffers: (count: number) => `Changed offers (${count})`,
  noChangedOffers: 'No saved offer has changed.',
  watchedSearches: (count: number) => `Watched searches (${count})`,
  sameOffers: (count: number) => (count === 1 ? '1 offer as before' : `${count} offers as before`),
  lastChecked: (when: string) => `checked ${when}`,
  markSeen: 'Mark as seen',
  markAllSeen: 'Mark all as seen',
  markedSeen: 'Marked as seen. Later checks compare with today.',
  betweenTimes: (from: string, to: string) => `${from} → ${to}`,
  goneShort: 'No longer on 1688',
  backShort: 'Available again',
  tiersChanged: 'New price tiers',
  soldOutShort: 'Variant sold out',
  stockChanged: 'Stock changed',
  wasGone: 'No longer available on 1688',
  unknownOffer: '1688 no longer knows this offer. The seller may have removed it.',
  isBack: 'Available again on 1688',
  priceAtNow: (quantity: string) => `Price at ${quantity}`,
  priceByVariantNow: 'Price by variant',
  listPriceNow: 'List price',
  minOrderNow: 'MOQ',
  tiersNow: 'Price tiers',
  tierAt: (tiers: string, quantity: string) => `${tiers}, ${quantity}+`,
  tierOf: (quantity: string, price: string) => `${quantity}+ ${price}`,
  stockNow: 'Stock',
  stockOf: (variant: string, text: string) => `${variant}: ${text}`,
  moreVariants: (count: number) => `${count} more`,
  soldOut: 'sold out',
  signedBoth: 'signed before and after',
  signedAfter: 'only the new answer is signed',
  watchSearch: 'Watch',
  isWatched: 'Watching',
  watchThis: (watch: string, name: string) => `${watch}: ${name}`,
  searchWatched: 'It’s checked along with your saved offers.',
  searchUnwatched: 'No longer checked along with your saved offers.',
  checkOffer: (offers: number, searches: number, when: string) =>
    `${things(offers, searches)} saved, last checked ${when}. Check for changes?`,
  checkStarted: (offers: number, searches: number, cost: number) =>
    `Checking ${things(offers, searches)} · ${atMost(cost)}`,
  showCheck: 'Show',
}

export type WatchTexts = typeof watching
