import { type Base, type Json, OFFER, offersOf, preferences, type Scene } from './scene.ts'

const SHIPPING = { weightKg: 0.4, lengthCm: 40, widthCm: 30, heightCm: 8 }
const DAY_MS = 86_400_000

/** The offers as `crossborder` lists them: each with one price, whose quantity is not stated. */
function listed(base: Base): (Json & { offerId: string; price: string })[] {
  return offersOf(base).map((offer, at) => ({
    ...offer,
    price: '10.10',
    priceMax: at === 5 ? '25.00' : null,
    priceTiers: [],
    minOrder: 2,
  }))
}

function listSearch(base: Base, rest: Json = {}): Json {
  const list = { ...base.search.lists.same, provider: 'crossborder', offers: listed(base) }
  return { ...base.search, lists: { same: list }, ...rest }
}

/**
 * One of each kind, for 49 pieces: a cheaper larger order, tiers, variants, one price, none given, below a minimum, and below
 * the first tier.
 */
function known(base: Base): Json {
  const offers = listed(base)
  const pages: Json[] = [
    { priceTiers: tiers([2, '10.10'], [50, '9.60'], [200, '8.90']), fetchedAt: ago(0) },
    { priceTiers: tiers([2, '10.10'], [100, '9.60']), fetchedAt: ago(3 * DAY_MS) },
    { priceTiers: [], variants: [variant('10.00'), variant('25.00')], fetchedAt: ago(0) },
    { priceTiers: tiers([2, '9.90']), fetchedAt: ago(0) },
    { priceTiers: [], fetchedAt: ago(0) },
    { priceTiers: tiers([100, '8.80'], [500, '8.10']), minOrder: 100, fetchedAt: ago(0) },
    { price: null, priceTiers: tiers([100, '8.80'], [500, '8.10']), fetchedAt: ago(0) },
  ]
  return Object.fromEntries(
    pages.flatMap((page, at) => {
      const offer = offers[at]
      return offer
        ? [[offer.offerId, { state: 'done', offer: { ...offer, shipping: SHIPPING, ...page } }]]
        : []
    }),
  )
}

function tiers(...pairs: [number, string][]): Json[] {
  return pairs.map(([minQuantity, price]) => ({ minQuantity, price }))
}

function variant(price: string): Json {
  return {
    id: price.replace('.', ''),
    attributes: [{ name: 'Size', value: 'M' }],
    price,
    promotionPrice: null,
    stock: 10,
    imageUrl: null,
    weightKg: null,
  }
}

/**
 * One of each kind: the searched variant found among accessories, several of different prices, none, one chosen by hand, one
 * sold out, one of unknown price, and an offer that was taken down.
 */
function matched(base: Base): Json {
  const offers = listed(base)
  const lid = colour('1', '盖子', 'Lid only', '1.20', 900)
  const red = colour('2', '红色', 'Red', '24.80', 320)
  const blue = colour('3', '蓝色', 'Blue', '26.50', null)
  const pages: Json[] = [
    { variants: [lid, red, blue], match: { keys: ['2'], by: 'photo' } },
    { variants: [lid, red, blue], match: { keys: ['2', '3'], by: 'photo' } },
    { variants: [lid, red, blue], match: { keys: [], by: 'photo' } },
    { variants: [lid, red, blue], match: { keys: ['3'], by: 'hand' } },
    { variants: [lid, { ...red, stock: 0 }], match: { keys: ['2'], by: 'photo' } },
    { variants: [lid, { ...red, price: null }], match: { keys: ['2'], by: 'photo' } },
    { variants: [lid, red], match: { keys: ['2'], by: 'photo' }, status: 'unavailable' },
    { variants: [lid, red, blue] },
  ]
  return Object.fromEntries(
    pages.map(({ match, ...page }, at) => {
      const { offerId, ...offer } = offers[at] ?? { offerId: '' }
      const details = { ...offer, offerId, shipping: SHIPPING, price: '1.20', fetchedAt: ago(0), ...page }
      return [offerId, { state: 'done', offer: details, ...(match ? { match } : {}) }]
    }),
  )
}

