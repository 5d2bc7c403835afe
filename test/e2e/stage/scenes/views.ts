import { MARGIN_SCENES } from './margin.ts'
import { type Base, type Json, listWith, MESSAGE, OFFER, offersOf, preferences, type Scene } from './scene.ts'

const listingWith = (change: Json) => (base: Base) => ({
  search: { ...base.search, listing: { ...(base.search.listing as Json), ...change } },
})

/** What the comparison says that it is for. */
const productOf = ({ search, sent }: Base) => ({
  keys: [`search:${search.id}`],
  name: (search.listing as Json).title,
  picture: sent.dataUrl,
  savedId: search.id,
})

/**
 * Runs in a view: saves the newest search again in every way that the history tells apart, and says that the searches have
 * changed.
 */
const writeKindsOfSearches = `async () => {
  const [{ name }] = await indexedDB.databases()
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = reject
  })
  const database = await done(indexedDB.open(name))
  const searches = database.transaction('searches', 'readwrite').objectStore('searches')
  const [record] = (await done(searches.getAll())).sort((one, other) => other.at - one.at)
  const { offers } = record.lists.same
  const verdicts = (kinds) => Object.fromEntries(offers.map(({ offerId }, at) => [offerId, kinds[at] ?? 'other']))
  const kinds = [
    { verdicts: verdicts(['other', 'same', 'same', 'probably']) },
    { verdicts: verdicts(['probably']), listing: null },
    { verdicts: verdicts([]) },
    { verdicts: {}, lists: { same: { ...record.lists.same, total: null } } },
    { verdicts: {}, lists: { same: { ...record.lists.same, offers: [], total: 0, hasMore: false } } },
    { verdicts: {}, listing: null, lists: { same: { ...record.lists.same, offers: [], total: 0, hasMore: false } } },
  ]
  for (const [at, kind] of kinds.entries())
    await done(searches.put({ ...record, ...kind, id: 'kind' + at, at: record.at - (at + 1) * 7_000_000 }))
  database.close()
  const channel = new BroadcastChannel(name)
  channel.postMessage({ store: 'searches' })
  channel.close()
}`

