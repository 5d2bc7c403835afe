import { CLEAR_GIF, GRID, host, type Item, items, type ResultsPage, shown, withComma } from './page.ts'

const handle = ({ title }: Item) => title.toLowerCase().replaceAll(/\W+/g, '-')
const cdn = ({ picture }: Item, width: number) =>
  `http://cdn.shopify.com:PORT/s/files/1/0533/2089/files/${picture}.jpg?v=1690000000&amp;width=${width}`
const HIDDEN =
  '<style>.visually-hidden,.screen-reader-text{position:absolute!important;overflow:hidden;width:1px;height:1px;clip:rect(0 0 0 0)}.price--on-sale .price__regular,.price:not(.price--on-sale) .price__sale{display:none}.motion-reduce+.motion-reduce{position:absolute;inset:0;opacity:0}.media{position:relative;width:200px;height:200px}</style>'

const dawnItems = items(12)
const dawnCard = (item: Item) => {
  const [sale, from, soldOut] = [item.at === 2, item.at === 4, item.at === 6]
  const widths = [165, 360, 533, 720, 940, 1066].map((width) => `${cdn(item, width)} ${width}w`).join(', ')
  return `<li class="grid__item"><div class="card-wrapper product-card-wrapper underline-links-hover"><div class="card card--standard card--media"><div class="card__inner color-scheme-2 gradient ratio"><div class="card__media"><div class="media media--transparent media--hover-effect"><img srcset="${widths}, ${cdn(item, 1500)} 1500w" src="${cdn(item, 533)}" sizes="200px" alt="${item.title}" class="motion-reduce" loading="lazy" width="200" height="200"><img src="http://cdn.shopify.com:PORT/s/files/1/0533/2089/files/greyw900h900back${item.at}.jpg?v=1690000000&amp;width=533" alt="" class="motion-reduce" loading="lazy" width="200" height="200"></div></div><div class="card__content"><div class="card__information"><h3 class="card__heading"><a href="/products/${handle(item)}" class="full-unstyled-link">${item.title}</a></h3></div>${sale ? '<div class="card__badge top left"><span class="badge">Sale</span></div>' : ''}</div></div>
<div class="card__content"><div class="card__information"><h3 class="card__heading h5" id="title-template-${item.at}"><a href="/products/${handle(item)}" id="CardLink-${item.at}" class="full-unstyled-link">${item.title}</a></h3><div class="card-information"><span class="caption-large light">Marlow &amp; Finch</span><div class="price ${sale ? 'price--on-sale' : ''}${soldOut ? ' price--sold-out' : ''}"><div class="price__container"><div class="price__regular"><span class="visually-hidden visually-hidden--inline">Regular price</span><span class="price-item price-item--regular">${from ? 'From ' : ''}$${item.price} CAD</span></div><div class="price__sale"><span class="visually-hidden visually-hidden--inline">Regular price</span><span><s class="price-item price-item--regular">${sale ? '$120.00 CAD' : ''}</s></span><span class="visually-hidden visually-hidden--inline">Sale price</span><span class="price-item price-item--sale price-item--last">$${item.price} CAD</span></div><small class="unit-price caption ${item.at === 8 ? '' : 'hidden'}"><span class="visually-hidden">Unit price</span><span class="price-item price-item--last"><span>${item.at === 8 ? '$1.25' : ''}</span><span aria-hidden="true">/</span><span>${item.at === 8 ? 'oz' : ''}</span></span></small></div></div></div></div></div></div></div></li>`
}

const debutItems = items(9, 8)
const debutCard = (item: Item) =>
  `<div class="grid__item grid__item--collection-template small--one-half"><div class="grid-view-item grid-view-item--card product-card"><a class="grid-view-item__link grid-view-item__image-container full-width-link" href="/collections/all/products/${handle(item)}"><span class="visually-hidden">${item.title}</span></a><div class="product-card__image-wrapper"><img class="grid-view-item__image lazyload" alt="${item.title}" src="${CLEAR_GIF}" data-src="http://cdn.shopify.com:PORT/s/files/1/0533/2089/products/${item.picture}_{width}x.jpg?v=15" data-widths="[180, 360, 540, 720, 900, 1080, 1296]" data-aspectratio="1.0" data-sizes="auto" width="200" height="200"><noscript><img class="grid-view-item__image" src="http://cdn.shopify.com:PORT/s/files/1/0533/2089/products/${item.picture}_250x250@2x.jpg?v=15" alt="${item.title}"></noscript></div><div class="h4 grid-view-item__title product-card__title" aria-hidden="true">${item.title}</div><dl class="price"><div class="price__regular"><dt><span class="visually-hidden">Regular price</span></dt><dd><span class="price-item price-item--regular">£${item.price}</span></dd></div></dl></div></div>`

