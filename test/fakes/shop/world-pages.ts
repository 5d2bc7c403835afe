/** A page as shops make them, and what a person would say that the product costs there. */
export interface WorldPage {
  /** Served at `/listing/NAME`. */
  name: string
  /** The URL it pretends to have; by default the shop's own. */
  address?: string
  language?: string
  head?: string
  body: string
  /** `39.99 USD`, `10.00–20.00 USD`, `39.99 $` for an unknown dollar, or `null` where a careful person would not say. */
  price: string | null
  /** Further fields that are read. */
  fields?: { title?: string; productNumber?: string; isFrom?: true }
  /** The clicked picture, on pages with several products. */
  click?: string
}

const NAME = 'Harbour Lantern, brass'
const h1 = `<h1>${NAME}</h1>`
const data = (things: unknown) => text(JSON.stringify(things))
const text = (json: string) => `<script type="application/ld+json">${json}</script>`
const offer = (price: unknown, more = {}) => ({ '@type': 'Offer', price, priceCurrency: 'GBP', ...more })
const lantern = (offers: unknown, more = {}) => ({ '@type': 'Product', name: NAME, offers, ...more })
const micro = (price: string) =>
  `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">${NAME}</h1><p itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price">${price}</span></p></div>`
const card = (id: string, name: string, price: string, more = '') =>
  `<li class="tile"><a href="/p/${id}"><img id="${id}" width="90" height="90" alt="${name}"></a><h3><a href="/p/${id}">${name}</a></h3>${more}<span class="price">${price}</span></li>`

