import type { View } from '../../browser/driver.ts'
import { type Base, MESSAGE, type Scene } from './scene.ts'

const TILE = 'document.querySelector(".product-grid .product-tile")'

/**
 * Lets the view find these products on the page: no page is open in a scene. Every picture is at `address`, so that it can be
 * read there, or cannot.
 */
const finds = (products: object[], change = {}) => `(async () => {
  const { tabs, scripting } = globalThis.browser ?? chrome
  tabs.get = async () => ({ windowId: 1, incognito: false, title: 'Bags & totes – Marlow & Sons', ...${JSON.stringify(change)} })
  scripting.executeScript = async ({ func }) => (func ? [{ result: ${JSON.stringify(products)} }] : [{ frameId: 0 }])
  document.querySelector('.look-again').click()
})()`

const TITLES = [
  'Commuter tote, two-tone, 15 in laptop',
  'Evening clutch with gold clasp',
  'Vintage briefcase in brown leather, brass fittings, padded compartment for a laptop and a bottle',
  'Coin purse with kiss lock',
  'Quilted clutch, chain',
]

function product({ photos }: Base, at: number, change: object = {}): object {
  return {
    key: `product-${at}`,
    title: TITLES[at % TITLES.length],
    link: `https://shop.example/products/${at}`,
    price: `${19 + at}.90`,
    priceTo: at % 4 === 1 ? `${29 + at}.90` : null,
    ...(at % 4 === 2 && { isFrom: true }),
    currency: 'USD',
    productNumber: at % 2 ? `CT-11${80 + at}` : null,
    picture: { id: at, kind: 'image', addresses: [photos[at % photos.length]], width: 800, height: 800 },
    section: at < 12 ? 'list' : 'other',
    ...(at === 3 || at === 8 ? { isAd: true } : {}),
    ...change,
  }
}

const all = (base: Base) => Array.from({ length: 15 }, (_, at) => product(base, at))

/** The base is only known when a scene opens. */
let base: Base | undefined
const withBase = (route: string) => (opened: Base) => {
  base = opened
  return route
}
const act = (script: (base: Base) => string, then: string) => async (view: View) => {
  if (base) await view.evaluate(script(base))
  await view.waitFor(then)
}

export const PAGE_PRODUCT_SCENES: Scene[] = [
  {
    name: 'page-products-gone',
    openIn: 'tab',
    route: 'batch/page-999999',
    until: MESSAGE,
  },
  {
    name: 'page-products',
    openIn: 'tab',
    route: withBase('batch/page-999999'),
    until: MESSAGE,
    act: act((base) => finds(all(base)), TILE),
  },
  {
    name: 'page-products-none',
    openIn: 'tab',
    route: withBase('batch/page-999999'),
    until: MESSAGE,
    act: act(() => finds([]), 'document.querySelector(".message .primary.look-again")'),
  },
  {
    name: 'page-products-private',
    openIn: 'tab',
    route: withBase('batch/page-999999'),
    until: MESSAGE,
    act: act(() => finds([], { incognito: true }), '!document.querySelector(".look-again")'),
  },
  {
    name: 'page-products-unread',
    openIn: 'tab',
    route: withBase('batch/page-999999'),
    until: MESSAGE,
    act: async (view) => {
      if (!base) return
      const picture = { id: 0, kind: 'image', width: 800, height: 800 }
      const addresses = ['https://pictures.marlow.example/tote.jpg']
      const unreadable = { picture: { ...picture, addresses } }
      await view.evaluate(finds([product(base, 0), product(base, 1, unreadable)]))
      await view.waitFor(TILE)
      await view.click('.page-products-foot .primary')
      await view.waitFor('document.querySelector(".message[role=alert]")')
    },
  },
]
