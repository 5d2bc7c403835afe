import { describe, expect, test } from 'vitest'
import { readStructuredData } from './read-structured-data.ts'

const PAGE = 'https://shop.example/products/trailmate'
const page = (address = PAGE, ...headings: string[]) => ({
  url: new URL(address),
  headings,
  h1s: headings,
  shownHeadings: headings,
  titles: [],
  hint: { host: 'shop.example', language: 'en' },
})
const read = (things: unknown, facts = page()) => readStructuredData([things], facts)
const priceOf = (offers: unknown, facts = page()) =>
  read({ '@type': 'Product', name: 'Trailmate', offers }, facts)?.price
const usd = (amount: string, to: string | null = null) => ({ amount, to, currency: 'USD' })
const offer = (price: unknown, more = {}) => ({ '@type': 'Offer', price, priceCurrency: 'USD', ...more })
const product = (name: string, price: string, more = {}) => ({
  '@type': 'Product',
  name,
  offers: offer(price),
  ...more,
})

describe('the price', () => {
  test('of an offer may be a number or a string', () => {
    expect(priceOf(offer(39.99))).toEqual(usd('39.99'))
    expect(priceOf(offer('39.99'))).toEqual(usd('39.99'))
    expect(priceOf(offer('$39.99'))).toEqual(usd('39.99'))
    expect(priceOf([offer('39,90', { priceCurrency: 'EUR' })])).toMatchObject({ amount: '39.90' })
  })

  test('is unknown if it is missing, zero or not a number', () => {
    for (const price of [undefined, null, '', 0, '0.00', 'on request', {}])
      expect(priceOf(offer(price))).toBeNull()
    expect(priceOf(undefined)).toBeNull()
  })

  test('has no currency if the page states none', () => {
    expect(priceOf({ '@type': 'Offer', price: '39.99' })).toEqual({
      amount: '39.99',
      to: null,
      currency: null,
    })
    expect(priceOf(offer('39.99', { priceCurrency: 'money' }))).toMatchObject({ currency: null })
  })

  test('“1.299” is not read if it may be thousands', () => {
    const german = { ...page(), hint: { host: 'shop.de', language: 'de' } }
    expect(priceOf(offer('1.299', { priceCurrency: 'EUR' }), german)).toBeNull()
    expect(priceOf(offer('1.299'))).toEqual(usd('1.299'))
    expect(priceOf(offer('1299.000', { priceCurrency: 'EUR' }), german)).toMatchObject({ amount: '1299.000' })
    expect(priceOf(offer('12.990', { priceCurrency: 'CLP' }))).toMatchObject({ amount: '12990' })
  })

  test('of an aggregate offer is a range', () => {
    const aggregate = { '@type': 'AggregateOffer', priceCurrency: 'USD' }
    expect(priceOf({ ...aggregate, lowPrice: 12.5, highPrice: '18.00' })).toEqual(usd('12.5', '18.00'))
    expect(priceOf({ ...aggregate, lowPrice: 12.5, highPrice: 12.5 })).toEqual(usd('12.5'))
    expect(priceOf({ ...aggregate, lowPrice: 12.5 })).toEqual({ ...usd('12.5'), isFrom: true })
    expect(priceOf({ ...aggregate, lowPrice: 12.5, offerCount: 1 })).toEqual(usd('12.5'))
    expect(priceOf({ ...aggregate, highPrice: 18 })).toBeNull()
    expect(priceOf({ ...aggregate, offers: [offer(18), offer('12.50')] })).toEqual(usd('12.50', '18'))
  })

  test('of several offers is a range over those in the first currency', () => {
    const euros = offer('5.00', { priceCurrency: 'EUR' })
    expect(priceOf([offer('39.99'), offer('35.00'), offer('44.00'), euros])).toEqual(usd('35.00', '44.00'))
  })

  test('of a new product is preferred to that of a used one', () => {
    const used = offer('20.00', { itemCondition: 'https://schema.org/UsedCondition' })
    expect(priceOf([offer('39.99'), used])).toEqual(usd('39.99'))
    expect(priceOf([used])).toEqual(usd('20.00'))
  })

  const specification = (price: string, more = {}) => ({
    '@type': 'UnitPriceSpecification',
    price,
    priceCurrency: 'USD',
    ...more,
  })
  const list = specification('59.99', { priceType: 'https://schema.org/ListPrice' })

  test('is not the struck-through list price', () => {
    expect(priceOf({ '@type': 'Offer', priceSpecification: [specification('39.99'), list] })).toEqual(
      usd('39.99'),
    )
    expect(priceOf({ '@type': 'Offer', priceSpecification: [list, specification('39.99')] })).toEqual(
      usd('39.99'),
    )
    expect(priceOf(offer('39.99', { priceSpecification: list }))).toEqual(usd('39.99'))
    expect(priceOf(offer('59.99', { priceSpecification: [list, specification('39.99')] }))).toEqual(
      usd('39.99'),
    )
    expect(priceOf({ '@type': 'Offer', priceSpecification: list })).toBeNull()
  })

  test('is the sale price if there is one', () => {
    const sale = specification('39.99', { priceType: 'SalePrice' })
    expect(priceOf(offer('59.99', { priceSpecification: sale }))).toEqual(usd('39.99'))
  })

  test.each([
    { referenceQuantity: { value: '100', unitCode: 'GRM' } },
    { eligibleQuantity: { minValue: 10 } },
    { validForMemberTier: { '@type': 'MemberProgramTier' } },
    { billingDuration: 'P1M' },
    { '@type': 'DeliveryChargeSpecification' },
  ])('is not a price for something else: %o', (more) => {
    const other = specification('4.99', more)
    expect(priceOf({ '@type': 'Offer', priceSpecification: [other, specification('39.99')] })).toEqual(
      usd('39.99'),
    )
    expect(priceOf({ '@type': 'Offer', priceSpecification: other })).toBeNull()
  })

  test('of a bottle is for the whole bottle, not per litre', () => {
    const referenceQuantity = {
      value: '4.5',
      unitCode: 'LTR',
      valueReference: { value: '1', unitCode: 'LTR' },
    }
    expect(priceOf({ priceSpecification: specification('81.00', { referenceQuantity }) })).toEqual(
      usd('81.00'),
    )
  })
})

