import { NEXT_STEPS } from '../../../../extension/src/model/failure.ts'
import { type Base, type Json, MESSAGE, NO_OFFERS, OFFER, type Scene, searchWith, underWay } from './scene.ts'

/** Every code that the app has a text for. */
export const FAILURES = Object.keys(NEXT_STEPS)

/** A failure of the whole search, in place of the list. */
const failureOf = (code: string): Scene => ({
  name: `failure-${code}`,
  openIn: 'popup',
  session: (base) => failureIn(base, code),
  until: MESSAGE,
})

/** A failure before there is a picture, about the page that it was clicked in. */
const readFailureOf = (code: string): Scene => ({
  name: `failure-${code}`,
  openIn: 'popup',
  session: ({ search }) => ({
    search: { ...search, reading: 'failed', readFailure: { code }, lists: {} },
    sent: null,
  }),
  until: MESSAGE,
})

export function failureIn(base: Base, code: string): Json {
  const failure = {
    code,
    detail: 'What the proxy said.',
    requestId: 'r1',
    ...(code === 'busy' && { retryAfterMs: 9000 }),
  }
  return { search: { ...base.search, lists: { same: { ...NO_OFFERS, state: 'failed', failure } } } }
}

export const SEARCH_SCENES: Scene[] = [
  { name: 'start', openIn: 'popup', session: () => ({ search: null, sent: null }), until: MESSAGE },
  {
    name: 'not-connected',
    openIn: 'popup',
    session: () => ({ search: null, sent: null }),
    local: { proxy: { address: '', clientKey: '' } },
    until: MESSAGE,
  },
  {
    name: 'reading',
    openIn: 'popup',
    session: (base) => ({ search: { ...base.search, reading: 'running', lists: {} }, sent: null }),
    until: 'document.querySelector(".skeleton")',
  },
  { name: 'searching', openIn: 'popup', session: underWay(), until: 'document.querySelector(".skeleton")' },
  {
    name: 'queued',
    openIn: 'popup',
    // Its wait begins when it is shown.
    session: (base) => underWay({ event: 'queued', position: 3, waitMs: 4200, at: Date.now() })(base),
    until: 'document.querySelector(".skeleton")',
  },
  {
    name: 'retrying',
    openIn: 'popup',
    session: (base) =>
      underWay({ event: 'retrying', reason: 'upstream_timeout', waitMs: 3000, at: Date.now() })(base),
    until: 'document.querySelector(".skeleton")',
  },
  {
    name: 'no-offers',
    openIn: 'popup',
    session: searchWith({ lists: { same: { ...NO_OFFERS, state: 'done', page: 1, total: 0 } } }),
    until: MESSAGE,
  },
  {
    name: 'choose-picture',
    openIn: 'popup',
    session: (base) => ({
      search: {
        ...base.search,
        reading: 'choosing',
        lists: {},
        choices: ['image', 'background', 'canvas'].map((kind, index) => ({
          source: { ...base.search.source, pictureId: index },
          kind,
          width: 400 * (index + 1),
          height: 400,
          thumb: base.sent.dataUrl,
        })),
      },
    }),
    until: 'document.querySelector(".choice")',
  },
  {
    name: 'ask-first',
    openIn: 'popup',
    session: searchWith({ reading: 'ready', lists: {} }),
    until: 'document.querySelector(".confirm-send .send")',
  },
  {
    name: 'crop-screenshot',
    openIn: 'popup',
    session: (base) => ({
      search: {
        ...base.search,
        reading: 'ready',
        lists: {},
        source: { ...base.search.source, screen: true },
      },
      sent: { ...base.sent, how: 'area' },
    }),
    until: 'document.querySelector(".confirm-send .send")',
  },
  {
    name: 'placed-plain',
    openIn: 'popup',
    session: (base) => ({ search: base.search, sent: { ...base.sent, placed: true, emptiness: 'plain' } }),
    until: OFFER,
  },
  ...['busy', 'offline', 'unauthorized', 'picture_unreadable', 'local_network_denied'].map(failureOf),
  ...['page_closed', 'picture_empty', 'picture_not_loaded'].map(readFailureOf),
]
