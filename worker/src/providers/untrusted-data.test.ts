import { OfferSchema } from '@find-on-1688/shared'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { received, searchWith, upstreamOf } from '../testing/upstream.ts'
import { crossborder } from './crossborder.ts'
import { dropship } from './dropship.ts'
import { imageSearch } from './image-search.ts'

const hostile = 'javascript:alert(1)'
const address = { detailUrl: hostile, image: hostile, imageUrl: hostile, promotionURL: hostile }
const markup = '<img src=x onerror=alert(1)>裙\u0000子\u202e<b>!'
const numbers = { price: '-1.00', minOrder: -3, minOrderQuantity: '1e9', monthSold: 1.5 }
const wrong = {
  priceInfo: { price: '0', consignPrice: 'free' },
  repurchaseRate: '1300%',
  isPatentProduct: 'perhaps',
}
const lists = {
  sellerIdentities: ['<b>', 'tp_member', 7],
  tags: 'none',
  priceRange: [{ startQuantity: 0, price: 1 }],
}
const item = { offerId: 710891050473, subject: markup, ...address, ...numbers, ...wrong, ...lists }

const WRAPPED: [string, typeof crossborder, (items: unknown) => object][] = [
  ['crossborder', crossborder, (data) => ({ result: { success: true, result: { data } } })],
  ['dropship', dropship, (imageSearchResult) => ({ success: true, imageSearchResult })],
  [
    'image-search',
    imageSearch,
    (itemList) => ({ alibaba_product_image_search_response: { result: { itemList } } }),
  ],
]

async function offersOf(search: typeof crossborder, body: object) {
  return searchWith(search, upstreamOf([await received(JSON.stringify(body))], '5'))
}

describe.each(WRAPPED)('%s: nothing untrusted is passed on', (_name, search, wrap) => {
  test('a hostile item becomes a clean offer in our own form', async () => {
    const { offers } = await offersOf(search, wrap([item]))
    expect(() => v.parse(v.array(OfferSchema), offers)).not.toThrow()
    expect(offers[0]).toMatchObject({
      offerId: '710891050473',
      ...{ price: null, minOrder: null, priceTiers: [], monthlySales: null, repurchaseRate: null },
      ...{ imageUrl: null, detailUrl: 'https://detail.1688.com/offer/710891050473.html', patented: null },
    })
    expect(JSON.stringify(offers)).not.toMatch(/javascript|[<]\w|onerror|\\u0000|\u202e/)
    expect(offers[0]?.title).toContain('裙')
  })

  test('an id of 19 digits keeps all of them', async () => {
    const list = '[{"offerId":1244408133008209457,"subject":"x"}]'
    const items = (await received(list)).body
    const { offers } = await offersOf(search, wrap(items))
    expect(offers[0]?.offerId).toBe('1244408133008209457')
  })

  test('items without an id or a title are left out, and a note counts them', async () => {
    const items = [item, { subject: 'x' }, { offerId: 1 }, { offerId: '1/../x', subject: 'x' }, null]
    const { offers, notes } = await offersOf(search, wrap(items))
    expect(offers).toHaveLength(1)
    expect(notes.join(' ')).toContain('4 of the offers')
  })

  test('no more than a page is taken, however many arrive', async () => {
    const { offers } = await offersOf(search, wrap(new Array(500).fill(item)))
    expect(offers.length).toBeLessThanOrEqual(50)
  })
})
