import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { PhotoUse } from '../../photo-match/reuse.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { anOffer } from '../../testing/searches.ts'
import {
  countLeft,
  countsText,
  groupsOf,
  marksOf,
  type PhotoGroup,
  rangeText,
  reportOf,
  summaryOf,
} from './reuse-text.ts'

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
const row = (offerId: string, low: string | null, rest: Partial<PhotoUse> = {}) => ({
  offer: anOffer(offerId),
  use: use(offerId, rest),
  price: low === null ? null : { low, high: low },
  basis: low === null ? undefined : 'list price',
})

const soldBy = (...suppliers: (string | null)[]) =>
  suppliers.map((name, at) => {
    const each = row(String(at), null)
    each.offer.supplier.name = name
    return each
  })
const reuse = { isQuery: true, uses: [], suppliers: 0, unnamed: 0 }
const group = (kind: PhotoGroup['kind'], ...suppliers: (string | null)[]): PhotoGroup => ({
  ...{ kind, title: kind, reuse, rows: soldBy(...suppliers) },
})

test('the summary counts offers and suppliers of the photo, and other shared photos', () => {
  expect(summaryOf([group('mine', 'A', 'B', 'A'), group('other', 'A'), group('other', 'C')])).toBe(
    `${en.reuseOfYourPhoto(3, 2, 0)} ${en.otherReusedPhotos(2)}`,
  )
  expect(summaryOf([])).toBe(`${en.reuseOfYourPhoto(0, 0, 0)} ${en.otherReusedPhotos(0)}`)
})

test('of several searched photos a supplier counts once, and what is only likely does not count', () => {
  expect(summaryOf([group('mine', 'A', 'B'), group('mine', 'A'), group('likely', 'D')])).toContain(
    en.reuseOfYourPhoto(3, 2, 0),
  )
})

test('unnamed suppliers do not count as suppliers', () => {
  expect(summaryOf([group('mine', 'A', null, null)])).toContain(en.reuseOfYourPhoto(3, 1, 2))
  expect(summaryOf([group('mine', null, null, null)])).toContain(en.reuseOfYourPhoto(3, 0, 3))
  expect(countsText(soldBy(null, null))).toBe('2 offers · 2 not named')
})

test('the searched photos come first, then what is likely and in no other group, then shared photos', () => {
  const uses = (...offerIds: string[]) => offerIds.map((offerId) => use(offerId))
  const photos = [
    { ...reuse, uses: uses('1') },
    { ...reuse, photo: 2, uses: uses('2') },
    { ...reuse, isQuery: false, uses: uses('3', '4') },
  ]
  const groups = groupsOf(photos, ['4', '5'], (each) => each.uses.map(({ offerId }) => row(offerId, null)))
  expect(
    groups.map(({ kind, title, rows }) => [kind, title, rows.map(({ offer }) => offer.offerId)]),
  ).toEqual([
    ['mine', en.yourPhoto, ['1']],
    ['mine', en.yourPhotoNumber(2), ['2']],
    ['likely', en.likelyYourPhoto, ['5']],
    ['other', en.photoNumber(1), ['3', '4']],
  ])
})

test('the price range is by value, not alphabetical, and ignores unknown prices', () => {
  expect(rangeText(['9.90', null, '10.10', '3.50'])).toBe('¥3.50–10.10')
  expect(rangeText(['9.9', '9.90'])).toBe('¥9.90')
  expect(rangeText(['1234.5'])).toBe('¥1,234.50')
  expect(rangeText([null])).toBeNull()
})

test('every difference has a text', () => {
  expect(marksOf(use('1'))).toEqual([])
  expect(marksOf(use('1', { mirrored: true, trimmed: true }))).toEqual(['mirrored', 'different border'])
  expect(marksOf(use('1', { cropped: true, overlaid: true }))).toEqual(['cropped', 'text or logo added'])
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
  const report = reportOf(['Who uses my photo'], [{ title: 'Your photo: 2 offers', rows: [first, second] }])
  expect(report.split('\n')).toEqual([
    'Who uses my photo',
    '',
    'Your photo: 2 offers',
    '- A - ¥0.01 · ¥3.50 list price · mirrored · https://detail.1688.com/offer/1.html',
    '- Supplier not named · Price unknown · https://detail.1688.com/offer/2.html',
  ])
})
