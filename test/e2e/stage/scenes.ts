import { NEXT_STEP } from '../../../extension/src/model/failure.ts'
import type { View } from '../browser/index.ts'
import { until } from '../browser/wait.ts'
import { GALLERY_SCENES } from './gallery-scenes.ts'
import { settled } from './page.ts'
import type { Stage } from './stage.ts'

type Json = Record<string, unknown>

/** A real search as the extension stored it; scenes are made of it. */
export interface Base {
  search: Json & { lists: Record<string, Json>; source: Json }
  sent: Json
  /** Photos of the first few offers, which a view can read without leave, and one of something else. */
  photos: string[]
  otherPhoto: string
}

/** A state of the app that a person can meet. */
export interface Scene {
  name: string
  place: 'popup' | 'tab'
  /** The part of the app that is shown. */
  part?: string
  /** What the session's storage then holds besides the search; the search as it is where it is left out. */
  session?(base: Base): Json
  local?: Json
  /** What is there once it can be looked at. */
  until: string
  act?(view: View): Promise<void>
}

const OFFER = 'document.querySelector(".offer[data-offer]")'
const MESSAGE = 'document.querySelector(".message")'
const NO_OFFERS = {
  state: 'loading',
  offers: [],
  page: 0,
  total: null,
  hasMore: false,
  notes: [],
  modesDiffer: true,
}

const searchWith = (change: Json) => (base: Base) => ({ search: { ...base.search, ...change } })
const listWith = (change: Json) => (base: Base) => ({
  search: { ...base.search, lists: { same: { ...base.search.lists.same, ...change } } },
})
const underWay = (progress?: Json) =>
  searchWith({ lists: { same: { ...NO_OFFERS, ...(progress && { progress }) } } })
const offersOf = (base: Base) =>
  (base.search.lists.same?.offers ?? []) as (Json & { offerId: string; price: string })[]
const habits = (change: Json) => ({
  habits: { quantity: 1, sort: 'relevance', filters: {}, currency: null, ...change },
})

/** All that the app has words for: the worker's table, and what can go wrong before it has a say. */
export const FAILURES = Object.keys(NEXT_STEP)

