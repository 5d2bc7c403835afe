import { afterEach, expect, test, vi } from 'vitest'
import type { AppError } from '../model/failure.ts'
import { PROXY } from '../testing/answers.ts'
import { anOffer } from '../testing/searches.ts'
import { getOffer } from './get-offer.ts'

const shipping = { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null }

afterEach(() => vi.unstubAllGlobals())

function ask(response: Response) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => response),
  )
  return getOffer(new AbortController().signal, PROXY, '710891050473', 'ru')
}

test('the offer is requested by its id, in the language of the titles', async () => {
  const offer = { ...anOffer('710891050473'), shipping, fetchedAt: '2026-11-24T10:00:00.000Z' }
  const answer = { ...offer, cachedUntil: '2026-11-27T10:00:00.000Z', provider: 'crossborder', cached: true }
  expect(await ask(Response.json(answer))).toEqual({ offer, until: Date.UTC(2026, 10, 27, 10) })
  expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe('https://proxy.example/v1/offers/710891050473?language=ru')
})

test('an older worker does not say how long it keeps the answer: it is taken to be as fresh as it came, for a day', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 24, 10))
  const offer = { ...anOffer('710891050473'), shipping }
  expect(await ask(Response.json({ ...offer, provider: 'crossborder', cached: false }))).toEqual({
    offer: { ...offer, fetchedAt: '2026-11-24T10:00:00.000Z' },
    until: Date.UTC(2026, 10, 25, 10),
  })
})

test('of many variants one is kept for each price, also where it is unknown', async () => {
  const variant = (id: string, price: string | null) => ({
    ...{ id, attributes: [], price, promotionPrice: null, stock: null, imageUrl: null, weightKg: null },
  })
  const variants = [variant('1', '10'), variant('2', null), variant('3', '10'), variant('4', '25')]
  const answer = { ...anOffer('1'), shipping, variants, provider: 'crossborder', cached: false }
  const { offer } = await ask(Response.json(answer))
  expect(offer.variants?.map(({ price }) => price)).toEqual(['10', null, '25'])
})

test('anything but an offer is a bad answer', async () => {
  const error = await ask(Response.json(anOffer('1'))).catch((reason: AppError) => reason)
  expect(error).toMatchObject({ failure: { code: 'proxy_bad_answer' } })
})
