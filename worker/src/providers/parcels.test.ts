import { describe, expect, test } from 'vitest'
import { readParcel, readParcels, UNKNOWN_PARCEL } from './parcels.ts'

const parcelOf = (info: object, more: object = {}) =>
  Object.values(readParcel({ productShippingInfo: info, ...more } as never, UNKNOWN_PARCEL))
const size = { length: 30, width: 20, height: 10 }
const official = { officialWeight: 0.4, officialLength: 12, officialWidth: 5, officialHeight: 14 }
const NOTHING = [null, null, null, null]

test.each<[string, object, (number | null)[]]>([
  ['the seller', { weight: '0.5', ...size }, [0.5, 30, 20, 10]],
  [
    '1688, where the seller says 0',
    { weight: 0.0, length: 0, width: 0.0, height: '0', ...official },
    [0.4, 12, 5, 14],
  ],
  ['1688, where the seller says nothing', official, [0.4, 12, 5, 14]],
  ['both, each a part', { weight: 0.5, ...official }, [0.5, 12, 5, 14]],
  [
    'both, without mixing the sides of two sizes',
    { length: 30, width: 0, ...official },
    [0.4, 30, null, null],
  ],
  ['nobody', { weight: null, length: 'long' }, NOTHING],
])('weight and size are from %s', (_who, info, parcel) => {
  expect(parcelOf(info)).toEqual(parcel)
})

test('measures beside the part on shipping are read too, and those that all variants share last', () => {
  expect(parcelOf({ weight: 0 }, official)).toEqual([0.4, 12, 5, 14])
  const shared = { ...UNKNOWN_PARCEL, weightKg: 2 }
  expect(readParcel({ productShippingInfo: size }, shared)).toMatchObject({ weightKg: 2, lengthCm: 30 })
  expect(readParcel({ productShippingInfo: { weight: 1 } }, shared).weightKg).toBe(1)
})

describe('what cannot be is unknown', () => {
  test.each<[string, object, (number | null)[]]>([
    ['grams as kilograms', { weight: '420', length: 25, width: 15, height: 10 }, [null, 25, 15, 10]],
    ['a small thing in grams', { weight: 15, length: 3, width: 3, height: 2 }, [null, 3, 3, 2]],
    [
      '1 × 1 × 1 for an unknown size',
      { weight: 0.42, length: 1, width: 1, height: 1 },
      [0.42, null, null, null],
    ],
    ['millimetres as centimetres', { weight: 0.4, length: 250, width: 150, height: 100 }, NOTHING],
  ])('%s', (_what, info, parcel) => {
    expect(parcelOf(info)).toEqual(parcel)
  })

  test.each<[string, object]>([
    ['a block of steel', { weight: 7.8, length: 10, width: 10, height: 10 }],
    ['a pillow', { weight: 0.5, length: 70, width: 50, height: 20 }],
    ['a machine', { weight: 350, length: 120, width: 80, height: 90 }],
  ])('but not %s', (_what, info) => {
    expect(parcelOf(info)).toEqual(Object.values(info))
  })

  test('the measurement of 1688 takes its place', () => {
    expect(parcelOf({ weight: 420, length: 25, width: 15, height: 10, ...official })).toEqual([
      0.4, 25, 15, 10,
    ])
  })
})

describe('by variant', () => {
  const parcelsOf = (info: object) =>
    Object.fromEntries(
      [...readParcels({ productShippingInfo: info } as never)].map(([id, parcel]) => [
        id,
        Object.values(parcel),
      ]),
    )

  test('in kilograms in one list, in grams in the other; the first counts', () => {
    const info = {
      skuShippingDetails: [
        { skuId: '5', weight: 0.7, ...size },
        { skuId: 6, weight: 0, officialWeight: '0.8' },
        { skuId: null, weight: 9 },
      ],
      skuShippingInfoList: [
        { skuId: 5, weight: 750, length: 1, width: 2, height: 3 },
        { skuId: 6, ...size },
        { skuId: 7, weight: 250, ...size },
      ],
    }
    expect(parcelsOf(info)).toEqual({
      5: [0.7, 30, 20, 10],
      6: [0.8, 30, 20, 10],
      7: [0.25, 30, 20, 10],
    })
  })

  test('ids beyond 2^53 keep their digits', () => {
    const skuId = '9007199254740993123'
    expect(Object.keys(parcelsOf({ skuShippingDetails: [{ skuId, weight: 1 }] }))).toEqual([skuId])
  })

  test.each([[null], ['x'], [{}], [[null, 3]]])('nothing is read from %o', (skuShippingDetails) => {
    expect(parcelsOf({ skuShippingDetails })).toEqual({})
  })
})