const wooItems = items(10, 5)
const euro = (amount: string) =>
  `<span class="woocommerce-Price-amount amount"><bdi>${withComma(amount)}&nbsp;<span class="woocommerce-Price-currencySymbol">&euro;</span></bdi></span>`
const wooPrice = ({ at, price }: Item) => {
  if (at === 7)
    return `<del aria-hidden="true">${euro('149.00')}</del> <span class="screen-reader-text">Original price was: 149,00&nbsp;&euro;.</span><ins aria-hidden="true">${euro(price)}</ins><span class="screen-reader-text">Current price is: ${withComma(price)}&nbsp;&euro;.</span>`
  if (at === 9) return `${euro('19.90')} <span aria-hidden="true">–</span> ${euro('34.90')}`
  return euro(price)
}
const wooCard = (item: Item) =>
  `<li class="product type-product post-${2000 + item.at} status-publish instock product_cat-home has-post-thumbnail"><a href="https://marlow.example.at/produkt/${handle(item)}/" class="woocommerce-LoopProduct-link woocommerce-loop-product__link">${item.at === 7 ? '<span class="onsale">Angebot!</span>' : ''}<img width="200" height="200" src="${host('www.shop.test')}/wp-content/uploads/2025/11/${item.picture}-300x300.jpg" class="attachment-woocommerce_thumbnail" alt="" decoding="async" srcset="${host('www.shop.test')}/wp-content/uploads/2025/11/${item.picture}-300x300.jpg 300w, ${host('www.shop.test')}/wp-content/uploads/2025/11/${item.picture}-150x150.jpg 150w, ${host('www.shop.test')}/wp-content/uploads/2025/11/${item.picture}.jpg 1500w" sizes="(max-width: 300px) 100vw, 300px"><h2 class="woocommerce-loop-product__title">${item.title}</h2><span class="price">${wooPrice(item)}</span></a>${item.at === 9 ? '' : `<a href="?add-to-cart=${2000 + item.at}" data-quantity="1" class="button product_type_simple add_to_cart_button" data-product_id="${2000 + item.at}" data-product_sku="WK-${item.at}">In den Warenkorb</a>`}</li>`

const magentoItems = items(9, 1)
const magentoCard = (item: Item) =>
  `<li class="item product product-item"><div class="product-item-info" data-container="product-grid"><a href="https://marlow.example/${handle(item)}.html" class="product photo product-item-photo" tabindex="-1"><span class="product-image-container"><span class="product-image-wrapper"><img class="product-image-photo" src="${host('www.shop.test')}/media/catalog/product/cache/207e23213cf636ccdef205098cf3c8a3/r/e/${item.picture}.jpg" loading="lazy" width="200" height="250" alt="${item.title}"></span></span></a><div class="product details product-item-details"><strong class="product name product-item-name"><a class="product-item-link" href="https://marlow.example/${handle(item)}.html">${item.title}</a></strong><div class="price-box price-final_price" data-role="priceBox" data-product-id="${item.at + 40}" data-price-box="product-id-${item.at + 40}"><span class="normal-price">${item.at === 3 ? '<span class="price-label">As low as</span>' : ''}<span class="price-container price-final_price tax weee"><span id="product-price-${item.at + 40}" data-price-amount="${item.price}" data-price-type="finalPrice" class="price-wrapper"><span class="price">US$${item.price}</span></span></span></span>${item.at === 5 ? '<span class="old-price sly-old-price"><span class="price-label">Regular Price</span> <span data-price-amount="88" data-price-type="oldPrice" class="price-wrapper"><span class="price" style="text-decoration:line-through">US$88.00</span></span></span>' : ''}</div><form data-role="tocart-form" data-product-sku="24-MB${String(item.at).padStart(2, '0')}" action="/checkout/cart/add"><button>Add to Cart</button></form></div></div></li>`

