import { expect, test } from 'vitest'
import { type PlacedPicture, productPhotosOf } from './product-photos.ts'

const [page, product, thumbs, row] = [{}, {}, {}, {}] as const
const at = (path: string, rest: Partial<PlacedPicture> = {}): PlacedPicture => ({
  addresses: [`https://cdn.example/${path}`],
  width: 600,
  height: 600,
  within: [page],
  names: '',
  ...rest,
})
const is = (wanted: PlacedPicture) => (each: PlacedPicture) => each === wanted
const files = (found: PlacedPicture[]) => found.map(({ addresses }) => addresses.at(-1)?.split('/').at(-1))

test('pictures close to the searched one come first', () => {
  const main = at('p/main.jpg', { within: [product, page] })
  const all = [
    at('p/hat.jpg', { within: [row, page] }),
    main,
    at('p/back.jpg', { within: [thumbs, product, page] }),
    at('p/side.jpg', { within: [thumbs, product, page] }),
  ]
  expect(files(productPhotosOf(all, is(main)))).toEqual(['back.jpg', 'side.jpg', 'hat.jpg'])
})

test('a list with a thumbnail of the searched picture is its gallery', () => {
  const main = at('uploads/main.jpg', { within: [product, page] })
  const own = at('uploads/main.jpg?w=60', { within: [thumbs, product, page] })
  const all = [
    main,
    at('uploads/guide.jpg', { within: [product, page] }),
    own,
    at('uploads/back.jpg', { within: [thumbs, product, page] }),
  ]
  expect(files(productPhotosOf(all, (each) => each === main || each === own))).toEqual([
    'back.jpg',
    'guide.jpg',
  ])
})

test('among equally close ones, the most similar address comes first, then the most similar shape', () => {
  const main = at('p/B22-1.jpg')
  const all = [
    at('q/a.jpg'),
    at('p/wide.jpg', { width: 900 }),
    at('p/square.jpg'),
    main,
    at('p/B22-2.jpg', { width: 1200 }),
    at('r.jpg', { addresses: ['https://other.example/r.jpg'] }),
  ]
  expect(files(productPhotosOf(all, is(main)))).toEqual([
    'B22-2.jpg',
    'square.jpg',
    'wide.jpg',
    'a.jpg',
    'r.jpg',
  ])
})

test('versions of one picture count once, and the searched one is left out', () => {
  const main = at('wp-content/uploads/main.jpg')
  const all = [
    main,
    at('wp-content/uploads/main-300x300.jpg'),
    at('wp-content/uploads/back-300x300.jpg'),
    at('wp-content/uploads/back.jpg'),
  ]
  expect(files(productPhotosOf(all, is(main)))).toEqual(['back-300x300.jpg'])
})

test('a small picture counts only if a larger version is known', () => {
  const small = { width: 60, height: 60 }
  const zoomed = ['https://cdn.example/zoom.jpg', 'https://cdn.example/zoomed.jpg']
  const all = [
    at('lone.jpg', small),
    at('', { ...small, addresses: zoomed }),
    at('wp-content/uploads/known-60x60.jpg', small),
    at('not-loaded-yet.jpg', { width: 0, height: 0 }),
  ]
  expect(files(productPhotosOf(all, () => false)).toSorted()).toEqual([
    'known-60x60.jpg',
    'not-loaded-yet.jpg',
    'zoomed.jpg',
  ])
})

test('banners, logos and icons are left out', () => {
  const all = [
    at('wide.jpg', { width: 1200, height: 300 }),
    at('1.jpg', { names: 'site-logo 1.jpg' }),
    at('2.svg', { names: ' 2.svg' }),
    at('lexicon.jpg', { names: ' lexicon.jpg' }),
  ]
  expect(files(productPhotosOf(all, () => false))).toEqual(['lexicon.jpg'])
})

test('pictures without an address, such as a canvas, are distinguished by their position', () => {
  const canvas = at('', { addresses: [], within: [product, page] })
  const other = at('', { addresses: [], within: [product, page] })
  expect(productPhotosOf([canvas, other], is(canvas))).toEqual([other])
})

test('there are at most 24', () => {
  expect(
    productPhotosOf(
      Array.from({ length: 40 }, (_, number) => at(`${number}.jpg`)),
      () => false,
    ),
  ).toHaveLength(24)
})
