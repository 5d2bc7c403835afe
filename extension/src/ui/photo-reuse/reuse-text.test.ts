import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { PhotoUse, ReusedPhoto } from '../../photo-match/reuse.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { anOffer } from '../../testing/searches.ts'
import { countLeft, countsText, marksOf, rangeText, reportOf, summaryOf } from './reuse-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const use = (offerId: string, rest: Partial<PhotoUse> = {}): PhotoUse => ({
  offerId,
  mirrored: false,
  trimmed: false,
  cropped: false,
  overlaid: false,
  ...rest,
})
const photo = (isQuery: boolean, offers: number, suppliers: number, unnamed = 0): ReusedPhoto => ({
  isQuery,
  uses: Array.from({ length: offers }, (_, at) => use(String(at))),
  suppliers,
  unnamed,
})
const row = (offerId: string, low: string | null, rest: Partial<PhotoUse> = {}) => ({
  offer: anOffer(offerId),
  use: use(offerId, rest),
  price: low === null ? null : { low, high: low },
  basis: low === null ? undefined : 'list price',
})

test('the summary counts offers and suppliers of the photo, and other shared photos', () => {
  expect(summaryOf([photo(true, 12, 9), photo(false, 2, 2), photo(false, 3, 1)])).toBe(
    '12 offers show your photo, of 9 suppliers. 2 other photos are shared by several offers.',
  )
  expect(summaryOf([])).toBe('No offer shows your photo. No other photo is shared by several offers.')
})

test('unnamed suppliers do not count as suppliers', () => {
  expect(summaryOf([photo(true, 3, 1, 2)])).toContain(
    '3 offers show your photo, of 1 supplier; 2 do not name theirs.',
  )
  expect(summaryOf([photo(true, 3, 0, 3)])).toContain('3 offers show your photo; who sells is not named.')
  expect(countsText(photo(false, 2, 0, 2), [row('1', null), row('2', null)])).toBe('2 offers · 2 not named')
})

test('the price range is by value, not alphabetical, and ignores unknown prices', () => {
  expect(rangeText(['9.90', null, '10.10', '3.50'])).toBe('¥3.50–10.10')
  expect(rangeText(['9.9', '9.90'])).toBe('¥9.90')
  expect(rangeText(['1234.5'])).toBe('¥1,234.50')
  expect(rangeText([null])).toBeNull()
})

test('every difference has a text', () => {
  expect(marksOf(use('1'))).toEqual([])
  expect(marksOf(use('1', { mirrored: true, trimmed: true }))).toEqual(['mirrored', 'apart from its border'])
  expect(marksOf(use('1', { cropped: true, overlaid: true }))).toEqual(['cropped', 'text or a logo over it'])
})

test('pictures not compared yet and unreadable ones are counted separately', () => {
  const verdict = (
    kind: OfferPhotoVerdict['kind'],
    reasons: OfferPhotoVerdict['reasons'] = [],
  ): OfferPhotoVerdict => ({
    kind,
    reasons,
    distance: null,
    method: 'test',
  })
  const verdicts = {
    1: verdict('same'),
    2: verdict('not-checked'),
    3: verdict('cannot-compare', ['other-flat']),
    4: verdict('cannot-compare', ['query-flat']),
  }
  const offers = ['1', '2', '3', '4', '5'].map((offerId) => anOffer(offerId))
  expect(countLeft(offers, verdicts)).toEqual({ left: 1, unread: 2 })
})

test('the report has one line per offer, whatever a supplier’s name contains', () => {
  const [first, second] = [row('1', '3.5', { mirrored: true }), row('2', null)]
  first.offer.supplier.name = 'A\n- ¥0.01'
  second.offer.supplier.name = null
  const report = reportOf(['Who uses this photo'], [{ title: 'Your photo: 2 offers', rows: [first, second] }])
  expect(report.split('\n')).toEqual([
    'Who uses this photo',
    '',
    'Your photo: 2 offers',
    '- A - ¥0.01 · ¥3.50 list price · mirrored · https://detail.1688.com/offer/1.html',
    '- Supplier not named · Price unknown · https://detail.1688.com/offer/2.html',
  ])
})
