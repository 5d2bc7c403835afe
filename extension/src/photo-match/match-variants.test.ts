import type { Pixels } from '@find-on-1688/shared'
import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { VariantMatch } from '../model/variant-match.ts'
import { offerWith } from '../testing/offers.ts'
import { UnreadablePhotoError } from './decode-photo.ts'
import { matchVariants } from './match-variants.ts'
import { cut, mosaic, paint, tinted } from './testing/samples.ts'

const QUERY = 'data:image/jpeg;base64,AAAA'
const SECOND_QUERY = 'data:image/jpeg;base64,BBBB'
const PICTURES: Record<string, Pixels> = {
  [QUERY]: mosaic(1),
  [SECOND_QUERY]: mosaic(7),
  red: mosaic(1, 80),
  blue: mosaic(2),
  lid: mosaic(3),
  seven: mosaic(7, 90),
  part: cut(mosaic(1), 40, 40),
  recoloured: tinted(mosaic(1), [60, -30, 0]),
  flat: paint(50, 50, () => 255),
}

beforeEach(() => fakeBrowser.reset())

/** @param pictures of the variants 0, 1, 2 …; `null` for one without a picture */
async function matchOf(pictures: (string | null)[], queries = [QUERY]): Promise<VariantMatch | undefined> {
  const variants = pictures.map((picture, at) => ({
    ...{ id: String(at), attributes: [], price: '1', promotionPrice: null, stock: null, weightKg: null },
    imageUrl: picture && `https://p.example/${picture}`,
  }))
  const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
  const found: VariantMatch[] = []
  await matchVariants(
    {
      signal: new AbortController().signal,
      queries,
      offers: [{ ...offerWith({ offerId: '1' }), variants, shipping }],
      onMatch: (_, match) => found.push(match),
    },
    {
      read: async (_, address) => {
        const pixels = PICTURES[address.replace('https://p.example/', '')]
        if (!pixels) throw new UnreadablePhotoError('unreachable')
        return pixels
      },
    },
  )
  expect(found.length).toBeLessThan(2)
  return found[0]
}

test.each<[string, (string | null)[], string[] | undefined]>([
  ['the one that shows the searched photo', ['lid', 'red', 'blue'], ['1']],
  ['all sizes of it, which share its picture', ['red', 'blue', 'red'], ['0', '2']],
  ['none, if each shows another photo', ['lid', 'blue'], []],
  ['none, if it shows only a part of the photo', ['part', 'blue'], []],
  ['none, if it shows it in other colours', ['recoloured', 'blue'], []],
  ['those with pictures only', [null, 'red', null], ['1']],
  ['unknown, if one picture cannot be read', ['red', 'gone'], undefined],
  ['unknown, if one picture is too flat to compare', ['red', 'flat'], undefined],
  ['unknown, if none has a picture', [null, null], undefined],
  ['unknown, if there are none', [], undefined],
])('the searched variant is %s', async (_what, pictures, keys) => {
  expect(await matchOf(pictures)).toEqual(keys && { keys, by: 'photo' })
})

test('with several searched photos, any of them counts', async () => {
  expect(await matchOf(['seven', 'blue'])).toMatchObject({ keys: [] })
  expect(await matchOf(['seven', 'blue'], [QUERY, SECOND_QUERY])).toMatchObject({ keys: ['0'] })
})
