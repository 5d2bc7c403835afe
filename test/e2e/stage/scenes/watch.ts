import type { View } from '../../browser/driver.ts'
import { type Json, offersOf, preferences, type Scene } from './scene.ts'

const DAY_MS = 86_400_000

/**
 * Runs in a view: makes saved offers of the newest search's first offers, with what checks have found about them, and a
 * watched search of that search.
 */
const writeChecked = `async (now) => {
  const [{ name }] = await indexedDB.databases()
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = reject
  })
  const database = await done(indexedDB.open(name))
  const stores = database.transaction(['searches', 'shortlist'], 'readwrite')
  const [searches, shortlist] = ['searches', 'shortlist'].map((store) => stores.objectStore(store))
  const [record] = (await done(searches.getAll())).sort((one, other) => other.at - one.at)
  const { offers } = record.before ?? record.lists.same
  const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
  const tiers = (...prices) => prices.map(([minQuantity, price]) => ({ minQuantity, price }))
  const variant = (id, value, stock) => ({
    id, attributes: [{ name: '颜色', value }], price: '18.60', promotionPrice: null, stock, imageUrl: null, weightKg: null,
  })
  const page = (offer, rest) => ({
    ...offer, fetchedAt: new Date(now - 7_200_000).toISOString(), status: 'active', minOrder: 2, priceTiers: tiers([2, '18.60'], [500, '16.20']), shipping,
    variants: [variant('1', '棕色', 1200), variant('2', '米色', 80), variant('3', '黑色', 0), variant('4', '红色', 5), variant('5', '绿色', 6)],
    ...rest,
  })
  const [before, at] = [now - 9 * ${DAY_MS}, now - 7_200_000]
  const changed = [
    page(offers[0], { priceTiers: tiers([2, '18.60'], [500, '17.10']), minOrder: 10 }),
    page(offers[1], {
      variants: [variant('1', '棕色', 900), variant('2', '米色', 0), variant('3', '黑色', 300), variant('4', '红色', 4), variant('5', '绿色', 5)],
    }),
    page(offers[2], { status: 'unavailable' }),
    page(offers[3], { priceTiers: tiers([2, '18.60'], [500, '15.40']) }),
  ]
  for (const [index, details] of changed.entries()) {
    const offer = offers[index]
    const then = page(offer, { fetchedAt: new Date(before).toISOString() })
    const signed = { offer: {}, attestation: 'a.b.c' }
    await done(shortlist.put({
      offerId: offer.offerId, offer, at: before - index, note: '', decision: 'none', details,
      watched: { at, until: now + ${DAY_MS}, signed, before: { at: before, offer: then, ...(index < 2 && { signed }) } },
    }))
  }
  await done(shortlist.put({
    offerId: offers[4].offerId, offer: offers[4], at: before - 9, note: '', decision: 'none',
    details: page(offers[4], { fetchedAt: new Date(before).toISOString() }), watched: { at: before, until: now - 1 },
  }))
  const lower = (offer, price) => ({ ...offer, price, priceTiers: [] })
  await done(searches.put({
    ...record, isWatched: true, at, checkedAt: at,
    lists: { same: { ...record.lists.same, offers: [...offers.slice(0, 18), { ...offers.at(-1), offerId: '99887766' }].map((offer, index) =>
      index < 2 ? lower(offer, '3.20') : offer) } },
    before: { at: before, mode: 'same', page: 1, hasMore: true, offers: offers.map((offer) => lower(offer, offer.price)) },
  }))
  database.close()
  const channel = new BroadcastChannel(name)
  for (const store of ['searches', 'shortlist']) channel.postMessage({ store })
  channel.close()
}`

const writeUntil = (until: string) => async (view: View) => {
  await view.evaluate(`(${writeChecked})(Date.now())`)
  await view.waitFor(until)
}
const write = writeUntil('document.querySelectorAll(".offer-changes").length >= 4')

const watch = (change: Json) => () => ({
  watch: {
    ...{ startedAt: Date.now() - 60_000, offerIds: [], searchIds: [], total: 6, searches: 6 },
    ...{ state: 'done', failures: {} },
    ...change,
  },
})

const PLAN = 'document.querySelector(".watch-plan")'

/** Saved offers and searches, checked again. They come last: what they write stays. */
export const WATCH_SCENES: Scene[] = [
  { name: 'watch-first', openIn: 'popup', route: 'watch', until: PLAN },
  ...(['popup', 'tab'] as const).map(
    (openIn): Scene => ({
      name: openIn === 'popup' ? 'watch' : 'watch-tab',
      openIn,
      route: 'watch',
      session: watch({}),
      local: preferences({ quantity: 500 }),
      until: PLAN,
      act: write,
    }),
  ),
  {
    name: 'watch-offer',
    openIn: 'popup',
    route: 'watch',
    local: preferences({ quantity: 500 }),
    until: PLAN,
    act: async (view) => {
      await write(view)
      await view.click('.changed-offer .changed-title')
      await view.waitFor('document.querySelector(".check-now .offer-changes")')
    },
  },
  {
    name: 'watch-shortlist',
    openIn: 'popup',
    route: 'shortlist',
    local: preferences({ quantity: 500 }),
    until: 'document.querySelector(".shortlist .note")',
    act: writeUntil('document.querySelectorAll(".shortlist .change-badge").length >= 3'),
  },
  {
    name: 'watch-history',
    openIn: 'popup',
    route: 'history',
    until: 'document.querySelector(".past-search")',
    act: writeUntil('document.querySelector(".watch-search[aria-pressed=true]")'),
  },
  {
    name: 'watch-running',
    openIn: 'popup',
    route: 'watch',
    session: watch({ state: 'running', offerIds: ['1', '2'], searchIds: ['3'], searches: 2 }),
    until: 'document.querySelector(".check-progress .stop")',
  },
  {
    name: 'watch-stopped',
    openIn: 'popup',
    route: 'watch',
    session: (base) => {
      const id = offersOf(base)[4]?.offerId ?? ''
      return watch({
        ...{ state: 'stopped', offerIds: [id], searchIds: [], searches: 3 },
        failure: { code: 'quota_exhausted' },
        failures: { [id]: { code: 'quota_exhausted' } },
      })()
    },
    until: 'document.querySelector(".check-outcome")',
  },
  {
    name: 'watch-offered',
    openIn: 'popup',
    session: () => ({ watch: null }),
    local: { watch: { always: false, offeredAt: 0 } },
    until: 'document.querySelector(".toast .other")',
  },
]