/** Sources that disagree. */
const DISAGREEING: WorldPage[] = [
  {
    name: 'reduced-after-the-data',
    head: data(lantern(offer('86.00'))),
    body: `${h1}<div class="product-price"><span>£68.80</span> <s>£86.00</s></div>`,
    price: '68.80 GBP',
  },
  {
    name: 'meta-and-eyes-against-data',
    head: `${data(lantern(offer('86.00')))}<meta property="product:price:amount" content="68.80"><meta property="product:price:currency" content="GBP">`,
    body: `${h1}<p class="price">£68.80</p>`,
    price: '68.80 GBP',
  },
  {
    name: 'meta-against-data-unseen',
    head: `${data(lantern(offer('86.00')))}<meta property="product:price:amount" content="68.80"><meta property="product:price:currency" content="GBP">`,
    body: h1,
    price: null,
  },
  {
    name: 'net-in-data-gross-shown',
    language: 'de',
    head: data(lantern(offer('57.98', { priceCurrency: 'EUR' }))),
    body: `${h1}<div class="price-box"><b>69,00 €</b> <small>inkl. MwSt.</small></div>`,
    price: '69.00 EUR',
  },
  {
    name: 'content-against-text',
    body: `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">${NAME}</h1><p itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="GBP"><span class="price" itemprop="price" content="140">£70</span></p></div>`,
    price: '70 GBP',
  },
  {
    name: 'moved-on-in-page',
    address: 'https://shop.co.uk/p/storm-kettle',
    head: data(lantern(offer('86.00'), { url: 'https://shop.co.uk/p/harbour-lantern' })),
    body: '<h1>Storm kettle, steel</h1><p class="price">£31.00</p><button>Add to basket</button>',
    price: '31.00 GBP',
  },
  {
    name: 'moved-on-to-sold-out',
    address: 'https://shop.co.uk/p/storm-kettle',
    head: data(lantern(offer('86.00'), { url: 'https://shop.co.uk/p/harbour-lantern' })),
    body: '<h1>Storm kettle, steel</h1><p>Sold out</p>',
    price: null,
  },
  {
    name: 'data-says-zero',
    head: data(lantern(offer(0))),
    body: `${h1}<p>Lamps like this are £86.00</p>`,
    price: null,
  },
  {
    name: 'accessory-in-data',
    head: data([
      lantern(offer('86.00'), { name: 'Bright & Co. Harbour Lantern in brass with hook' }),
      lantern(offer('7.50'), { name: 'Spare wick for Harbour Lantern, brass' }),
    ]),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'moved-on-without-its-own-address',
    address: 'https://shop.co.uk/p/storm-kettle',
    head: data(lantern(offer('86.00'))),
    body: '<h1>Storm kettle, steel</h1><p>Sold out</p>',
    price: null,
  },
  {
    name: 'moved-on-by-a-parameter',
    address: 'https://shop.co.uk/view?item=2002',
    head: data(lantern(offer('86.00'), { url: 'https://shop.co.uk/view?item=2001' })),
    body: '<h1>Storm kettle, steel</h1><p>Sold out</p>',
    price: null,
  },
  {
    name: 'moved-on-to-the-next-model',
    address: 'https://shop.co.uk/p/heater-300',
    head: data(lantern(offer('86.00'), { name: 'Patio heater 200', url: 'https://shop.co.uk/p/heater-200' })),
    body: '<h1>Patio heater 300</h1><p>Sold out</p>',
    price: null,
  },
  {
    name: 'moved-on-with-meta-tags',
    address: 'https://shop.co.uk/p/storm-kettle',
    head: `<meta property="og:type" content="product"><meta property="og:title" content="${NAME}"><meta property="og:price:amount" content="86.00"><meta property="og:price:currency" content="GBP">`,
    body: '<h1>Storm kettle, steel</h1><p>Sold out</p>',
    price: null,
  },
  {
    name: 'only-an-accessory-in-data',
    head: data(lantern(offer('7.50'), { name: `Spare wick for ${NAME}` })),
    body: h1,
    price: null,
  },
  {
    name: 'bid-in-data',
    head: data(lantern(offer('12.00'))),
    body: `${h1}<p>Current bid: £12.00</p><p>Ends in 3 hours</p><button>Place bid</button>`,
    price: null,
  },
  {
    name: 'old-price-by-name-only',
    head: data(lantern(offer('86.00'))),
    body: `${h1}<div><span class="text-2xl">£68.80</span><span class="prix-barre">£86.00</span></div>`,
    price: '68.80 GBP',
  },
  {
    name: 'gross-with-net-behind',
    language: 'de',
    head: data(lantern(offer('58.82', { priceCurrency: 'EUR' }))),
    body: `${h1}<p class="price"><b>70,00 €</b> <small>inkl. MwSt. (<span>58,82 €</span> zzgl. MwSt.)</small></p>`,
    price: '70.00 EUR',
  },
  {
    name: 'range-and-the-chosen-variant',
    head: data(
      lantern({ '@type': 'AggregateOffer', priceCurrency: 'GBP', lowPrice: '60.00', highPrice: '90.00' }),
    ),
    body: `${h1}<p class="price">£60.00 – £90.00</p><div class="variation"><span class="price">£75.00</span></div>`,
    price: '75.00 GBP',
  },
  {
    name: 'other-sellers',
    language: 'en-GB',
    body: `${h1}<p class="price">£86.00</p><p>14 new from £71.00</p><button>Add to basket</button>`,
    price: '86.00 GBP',
  },
  {
    name: 'free-delivery-and-instalments-beside',
    language: 'sv',
    body: `${h1}<p>Fri frakt över 500 kr</p><p class="price">860 kr</p><p>Dela upp: 287 kr med Klarna</p><button>Köp</button>`,
    price: '860 SEK',
  },
  {
    name: 'auction',
    language: 'en-GB',
    body: `${h1}<div class="price">£4.20</div><p>7 bids</p><button>Place bid</button>`,
    price: null,
  },
  {
    name: 'auction-with-a-fixed-price',
    language: 'en-GB',
    body: `${h1}<div><span>Current bid</span> <b class="price">£4.20</b></div><p>7 bids</p><div><span>Buy it now</span> <b class="price">£60.00</b></div>`,
    price: '60.00 GBP',
  },
  {
    name: 'recommendations-only',
    language: 'en-GB',
    body: `${h1}<p>Currently unavailable</p><section class="recommendations"><p class="price">£12.00</p></section>`,
    price: null,
  },
  {
    name: 'number-in-the-address',
    address: 'https://shop.example/artikel/77120441',
    head: data([
      lantern(offer('86.00'), { sku: '77120441' }),
      lantern(offer('19.00'), { name: 'Oil can', sku: '77120442' }),
    ]),
    body: '<h1>Our best</h1>',
    price: '86.00 GBP',
  },
]

