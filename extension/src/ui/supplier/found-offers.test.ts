import { expect, test } from 'vitest'
import type { SearchRecord, ShortlistEntry } from '../../db/schema.ts'
import { recordOf, resultsOf } from '../../db/search-record.ts'
import type { Search } from '../../model/search.ts'
import { groupBySeller, productsOf } from '../../model/suppliers.ts'
import { detailsWith } from '../../testing/offers.ts'
import { aList, anOffer, aSearch, aSent } from '../../testing/searches.ts'
import { foundOffers } from './found-offers.ts'

const ofSeller = (offerId: string) =>
  anOffer(offerId, { supplier: { name: '宏达箱包厂', location: null, years: 8, verified: null, badges: [] } })
const entry = (offerId: string, searchId: string | null): ShortlistEntry => ({
  ...{ offerId, searchId, offer: ofSeller(offerId), at: 1, note: '', decision: 'none' },
})

function recordWith(id: string, offerIds: string[], verdicts: SearchRecord['verdicts'] = {}): SearchRecord {
  const search = aSearch(id, 1, { lists: { same: aList(offerIds.map(ofSeller)) } })
  const results = resultsOf(search) ?? expect.fail()
  const { dataUrl: _, searchId: __, ...sent } = aSent(id)
  return { ...recordOf(results, { digest: null, picture: new Blob(), sent, thumb: '' }), verdicts }
}

const productsFor = (...found: Parameters<typeof foundOffers>) =>
  groupBySeller(foundOffers(...found)).flatMap(productsOf)

test('what the shortlist has is one’s product, what a search merely found is not', () => {
  const records = [recordWith('bag', ['1', '2']), recordWith('mug', ['3'])]
  expect(productsFor(null, {}, [entry('1', 'bag')], records)).toEqual(['bag'])
})

test('an offer that shows the photo of a saved search is its product', () => {
  const records = [recordWith('bag', ['1']), recordWith('mug', ['3', '4'], { 3: 'same', 4: 'probably' })]
  expect(productsFor(null, {}, [entry('1', 'bag')], records)).toEqual(['bag', 'mug'])
})

test('what was rejected is for no product, whatever it shows', () => {
  const rejected: ShortlistEntry = { ...entry('1', 'bag'), decision: 'reject' }
  expect(productsFor(null, {}, [rejected], [recordWith('bag', ['1'], { 1: 'same' })])).toEqual([])
})

test('an offer whose search is no longer known is of no product', () => {
  expect(productsFor(null, {}, [entry('1', null)], [])).toEqual([])
})

const search = (source: Partial<Search['source']> = {}): Search => {
  const base = aSearch('bag', 1, { lists: { same: aList([ofSeller('1'), ofSeller('2')]) } })
  return { ...base, source: { ...base.source, ...source }, details: { 2: detailsWith({ offerId: '2' }) } }
}

test('the current search is listed with details, and counts where it shows the photo', () => {
  const found = foundOffers(search(), { 1: { kind: 'probably' }, 2: { kind: 'same' } }, [], [])
  expect(found.map(({ offer, productId, details }) => [offer.offerId, productId, details?.offerId])).toEqual([
    ['1', undefined, undefined],
    ['2', 'bag', '2'],
  ])
})

test('a private search is nobody’s product', () => {
  expect(productsFor(search({ incognito: true }), { 1: { kind: 'same' } }, [], [])).toEqual([])
})