export const VIEW_SCENES: Scene[] = [
  {
    name: 'sent-picture',
    openIn: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.subtitle .link')
      await view.waitFor('document.querySelector(".sent-picture img")')
    },
  },
  ...MARGIN_SCENES,
  {
    name: 'currency-unknown',
    openIn: 'popup',
    session: listingWith({ currency: null, currencyMark: '$' }),
    until: 'document.querySelector("footer .listing-currency")',
  },
  {
    name: 'currency-unknown-margin',
    openIn: 'popup',
    route: 'margin',
    session: listingWith({ currency: null, currencyMark: '$' }),
    until: 'document.querySelector(".margin-view .listing-currency")',
  },
  {
    name: 'currency-chosen-margin',
    openIn: 'popup',
    route: 'margin',
    session: listingWith({ currency: 'CAD', currencyMark: '$' }),
    until: 'document.querySelector(".margin-view .listing-currency")?.value === "CAD"',
  },
  {
    name: 'listing-from',
    openIn: 'popup',
    session: listingWith({ price: '5.00', priceTo: null, isFrom: true }),
    until: 'document.querySelector("footer .margin-summary strong")',
  },
  {
    name: 'listing-range-margin',
    openIn: 'popup',
    route: 'margin',
    session: listingWith({ price: '10.00', priceTo: '25.00' }),
    until: 'document.querySelector(".margin-view .cost-lines")',
  },
  {
    name: 'evidence',
    openIn: 'popup',
    route: 'evidence',
    until: 'document.querySelector(".evidence-view .verdict.good ~ ul li + li")',
  },
  {
    name: 'evidence-unsigned',
    openIn: 'tab',
    route: 'evidence',
    session: (base) => {
      const answers = (base.search.lists.same?.answers ?? []) as Json[]
      return listWith({ answers: answers.map((answer) => ({ ...answer, attestation: null })) })(base)
    },
    until: 'document.querySelector(".evidence-view .verdict.unknown ~ ul li + li")',
    act: (view) => view.click('.evidence-view summary'),
  },
  {
    name: 'shortlist-export',
    openIn: 'popup',
    route: 'shortlist',
    until: 'document.querySelector(".shortlist .note")',
    act: (view) => view.click('.view-header .export'),
  },
  { name: 'compare-empty', openIn: 'popup', route: 'compare', until: MESSAGE },
  {
    name: 'compare',
    openIn: 'popup',
    route: 'compare',
    session: (base) => ({ compared: offersOf(base).slice(0, 3) }),
    until: 'document.querySelector(".comparison tbody td")',
  },
  {
    name: 'compare-tab',
    openIn: 'tab',
    route: 'compare',
    session: (base) => ({
      compared: offersOf(base).slice(0, 4),
      productFigures: { searchId: base.search.id, weightKg: '0.6' },
    }),
    until: 'document.querySelector(".comparison tbody td")',
  },
  {
    name: 'compare-four',
    openIn: 'popup',
    route: 'compare',
    session: (base) => ({ compared: offersOf(base).slice(0, 4), comparedProduct: productOf(base) }),
    local: preferences({ quantity: 100, hiddenCriteria: ['tiersAge', 'nextTier', 'patented'] }),
    until: 'document.querySelector(".comparison .best-mark")',
  },
  {
    name: 'compare-criteria',
    openIn: 'popup',
    route: 'compare',
    session: (base) => ({
      compared: offersOf(base).slice(0, 3),
      comparedProduct: productOf(base),
      hiddenCompared: [offersOf(base)[1]?.offerId],
    }),
    local: preferences({ hiddenCriteria: ['patented'] }),
    until: 'document.querySelector(".comparison tbody td")',
    act: async (view) => {
      await view.click('.view-header .criteria')
      await view.waitFor('document.querySelector(".criteria-menu:popover-open")')
    },
  },
  {
    name: 'compare-other-product',
    openIn: 'popup',
    route: 'compare',
    session: (base) => ({
      compared: offersOf(base).slice(3, 5),
      comparedProduct: {
        keys: ['search:another'],
        name: 'Two-tone commuter tote bag, PU leather, large capacity',
        picture: base.otherPhoto,
        savedId: 'another',
      },
    }),
    until: 'document.querySelector(".of-other-product")',
  },
  {
    name: 'new-comparison',
    openIn: 'popup',
    session: (base) => ({
      compared: offersOf(base).slice(3, 5),
      comparedProduct: { keys: ['search:another'], name: 'A tote bag', picture: '', savedId: 'another' },
    }),
    until: OFFER,
    act: async (view) => {
      await view.click('.offer:nth-child(1) .compare')
      await view.waitFor('document.querySelector(".toast .other")')
    },
  },
  {
    name: 'shortlist-compare',
    openIn: 'popup',
    route: 'shortlist',
    session: (base) => ({ compared: offersOf(base).slice(0, 2), comparedProduct: productOf(base) }),
    until: 'document.querySelector(".shortlist .note")',
  },
  {
    name: 'shortlist',
    openIn: 'popup',
    route: 'shortlist',
    until: 'document.querySelector(".shortlist .note")',
  },
  { name: 'history', openIn: 'popup', route: 'history', until: 'document.querySelector(".past-search")' },
  {
    name: 'history-kinds',
    openIn: 'popup',
    route: 'history',
    until: 'document.querySelector(".past-search")',
    act: async (view) => {
      await view.evaluate(`(${writeKindsOfSearches})()`)
      await view.waitFor('document.querySelectorAll(".past-search").length >= 7')
    },
  },
  { name: 'history-tab', openIn: 'tab', route: 'history', until: 'document.querySelector(".past-search")' },
  {
    name: 'welcome',
    openIn: 'tab',
    route: 'welcome',
    session: () => ({ search: null, sent: null }),
    local: { proxy: { address: '', clientKey: '' } },
    until: 'document.querySelector(".welcome .sample img")?.complete',
  },
  ...(['popup', 'tab'] as const).map(
    (openIn): Scene => ({
      name: openIn === 'popup' ? 'sample' : 'sample-tab',
      openIn,
      route: 'sample',
      session: () => ({ search: null, sent: null }),
      local: { proxy: { address: '', clientKey: '' } },
      until: 'document.querySelectorAll(".sample-view .offer").length === 5',
    }),
  ),
  {
    name: 'welcome-connected',
    openIn: 'tab',
    route: 'welcome',
    until: 'document.querySelector(".welcome .outcome.good")',
  },
  { name: 'upload', openIn: 'tab', route: 'upload', until: 'document.querySelector(".upload form")' },
]