/** Other prices beside the one to pay. */
const OTHER_PRICES: WorldPage[] = [
  ['list-price', 'List price: £99.00<br><b class="price">£86.00</b>', '86.00 GBP'],
  ['saving', '<p>You save £13.00</p><p class="price">£86.00</p>', '86.00 GBP'],
  ['per-unit', '<p class="price">£86.00</p><p class="unit-price">£8.60 / 100 g</p>', '86.00 GBP'],
  ['monthly', '<p class="price">£86.00</p><p>or £14.34 per month</p>', '86.00 GBP'],
  ['delivery', '<p>Delivery £4.99</p><p class="price">£86.00</p>', '86.00 GBP'],
  [
    'subscription',
    '<div>Subscribe and save <b class="price">£77.40</b></div><div>One-time purchase <b class="price">£86.00</b></div>',
    '86.00 GBP',
  ],
  [
    'used',
    '<div>Used: <b class="price">£51.00</b></div><div>New: <b class="price">£86.00</b></div>',
    '86.00 GBP',
  ],
  ['quantity', '<p class="price">£86.00</p><p class="tier-price">10 for £80.00 each</p>', '86.00 GBP'],
  [
    'without-tax',
    '<p class="price">£71.67 <small>ex VAT</small></p><p class="price">£86.00 <small>inc VAT</small></p>',
    '86.00 GBP',
  ],
  ['voucher', '<p class="price">£86.00</p><p>Voucher: £5.00 off</p>', '86.00 GBP'],
  [
    'extra',
    '<p class="price">£86.00</p><label><input type="checkbox"> Gift wrap +£3.00</label>',
    '86.00 GBP',
  ],
  ['only-others', '<p>RRP £99.00</p><p>Delivery £4.99</p>', null],
].map(([name, body, price]) => ({
  name: `beside-${name}`,
  language: 'en-GB',
  body: `${h1}<main>${body}</main><button>Add to basket</button>`,
  price: price ?? null,
}))

