import type { View } from '../../browser/driver.ts'
import { type Base, type Json, offersOf, type Scene } from './scene.ts'

const VERDICT =
  'document.querySelector(".margin-view .answer.good, .margin-view .answer.tight, .margin-view .answer.loss")'
const LINES = 'document.querySelector(".margin-view .cost-lines")'

/** A piece with everything that decides: weight, size, and the supplier’s price at the quantity. */
const figures =
  (change: Json = {}) =>
  (base: Base) => ({
    productFigures: {
      searchId: base.search.id,
      ...{ weightKg: '0.3', lengthCm: '20', widthCm: '15', heightCm: '5' },
      ...{ quotes: { [`${offersOf(base)[0]?.offerId}`]: '22' }, ...change },
    },
  })

/** Listed at another price, with what else is known of its product. */
const listed =
  (price: string, currency: string, change: Json = {}) =>
  (base: Base) => ({
    ...figures(change)(base),
    search: { ...base.search, listing: { ...(base.search.listing as Json), price, priceTo: null, currency } },
  })

/** The first offer's own page, as far as it was asked for. */
const detailed = (details: Json) => (base: Base) => ({
  search: { ...base.search, details: { [`${offersOf(base)[0]?.offerId}`]: details } },
})

const showAll = (view: View): Promise<void> =>
  view.evaluate<void>(
    'document.querySelectorAll(".margin-view details").forEach((each) => (each.open = true))',
  )

const scene = (name: string, until: string, { local, ...rest }: Partial<Scene>): Scene => ({
  ...{ name, openIn: 'popup', route: 'margin', until },
  ...rest,
  local: {
    assumptions: { freight: 'air', duty: 'country', fee: 'usual' },
    habits: { quantity: 200, sort: 'relevance', filters: {}, currency: null },
    ...local,
  },
})

export const MARGIN_SCENES: Scene[] = [
  scene('margin-missing', LINES, {}),
  scene('margin', VERDICT, { session: figures() }),
  scene('margin-loss', 'document.querySelector(".margin-view .answer.loss")', {
    session: listed('1.99', 'USD'),
  }),
  scene('margin-mixed', 'document.querySelector(".margin-view .answer.tight")', {
    session: listed('6.90', 'USD', { fulfilment: '0.4' }),
  }),
  // What 1688 may know is asked for, is not answered, and is not known there either.
  scene('margin-asking', LINES, { session: detailed({ state: 'loading' }) }),
  scene('margin-not-answered', LINES, {
    session: detailed({ state: 'failed', failure: { code: 'upstream_unavailable' } }),
  }),
  scene('margin-not-given', LINES, {
    session: (base) => {
      const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
      return detailed({ state: 'done', offer: { ...offersOf(base)[0], shipping, fetchedAt: null } })(base)
    },
  }),
  scene('results-margin', 'document.querySelector("footer .margin-summary .good")', {
    ...{ route: 'results', session: figures() },
  }),
  scene('results-margin-loss', 'document.querySelector("footer .margin-summary .loss")', {
    ...{ route: 'results', session: listed('1.99', 'USD') },
  }),
  scene('results-margin-open', 'document.querySelector("footer .margin-summary .unknown")', {
    route: 'results',
    session: (base) => ({
      ...{ productFigures: { searchId: base.search.id, weightKg: '0.3' } },
      compared: offersOf(base).slice(0, 2),
    }),
  }),
  scene('table', 'document.querySelector(".offer-table .margin-verdict")', {
    ...{ openIn: 'tab', route: 'results', session: figures() },
    local: {
      habits: { quantity: 200, sort: 'margin', sortReversed: true, filters: {}, currency: null },
    },
  }),
  scene('margin-tab', VERDICT, { openIn: 'tab', session: figures() }),
  scene('margin-uk', VERDICT, {
    session: listed('12', 'GBP', { fulfilment: '2.50' }),
    local: { assumptions: { freight: 'sea', duty: 'country', fee: { percent: '15' } } },
    act: async (view) => {
      await view.evaluate('document.querySelector(".cost-lines").scrollIntoView()')
    },
  }),
  scene('margin-germany', VERDICT, {
    session: listed('29.99', 'EUR', { marketplace: 'DE' }),
    local: { assumptions: { freight: 'air', duty: 'usual', fee: 'usual', fulfilmentBy: 'fba' } },
  }),
  scene('margin-order', VERDICT, {
    openIn: 'tab',
    session: figures({ fulfilment: '4.60', other: '0.5' }),
    local: {
      habits: { quantity: 500, sort: 'relevance', filters: {}, currency: null },
      assumptions: {
        ...{ freight: 'lcl', duty: { percent: '32.5' }, fee: { percent: '15' } },
        ...{ agentPercent: '5', inspection: '1500', defectsPercent: '3', spreadPercent: '1.5' },
        domestic: { perKg: '1.2' },
      },
    },
    act: showAll,
  }),
  scene('margin-switzerland', VERDICT, {
    session: listed('24.90', 'CHF'),
    act: async (view) => {
      await showAll(view)
      await view.evaluate('document.querySelector("[name=vat]").scrollIntoView({ block: "center" })')
    },
  }),
  scene('margin-one-sided', LINES, {
    session: (base) => ({ productFigures: { searchId: base.search.id, weightKg: '0.3' } }),
  }),
  scene('margin-invalid', LINES, {
    session: figures({ weightKg: 'half a kilo', other: '-3' }),
    local: { assumptions: { freight: 'air', duty: { percent: '130' }, fee: 'usual', agentPercent: 'five' } },
    act: showAll,
  }),
]