const bigItems = items(8, 13)
const bigCard = (item: Item) =>
  `<li class="product"><article class="card" data-entity-id="${700 + item.at}" data-event-type="list" data-name="${item.title}" data-product-brand="Marlow" data-product-price="${item.price}" data-position="${item.at}"><figure class="card-figure"><a href="https://marlow.example/${handle(item)}/" class="card-figure__link" aria-label="${item.title}, $${item.price}"><div class="card-img-container"><img src="${host('cdn11.bigcommerce.com')}/s-2kwmm/images/stencil/500x659/products/${700 + item.at}/1024/${item.picture}__1.jpg?c=2" alt="${item.title}" data-sizes="auto" srcset="${host('cdn11.bigcommerce.com')}/s-2kwmm/images/stencil/160w/products/${700 + item.at}/1024/${item.picture}__1.jpg?c=2 160w, ${host('cdn11.bigcommerce.com')}/s-2kwmm/images/stencil/1280w/products/${700 + item.at}/1024/${item.picture}__1.jpg?c=2 1280w" class="card-image" width="200" height="200"></div></a></figure><div class="card-body"><h3 class="card-title"><a aria-label="${item.title}" href="https://marlow.example/${handle(item)}/"><span>${item.title}</span></a></h3><div class="card-text" data-test-info-type="price"><div class="price-section price-section--withoutTax rrp-price--withoutTax" style="display:none"><span>MSRP:</span><span data-product-rrp-price-without-tax class="price price--rrp"></span></div><div class="price-section price-section--withoutTax"><span class="price-label"></span><span data-product-price-without-tax class="price price--withoutTax">$${item.price}</span></div></div></div></article></li>`

export const SHOP_SYSTEMS: ResultsPage[] = [
  {
    name: 'shopify-dawn',
    like: 'Shopify Dawn: each title twice, a second photo for hovering, hidden sale prices, a price each ounce',
    address: 'https://marlow.example.ca/collections/all',
    language: 'en-CA',
    head: GRID + HIDDEN,
    body: `<header><a href="/"><img src="http://cdn.shopify.com:PORT/s/files/1/0533/2089/files/tealw300h100logo.png?width=300" alt="Marlow &amp; Finch" width="150" height="50"></a></header><ul id="product-grid" class="grid product-grid">${dawnItems.map(dawnCard).join('')}</ul>`,
    products: dawnItems.map((item) => shown(item, 'CAD', { link: `/products/${handle(item)}` })),
  },
  {
    name: 'shopify-debut',
    like: 'Shopify Debut with lazysizes: no picture is loaded, addresses are templates',
    address: 'https://marlow.example.co.uk/collections/all',
    language: 'en',
    head: GRID + HIDDEN,
    body: `<div class="grid grid--uniform grid--view-items">${debutItems.map(debutCard).join('')}</div>`,
    products: debutItems.map((item) => shown(item, 'GBP', { link: `/products/${handle(item)}` })),
  },
  {
    name: 'woocommerce',
    like: 'WooCommerce Storefront: sales, a range, prices for screen readers, numbers at the buttons',
    address: 'https://marlow.example.at/shop/',
    language: 'de-AT',
    head: GRID + HIDDEN,
    body: `<p class="woocommerce-result-count">1–10 von 42 Ergebnissen</p><ul class="products columns-4 grid">${wooItems.map(wooCard).join('')}</ul>`,
    products: wooItems.map((item) =>
      shown(item, 'EUR', {
        ...(item.at === 9 ? { price: '19.90', priceTo: '34.90' } : { productNumber: `WK-${item.at}` }),
        link: `/produkt/${handle(item)}/`,
      }),
    ),
  },
  {
    name: 'magento-luma',
    like: 'Magento Luma: "As low as", old prices after the price',
    address: 'https://marlow.example/women/tops.html',
    language: 'en',
    head: GRID,
    body: `<div class="products wrapper grid products-grid"><ol class="products list items product-items grid">${magentoItems.map(magentoCard).join('')}</ol></div>`,
    products: magentoItems.map((item) =>
      shown(item, 'USD', {
        link: `/${handle(item)}.html`,
        productNumber: `24-MB${String(item.at).padStart(2, '0')}`,
      }),
    ),
  },
  {
    name: 'bigcommerce-cornerstone',
    like: 'BigCommerce Cornerstone: an empty list price, a dollar that nothing explains',
    address: 'https://marlow.example/shop-all/',
    language: 'en',
    head: GRID,
    body: `<ul class="productGrid grid">${bigItems.map(bigCard).join('')}</ul>`,
    products: bigItems.map((item) => shown(item, null, { link: `/${handle(item)}/` })),
  },
]
