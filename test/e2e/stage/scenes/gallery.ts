import type { Base, Json, Scene } from './scene.ts'

/** Additional photos of a search in these states. Those that are found share some offers. */
function withPhotos(base: Base, states: ('found' | 'reading' | 'searching' | 'failed')[]): Json {
  const same = base.search.lists.same as Json & { offers: Json[] }
  // Photos that a view can read without permission.
  const offers = same.offers.map((offer, at) => ({ ...offer, imageUrl: base.photos[at] ?? offer.imageUrl }))
  const source = { ...base.search.source, addresses: [] }
  const found = (at: number) => ({
    ...same,
    offers: [...offers.slice(0, 2), ...offers.slice(at * 3 + 2, at * 3 + 12)],
  })
  const searching = { ...same, state: 'loading', page: 0, offers: [] }
  const failed = { ...searching, state: 'failed', failure: { code: 'upstream_timeout' } }
  const further = states.map((state, at) => ({
    id: `photo-${at}`,
    source,
    ...(state === 'reading' && { thumb: base.photos[at] }),
    reading: state === 'reading' ? 'running' : 'done',
    lists: state === 'reading' ? {} : { same: { found: found(at), searching, failed }[state] },
  }))
  const read = states.flatMap((state, at) =>
    state === 'reading' ? [] : [[`photo-${at}`, { ...base.sent, dataUrl: base.photos[at] }]],
  )
  return {
    search: { ...base.search, lists: { same: { ...same, offers } }, further },
    furtherSent: { searchId: base.search.id, pictures: Object.fromEntries(read) },
  }
}

const SEVERAL = 'document.querySelector(".offer[data-offer]") && document.querySelector(".photo-strip")'

/** Adds pictures to choose from: the page of a scene's search is closed, so the background finds none. */
const CHOICES = `(() => {
  const { session } = (globalThis.browser ?? chrome).storage
  return session.get('search').then(({ search }) => {
    const choices = search.lists.same.offers.slice(0, 9).map(({ imageUrl }, pictureId) => ({
      source: { ...search.source, addresses: [imageUrl], pictureId }, kind: 'image', width: 800, height: 800,
    }))
    return session.set({ search: { ...search, gallery: { state: 'done', choices } } })
  })
})()`

export const GALLERY_SCENES: Scene[] = [
  {
    name: 'gallery-gone',
    openIn: 'popup',
    route: 'gallery',
    until: 'document.querySelector(".message .look-again")',
  },
  {
    name: 'gallery',
    openIn: 'popup',
    route: 'gallery',
    until: 'document.querySelector(".message .look-again")',
    act: async (view) => {
      await view.evaluate(CHOICES)
      for (const number of [2, 4, 5]) await view.click(`.gallery .choice:nth-child(${number}) input`)
    },
  },
  {
    name: 'several-photos',
    openIn: 'popup',
    session: (base) => withPhotos(base, ['found', 'found', 'found', 'found']),
    until: SEVERAL,
  },
  {
    name: 'several-photos-running',
    openIn: 'popup',
    session: (base) => withPhotos(base, ['found', 'searching', 'reading', 'failed']),
    until: `${SEVERAL} && document.querySelector(".photo-strip[open] .retry")`,
  },
]