/** A failure of the whole search, in the place of the list. */
const failureOf = (code: string): Scene => ({
  name: `failure-${code}`,
  place: 'popup',
  session: (base) => failureIn(base, code),
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

export const SCENES: Scene[] = [
  { name: 'idle', place: 'popup', session: () => ({ search: null, sent: null }), until: MESSAGE },
  {
    name: 'first-run',
    place: 'popup',
    session: () => ({ search: null, sent: null }),
    local: { proxy: { address: '', clientKey: '' } },
    until: MESSAGE,
  },
  {
    name: 'reading',
    place: 'popup',
    session: (base) => ({ search: { ...base.search, reading: 'running', lists: {} }, sent: null }),
    until: 'document.querySelector(".skeleton")',
  },
  { name: 'searching', place: 'popup', session: underWay(), until: 'document.querySelector(".skeleton")' },
  {
    name: 'queued',
    place: 'popup',
    session: () => ({}),
    until: 'document.querySelector(".skeleton")',
  },
  {
    name: 'retrying',
    place: 'popup',
    session: () => ({}),
    until: 'document.querySelector(".skeleton")',
  },
  { name: 'results', place: 'popup', until: OFFER },
  { name: 'results-tab', place: 'tab', until: OFFER },
  { name: 'quantity', place: 'popup', local: habits({ quantity: 100 }), until: OFFER },
  {
    name: 'steps',
    place: 'popup',
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
    local: habits({ quantity: 120 }),
    until: `${OFFER} && document.querySelector("footer strong")`,
  },
  {
    name: 'filters',
    place: 'popup',
    local: habits({ sort: 'price', filters: { verified: true, words: '包' } }),
    until: OFFER,
    act: (view) => view.click('.filters'),
  },
  {
    name: 'enlarged',
    place: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.evaluate(
        'document.querySelectorAll(".offer .pic")[1].dispatchEvent(new MouseEvent("mouseenter", { bubbles: false }))',
      )
      await view.waitFor('document.querySelector(".enlarged img")?.complete')
    },
  },
  ...(['beside', 'over'] as const).map(
    (pairWay): Scene => ({
      name: `photos-${pairWay}`,
      place: 'popup',
      local: habits({ pairWay }),
      until: OFFER,
      act: async (view) => {
        await view.click('.offer:nth-child(2) .pic')
        await view.waitFor('document.querySelector("dialog.pair[open] img")?.complete')
      },
    }),
  ),
  {
    name: 'reuse',
    place: 'popup',
    part: 'reuse',
    // Where photos may not be read, it says so.
    until: 'document.querySelector(".reuse, .reuse-view .allow")',
  },
  {
    name: 'reuse-none',
    place: 'popup',
    part: 'reuse',
    session: (base) => ({
      search: {
        ...base.search,
        lists: {
          same: { ...base.search.lists.same, offers: offersOf(base).slice(2, 5), total: 3, hasMore: false },
        },
      },
    }),
    until: 'document.querySelector(".summary p:not(:empty)")',
  },
  {
    name: 'tip',
    place: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.evaluate('document.querySelector(".offer .go").focus()')
      await view.waitFor('document.querySelector(".offer .badge[tabindex=\'0\']")')
      await view.evaluate('document.querySelector(".offer .badge").focus()')
      await view.waitFor('document.querySelector(".tip")')
    },
  },
  {
    name: 'menu',
    place: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.part.menu')
      await view.waitFor('document.querySelector("#menu:popover-open [data-item=again]")')
    },
  },
  {
    name: 'help',
    place: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.part.menu')
      await view.click('#menu [data-item=keyboard]')
      await view.waitFor('document.querySelector("dialog[open]")')
    },
  },
  {
    name: 'receipt',
    place: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.sub .link')
      await view.waitFor('document.querySelector(".receipt img")')
    },
  },
  {
    name: 'undo',
    place: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.offer:nth-child(2) .compare')
      await view.waitFor('document.querySelector(".toast .undo")')
    },
  },
  {
    name: 'stale',
    place: 'popup',
    session: searchWith({ startedAt: Date.now() - 3 * 86_400_000 }),
    until: 'document.querySelector(".stale")',
  },
  {
    name: 'not-kept',
    place: 'popup',
    session: searchWith({ keepFailure: 'storage_full' }),
    until: 'document.querySelector(".top .miss")',
  },
  {
    name: 'difference',
    place: 'popup',
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
    until: 'document.querySelector(".difference")',
    act: (view) => view.click('.difference summary'),
  },
  {
    name: 'few',
    place: 'popup',
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
    place: 'popup',
    session: listWith({ state: 'failed', failure: { code: 'upstream_timeout' } }),
    until: OFFER,
  },
  {
    name: 'none',
    place: 'popup',
    session: searchWith({ lists: { same: { ...NO_OFFERS, state: 'done', page: 1, total: 0 } } }),
    until: MESSAGE,
  },
  {
    name: 'no-match',
    place: 'popup',
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
    until: 'document.querySelector(".no-match [data-move=subject]")',
  },
  {
    name: 'subject',
    place: 'popup',
    part: 'subject',
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
    until: 'document.querySelector(".part-frame") && document.querySelector(".area img").complete',
  },
  {
    name: 'part',
    place: 'popup',
    session: searchWith({ region: '40,30,160,200' }),
    until: `${OFFER} && document.querySelector(".sub .whole")`,
  },
  {
    name: 'choosing',
    place: 'popup',
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
    name: 'ready',
    place: 'popup',
    session: searchWith({ reading: 'ready', lists: {} }),
    until: 'document.querySelector(".ready .send")',
  },
  {
    name: 'margin-missing',
    place: 'popup',
    part: 'margin',
    until: 'document.querySelector(".margin-view .lines")',
  },
  {
    name: 'margin',
    place: 'popup',
    part: 'margin',
    session: (base) => ({ productFigures: { searchId: base.search.id, weightKg: '0.6' } }),
    until:
      'document.querySelector(".margin-view .verdict.room, .margin-view .verdict.tight, .margin-view .verdict.loss")',
  },
  {
    name: 'margin-loss',
    place: 'popup',
    part: 'margin',
    session: (base) => ({
      productFigures: { searchId: base.search.id, weightKg: '0.6' },
      sale: { searchId: base.search.id, price: '1.99', currency: 'USD' },
    }),
    until: 'document.querySelector(".margin-view .verdict.loss")',
  },
  {
    name: 'no-sale',
    place: 'popup',
    session: searchWith({ listing: null }),
    until: `${OFFER} && document.querySelector("footer")`,
  },
  {
    name: 'evidence',
    place: 'popup',
    part: 'evidence',
    until: 'document.querySelector(".evidence-view .verdict.room ~ ul li + li")',
  },
  {
    name: 'evidence-unsigned',
    place: 'tab',
    part: 'evidence',
    session: (base) => {
      const answers = (base.search.lists.same?.answers ?? []) as Json[]
      return listWith({ answers: answers.map((answer) => ({ ...answer, attestation: null })) })(base)
    },
    until: 'document.querySelector(".evidence-view .verdict.none ~ ul li + li")',
    act: (view) => view.click('.evidence-view summary'),
  },
  { name: 'compare-empty', place: 'popup', part: 'compare', until: MESSAGE },
  {
    name: 'compare',
    place: 'popup',
    part: 'compare',
    session: (base) => ({ compared: offersOf(base).slice(0, 3) }),
    until: 'document.querySelector(".comparison tbody td")',
  },
  {
    name: 'compare-tab',
    place: 'tab',
    part: 'compare',
    session: (base) => ({
      compared: offersOf(base).slice(0, 4),
      productFigures: { searchId: base.search.id, weightKg: '0.6' },
    }),
    until: 'document.querySelector(".comparison tbody td")',
  },
  { name: 'shortlist', place: 'popup', part: 'shortlist', until: 'document.querySelector(".kept .note")' },
  { name: 'history', place: 'popup', part: 'history', until: 'document.querySelector(".earlier")' },
  { name: 'history-tab', place: 'tab', part: 'history', until: 'document.querySelector(".earlier")' },
  {
    name: 'margin-tab',
    place: 'tab',
    part: 'margin',
    session: (base) => ({ productFigures: { searchId: base.search.id, weightKg: '0.6' } }),
    until: 'document.querySelector(".margin-view .lines")',
  },
  {
    name: 'welcome',
    place: 'tab',
    part: 'welcome',
    session: () => ({ search: null, sent: null }),
    local: { proxy: { address: '', clientKey: '' } },
    until: 'document.querySelector(".welcome .try img")?.complete',
  },
  {
    name: 'welcome-connected',
    place: 'tab',
    part: 'welcome',
    until: 'document.querySelector(".welcome .outcome.good")',
  },
  { name: 'bring', place: 'tab', part: 'bring', until: 'document.querySelector(".bring form")' },
  ...GALLERY_SCENES,
  ...['busy', 'offline', 'unauthorized', 'picture_unreadable'].map(failureOf),
]

