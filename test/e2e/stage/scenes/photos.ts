import { listWith, OFFER, offersOf, preferences, type Scene, searchWith } from './scene.ts'

export const PHOTO_SCENES: Scene[] = [
  ...(['beside', 'over'] as const).map(
    (pairWay): Scene => ({
      name: `photo-match-${pairWay}`,
      openIn: 'popup',
      local: preferences({ pairWay }),
      until: OFFER,
      act: async (view) => {
        await view.click('.offer:nth-child(2) .offer-photo')
        await view.waitFor('document.querySelector("dialog.compare-photos[open] img")?.complete')
      },
    }),
  ),
  {
    name: 'photo-reuse',
    openIn: 'popup',
    route: 'photo-reuse',
    // Without permission to read photos it says so.
    until: 'document.querySelector(".reused-photo, .photo-reuse .grant-host")',
  },
  {
    name: 'brand',
    openIn: 'popup',
    local: preferences({ focus: 'brand' }),
    until: 'document.querySelector(".open-photo-reuse")',
  },
  {
    name: 'photo-reuse-export',
    openIn: 'popup',
    route: 'photo-reuse',
    session: (base) => ({
      search: {
        ...base.search,
        lists: {
          same: {
            ...base.search.lists.same,
            offers: base.photos.map((imageUrl, at) => ({ ...offersOf(base)[at], imageUrl })),
            total: base.photos.length,
            hasMore: false,
          },
        },
      },
    }),
    until: 'document.querySelector(".reused-photo")',
    act: async (view) => {
      await view.click('.view-header .export')
      await view.waitFor('document.querySelector(".photo-reuse .menu:popover-open")')
    },
  },
  {
    name: 'photo-reuse-tab',
    openIn: 'tab',
    route: 'photo-reuse',
    until: 'document.querySelector(".reused-photo, .photo-reuse .grant-host")',
  },
  {
    name: 'photo-reuse-none',
    openIn: 'popup',
    route: 'photo-reuse',
    session: (base) => ({
      search: {
        ...base.search,
        lists: {
          same: { ...base.search.lists.same, offers: offersOf(base).slice(2, 5), total: 3, hasMore: false },
        },
      },
    }),
    until: 'document.querySelector(".reuse-summary p:not(:empty)")',
  },
  {
    name: 'no-match',
    openIn: 'popup',
    session: (base) => ({
      search: {
        ...base.search,
        lists: {
          same: {
            ...base.search.lists.same,
            offers: base.photos.map((imageUrl, at) => ({ ...offersOf(base)[at], imageUrl })),
            total: base.photos.length,
            hasMore: false,
          },
        },
      },
      sent: { ...base.sent, dataUrl: base.otherPhoto },
    }),
    until: 'document.querySelector(".no-match [data-suggestion=subject]")',
  },
  {
    name: 'region',
    openIn: 'popup',
    route: 'region',
    session: (base) => {
      const { width, height } = base.sent as { width: number; height: number }
      const box = (x: number, y: number, across: number, down: number) => ({
        x: Math.round(x * width),
        y: Math.round(y * height),
        width: Math.round(across * width),
        height: Math.round(down * height),
      })
      const current = box(0.2, 0.15, 0.6, 0.7)
      const regions = { current, suggested: [current, box(0.3, 0.55, 0.4, 0.3)] }
      return listWith({ regions })(base)
    },
    until:
      'document.querySelector(".region-frame") && document.querySelector(".region-picture img").complete',
  },
  {
    name: 'region-results',
    openIn: 'popup',
    session: searchWith({ region: '40,30,160,200' }),
    until: `${OFFER} && document.querySelector(".subtitle .search-whole")`,
  },
]
