import type { Listing } from '../../../extension/src/model/listing.ts'
import type { ShopPicture } from './pictures.ts'
import { WORLD_PAGES } from './world-pages.ts'

/** One way in which a shop describes its product, and what reading it should give. */
export interface ListingPage {
  /** Served at `/listing/NAME` and below. */
  name: string
  /** The URL it pretends to have; by default the shop's own. */
  address?: string
  language?: string
  head?: string
  body: string
  listing: Listing | null
}

const TITLE = 'Trailmate Everyday Backpack, 22 L'
const backpack: Listing = {
  title: TITLE,
  price: '39.99',
  priceTo: null,
  currency: 'USD',
  productNumber: null,
  from: 'structured data',
}
const offer = (price: string, currency = 'USD') => ({ '@type': 'Offer', price, priceCurrency: currency })
const product = (name: string, price: string, more = {}) => ({
  '@type': 'Product',
  name,
  ...more,
  offers: offer(price),
})
const jsonLd = (things: unknown) => script(JSON.stringify(things))
const script = (text: string) => `<script type="application/ld+json">${text}</script>`
const heading = `<h1>${TITLE}</h1>`

const RECOMMENDED = [product('Everyday Running Shoes', '54.00'), product('Classic Wrist Watch', '29.50')]

export const LISTING_PAGES: ListingPage[] = [
  {
    name: 'json-ld',
    head: jsonLd(product(TITLE, '39.99', { sku: 'S-22' })),
    body: heading,
    listing: { ...backpack, productNumber: 'S-22' },
  },
  {
    name: 'graph',
    head: jsonLd({
      '@context': 'https://schema.org',
      '@graph': [
        ...RECOMMENDED,
        { '@type': 'ItemPage', mainEntity: { '@id': '#product' } },
        { ...product(TITLE, '39.99', { gtin13: '4006381333931', sku: 'S-22' }), '@id': '#product' },
      ],
    }),
    body: '<h1>Everyday things</h1>',
    listing: { ...backpack, productNumber: '4006381333931' },
  },
  {
    name: 'aggregate',
    head: jsonLd({
      '@type': 'Product',
      name: TITLE,
      offers: { '@type': 'AggregateOffer', lowPrice: 39.99, highPrice: 54.5, priceCurrency: 'USD' },
    }),
    body: heading,
    listing: { ...backpack, priceTo: '54.5' },
  },
  {
    name: 'group',
    head: jsonLd({
      '@type': 'ProductGroup',
      name: TITLE,
      productGroupID: 'G-22',
      hasVariant: [product(`${TITLE}, green`, '44.99'), product(`${TITLE}, blue`, '39.99')],
    }),
    body: heading,
    listing: { ...backpack, priceTo: '44.99', productNumber: 'G-22' },
  },
  {
    name: 'untidy',
    head: script(`<!--
      {"@type": "Product", "name": "Trailmate Everyday
Backpack, 22 L", "offers": [{"price": "39.99", "priceCurrency": "USD",},],};
    -->`),
    body: heading,
    listing: backpack,
  },
  {
    name: 'broken',
    head: script(
      '{"@type": "Product", "name": "Trailmate "Everyday" Backpack", "offers": {"price": {{ price }} }',
    ),
    body: `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">${TITLE}</h1>
      <meta itemprop="sku" content="S-22"><div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
      <span itemprop="priceCurrency" content="USD">$</span><span itemprop="price" content="39.99">39.99</span></div></div>`,
    listing: { ...backpack, productNumber: 'S-22' },
  },
  {
    name: 'microdata',
    language: 'en-US',
    body: `<ul itemscope itemtype="https://schema.org/ItemList"><li itemprop="itemListElement" itemscope itemtype="https://schema.org/Product">
      <b itemprop="name">Everyday Running Shoes</b> <i itemprop="offers" itemscope><b itemprop="price">54.00</b></i></li></ul>
      <div itemscope itemtype="http://schema.org/Product">${heading.replace('h1', 'h1 itemprop="name"')}
      <div itemprop="isSimilarTo" itemscope itemtype="http://schema.org/Product"><b itemprop="name">Hat</b></div>
      <p itemprop="offers" itemscope itemtype="http://schema.org/Offer"><del><span itemprop="price">$59.99</span></del>
      <span itemprop="price">$39.99</span> <span itemprop="constructor">Marlow</span></p></div>`,
    listing: backpack,
  },
  {
    name: 'open-graph',
    head: `<meta property="og:type" content="product"><meta property="og:title" content="${TITLE}">
      <meta property="product:price:amount" content="39.99"><meta property="product:price:currency" content="USD">
      <meta property="product:retailer_item_id" content="S-22">`,
    body: '<h1>Marlow &amp; Finch</h1>',
    listing: { ...backpack, productNumber: 'S-22' },
  },
  {
    name: 'amazon',
    address: 'https://www.amazon.com/Trailmate-Everyday-Backpack/dp/B0TRAIL22X/ref=sr_1_1',
    language: 'en-us',
    body: `<div class="carousel"><span class="a-price"><span class="a-offscreen">$12.00</span></span></div>
      <h1 id="title"><span id="productTitle">  ${TITLE}  </span></h1>
      <div id="corePriceDisplay_desktop_feature_div"><span class="a-price priceToPay"><span class="a-offscreen"> </span>
      <span aria-hidden="true"><span class="a-price-symbol">$</span><span class="a-price-whole">39<span class="a-price-decimal">.</span></span><span class="a-price-fraction">99</span></span></span>
      <span class="a-price a-text-price" data-a-strike="true"><span class="a-offscreen">$59.99</span></span></div>`,
    listing: { ...backpack, productNumber: 'B0TRAIL22X', from: 'selectors for Amazon, 2026-11' },
  },
  {
    name: 'amazon-japan',
    address: 'https://www.amazon.co.jp/dp/B0TRAIL22X',
    language: 'ja-jp',
    body: `<span id="productTitle">リュック 22L</span><div id="corePrice_feature_div" style="display:none"><span class="a-price"><span class="a-offscreen">￥9,999</span></span></div>
      <div id="corePrice_desktop"><span class="a-price apexPriceToPay"><span class="a-offscreen">￥1,980</span></span></div>`,
    listing: {
      ...backpack,
      title: 'リュック 22L',
      price: '1980',
      currency: 'JPY',
      productNumber: 'B0TRAIL22X',
      from: 'selectors for Amazon, 2026-11',
    },
  },
  {
    name: 'ebay',
    address: 'https://www.ebay.com/itm/256012345678?hash=item3b',
    body: `<h1 class="x-item-title__mainTitle"><span>${TITLE}</span></h1>
      <div class="x-price-primary"><span>US $39.99</span><span>/ea</span></div><div class="x-price-approx">GBP 31.20</div>`,
    listing: { ...backpack, productNumber: '256012345678', from: 'selectors for eBay, 2026-11' },
  },
  {
    name: 'mercado-libre',
    address: 'https://articulo.mercadolibre.com.ar/MLA-1234567890-mochila-_JM',
    language: 'es-AR',
    body: `<h1 class="ui-pdp-title">Mochila 22 L</h1><div class="ui-pdp-price__second-line"><span class="andes-money-amount"><span class="andes-money-amount__currency-symbol">$</span>
      <span class="andes-money-amount__fraction">39.999</span><span class="andes-money-amount__cents">90</span></span></div>`,
    listing: {
      ...backpack,
      title: 'Mochila 22 L',
      price: '39999.90',
      currency: 'ARS',
      productNumber: 'MLA-1234567890',
      from: 'selectors for Mercado Libre, 2026-11',
    },
  },
  {
    name: 'shopify',
    address: 'https://marlow.example/products/trailmate',
    head: `<link rel="preload" href="https://cdn.shopify.com/x.js" as="script"><style>.price--on-sale .price__regular{display:none}</style>`,
    body: `<div class="product"><div class="product__title">${heading}</div><div class="price--on-sale">
      <div class="price__regular"><span class="price-item--regular">$59.99 USD</span></div>
      <div class="price__sale"><s><span class="price-item--regular">$59.99 USD</span></s><span class="price-item--sale">$39.99 USD</span></div></div></div>`,
    listing: { ...backpack, from: 'selectors for Shopify, 2026-11' },
  },
  {
    name: 'euro',
    address: 'https://marlow.example.de/rucksack',
    language: 'de',
    head: `<meta property="og:price:amount" content="1.299,00"><meta property="og:price:currency" content="EUR">`,
    body: '<h1>Rucksack „Trailmate“, 22 l</h1><p>1.299,00 €</p>',
    listing: { ...backpack, title: 'Rucksack „Trailmate“, 22 l', price: '1299.00', currency: 'EUR' },
  },
  {
    name: 'two-parts',
    address: 'https://www.etsy.com/listing/1234567890/trailmate',
    head: '<style>h1 { font-size: 22px }</style>',
    body: `<h1 data-buy-box-listing-title="true">${TITLE}</h1><div data-selector="price-only">$<b>39</b><i>99</i></div>`,
    // In one size it may be 39.99 or 3999.
    listing: {
      ...backpack,
      price: null,
      currency: null,
      productNumber: '1234567890',
      from: 'selectors for Etsy, 2026-11',
    },
  },
  {
    name: 'list-price',
    head: jsonLd({
      '@type': 'Product',
      name: TITLE,
      offers: {
        '@type': 'Offer',
        priceSpecification: [
          {
            '@type': 'UnitPriceSpecification',
            price: '59.99',
            priceCurrency: 'USD',
            priceType: 'https://schema.org/ListPrice',
          },
          { '@type': 'UnitPriceSpecification', price: '39.99', priceCurrency: 'USD' },
        ],
      },
    }),
    body: `${heading}<p><s>$59.99</s> $39.99</p>`,
    listing: backpack,
  },
  {
    name: 'category',
    head: jsonLd([product('Trailmate 30 L', '49.00', { url: '/listing/json-ld' }), ...RECOMMENDED]),
    body: `<h1>Backpacks</h1><div class="card"><a href="/listing/json-ld"><img data-card="linked" width="80" height="80" alt=""></a> Trailmate 30 L <b>$49.00</b></div>
      <div class="card"><a href="/listing/aggregate"><img data-card="unknown" width="80" height="80" alt=""></a> Sack <b>$9.00</b></div>`,
    listing: null,
  },
  {
    name: 'none',
    head: jsonLd({ '@type': 'Organization', name: 'Marlow & Finch' }),
    body: '<h1>About us</h1><p>Since 1987, from $5.</p>',
    listing: null,
  },
]