for (const scene of SCENES) {
  // Their waits begin when they are shown.
  if (scene.name === 'queued')
    scene.session = (base) => underWay({ event: 'queued', position: 3, waitMs: 4200, at: Date.now() })(base)
  if (scene.name === 'retrying')
    scene.session = (base) =>
      underWay({ event: 'retrying', reason: 'upstream_timeout', waitMs: 3000, at: Date.now() })(base)
}

const storage = (area: string, call: string) => `(globalThis.browser ?? chrome).storage.${area}.${call}`

/** Allows the one host that the shop's and the offers' pictures come from, by the button for it. */
export async function allowPhotos(stage: Stage): Promise<void> {
  const { tab, popup } = await stage.search('main')
  await popup.waitFor('document.querySelector(".photos .allow")', 20_000)
  await popup.click('.photos .allow')
  if (stage.driver.name === 'chromium') await stage.driver.acceptQuestion()
  await until('the host to be allowed', () =>
    stage.driver.background<boolean>(
      `(globalThis.browser ?? chrome).permissions.contains({ origins: ['http://127.0.0.1/*'] })`,
    ),
  )
  // The picture that was searched comes from that host, too, so it is read and searched again.
  await until('the search to be made again', () =>
    stage.driver.background<boolean>(
      `${storage('session', "get(['search', 'sent'])")}.then(({ search, sent }) =>
        sent.how === 'original' && sent.searchId === search.id && search.lists[search.mode]?.state === 'done')`,
    ),
  )
  if (!(await popup.closed())) await popup.close()
  await tab.close()
}

/** One real search with its picture, and something kept, for the scenes to show. */
export async function makeBase(stage: Stage): Promise<Base> {
  const { tab, popup } = await stage.search('main')
  await settled(popup)
  await popup.click('.offer .keep')
  await popup.waitFor('document.querySelector(".toast .undo")')
  await popup.close()
  await tab.close()
  const base = await stage.driver.background<Base>(storage('session', "get(['search', 'sent'])"))
  const other = stage.sandbox.shop.pictures.find(({ story }) => story === 'teddy-cors')
  const photos = offersOf(base)
    .slice(0, 5)
    .map(async ({ imageUrl }) => dataUrlOf(Buffer.from(await (await fetch(`${imageUrl}`)).arrayBuffer())))
  return { ...base, photos: await Promise.all(photos), otherPhoto: dataUrlOf(other?.bytes ?? Buffer.of()) }
}

const dataUrlOf = (jpeg: Buffer) => `data:image/jpeg;base64,${jpeg.toString('base64')}`

export async function setLocal(stage: Stage, values: Json): Promise<void> {
  await stage.driver.background(storage('local', `set(${JSON.stringify(values)})`))
}

export async function setSession(stage: Stage, values: Json): Promise<void> {
  await stage.driver.background(storage('session', `set(${JSON.stringify(values)})`))
}

/** Puts the app into a scene and opens the place where it is shown. */
export async function openScene(stage: Stage, scene: Scene, base: Base): Promise<View> {
  const session = {
    search: base.search,
    sent: base.sent,
    compared: [],
    productFigures: null,
    sale: null,
    ...scene.session?.(base),
  }
  await stage.driver.background(storage('local', "remove(['habits', 'proxy'])"))
  if (scene.local) await setLocal(stage, scene.local)
  await setSession(stage, session)
  const view =
    scene.place === 'popup'
      ? await stage.driver.openPopup()
      : await stage.driver.extensionPage(`app.html#${scene.part ?? 'results'}`)
  if (scene.place === 'popup' && scene.part) await view.evaluate(`void (location.hash = '${scene.part}')`)
  await view.waitFor(scene.until)
  await scene.act?.(view)
  return view
}
