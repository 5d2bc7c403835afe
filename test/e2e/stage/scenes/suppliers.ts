import { type Base, type Json, offersOf, type Scene } from './scene.ts'

const FACTORY = '东莞市宏达箱包厂'
const TRADER = '义乌市锦程电子商务商行（个体工商户）'
const UNKNOWN = '深圳市创想科技有限公司'

/** The first six offers are of a factory, a trader and one of whom nothing is known. */
const SELLERS: Json[] = [
  {
    ...{ name: FACTORY, location: '广东省东莞市厚街镇宝屯工业区3号厂房', years: 11, verified: true },
    badges: ['super_factory', 'tp_member'],
    scores: [
      { code: 'service', value: 4.5 },
      { code: 'logistics', value: 4 },
      { code: 'product', value: 4.5 },
    ],
    rates: [
      { code: 'qualityRefunds30d', value: 0.004 },
      { code: 'shipped48h', value: 0.97 },
    ],
  },
  {
    ...{ name: TRADER, loginId: '锦程百货批发', location: '浙江省义乌市国际商贸城四区', years: 2 },
    ...{ verified: false, badges: ['tp_member'] },
  },
  { name: UNKNOWN, location: null, years: null, verified: null, badges: [] },
]

const withSellers = (base: Base) => {
  const offers = offersOf(base).map((offer, at) => {
    const seller = at === 5 ? SELLERS[1] : SELLERS[at % 3]
    return at < 6
      ? { ...offer, supplier: seller, topCategoryId: String(100 + at) }
      : { ...offer, ...(at === 6 && { supplier: { ...SELLERS[2], name: null } }) }
  })
  const [first] = offers
  const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
  const details = first && {
    [first.offerId]: { state: 'done', offer: { ...first, shipping, sentFrom: '浙江省义乌市' } },
  }
  return {
    search: {
      ...base.search,
      lists: { same: { ...base.search.lists.same, offers, hasMore: false } },
      details,
    },
  }
}

/**
 * Runs in a view: seven products in the history, each with a saved offer; those of four are of one seller. What it has
 * written stays for later scenes.
 */
const writeProducts = `async () => {
  const [{ name }] = await indexedDB.databases()
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = reject
  })
  const database = await done(indexedDB.open(name))
  const transaction = database.transaction(['searches', 'shortlist'], 'readwrite')
  const [searches, shortlist] = ['searches', 'shortlist'].map((store) => transaction.objectStore(store))
  const [record] = (await done(searches.getAll())).sort((one, other) => other.at - one.at)
  const { offers } = record.lists.same
  const titles = ['Tote bag', 'Travel mug', 'Desk lamp', 'Lunch box', 'Pencil case', 'Umbrella', 'Water bottle']
  const sellers = ${JSON.stringify([0, 0, 1, 0, 2, 0, 1].map((at) => SELLERS[at]))}
  for (const [at, title] of titles.entries()) {
    const id = 'product' + at
    const offer = { ...offers[at], offerId: '71900000' + at, supplier: sellers[at] }
    const lists = { same: { ...record.lists.same, offers: [offer], total: 1 } }
    await done(searches.put({ ...record, id, at: record.at - (at + 1) * 90_000_000, listing: { ...record.listing, title }, lists, verdicts: {} }))
    await done(shortlist.put({ offerId: offer.offerId, offer, at: record.at - at, note: '', decision: 'none', searchId: id }))
  }
  database.close()
  for (const store of ['searches', 'shortlist']) {
    const channel = new BroadcastChannel(name)
    channel.postMessage({ store })
    channel.close()
  }
}`

const routeOf = (name: string) => `supplier/${encodeURIComponent(name)}`

export const SUPPLIER_SCENES: Scene[] = [
  ...(['popup', 'tab'] as const).flatMap((openIn): Scene[] => {
    const suffix = openIn === 'tab' ? '-tab' : ''
    return [
      {
        ...{ name: `suppliers${suffix}`, openIn, route: 'supplier', session: withSellers },
        until: 'document.querySelector(".supplier-list .seller")',
      },
      {
        ...{ name: `supplier-factory${suffix}`, openIn, route: routeOf(FACTORY), session: withSellers },
        until: 'document.querySelector(".supplier-page .signal")',
      },
      {
        ...{ name: `supplier-trader${suffix}`, openIn, route: routeOf(TRADER), session: withSellers },
        until: 'document.querySelector(".supplier-page .signal")',
      },
    ]
  }),
  {
    ...{ name: 'supplier-unknown', openIn: 'popup', route: routeOf(UNKNOWN), session: withSellers },
    until: 'document.querySelector(".signals-unknown")',
  },
  {
    ...{ name: 'supplier-not-loaded', openIn: 'popup', route: routeOf('某某公司') },
    until: 'document.querySelector(".message")',
  },
  {
    ...{ name: 'suppliers-export', openIn: 'popup', route: 'supplier', session: withSellers },
    until: 'document.querySelector(".supplier-list .seller")',
    act: (view) => view.click('.view-header .export'),
  },
]

/** After all others, for what they leave behind. */
export const PRODUCT_SCENES: Scene[] = [
  {
    ...{ name: 'suppliers-products', openIn: 'popup', route: 'supplier', session: withSellers },
    until: 'document.querySelector(".supplier-list .seller")',
    act: async (view) => {
      await view.evaluate(`(${writeProducts})()`)
      await view.click('.segmented button:nth-child(2)')
      await view.waitFor('document.querySelectorAll(".seller").length >= 3')
    },
  },
  {
    ...{ name: 'supplier-products', openIn: 'popup', route: routeOf(FACTORY), session: withSellers },
    until: 'document.querySelector(".supplier-page .signal")',
    act: async (view) => {
      await view.evaluate(`(${writeProducts})()`)
      await view.waitFor('document.querySelectorAll(".covered-products li").length >= 4')
      await view.evaluate('document.querySelector(".covered-products").scrollIntoView()')
    },
  },
]
