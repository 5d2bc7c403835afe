import { listWith, OFFER, offersOf, preferences, type Scene, searchWith } from './scene.ts'

export const RESULTS_SCENES: Scene[] = [
  { name: 'results', openIn: 'popup', until: OFFER },
  ...(['exact', 'limit', 'unknown'] as const).map(
    (known): Scene => ({
      name: `screenshot-${known}`,
      openIn: 'popup',
      session: (base) => {
        const addresses = ['https://images.shop.example/bag.jpg']
        const larger = {
          exact: [],
          limit: [{ address: 'https://images.shop.example/bag_1500x1500.jpg', isSameFile: true }],
          unknown: [{ address: 'https://images.shop.example/bag-original.jpg', isSameFile: true }],
        }[known]
        const source = { ...base.search.source, addresses, larger, shown: { width: 1200, height: 1200 } }
        return {
          search: { ...base.search, source },
          sent: { ...base.sent, how: 'capture', fromWidth: 400, fromHeight: 400 },
        }
      },
      until: `${OFFER} && document.querySelector(".subtitle .grant-host")`,
    }),
  ),
  { name: 'results-tab', openIn: 'tab', until: OFFER },
  { name: 'quantity', openIn: 'popup', local: preferences({ quantity: 100 }), until: OFFER },
  {
    name: 'tiers',
    openIn: 'popup',
    session: (base) => ({
      search: {
        ...base.search,
        details: Object.fromEntries(
          offersOf(base).map((offer, index) => [
            offer.offerId,
            {
              state: 'done',
              offer: {
                ...offer,
                priceTiers: [
                  { minQuantity: 2, price: offer.price },
                  { minQuantity: 100, price: (Number(offer.price) * 0.9).toFixed(2) },
                  { minQuantity: 1000, price: (Number(offer.price) * 0.8).toFixed(2) },
                ],
                shipping: { weightKg: 0.4 + index / 10, lengthCm: 40, widthCm: 30, heightCm: 8 },
              },
            },
          ]),
        ),
      },
    }),
    local: preferences({ quantity: 120 }),
    until: `${OFFER} && document.querySelector("footer strong")`,
  },
  {
    name: 'filters',
    openIn: 'popup',
    local: preferences({ sort: 'price', filters: { verified: true, words: '包' } }),
    until: OFFER,
    act: async (view) => {
      await view.click('.filters')
      await view.waitFor('document.querySelector(".more-filters")')
    },
  },
  {
    name: 'few',
    openIn: 'popup',
    session: (base) => ({
      search: {
        ...base.search,
        lists: {
          same: { ...base.search.lists.same, offers: offersOf(base).slice(0, 2), total: 2, hasMore: false },
        },
      },
    }),
    until: OFFER,
  },
  {
    name: 'more-failed',
    openIn: 'popup',
    session: listWith({ state: 'failed', failure: { code: 'upstream_timeout' } }),
    until: OFFER,
  },
  {
    name: 'no-listing',
    openIn: 'popup',
    session: searchWith({ listing: null }),
    until: `${OFFER} && document.querySelector("footer")`,
  },
  {
    name: 'stale',
    openIn: 'popup',
    session: searchWith({ startedAt: Date.now() - 3 * 86_400_000 }),
    until: 'document.querySelector(".stale")',
  },
  {
    name: 'not-saved',
    openIn: 'popup',
    session: searchWith({ keepFailure: 'storage_full' }),
    until: 'document.querySelector(".list-summary .missing")',
  },
  {
    name: 'changes',
    openIn: 'popup',
    session: (base) => {
      const offers = offersOf(base)
      const earlier = offers.slice(2).map((offer, index) => ({
        ...offer,
        ...(index === 0 && { price: '99.00' }),
        ...(index === 1 && { minOrder: 777 }),
      }))
      const goneOne = {
        ...offers[0],
        offerId: '700000000001',
        title: '已下架的背包',
        titleTranslated: 'A backpack that is gone',
      }
      return {
        search: {
          ...base.search,
          earlier: {
            at: Date.now() - 86_400_000,
            mode: 'same',
            page: 1,
            hasMore: true,
            offers: [...earlier, goneOne],
          },
        },
      }
    },
    until: 'document.querySelector(".changes")',
    act: (view) => view.click('.changes summary'),
  },
  {
    name: 'undo',
    openIn: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.offer:nth-child(2) .compare')
      await view.waitFor('document.querySelector(".toast .undo")')
    },
  },
  {
    name: 'tooltip',
    openIn: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.evaluate('document.querySelector(".offer .offer-link").focus()')
      await view.waitFor('document.querySelector(".offer .badge[tabindex=\'0\']")')
      await view.evaluate('document.querySelector(".offer .badge").focus()')
      await view.waitFor('document.querySelector(".tooltip")')
    },
  },
  {
    name: 'menu',
    openIn: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.nav-item.menu-button')
      await view.waitFor('document.querySelector("#menu:popover-open [data-item=again]")')
    },
  },
  {
    name: 'menu-tab',
    openIn: 'tab',
    until: OFFER,
    act: async (view) => {
      await view.click('.nav-item.menu-button')
      await view.waitFor('document.querySelector("#menu:popover-open [data-item=again]")')
    },
  },
  {
    name: 'palette',
    openIn: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.evaluate('document.querySelector(".offer .offer-link").focus()')
      await view.click('.nav-item.menu-button')
      await view.click('#menu [data-item=palette]')
      await view.waitFor('document.querySelector(".palette[open] [aria-selected=true]")')
    },
  },
  {
    name: 'palette-found',
    openIn: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.nav-item.menu-button')
      await view.click('#menu [data-item=palette]')
      await view.waitFor('document.querySelector(".palette[open] [aria-selected=true]")')
      await view.fill('.palette input', 'csv')
      await view.waitFor('document.querySelectorAll(".palette-action").length < 6')
    },
  },
  {
    name: 'shortcuts',
    openIn: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.nav-item.menu-button')
      await view.click('#menu [data-item=keyboard]')
      await view.waitFor('document.querySelector("dialog[open]")')
    },
  },
  {
    name: 'enlarged',
    openIn: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.evaluate(
        'document.querySelectorAll(".offer .offer-photo")[1].dispatchEvent(new MouseEvent("mouseenter", { bubbles: false }))',
      )
      await view.waitFor('document.querySelector(".enlarged-photo img")?.complete')
    },
  },
]
