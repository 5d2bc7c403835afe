import 'fake-indexeddb/auto'
import type { DetailedOffer } from '@find-on-1688/shared'
import { beforeEach, expect, test } from 'vitest'
import { tiers } from '../testing/offers.ts'
import { anOffer, aSearch, aSent, clearDatabase, THUMB } from '../testing/searches.ts'
import { database } from './database.ts'
import { getOfferDetails, saveOfferDetails } from './offer-details.ts'
import { eraseSearches, removeSearch, saveSearch } from './searches.ts'

const shipping = { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null }

function detailed(offerId: string, price = '9.60'): DetailedOffer {
  return { ...anOffer(offerId, { priceTiers: tiers([50, price]) }), shipping }
}

const keptIds = async (ids: string[], now: number) =>
  (await getOfferDetails(ids, now)).map(({ offerId }) => offerId)
const count = async () => (await database()).count('offerDetails')

beforeEach(clearDatabase)

test('details are found by offer id until they are due, in the order asked for', async () => {
  await saveOfferDetails({ offer: detailed('1'), until: 100 }, 0)
  await saveOfferDetails({ offer: detailed('2'), until: 200 }, 0)
  expect(await getOfferDetails(['2', '3', '1'], 99)).toEqual([detailed('2'), detailed('1')])
  expect(await keptIds(['1', '2'], 100)).toEqual(['2'])
  expect(await keptIds(['1', '2'], 200)).toEqual([])
})

test('newer details replace older ones', async () => {
  await saveOfferDetails({ offer: detailed('1', '9.60'), until: 100 }, 0)
  await saveOfferDetails({ offer: detailed('1', '8.90'), until: 300 }, 50)
  expect(await getOfferDetails(['1'], 150)).toEqual([detailed('1', '8.90')])
  expect(await count()).toBe(1)
})

test('what is due is removed with the next write', async () => {
  await saveOfferDetails({ offer: detailed('1'), until: 100 }, 0)
  await saveOfferDetails({ offer: detailed('2'), until: 100 }, 0)
  await saveOfferDetails({ offer: detailed('3'), until: 900 }, 100)
  expect(await count()).toBe(1)
})

test('what the operator does not keep is not kept here', async () => {
  await saveOfferDetails({ offer: detailed('1'), until: 900 }, 0)
  await saveOfferDetails({ offer: detailed('1'), until: 50 }, 50)
  expect(await count()).toBe(0)
})

test('there are at most a thousand, and those due first go', async () => {
  const store = (await database()).transaction('offerDetails', 'readwrite').store
  for (let at = 1; at <= 1000; at++)
    await store.put({ offerId: String(at), until: 5000 + at, offer: detailed(String(at)) })
  await saveOfferDetails({ offer: detailed('new'), until: 9000 }, 0)
  expect(await count()).toBe(1000)
  expect(await keptIds(['1', '2', 'new'], 0)).toEqual(['2', 'new'])
})

test('removing a search removes what is kept of its offers, and clearing the history all of it', async () => {
  for (const offerId of ['1', '2', '3']) await saveOfferDetails({ offer: detailed(offerId), until: 900 }, 0)
  const details = { 1: { state: 'done' as const, offer: detailed('1') } }
  await saveSearch(aSearch('a', 1, { details }), aSent('a'), THUMB)
  await removeSearch('a')
  expect(await keptIds(['1', '2', '3'], 0)).toEqual(['2', '3'])
  await eraseSearches()
  expect(await count()).toBe(0)
})
