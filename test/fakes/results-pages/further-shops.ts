import { GRID, grouped, host, type Item, items, type ResultsPage, shown, whole, withComma } from './page.ts'

const photo = ({ picture }: Item, side = 900) =>
  `${host('other.shop.test')}/cors/${picture.replace(/w1500.*/, '')}/${side}/${side}.jpg?p=${picture.slice(-3)}`
const pictured = (item: Item, currency: string | null, change = {}) =>
  shown(item, currency, { picture: `p=${item.picture.slice(-3)}`, ...change })
const slug = ({ title }: Item) => title.toLowerCase().replaceAll(/\W+/g, '-')
const grid = (cards: string[]) => `<div class="grid">${cards.join('')}</div>`

const temu = items(9, 4)
const target = items(9, 1)
const targetAd = items(1, 20)[0] as Item
const fashion = items(9, 3)
const furniture = items(8, 5)
const indian = items(9, 2)
const indonesian = items(9, 6)
const ebayOld = items(8, 7)
const amazonDe = items(8, 3)
const amazonDeAd = items(1, 22)[0] as Item
const squarespace = items(8, 9)
const presta = items(8, 11)
const wix = items(8, 10)
const untitled = items(8, 12)
const detail = items(6, 1)
const rupees = (item: Item) => grouped(whole(item.price, 80), ',')
const rupiah = (item: Item) => grouped(whole(item.price, 10_000), '.')
const asin = ({ at }: Item) => `B0D${String(at).padStart(2, '0')}QK7X${at % 10}`

/**
 * More shops and systems, written when the reader was right on all others, to see how it does elsewhere: it found 93 of the 101
 * products, before it was mended.
 */
