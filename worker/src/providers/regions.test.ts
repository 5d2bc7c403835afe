import { describe, expect, test } from 'vitest'
import { responseOf, searchWith, upstreamOf } from '../testing/upstream.ts'
import { dropship } from './dropship.ts'
import { imageSearch } from './image-search.ts'
import { platformRegion, readRegions } from './regions.ts'

const PICTURE = { bytes: Uint8Array.of(1), width: 800, height: 600, sha256: 'aa' }
const ADDRESS = { url: 'https://cbu01.alicdn.com/a.jpg', sha256: 'aa' }
const BOX = { x: 10, y: 30, width: 190, height: 270 }
const OTHER = { x: 400, y: 0, width: 400, height: 600 }

const suggested = (yoloCropRegion: unknown, subject: typeof PICTURE | typeof ADDRESS = PICTURE) =>
  readRegions({ yoloCropRegion } as never, subject)?.suggested

test('a region is written as left, right, top, bottom and read back the same', () => {
  const currentRegion = platformRegion('10,30,190,270')
  expect(currentRegion).toBe('10,200,30,300')
  expect(readRegions({ currentRegion }, PICTURE)).toEqual({ current: BOX, suggested: [] })
})

test.each<[string, unknown]>([
  ['a string', '10,200,30,300;400,800,0,600'],
  ['a string with spaces and a trailing semicolon', ' 10, 200, 30, 300 ; 400,800,0,600;'],
  ['a list of strings', ['10,200,30,300', '400,800,0,600']],
  ['a list with a string of several', ['10,200,30,300;400,800,0,600']],
  [
    'a list of lists',
    [
      [10, 200, 30, 300],
      ['400', '800', '0', '600'],
    ],
  ],
  ['fractions of pixels', '10.2,199.8,30.4,300.4;400,800,0,600.4'],
  ['unknown items in between', ['10,200,30,300', null, {}, 'x', 7, '400,800,0,600']],
])('boxes are read from %s', (_form, value) => {
  expect(suggested(value)).toEqual([BOX, OTHER])
})

test('one box may be a list of four numbers', () => {
  expect(suggested([10, 200, 30, 300])).toEqual([BOX])
  expect(suggested(['10', '200', '30', '300'])).toEqual([BOX])
})

test.each([undefined, null, '', 'none', 0, [], true, '10,200,30,300'])(
  'without a word of regions (%j) they stay unknown',
  (info) => {
    expect(readRegions(info as never, PICTURE)).toBeNull()
  },
)

describe('no box is read from', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', { x: 1 }],
    ['three numbers', '10,200,30'],
    ['five numbers', '10,200,30,300,1'],
    ['words', 'a,b,c,d'],
    ['markup', '<b>10,200,30,300</b>'],
    ['an exponent', '1e1,2e2,3e1,3e2'],
    ['hex', '0x0a,200,30,300'],
    ['infinity', 'Infinity,200,30,300'],
    ['not a number', [Number.NaN, 200, 30, 300]],
    ['a negative side', '-10,200,30,300'],
    ['right of its right side', '200,10,30,300'],
    ['below its lower side', '10,200,300,30'],
    ['without width', '10,10,30,300'],
    ['fractions of the sides', '0.1,0.9,0.2,0.8'],
    ['beyond the right side', '10,801,30,300'],
    ['beyond the lower side', '10,200,30,601'],
    ['a number too long', '10,99999999999999999999,30,300'],
    ['nested lists', [[['10,200,30,300']]]],
  ])('%s', (_what, value) => {
    const fields = { currentRegion: value, yoloCropRegion: value } as never
    expect(readRegions(fields, PICTURE)).toEqual({ current: null, suggested: [] })
  })
})

test("if the picture's size is unknown, the largest possible picture bounds a box", () => {
  expect(suggested('0,16384,0,16384;0,16385,0,9', ADDRESS)).toEqual([
    { x: 0, y: 0, width: 16384, height: 16384 },
  ])
})

test.each<[string, unknown]>([
  ['a string', new Array(5000).fill('10,200,30,300').join(';')],
  ['a list', new Array(5000).fill('10,200,30,300')],
  ['a list of strings', new Array(500).fill('10,200,30,300;10,200,30,300')],
])('no more than eight boxes are taken from %s', (_form, value) => {
  expect(suggested(value)).toHaveLength(8)
})

test.each([
  ['dropship', dropship, { success: true, imageSearchResult: [] }],
  ['image-search', imageSearch, { alibaba_product_image_search_response: { result: { itemList: [] } } }],
])('%s searches the whole picture and returns no regions', async (_name, provider, body) => {
  const upstream = upstreamOf([responseOf(200, body)])
  expect((await searchWith(provider, upstream, { region: '1,2,3,4' })).regions).toBeNull()
  expect(JSON.stringify(upstream.sent)).not.toMatch(/region|1,4,2,6/)
})