function colour(
  id: string,
  value: string,
  valueTranslated: string,
  price: string,
  stock: number | null,
): Json {
  const sizes = { name: '容量', value: '500ml', nameTranslated: 'Volume', valueTranslated: '500 ml' }
  return {
    ...{ id, price, stock, promotionPrice: null, imageUrl: null, weightKg: 0.31 },
    attributes: [{ name: '颜色', value, nameTranslated: 'Colour', valueTranslated }, sizes],
  }
}

const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const idsOf = (base: Base) => offersOf(base).map(({ offerId }) => offerId)

export const PRICE_SCENES: Scene[] = [
  {
    name: 'list-prices',
    openIn: 'popup',
    session: (base) => ({ search: listSearch(base) }),
    local: preferences({ quantity: 500, sort: 'price' }),
    until: 'document.querySelector(".details-batch .get-tiers") && document.querySelector(".by-list-price")',
  },
  {
    name: 'list-prices-tab',
    openIn: 'tab',
    session: (base) => ({ search: listSearch(base) }),
    local: preferences({ quantity: 500 }),
    until: 'document.querySelector(".details-batch .get-tiers")',
  },
  {
    name: 'known-prices',
    openIn: 'popup',
    session: (base) => ({ search: listSearch(base, { details: known(base) }) }),
    local: preferences({ quantity: 49 }),
    until: 'document.querySelector(".offer .cheaper-order") && document.querySelector(".offer .renew")',
  },
  {
    name: 'known-prices-tab',
    openIn: 'tab',
    session: (base) => ({ search: listSearch(base, { details: known(base) }) }),
    local: preferences({ quantity: 49 }),
    until: 'document.querySelector(".offer .cheaper-order") && document.querySelector(".offer .renew")',
  },
  ...(['popup', 'tab'] as const).map(
    (openIn): Scene => ({
      name: openIn === 'tab' ? 'matched-variants-tab' : 'matched-variants',
      openIn,
      session: (base) => ({ search: listSearch(base, { details: matched(base) }) }),
      local: preferences({ quantity: 100 }),
      until: 'document.querySelectorAll(".offer .your-variant").length > 2',
    }),
  ),
  {
    name: 'compare-variants',
    openIn: 'tab',
    route: 'compare',
    session: (base) => ({
      search: listSearch(base, { details: matched(base) }),
      compared: [0, 1, 2, 5].map((at) => listed(base)[at]),
    }),
    local: preferences({ quantity: 100 }),
    until: 'document.querySelector(".comparison .your-variant")',
  },
  {
    name: 'margin-variants',
    openIn: 'popup',
    route: 'margin',
    session: (base) => ({ search: listSearch(base, { details: matched(base) }) }),
    local: preferences({ quantity: 100 }),
    until: 'document.querySelector(".cost-table, .margin-view table")',
  },
  {
    name: 'getting-tiers',
    openIn: 'popup',
    session: (base) => ({
      search: listSearch(base, {
        details: { ...known(base), [idsOf(base)[6] ?? '']: { state: 'loading' } },
        detailsBatch: { offerIds: idsOf(base), state: 'running' },
      }),
    }),
    local: preferences({ quantity: 49 }),
    until: 'document.querySelector(".details-batch .stop")',
  },
  {
    name: 'tiers-stopped',
    openIn: 'popup',
    session: (base) => ({
      search: listSearch(base, {
        details: known(base),
        detailsBatch: { offerIds: idsOf(base), state: 'stopped', failure: { code: 'quota_exhausted' } },
      }),
    }),
    local: preferences({ quantity: 49 }),
    until: 'document.querySelector(".details-batch .get-tiers")',
  },
  {
    name: 'compare-prices',
    openIn: 'tab',
    route: 'compare',
    session: (base) => ({
      search: listSearch(base, { details: known(base) }),
      compared: [0, 2, 5, 8].map((at) => listed(base)[at]),
    }),
    local: preferences({ quantity: 49 }),
    until: `${OFFER} || document.querySelector(".comparison .cheaper-order")`,
  },
]
