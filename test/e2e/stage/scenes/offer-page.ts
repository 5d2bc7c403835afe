import { type Base, type Json, offersOf, preferences, type Scene } from './scene.ts'

const DAY_MS = 86_400_000
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const NOTHING = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }

const attribute = (
  name: string,
  value: string,
  nameTranslated: string | null,
  valueTranslated: string | null,
) => ({
  ...{ name, value, nameTranslated, valueTranslated },
})

const COLOURS = [
  ['红色', 'Red'],
  ['藏青色', 'Navy blue'],
  ['卡其色', 'Khaki'],
  ['黑色', 'Black'],
] as const

/** In each colour, with every kind of price, stock and weight. */
function variants(base: Base, count: number): Json[] {
  return Array.from({ length: count }, (_, at) => {
    const [value, translated] = COLOURS[at % COLOURS.length] ?? COLOURS[0]
    const size = `${250 * (1 + Math.floor(at / COLOURS.length))} ml`
    return {
      id: String(9000 + at),
      attributes: [attribute('颜色', value, 'Colour', translated), attribute('容量', size, 'Capacity', null)],
      price: at === 3 ? null : (12 + at / 2).toFixed(2),
      promotionPrice: at === 1 ? '11.80' : null,
      stock: [1240, 0, null, 36][at % 4],
      imageUrl: at === 2 ? null : (base.photos[at % base.photos.length] ?? null),
      weightKg: at % 3 === 1 ? null : 0.42,
    }
  })
}

function full(base: Base): Json {
  return {
    ...offersOf(base)[0],
    ...{ status: 'active', fetchedAt: ago(60_000), stock: 4300, sentFrom: '广东省广州市白云区' },
    images: base.photos,
    priceTiers: [
      { minQuantity: 2, price: '18.60' },
      { minQuantity: 100, price: '17.20' },
      { minQuantity: 1000, price: '15.90' },
    ],
    ...{ minOrder: 2, lotSize: 2, promotionPrice: '17.99', dropshipPrice: '21.00' },
    mixedOrder: { allowed: true, minAmount: '300', minQuantity: 10 },
    services: ['dropship', 'ships48h', 'returns7d'],
    certificates: [{ name: '外观专利', code: 'ZL202230123456.7' }],
    variants: variants(base, 4).map((variant) => ({ ...variant, price: null })),
    attributes: [
      attribute('材质', 'PU皮', 'Material', 'PU leather'),
      attribute('货号', 'B-2031', 'Article number', null),
      attribute('适用场景', '通勤，旅行，日常搭配', 'Occasion', 'Commuting, travel, everyday'),
      attribute('是否进口', '否', 'Imported', 'No'),
    ],
    shipping: { weightKg: 0.42, lengthCm: 38, widthCm: 30, heightCm: 9 },
  }
}

const pricedByVariant = (base: Base, count: number): Json => ({
  ...full(base),
  ...{ variants: variants(base, count), priceTiers: [], promotionPrice: null },
})

/** What a page says at the least. */
function sparse(base: Base): Json {
  return {
    ...offersOf(base)[1],
    ...{ status: null, fetchedAt: ago(3 * DAY_MS), price: null, priceTiers: [], minOrder: null },
    ...{ monthlySales: null, repurchaseRate: null, patented: null, imageUrl: null, services: [] },
    ...{ images: [], attributes: [], variants: [], certificates: [], lotSize: null, mixedOrder: null },
    supplier: { name: null, location: null, years: null, verified: null, badges: [] },
    shipping: NOTHING,
  }
}

const open = (base: Base, details: Json | undefined, listed?: Json) => {
  const first = { ...offersOf(base)[0], ...listed }
  const list = {
    ...base.search.lists.same,
    provider: 'crossborder',
    offers: [first, ...offersOf(base).slice(1)],
  }
  const id = String(offersOf(base)[0]?.offerId)
  return {
    search: { ...base.search, lists: { same: list }, details: details ? { [id]: details } : {} },
  }
}

const done = (offer: Json, more: Json = {}) => ({ state: 'done', offer, ...more })
/** Scenes are of the search's first offer, whichever it is. */
const ROUTE = (base: Base) => `offer/${offersOf(base)[0]?.offerId}`

const scene = (
  name: string,
  openIn: Scene['openIn'],
  session: NonNullable<Scene['session']>,
  more: Partial<Scene> = {},
): Scene => ({
  ...{ name, openIn, session, route: ROUTE },
  local: preferences({ quantity: 500 }),
  until: 'document.querySelector(".offer-page")',
  ...more,
})

const byHand = { match: { keys: ['9001'], by: 'hand' } }
const inPicture = { match: { keys: ['9000'], by: 'photo' } }

export const OFFER_PAGE_SCENES: Scene[] = [
  scene('offer-page', 'popup', (base) => open(base, done(full(base), inPicture)), {
    until: 'document.querySelector(".offer-page .variants .mark")',
  }),
  scene('offer-page-tab', 'tab', (base) => open(base, done(pricedByVariant(base, 4), inPicture)), {
    until: 'document.querySelector(".offer-page .variants .mark")',
  }),
  scene('offer-page-sparse', 'popup', (base) => {
    const { offerId } = offersOf(base)[0] ?? {}
    return open(base, done({ ...sparse(base), offerId }), { ...sparse(base), offerId })
  }),
  scene('offer-page-loading', 'popup', (base) => open(base, { state: 'loading' })),
  scene('offer-page-failed', 'popup', (base) =>
    open(base, { state: 'failed', failure: { code: 'upstream_quota_exhausted', requestId: 'r-1' } }),
  ),
  scene('offer-page-not-updated', 'popup', (base) =>
    open(base, done(full(base), { failure: { code: 'busy', retryAfterMs: 4000 } })),
  ),
  scene('offer-page-unavailable', 'popup', (base) =>
    open(base, done({ ...full(base), status: 'unavailable', fetchedAt: ago(2 * DAY_MS) })),
  ),
  scene('offer-page-variants', 'popup', (base) => open(base, done(pricedByVariant(base, 60), byHand)), {
    until: 'document.querySelector(".offer-page .show-all")',
    act: async (view) => {
      await view.click('.offer-page .show-all')
      await view.waitFor('document.querySelectorAll(".variants tbody tr").length === 60')
      await view.evaluate('document.querySelector(".variants").scrollIntoView()')
    },
  }),
  scene(
    'offer-page-pictures',
    'tab',
    (base) => open(base, done({ ...full(base), images: manyPictures(base, 100) })),
    { until: 'document.querySelectorAll(".strip button").length >= 100' },
  ),
  {
    name: 'offer-page-unknown',
    openIn: 'popup',
    route: 'offer/1',
    until: 'document.querySelector(".message .back")',
  },
]

/** Different addresses of the same few pictures. */
function manyPictures({ photos }: Base, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${photos[at % photos.length]}#${at}`)
}
