import { beforeEach, expect, test, vi } from 'vitest'
import type { Box, Size } from '../model/box.ts'
import type { SentPicture } from '../model/picture.ts'
import { aSent } from '../testing/searches.ts'
import { cropRegion } from './crop.ts'

/** What was decoded, by the text that stands for its bytes. */
const SIZES: Record<string, Size> = {
  sent: { width: 800, height: 600 },
  original: { width: 1600, height: 1200 },
  other: { width: 1500, height: 1200 },
}
const cuts: { from: number; crop: Box; size: Size }[] = []
const asked: string[] = []

vi.mock('../image/emptiness.ts', () => ({ emptinessOf: () => undefined }))
vi.mock('../image/decode.ts', () => ({
  decode: async (picture: Blob) => ({ ...SIZES[await picture.text()], close: () => {} }),
}))
vi.mock('../image/resize.ts', () => ({
  scale: async (picture: Size, crop: Box, size: Size) => {
    cuts.push({ from: picture.width, crop, size })
    return { convertToBlob: async () => new Blob(['part'], { type: 'image/jpeg' }) }
  },
}))

const served: Record<string, string> = {}
beforeEach(() => {
  cuts.length = asked.length = 0
  for (const address of Object.keys(served)) delete served[address]
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.startsWith('data:')) return fetch(url)
    asked.push(url)
    const body = served[url]
    return new Response(body ?? '', { status: body ? 200 : 404 })
  })
  return () => vi.unstubAllGlobals()
})

const LARGE = 'https://shop.example/large.jpg'
const SHOWN = 'https://shop.example/shown.jpg'
const sent = (rest: Partial<SentPicture> = {}): SentPicture => {
  const { searchId: _, ...picture } = aSent('a', 'sent')
  return { ...picture, ...rest }
}
const cut = (from: SentPicture) =>
  cropRegion(new AbortController().signal, from, [LARGE, SHOWN], '100,50,300,200', 300_000)

test('a region is cut from the original, in its finer pixels, if that can be fetched again', async () => {
  served[LARGE] = 'original'
  const part = await cut(sent())
  expect(cuts).toEqual([
    { from: 1600, crop: { x: 200, y: 100, width: 600, height: 400 }, size: { width: 600, height: 400 } },
  ])
  expect(part).toMatchObject({ how: 'part', width: 600, fromWidth: 600, fromHeight: 400, untouched: false })
})

test('otherwise it is cut from the sent picture', async () => {
  await cut(sent())
  expect(asked).toEqual([LARGE, SHOWN])
  expect(cuts).toEqual([
    { from: 800, crop: { x: 100, y: 50, width: 300, height: 200 }, size: { width: 300, height: 200 } },
  ])
})

test('a version with other proportions is not the picture that was sent', async () => {
  served[LARGE] = served[SHOWN] = 'other'
  await cut(sent())
  expect(cuts.map(({ from }) => from)).toEqual([800])
})

test('the original is not fetched if it is no larger, or was never read', async () => {
  await cut(sent({ fromWidth: 800, fromHeight: 600 }))
  await cut(sent({ how: 'capture' }))
  expect(asked).toEqual([])
  expect(cuts).toHaveLength(2)
})

test('a region remembers what it was cut out of', async () => {
  const from = sent({ how: 'capture', partly: true })
  expect(await cut(from)).toMatchObject({ partly: true, cut: { from, region: '100,50,300,200' } })
})