export const FURTHER_SHOPS: ResultsPage[] = [
  {
    name: 'temu',
    like: 'Temu: class names of a build, the price in parts with a label, "sold" beside it',
    address: 'https://www.temu.com/search_result.html?search_key=gift',
    language: 'en-US',
    head: GRID,
    body: grid(
      temu.map((item) => {
        const [dollars, cents] = item.price.split('.')
        return `<div class="_6q6qVUF5 _1UrrHYym"><div class="_2BUQJ_w2"><a class="_2Tl9qLr1 _1ak1dai3" href="/${slug(item)}-g-6010995${String(item.at).padStart(8, '1')}.html?_oak_mp_inf=EN" tabindex="-1"><div class="_1kf1ylVj"><img class="goods-img-external" src="${photo(item, 300)}" data-src="${photo(item)}" width="200" height="200" alt="${item.title}"></div></a></div><div class="_1dp5J4J3"><a href="/${slug(item)}-g-6010995${String(item.at).padStart(8, '1')}.html"><h3 class="_2BvQbnbN">${item.title}</h3></a><div class="_382YgpSF" aria-label="$${item.price}"><span class="_2Ci4uR69">$</span><span class="_2de9ERAH">${dollars}</span><span class="_3SrxhhHh">.${cents}</span></div><span class="_2nzyA8Lo">3.1K+ sold</span><span class="_3TAPHDOX" style="text-decoration:line-through">$88.20</span></div></div>`
      }),
    ),
    products: temu.map((item) =>
      pictured(item, 'USD', {
        link: `-g-6010995${String(item.at).padStart(8, '1')}`,
        productNumber: `6010995${String(item.at).padStart(8, '1')}`,
      }),
    ),
  },
  {
    name: 'target',
    like: 'Target: attributes for tests, "When purchased online", ranges, an advertisement',
    address: 'https://www.target.com/s?searchTerm=gift',
    language: 'en-US',
    head: GRID,
    body: grid(
      [targetAd, ...target].map(
        (item) =>
          `<div data-test="@web/site-top-of-funnel/ProductCardWrapper" class="sc-1" data-focusid="${item.at}_product_card"><div><a aria-label="${item.title}" href="/p/${slug(item)}/-/A-8890${String(item.at).padStart(4, '2')}#lnk=sametab"><picture><img src="${photo(item, 250)}" srcset="${photo(item, 250)} 250w, ${photo(item)} 900w" sizes="200px" width="200" height="200" alt="${item.title}"></picture></a></div><div>${item === targetAd ? '<p data-test="sponsoredText">Sponsored</p>' : ''}<a data-test="@web/ProductCard/title" aria-label="${item.title}" href="/p/${slug(item)}/-/A-8890${String(item.at).padStart(4, '2')}#lnk=sametab"><div title="${item.title}">${item.title}</div></a><a href="/b/marlow/-/N-1">Marlow</a><div><span>4.6 out of 5 stars with 812 ratings</span></div><div data-test="current-price"><span>${item.at === 4 ? '$12.00 - $19.00' : `$${item.price}`}</span></div>${item.at === 5 ? '<div><span>reg <span style="text-decoration:line-through">$150.00</span></span> <span>Sale</span></div>' : ''}<div>When purchased online</div></div></div>`,
      ),
    ),
    products: target.map((item) =>
      pictured(item, 'USD', {
        link: `/A-8890${String(item.at).padStart(4, '2')}`,
        productNumber: `8890${String(item.at).padStart(4, '2')}`,
        ...(item.at === 4 && { price: '12.00', priceTo: '19.00' }),
      }),
    ),
  },
  {
    name: 'fashion',
    like: 'a German fashion shop: brand and name in two headings, "Ursprünglich", sizes, colours',
    address: 'https://mode.example.de/damen/',
    language: 'de',
    head: GRID,
    body: grid(
      fashion.map(
        (item) =>
          `<article class="z5x6ht _0xLoFW"><a href="/${slug(item)}-mf1${item.at}a.html"><figure><img src="${photo(item)}" width="200" height="200" alt="Marlow - ${item.title}"></figure><header><div><h3 class="FtrEr_ QdlUSH">Marlow</h3><h3 class="sDq_FX lystZ1">${item.title}</h3></div><section><p>${item.at % 3 === 0 ? `<span style="color:#d00">${withComma(item.price)}&nbsp;€</span></p><p><span>Ursprünglich: </span><span>139,95&nbsp;€</span> <span>-${Math.round(100 - (100 * Number(item.price)) / 139.95)}%</span>` : `<span>${withComma(item.price)}&nbsp;€</span>`}</p></section></header></a><ul><li>36</li><li>38</li><li>40</li></ul><button aria-label="Merken"></button></article>`,
      ),
    ),
    products: fashion.map((item) => pictured(item, 'EUR', { link: `-mf1${item.at}a.html` })),
  },
  {
    name: 'furniture',
    like: 'IKEA: the price in parts, the same price for screen readers, an article number',
    address: 'https://www.ikea.com/us/en/search/?q=gift',
    language: 'en-US',
    head: `${GRID}<style>.sr{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}</style>`,
    body: grid(
      furniture.map((item) => {
        const [dollars, cents] = item.price.split('.')
        return `<div class="plp-fragment-wrapper"><div class="plp-mastercard" data-ref-id="3050${String(item.at).padStart(4, '0')}" data-product-number="3050${String(item.at).padStart(4, '0')}" data-price="${item.price}" data-currency="USD"><div class="plp-mastercard__image"><a tabindex="-1" href="https://www.ikea.com/us/en/p/${slug(item)}-3050${String(item.at).padStart(4, '0')}/"><img src="${photo(item)}" width="200" height="200" alt="${item.title}"></a></div><div class="plp-mastercard__item"><a href="https://www.ikea.com/us/en/p/${slug(item)}-3050${String(item.at).padStart(4, '0')}/"><h3 class="plp-price-module__name"><span class="plp-price-module__product-name">${item.title}</span></h3></a><span class="plp-price"><span aria-hidden="true"><span class="plp-price__currency">$</span><span class="plp-price__integer">${dollars}</span><span class="plp-price__decimal"><span class="plp-price__separator">.</span>${cents}</span></span><span class="sr">Price $ ${item.price}</span></span></div></div></div>`
      }),
    ),
    products: furniture.map((item) =>
      pictured(item, 'USD', {
        link: `-3050${String(item.at).padStart(4, '0')}/`,
        productNumber: `3050${String(item.at).padStart(4, '0')}`,
      }),
    ),
  },
  {
    name: 'flipkart',
    like: 'Flipkart: rupees, the price before, the discount, a bank’s offer',
    address: 'https://www.flipkart.com/search?q=gift',
    language: 'en-IN',
    head: GRID,
    body: grid(
      indian.map(
        (item) =>
          `<div data-id="ACC${item.at}GH7" style="width:25%"><div class="slAVV4"><a class="VJA3rP" target="_blank" href="/${slug(item)}/p/itm${item.at}a9f?pid=ACC${item.at}GH7&amp;lid=LST"><div class="_4WELSP"><img loading="eager" class="DByuf4" alt="${item.title}" src="${photo(item)}" width="200" height="200"></div></a><a class="wjcEIp" title="${item.title}" href="/${slug(item)}/p/itm${item.at}a9f?pid=ACC${item.at}GH7">${item.title}</a><div class="NqpwHC">Pack of 1</div><a class="+tlBoD" href="/${slug(item)}/p/itm${item.at}a9f?pid=ACC${item.at}GH7"><div class="hl05eU"><div class="Nx9bqj">₹${rupees(item)}</div><div class="yRaY8j">₹9,999</div><div class="UkUFwK"><span>${Math.round(100 - (100 * 80 * Number(item.price)) / 9999)}% off</span></div></div></a><div>Bank Offer: ₹50 off</div></div></div>`,
      ),
    ),
    products: indian.map((item) =>
      pictured(item, 'INR', {
        price: whole(item.price, 80),
        link: `/p/itm${item.at}a9f`,
        productNumber: `ACC${item.at}GH7`,
      }),
    ),
  },
  {
    name: 'tokopedia',
    like: 'Tokopedia: rupiah without a space, everything in one link',
    address: 'https://www.tokopedia.com/search?q=hadiah',
    language: 'id',
    head: GRID,
    body: grid(
      indonesian
        .map(
          (item) =>
            `<div class="css-5wh65g"><a class="oQ94Awb6LlTiGByQZo8Lyw==" href="https://www.tokopedia.com/marlow/${slug(item)}-17${item.at}?extParam=ivf%3Dfalse"><div><img src="${photo(item)}" width="200" height="200" alt="product-image"></div><div><span class="_0T8-iGxMpV6NEsYEhwkqEg==">${item.title}</span><div class="_67d6E1xDKIzw+i2D2L0tjw==">Rp${rupiah(item)}</div><span>Rp999.000</span><div>4.9 · 250+ terjual</div><div>Jakarta Barat</div></div></a></div>`,
        )
        .map((html) =>
          html.replace(
            '<span>Rp999.000</span>',
            '<span style="text-decoration:line-through">Rp999.000</span>',
          ),
        ),
    ),
    products: indonesian.map((item) =>
      pictured(item, 'IDR', { price: whole(item.price, 10_000), link: `/marlow/${slug(item)}-17${item.at}` }),
    ),
  },
  {
    name: 'ebay-uk-older',
    like: 'eBay as it was: s-item, New listing before the title, a range, postage',
    address: 'https://www.ebay.co.uk/sch/i.html?_nkw=gift',
    language: 'en',
    head: GRID,
    body: `<ul class="srp-results grid">${ebayOld
      .map(
        (item) =>
          `<li class="s-item s-item__pl-on-bottom" data-view="mi:1686"><div class="s-item__wrapper"><div class="s-item__image-section"><a href="https://www.ebay.co.uk/itm/2260123456${String(item.at).padStart(2, '0')}?hash=item3"><div class="s-item__image-wrapper"><img src="${host('i.ebayimg.com')}/thumbs/images/g/${item.picture}AAOSw/s-l300.webp" alt="${item.title}" width="200" height="200"></div></a></div><div class="s-item__info"><a class="s-item__link" href="https://www.ebay.co.uk/itm/2260123456${String(item.at).padStart(2, '0')}?hash=item3"><div class="s-item__title"><span role="heading" aria-level="3">${item.at === 8 ? '<span class="LIGHT_HIGHLIGHT">New listing</span>' : ''}${item.title}</span></div></a><div class="s-item__subtitle"><span class="SECONDARY_INFO">Brand new</span></div><div class="s-item__details"><span class="s-item__price">${item.at === 9 ? '£8.99<span class="DEFAULT"> to </span>£12.49' : `£${item.price}`}</span><span class="s-item__shipping">+ £3.20 postage</span></div></div></div></li>`,
      )
      .join('')}</ul>`,
    products: ebayOld.map((item) =>
      shown(item, 'GBP', {
        link: `/itm/2260123456${String(item.at).padStart(2, '0')}`,
        productNumber: `2260123456${String(item.at).padStart(2, '0')}`,
        ...(item.at === 9 && { price: '8.99', priceTo: '12.49' }),
      }),
    ),
  },
  {
    name: 'amazon-de',
    like: 'Amazon in Germany: "Gesponsert", UVP, prices each kilogram',
    address: 'https://www.amazon.de/s?k=geschenk',
    language: 'de-de',
    head: `${GRID}<style>.a-offscreen{position:absolute;left:-9999px}</style>`,
    body: `<div class="s-main-slot s-result-list grid">${[amazonDeAd, ...amazonDe]
      .map((item) => {
        const [euros, cents] = item.price.split('.')
        const href = `/${slug(item)}/dp/${asin(item)}/ref=sr_1_${item.at}`
        return `<div role="listitem" data-asin="${asin(item)}" data-component-type="s-search-result" class="s-result-item s-asin"><span data-component-type="s-product-image"><a class="a-link-normal s-no-outline" href="${href}"><img class="s-image" src="${host('m.media-amazon.com')}/images/I/71${item.picture}L._AC_UL320_.jpg" alt="${item.title}" width="200" height="200"></a></span>${item === amazonDeAd ? '<a class="puis-label-popover puis-sponsored-label-text"><span class="a-color-secondary">Gesponsert</span></a>' : ''}<a class="a-link-normal s-line-clamp-2" href="${href}"><h2 class="a-size-medium"><span>${item.title}</span></h2></a><div data-cy="price-recipe"><a class="a-link-normal" href="${href}"><span class="a-price" data-a-size="xl"><span class="a-offscreen">${euros},${cents} €</span><span aria-hidden="true"><span class="a-price-whole">${euros}<span class="a-price-decimal">,</span></span><span class="a-price-fraction">${cents}</span><span class="a-price-symbol">€</span></span></span> <span class="a-size-base">(3,20 € / kg)</span>${item.at === 5 ? '<div>UVP: <span class="a-price a-text-price" data-a-strike="true"><span class="a-offscreen">149,00 €</span><span aria-hidden="true">149,00 €</span></span></div>' : ''}</a></div></div>`
      })
      .join('')}</div>`,
    products: amazonDe.map((item) =>
      shown(item, 'EUR', { link: `/dp/${asin(item)}`, productNumber: asin(item) }),
    ),
    ads: [shown(amazonDeAd, 'EUR', { link: `/dp/${asin(amazonDeAd)}`, productNumber: asin(amazonDeAd) })],
  },
  {
    name: 'squarespace',
    like: 'Squarespace: "from", a second photo, a hidden status',
    address: 'https://marlow.example/shop',
    language: 'en-AU',
    head: GRID,
    body: `<div class="products-flex-container grid">${squarespace
      .map(
        (item) =>
          `<div class="grid-item" data-item-id="66a${item.at}f"><a class="grid-item-link product-lists-item" href="/shop/p/${slug(item)}" aria-label="${item.title}"></a><figure class="grid-image"><img class="grid-item-image grid-image-cover" src="${photo(item, 300)}" data-src="${photo(item)}" width="200" height="200" alt="${item.title}"><img class="grid-image-hover" src="${host('other.shop.test')}/cors/grey/300/300.jpg?back=${item.at}" style="position:absolute;opacity:0" width="200" height="200" alt=""></figure><section class="grid-item-details"><div class="grid-meta-container"><div class="grid-title">${item.title}</div><div class="grid-prices"><div class="product-price">${item.at === 11 ? 'from ' : ''}A$${item.price}</div></div></div></section></div>`,
      )
      .join('')}</div>`,
    products: squarespace.map((item) =>
      pictured(item, 'AUD', { link: `/shop/p/${slug(item)}`, productNumber: `66a${item.at}f` }),
    ),
  },
  {
    name: 'prestashop',
    like: 'PrestaShop: the regular price before the price, labels only for screen readers',
    address: 'https://marlow.example.fr/3-cadeaux',
    language: 'fr',
    head: `${GRID}<style>.sr-only{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}</style>`,
    body: `<div class="products row grid">${presta
      .map(
        (item) =>
          `<article class="product-miniature js-product-miniature" data-id-product="${item.at + 30}" data-id-product-attribute="0"><div class="thumbnail-container"><a href="https://marlow.example.fr/cadeaux/${item.at + 30}-${slug(item)}.html" class="thumbnail product-thumbnail"><img src="${photo(item, 250)}" alt="${item.title}" loading="lazy" data-full-size-image-url="${photo(item)}" width="250" height="250"></a><div class="product-description"><h2 class="h3 product-title"><a href="https://marlow.example.fr/cadeaux/${item.at + 30}-${slug(item)}.html">${item.title}</a></h2><div class="product-price-and-shipping">${item.at === 13 ? '<span class="sr-only">Prix de base</span><span class="regular-price" style="text-decoration:line-through">120,00 €</span><span class="discount-percentage">-20%</span>' : ''}<span class="sr-only">Prix</span><span class="price" aria-label="Prix">${withComma(item.price)} €</span></div></div></div></article>`,
      )
      .join('')}</div>`,
    products: presta.map((item) => pictured(item, 'EUR', { link: `/cadeaux/${item.at + 30}-` })),
  },
  {
    name: 'wix',
    like: 'Wix: hooks as attributes, "Regular Price" and "Sale Price" as words',
    address: 'https://marlow.example/category/all',
    language: 'en-US',
    head: GRID,
    body: `<ul data-hook="product-list-wrapper" class="grid">${wix
      .map(
        (item) =>
          `<li data-hook="product-list-grid-item"><div data-slug="${slug(item)}" data-hook="product-item-root"><a href="https://marlow.example/product-page/${slug(item)}" data-hook="product-item-container"><div data-hook="product-item-images" style="width:200px;height:200px;background-image:url(${photo(item)});background-size:cover"></div></a><div data-hook="product-item-product-details"><a href="https://marlow.example/product-page/${slug(item)}"><p data-hook="product-item-name">${item.title}</p>${item.at % 2 ? '<div><span data-hook="sr-product-item-price-before-discount">Regular Price</span><span data-hook="product-item-price-before-discount" style="text-decoration:line-through">$110.00</span><span data-hook="sr-product-item-price-to-pay">Sale Price</span>' : '<div><span>Price</span>'}<span data-hook="product-item-price-to-pay">$${item.price}</span></div></a></div></div></li>`,
      )
      .join('')}</ul>`,
    products: wix.map((item) => pictured(item, 'USD', { link: `/product-page/${slug(item)}` })),
  },
  {
    name: 'untitled',
    like: 'Depop: cards with a picture, a size and a price; the title is only in the alternative text',
    address: 'https://secondhand.example/search',
    language: 'en-GB',
    head: GRID,
    body: `<ul class="grid">${untitled.map((item) => `<li class="styles_listItem__Uv9lb"><a href="/products/ann-${slug(item)}/"><img src="${photo(item)}" alt="${item.title}" width="200" height="200"></a><div><p>M</p><p class="price">£${item.price}</p></div></li>`).join('')}</ul>`,
    products: untitled.map((item) => pictured(item, 'GBP', { link: `/products/ann-${slug(item)}/` })),
  },
  {
    name: 'product-page',
    like: 'the page of one product: its photos, its price, and others like it',
    address: 'https://shop.marlow.example/item/900',
    head: GRID,
    body: `<main><div class="gallery">${[1, 2, 3, 4].map((at) => `<a href="#photo${at}"><img src="${host('other.shop.test')}/cors/teal/600/600.jpg?photo=${at}" width="90" height="90" alt=""></a>`).join('')}<img src="${host('other.shop.test')}/cors/teal/600/600.jpg?photo=0" width="400" height="400" alt=""></div><h1>Harbour Lantern</h1><p class="price">£86.00</p><button>Add to basket</button></main><section><h2>You may also like</h2>${grid(detail.map((item) => `<div class="tile"><a href="/item/${500 + item.at}"><img src="${photo(item)}" width="200" height="200" alt=""></a><p><a href="/item/${500 + item.at}">${item.title}</a></p><p>£${item.price}</p></div>`))}</section>`,
    products: [],
    beside: detail.map((item) => pictured(item, 'GBP', { link: `/item/${500 + item.at}` })),
  },
  {
    name: 'videos',
    like: 'a page of videos: pictures, titles, lengths and views',
    address: 'https://videos.example/results?search_query=gift',
    head: GRID,
    body: grid(
      items(9).map(
        (item) =>
          `<div class="video"><a href="/watch?v=a${item.at}b"><img src="${photo(item)}" width="200" height="112" alt=""><span>12:${item.at}0</span></a><h3><a href="/watch?v=a${item.at}b">${item.title}: is it worth $${item.price}?</a></h3><p>1.2M views · 3 days ago</p></div>`,
      ),
    ),
    products: [],
  },
  {
    name: 'jobs',
    like: 'job offers with logos and salaries',
    address: 'https://jobs.example/search',
    head: GRID,
    body: grid(
      items(8).map(
        (item) =>
          `<article><a href="/job/${item.at}"><img src="${photo(item)}" width="120" height="120" alt="Marlow"></a><h2><a href="/job/${item.at}">Warehouse clerk ${item.at}</a></h2><p>£28,000 - £32,000 a year</p><p>Leeds, full time</p></article>`,
      ),
    ),
    products: [],
  },
]