/** The visible page of a listing, with a picture to click; `undefined` if there is none at that path. */
export function listingPageAt(path: string, pictures: ShopPicture[], origin: string): string | undefined {
  const [, folder, name] = path.split('/')
  if (folder !== 'listing') return undefined
  const page = [...LISTING_PAGES, ...WORLD_PAGES, BIG_PAGE].find((each) => each.name === name)
  const picture = pictures.find(({ story }) => story === 'cors')
  if (!page || !picture) return undefined
  return `<!doctype html><html lang="${page.language ?? 'en'}"><head><meta charset="utf-8"><title>Marlow &amp; Finch</title>${page.head ?? ''}</head>
<body style="margin:20px;font:14px Arial,sans-serif"><img data-story="cors" src="${origin}${picture.path}" alt="" width="240" height="240">${page.body}</body></html>`
}

/** As large as the largest shop pages: 30,000 elements, 300 products. */
const BIG_PAGE: ListingPage = {
  name: 'big',
  head: jsonLd([
    product(TITLE, '39.99', { description: 'x'.repeat(300_000) }),
    { '@graph': Array(300).fill(RECOMMENDED) },
  ]),
  body:
    heading +
    Array.from(
      { length: 300 },
      (_, at) => `<div itemscope itemtype="https://schema.org/Product"><b itemprop="name">Thing ${at}</b>
        <p itemprop="offers" itemscope><i itemprop="price">1${at}.00</i></p>${'<div><span>$1</span></div>'.repeat(48)}</div>`,
    ).join(''),
  listing: backpack,
}