/** Structured data as it is. */
const UNTIDY_DATA: WorldPage[] = [
  {
    name: 'types-in-any-case',
    head: data({
      '@type': 'http://schema.org/PRODUCT',
      Name: NAME,
      Offers: { '@type': 'offer', Price: '86.00', pricecurrency: 'GBP' },
    }),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'prefixed-names',
    head: data({
      '@type': 'schema:Product',
      'schema:name': NAME,
      'schema:offers': { 'schema:price': '86.00', 'schema:priceCurrency': 'GBP' },
    }),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'lowest-and-highest',
    head: data(lantern({ '@type': 'Offer', priceCurrency: 'GBP', minPrice: '60.00', maxPrice: '90.00' })),
    body: h1,
    price: '60.00–90.00 GBP',
  },
  {
    name: 'price-of-the-product',
    head: data({ '@type': 'Product', name: NAME, price: '86.00', priceCurrency: 'GBP' }),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'refurbished-beside-new',
    head: data(
      lantern({
        '@type': 'AggregateOffer',
        priceCurrency: 'GBP',
        lowPrice: '41.00',
        highPrice: '86.00',
        offers: [
          offer('86.00'),
          offer('41.00', { itemCondition: 'https://schema.org/RefurbishedCondition' }),
        ],
      }),
    ),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'a-variant-sold-out',
    head: data({
      '@type': 'ProductGroup',
      name: NAME,
      hasVariant: [
        lantern(offer('86.00')),
        lantern(offer('20.00', { availability: 'http://schema.org/SoldOut' })),
      ],
    }),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'gross-and-net-in-data',
    head: data(
      lantern({
        '@type': 'Offer',
        priceCurrency: 'GBP',
        priceSpecification: [
          { '@type': 'UnitPriceSpecification', price: 71.67, valueAddedTaxIncluded: false },
          { '@type': 'UnitPriceSpecification', price: 86, valueAddedTaxIncluded: true },
        ],
      }),
    ),
    body: h1,
    price: '86 GBP',
  },
  {
    name: 'used-by-the-name-of-its-offer',
    head: data(
      lantern([
        offer('86.00', { name: 'New' }),
        offer('41.00', { name: 'Used, very good' }),
        offer('7.20', { name: 'Monthly' }),
      ]),
    ),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'comments',
    head: text(
      `{ /* lamp */ "@type": "Product", "name": "${NAME}", // 2024\n "offers": {"price": "86.00", "priceCurrency": "GBP"} }`,
    ),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'needless-escape',
    head: text(
      `{"@type": "Product", "name": "Sailor\\'s ${NAME}", "offers": {"price": "86.00", "priceCurrency": "GBP"}}`,
    ),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'missing-comma',
    head: text(
      `{"@type": "Product", "name": "${NAME}" "offers": {"price": "86.00", "priceCurrency": "GBP"}}`,
    ),
    body: h1,
    price: '86.00 GBP',
  },
  {
    name: 'quote-in-a-name',
    head: text(
      `{"@type": "Product", "name": "6" ${NAME}", "offers": {"price": "86.00", "priceCurrency": "GBP"}}`,
    ),
    body: h1,
    price: null,
  },
  {
    name: 'escaped-as-html',
    head: text(
      `{&quot;@type&quot;: &quot;Product&quot;, &quot;offers&quot;: {&quot;price&quot;: &quot;86.00&quot;}}`,
    ),
    body: h1,
    price: null,
  },
  {
    name: 'rdfa',
    body: `<div vocab="https://schema.org/" typeof="Product"><h1 property="name">${NAME}</h1><div property="offers" typeof="Offer"><meta property="price" content="86.00"><meta property="priceCurrency" content="GBP"></div></div>`,
    price: '86.00 GBP',
  },
  {
    name: 'offer-without-product',
    body: `${h1}<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="86.00"><meta itemprop="priceCurrency" content="GBP"></div>`,
    price: '86.00 GBP',
  },
  {
    name: 'referenced-offer',
    body: `<div itemscope itemtype="https://schema.org/Product" itemref="buy"><h1 itemprop="name">${NAME}</h1></div><div id="buy"><p itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="86.00"><meta itemprop="priceCurrency" content="GBP"></p></div>`,
    price: '86.00 GBP',
  },
]

/** Prices set in pieces. */
const IN_PIECES: WorldPage[] = [
  { name: 'raised-cents', language: 'de-DE', body: micro('86<sup>90</sup> €'), price: '86.90 EUR' },
  {
    name: 'small-cents',
    language: 'en-GB',
    head: '<style>.c { font-size: 10px }</style>',
    body: `${h1}<p class="price">£<span>86</span><span class="c">90</span></p>`,
    price: '86.90 GBP',
  },
  {
    name: 'a-span-a-digit',
    language: 'en-GB',
    body: `${h1}<p class="price">${[...'£86.90'].map((each) => `<span>${each}</span>`).join('')}</p>`,
    price: '86.90 GBP',
  },
  {
    name: 'range-in-two',
    language: 'en-GB',
    body: `${h1}<p class="price"><span>£60.00</span> – <span>£90.00</span></p>`,
    price: '60.00–90.00 GBP',
  },
  {
    name: 'whole-and-cents-beside-old',
    language: 'pl',
    body: `${h1}<div class="price"><span>86,</span><span>90</span> <span>zł</span></div><del>99,00 zł</del>`,
    price: '86.90 PLN',
  },
  {
    name: 'rating-and-count',
    language: 'en-GB',
    body: `${h1}<p class="stars">4.7 (1,203)</p><p class="price">£86.00</p>`,
    price: '86.00 GBP',
  },
  {
    name: 'lowest-of-several',
    language: 'en-GB',
    body: `${h1}<p class="price">From £60.00</p>`,
    price: '60.00 GBP',
    fields: { isFrom: true },
  },
  {
    name: 'lowest-shown-range-stated',
    head: data(
      lantern({ '@type': 'AggregateOffer', priceCurrency: 'GBP', lowPrice: '60.00', highPrice: '90.00' }),
    ),
    body: `${h1}<p class="price">£60.00+</p>`,
    price: '60.00–90.00 GBP',
  },
  {
    name: 'unknown-dollar',
    address: 'https://lanterns.com/products/harbour',
    language: 'en',
    body: `${h1}<p class="price">$86.00</p>`,
    price: '86.00 $',
  },
]