describe('variants', () => {
  const variant = (at: number, price: string) => ({
    '@type': 'Product',
    sku: `S-${at}`,
    name: `Trailmate ${at}`,
    offers: offer(price, { url: `${PAGE}?variant=${at}` }),
  })
  const group = {
    '@type': 'ProductGroup',
    name: 'Trailmate',
    productGroupID: 'G-1',
    hasVariant: [variant(1, '39.99'), variant(2, '44.99')],
  }

  test('of a group make a range, and the title is the group’s', () => {
    expect(read(group)).toEqual({ title: 'Trailmate', price: usd('39.99', '44.99'), productNumber: 'G-1' })
  })

  test('selected by the URL have their own price', () => {
    expect(read(group, page(`${PAGE}?utm=x&variant=2`))?.price).toEqual(usd('44.99'))
    const offers = [1, 2].map((at) => variant(at, `3${at}.00`).offers)
    expect(priceOf(offers, page(`${PAGE}?variant=2`))).toEqual(usd('32.00'))
  })

  test('may be referenced by id', () => {
    const named = { ...group, hasVariant: [{ '@id': '#1' }, { '@id': '#2' }] }
    const variants = group.hasVariant.map((each, at) => ({ ...each, '@id': `#${at + 1}`, name: 'Trailmate' }))
    expect(read([named, ...variants])?.price).toEqual(usd('39.99', '44.99'))
  })
})

describe('of several products', () => {
  const backpack = product('Trailmate Everyday Backpack', '39.99', { sku: 'B-1' })
  const shoes = product('Running Shoes', '54.00')
  const watch = product('Wrist Watch', '29.50')

  test('the declared main entity is the page’s product', () => {
    expect(read([shoes, { '@type': 'WebPage', mainEntity: backpack }])?.productNumber).toBe('B-1')
    const graph = [shoes, { '@type': 'ItemPage', mainEntity: { '@id': '#p' } }, { ...backpack, '@id': '#p' }]
    expect(read({ '@graph': graph })?.productNumber).toBe('B-1')
  })

  test.each([
    { url: PAGE },
    { url: '/products/trailmate/' },
    { '@id': `${PAGE}#product` },
    { mainEntityOfPage: PAGE },
  ])('the one with the page’s URL is the page’s product: %o', (address) => {
    const there = { ...watch, url: 'https://shop.example/products/watch' }
    expect(read([there, shoes, { ...backpack, ...address }])?.productNumber).toBe('B-1')
  })

  test('the one named in the heading is the page’s product', () => {
    const facts = page(PAGE, 'Trailmate Everyday Backpack, 22 L, padded')
    expect(read([shoes, backpack, watch], facts)?.productNumber).toBe('B-1')
  })

  test('recommendations, reviews and lists are ignored', () => {
    const list = { '@type': 'ItemList', itemListElement: [{ item: shoes }, { item: watch }] }
    expect(read([list, { ...backpack, isRelatedTo: [shoes], isSimilarTo: watch }])?.productNumber).toBe('B-1')
    expect(read(list)).toBeNull()
  })

  test('none is chosen if the page does not tell', () => {
    expect(read([shoes, watch, backpack])).toBeNull()
    expect(read([shoes, watch, backpack], page('https://shop.example/backpacks', 'Backpacks'))).toBeNull()
    // All products of a category page may have the category's URL.
    const here = [shoes, watch, backpack].map((each) => ({ ...each, url: PAGE }))
    expect(read(here)).toBeNull()
  })

  test('one that is described twice counts once', () => {
    const again = {
      '@type': 'Product',
      name: 'Trailmate Everyday Backpack',
      aggregateRating: { ratingValue: 4 },
    }
    const facts = page(PAGE, 'Trailmate Everyday Backpack')
    expect(read([again, shoes, backpack], facts)).toMatchObject({ price: usd('39.99'), productNumber: 'B-1' })
  })

  test('the one that a picture links to is found in a list', () => {
    const address = 'https://shop.example/products/shoes'
    const list = {
      '@type': 'ItemList',
      itemListElement: [{ item: { ...shoes, url: address } }, { item: watch }],
    }
    expect(readStructuredData([list, backpack], page(), new URL(address))?.price).toEqual(usd('54.00'))
    expect(readStructuredData([list, backpack], page(), new URL('https://shop.example/hat'))).toBeNull()
  })
})

test('types and names come in many forms', () => {
  for (const type of ['http://schema.org/Product', 'schema:Product', ['Thing', 'Product']])
    expect(read({ '@type': type, name: [{ '@value': 'Trail &amp; Mate', '@language': 'en' }] })?.title).toBe(
      'Trail & Mate',
    )
})

test('other data gives no product and throws nothing', () => {
  const odd = [
    null,
    undefined,
    7,
    'Product',
    [],
    {},
    { '@type': 'Organization' },
    { '@type': 'Product', offers: 'x' },
  ]
  for (const thing of odd.slice(0, -1)) expect(read(thing)).toBeNull()
  expect(read(odd.at(-1))).toEqual({ title: null, price: null, productNumber: null })
  expect(read({ '@type': 'Product', '@id': 'undefined', offers: [{ '@id': {} }, 3, null] })?.price).toBeNull()
})
