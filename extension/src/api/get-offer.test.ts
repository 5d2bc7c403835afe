import type { DetailedOffer, OfferVariant } from '@find-on-1688/shared'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AppError } from '../model/failure.ts'
import { offerChanges } from '../pricing/offer-changes.ts'
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
  expect(await ask(Response.json(answer))).toEqual({ offer, until: Date.UTC(2026, 10, 27, 10), cached: true })
  expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe('https://proxy.example/v1/offers/710891050473?language=ru')
})

test('what is signed stays as it came, with what only a newer worker says', async () => {
  const received = { ...anOffer('1'), shipping, variants: [], newer: { than: 'this' } }
  const answer = { ...received, attestation: 'a.b.c', provider: 'crossborder', cached: false }
  const { offer, signed } = await ask(Response.json({ ...answer, cachedUntil: '2026-11-27T10:00:00.000Z' }))
  expect(signed).toEqual({ offer: received, attestation: 'a.b.c' })
  expect(offer).not.toHaveProperty('attestation')
  expect(offer).not.toHaveProperty('newer')
})

test('an older worker does not say how long it keeps the answer: it is taken to be as fresh as it came, for a day', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 24, 10))
  const offer = { ...anOffer('710891050473'), shipping }
  expect(await ask(Response.json({ ...offer, provider: 'crossborder', cached: false }))).toEqual({
    offer: { ...offer, fetchedAt: '2026-11-24T10:00:00.000Z' },
    until: Date.UTC(2026, 10, 25, 10),
    cached: false,
  })
})

describe('variants', () => {
  const variant = (at: number, known: Partial<OfferVariant> = {}): OfferVariant => ({
    ...{ id: `${at}`, price: '10', promotionPrice: null, stock: 2, imageUrl: null, weightKg: null },
    attributes: [
      { name: '颜色', value: '红色' },
      { name: '尺码', value: `${at}` },
    ],
    ...known,
  })
  const received = async (variants: OfferVariant[]) => {
    const answer = { ...anOffer('1'), shipping, variants, provider: 'crossborder', cached: false }
    return (await ask(Response.json(answer))).offer.variants
  }

  test('of one price are all kept: each may be the one in the picture', async () => {
    const variants = Array.from({ length: 200 }, (_, at) => variant(at))
    expect(await received(variants)).toEqual(variants)
  })

  test('beyond 200 are kept once for each price, picture and weight, with what those have in common', async () => {
    const red = Array.from({ length: 150 }, (_, at) => variant(at))
    const blue = Array.from({ length: 150 }, (_, at) => variant(at, { imageUrl: 'https://p.example/blue' }))
    const unknown = [variant(900, { price: null }), variant(901, { stock: null, price: null })]
    const lid = variant(902, { price: '1.20', stock: 0 })
    const ofItsOwn = expect.stringMatching(/^(all|some) of /)
    expect(await received([...red, ...blue, ...unknown, lid])).toEqual([
      { ...variant(0), id: ofItsOwn, attributes: [{ name: '颜色', value: '红色' }], stock: 300 },
      ...[{ ...blue[0], id: ofItsOwn, attributes: [{ name: '颜色', value: '红色' }], stock: 300 }],
      { ...unknown[0], id: ofItsOwn, attributes: [{ name: '颜色', value: '红色' }], stock: null },
      lid,
    ])
  })

  const offerOf = async (variants: OfferVariant[]): Promise<DetailedOffer> => {
    return { ...anOffer('1', { priceTiers: [] }), shipping, variants: (await received(variants)) ?? [] }
  }
  const colour = (from: number, name: string, price = '10') =>
    Array.from({ length: 110 }, (_, at) =>
      variant(from + at, { imageUrl: `https://p.example/${name}`, price }),
    )

  test('that stand for others keep their name when their price changes, and only then say so', async () => {
    const then = await offerOf([...colour(0, 'red'), ...colour(200, 'blue', '20')])
    const now = await offerOf([...colour(0, 'red', '11'), ...colour(200, 'blue', '20')])
    expect(offerChanges(then, now, 100)).toMatchObject([{ field: 'price', basis: 'variants' }])
  })

  test('that stand for others are not taken for one of them, nor for fewer of them', async () => {
    const red = colour(0, 'red')
    const then = await offerOf([...red, ...colour(200, 'blue')])
    const oneDearer = await offerOf([
      { ...variant(0), ...red[0], price: '12' },
      ...red.slice(1),
      ...colour(200, 'blue'),
    ])
    const mostDearer = await offerOf([
      ...red.map((each, at) => ({ ...each, price: at < 100 ? '12' : '10' })),
      ...colour(200, 'blue'),
    ])
    expect(offerChanges(then, oneDearer, 100)).toEqual([])
    expect(offerChanges(oneDearer, mostDearer, 100)).toEqual([])
  })
})

test('anything but an offer is a bad answer', async () => {
  const error = await ask(Response.json(anOffer('1'))).catch((reason: AppError) => reason)
  expect(error).toMatchObject({ failure: { code: 'proxy_bad_answer' } })
})
