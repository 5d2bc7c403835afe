import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { anOffer } from '../../testing/searches.ts'
import { photoMapRows } from './photo-map-rows.ts'
import type { PhotoGroup } from './reuse-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const verdict = (
  kind: OfferPhotoVerdict['kind'],
  rest: Partial<OfferPhotoVerdict> = {},
): OfferPhotoVerdict => ({
  ...{ kind, reasons: [], distance: 3, method: 'test' },
  ...rest,
})
function group(kind: PhotoGroup['kind'], photo: number | undefined, ...offerIds: string[]): PhotoGroup {
  const nothing = { mirrored: false, trimmed: false, cropped: false, overlaid: false }
  const rows = offerIds.map((offerId) => ({
    offer: anOffer(offerId),
    use: { offerId, ...nothing, mirrored: offerId === '2' },
    price: { low: '9.80', high: null },
    basis: 'list price',
  }))
  const reuse = { isQuery: kind === 'mine', uses: [], suppliers: 0, unnamed: 0, ...(photo && { photo }) }
  return { kind, title: kind, reuse, rows }
}

test('each offer says which photo it shows, and how', () => {
  const groups = [
    group('mine', undefined, '1', '2'),
    group('mine', 3, '3'),
    group('likely', undefined, '4'),
    group('other', undefined, '5', '6'),
    group('other', undefined, '7'),
  ]
  const verdicts = {
    // A copy of a copy may be too different from the photo itself.
    1: verdict('other'),
    4: verdict('probably', { photo: 2 }),
    5: verdict('other'),
  }
  const rows = photoMapRows(groups, verdicts)
  expect(rows.map(({ offer, photo }) => [offer.offerId, photo])).toEqual([
    ['1', { mine: 1 }],
    ['2', { mine: 1 }],
    ['3', { mine: 3 }],
    ['4', { mine: 2 }],
    ['5', { other: 1 }],
    ['6', { other: 1 }],
    ['7', { other: 2 }],
  ])
  const { same, other } = en.photoVerdicts
  expect(rows.map((row) => row.verdict)).toEqual([
    same,
    `${same}: ${en.photoReasons.mirrored}`,
    same,
    en.duplicatePhoto.probably(2),
    other,
    en.notCompared,
    en.notCompared,
  ])
  expect(rows[0]).toMatchObject({ price: { low: '9.80' }, priceBasis: 'list price' })
})