/** Several products on a page: a picture's card speaks for itself. */
const CARDS: WorldPage[] = (
  [
    ['lamp', '21.00 GBP', 'Storm lamp'],
    ['oil', '6.40 GBP', 'Lamp oil, 1 l'],
    ['wick', null, 'Round wick'],
  ] as const
).map(([id, price, title]) => ({
  name: `results-${id}`,
  language: 'en-GB',
  body: `<h1>Lamps</h1><ul>${card('lamp', 'Storm lamp', '£21.00')}${card('oil', 'Lamp oil, 1 l', '£6.40', '<del>£8.00</del>')}${card('wick', 'Round wick', 'Sold out')}</ul>`,
  click: `#${id}`,
  fields: { title },
  price,
}))

const MARKETPLACES: WorldPage[] = [
  {
    name: 'amazon-used-first',
    address: 'https://www.amazon.co.uk/dp/B0HARBOUR1',
    language: 'en-gb',
    body: `<span id="productTitle">${NAME}</span><div id="usedAccordionRow"><div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen">£51.00</span></span></div></div><div id="newAccordionRow_0"><div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen">£86.00</span></span></div></div>`,
    price: '86.00 GBP',
    fields: { productNumber: 'B0HARBOUR1' },
  },
  {
    name: 'amazon-empty-offscreen',
    address: 'https://www.amazon.de/dp/B0HARBOUR1',
    language: 'de-de',
    body: `<span id="productTitle">${NAME}</span><div id="apex_desktop"><span class="a-price apex-pricetopay-value"><span class="a-offscreen"> </span><span aria-hidden="true"><span class="a-price-whole">86<span class="a-price-decimal">,</span></span><span class="a-price-fraction">90</span><span class="a-price-symbol">€</span></span></span></div>`,
    price: '86.90 EUR',
  },
  {
    name: 'amazon-per-unit',
    address: 'https://www.amazon.fr/dp/B0HARBOUR1',
    language: 'fr-fr',
    body: `<span id="productTitle">${NAME}</span><div id="corePriceDisplay_desktop_feature_div"><span class="a-price priceToPay"><span class="a-offscreen">86,90 €</span></span><span class="a-price a-text-price"><span class="a-offscreen">8,69 €</span></span> / 100 g</div>`,
    price: '86.90 EUR',
  },
  {
    name: 'amazon-unavailable',
    address: 'https://www.amazon.co.uk/dp/B0HARBOUR1',
    language: 'en-gb',
    body: `<span id="productTitle">${NAME}</span><div id="availability">Currently unavailable.</div><div id="sp_detail2"><div><a>Another</a><span class="a-price"><span class="a-offscreen">£14.00</span></span></div></div>`,
    price: null,
    fields: { title: NAME },
  },
  {
    name: 'amazon-dollar',
    address: 'https://www.amazon.com/dp/B0HARBOUR1',
    language: 'en',
    body: `<span id="productTitle">${NAME}</span><div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen">$86.00</span></span></div>`,
    price: '86.00 USD',
  },
  {
    name: 'ebay-fixed-price',
    address: 'https://www.ebay.co.uk/itm/256012345678',
    language: 'en-GB',
    body: `<h1 class="x-item-title__mainTitle">${NAME}</h1><div class="x-price-primary"><span>£86.00</span></div><div>or Best Offer</div>`,
    price: '86.00 GBP',
  },
]

export const WORLD_PAGES: WorldPage[] = [
  ...DISAGREEING,
  ...OTHER_PRICES,
  ...UNTIDY_DATA,
  ...IN_PIECES,
  ...CARDS,
  ...MARKETPLACES,
]
