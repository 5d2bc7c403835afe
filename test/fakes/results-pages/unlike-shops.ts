import { GRID, host, type Item, items, type ResultsPage, shown, whole, withComma } from './page.ts'

const at = ({ picture }: Item, query: string, side = 900) =>
  `${host('other.shop.test')}/cors/${picture.replace(/w1500.*/, '')}/${side}/${side}.jpg?${query}=${picture.slice(-3)}`
const photo = (item: Item, side = 900) => at(item, 'p', side)
/** The same thing from its other side, worn, in another colour. */
const second = (item: Item) => at(item, 'worn')
const swatch = (item: Item, colour: string) => at(item, colour, 60)
const pictured = (item: Item, currency: string | null, change = {}) =>
  shown(item, currency, { picture: `p=${item.picture.slice(-3)}`, ...change })
const slug = ({ title }: Item) => title.toLowerCase().replaceAll(/\W+/g, '-')
const grid = (cards: string[]) => `<div class="grid">${cards.join('')}</div>`
const img = (item: Item, alt = item.title) =>
  `<img src="${photo(item)}" width="200" height="200" alt="${alt}">`
const HIDDEN = '<style>.vh{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}</style>'
const one = (from: number) => items(1, from)[0] as Item

const otto = items(7, 2)
const ottoAd = one(20)
const shein = items(8, 5)
const alibaba = items(7, 1)
const alibabaAd = one(21)
const google = items(7, 8)
const googleAds = items(3, 18)
const faire = items(7, 4)
const swiss = items(7, 9)
const brazil = items(7, 3)
const india = items(7, 11)
const indiaAd = one(22)
const grocery = items(7, 6)
const list = items(6, 10)
const shadow = items(6, 12)
const shopware = items(7, 1)
const opencart = items(7, 13)
const theme = items(8, 2)
const themeSeen = items(4, 16)
const pins = items(8, 14)
const shop = items(8, 7)
const french = items(6, 5)
const frenchAds = items(2, 19)
const japan = items(6, 9)
const japanAd = one(20)

const ottoCard = (item: Item, ad = false) => {
  const href = `/p/${slug(item)}-C18${item.at}/#variationId=S0N${item.at}`
  const price =
    item.at === 3
      ? `<span class="find_tile__retailPrice" data-qa="price">ab ${withComma(item.price)} €</span>`
      : item.at === 4
        ? `<span class="find_tile__suggestedRetailPrice">UVP 199,99 €</span><span class="find_tile__retailPrice">${withComma(item.price)} €</span><span class="find_tile__discount">-35%</span>`
        : `<span class="find_tile__retailPrice">${withComma(item.price)} €</span>`
  return `<article class="product find_tile" data-product-id="C18${item.at}" data-article-number="9${item.at}77">${ad ? '<button class="find_tile__sponsored">Anzeige</button>' : ''}<a class="find_tile__productLink" href="${href}"><div class="find_tile__images"><picture><source srcset="${photo(item)}&amp;f=webp" type="image/webp"><img class="find_tile__productImage" src="${photo(item)}" width="200" height="200" alt=""></picture><img class="find_tile__hover" loading="lazy" data-src="${second(item)}" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" width="200" height="200" style="position:absolute;opacity:0" alt=""></div><span class="find_tile__brand">Marlow</span><p class="find_tile__name">${item.title}</p></a><button aria-label="Auf den Merkzettel">♡</button><ul class="find_tile__colors" style="display:flex;list-style:none;padding:0">${['red', 'blue', 'tan'].map((colour) => `<li><a href="${href}${colour}"><img src="${swatch(item, colour)}" width="24" height="24" alt="${colour}"></a></li>`).join('')}<li>+4</li></ul><div class="find_tile__price">${price}</div><div>lieferbar - in 2-3 Werktagen</div><div>4,5 (312)</div></article>`
}

const sheinCard = (item: Item) => {
  const [dollars, cents] = item.price.split('.')
  return `<section class="S-product-card" data-expose-id="0-${item.at}-2291${item.at}" role="listitem"><div class="a8Gf2 _9kd"><a class="S-link" href="/Marlow-${slug(item)}-p-2291${item.at}-cat-1780.html" aria-label="${item.title}"><div class="crop"><img src="${photo(item)}" width="200" height="260"></div></a><div class="x9Qq1">-35%</div><button class="q-1b"><img src="${host('other.shop.test')}/cors/grey/48/48.jpg?cart=${item.at}" width="24" height="24" alt="">Quick add</button></div><div class="b6_Kz"><div class="x-t"><a href="/Marlow-${slug(item)}-p-2291${item.at}-cat-1780.html">${item.title}</a></div><div class="_c0l"><span style="background-image:url(${swatch(item, 'red')});display:inline-block;width:16px;height:16px"></span><span style="background-image:url(${swatch(item, 'blue')});display:inline-block;width:16px;height:16px"></span></div><div class="_pr"><span class="_s1">$</span><span class="_s2" style="font-size:20px">${dollars}</span><span class="_s3">.${cents}</span>${item.at % 2 ? '<span class="_or" style="text-decoration:line-through">$158.00</span>' : ''}</div><div class="_lb"><span>1.2k+ sold</span><span>$3 off over $29</span></div><div>#1 Bestseller in Gifts</div></div></section>`
}

const alibabaCard = (item: Item, ad = false) => {
  const price =
    item.at === 2
      ? 'US$1.20-3.50'
      : item.at === 3
        ? 'US$0.85 - US$1.10'
        : item.at === 5
          ? 'Get latest price'
          : `US$${item.price}`
  return `<div class="fy26-product-card-wrapper J-offer"><div class="fy26-card"><div class="searchx-img-area"><a href="//www.alibaba.com/product-detail/${slug(item)}_16010${item.at}99.html?spm=a2700"><div class="slider"><img class="searchx-product-img" src="${photo(item)}" width="200" height="200"><img src="${second(item)}" width="200" height="200" style="display:none"></div></a></div><div class="searchx-info-area"><h2 class="searchx-product-e-title"><a href="//www.alibaba.com/product-detail/${slug(item)}_16010${item.at}99.html?spm=a2700"><span>${item.title}</span></a></h2><div class="searchx-product-price"><div class="searchx-product-price-price-main">${price}</div></div><div class="searchx-moq">Min. order: 10 pieces</div><div class="searchx-ship">Shipping per piece: US$2.11</div><div>1,204 sold</div><a class="searchx-product-e-company" href="//marlow.en.alibaba.com/company_profile.html">Guangzhou Marlow Co., Ltd.</a><a href="//marlow.en.alibaba.com">6 yrs <img src="${host('other.shop.test')}/cors/grey/60/60.jpg?flag=${item.at}" width="20" height="14" alt="CN"> CN</a><span>4.8/5.0 (31 reviews)</span>${ad ? '<span class="searchx-ad">Ad</span>' : ''}<button>Add to inquiry</button><button>Chat now</button></div></div></div>`
}

const googleCard = (item: Item) =>
  `<li class="YBo8bb"><div jsname="ZvZkAe" class="MtXiu njFjte" data-docid="${item.at}55"><div class="gkQHve SsM98d" role="button" tabindex="0" aria-label="${item.title}. Current price: $${item.price}. Was $99. Marlow &amp; more. Rated 4.5 out of 5."><div class="Vn2Rrd">${img(item, '')}<span class="ywdlSe">31% OFF</span></div><div class="gkQ">${item.title}</div><div class="FG68Ac"><span class="lmQWe">$${item.price}</span><span class="DoCHT" aria-label="Was $99">$99</span></div><div class="n7emVc">Marlow &amp; more</div><div>Free delivery on $49+</div><div><span>4.5</span>(1.2K)</div></div></div></li>`

const faireCard = (item: Item) => {
  const prices =
    item.at % 2
      ? `<p><span>$${item.price}</span></p><p class="c">MSRP $158.00</p>`
      : '<p class="c">MSRP $158.00</p><a href="/user/sign-up">Unlock wholesale price</a>'
  return `<div data-test-id="productTile" class="s-1rr4qq7"><div><a href="/product/p_${item.at}x7kq?refReqId=a"><div class="frame"><picture><source media="(min-width:1px)" srcset="${photo(item, 320)} 1x, ${photo(item)} 3x"><img alt="${item.title}" width="200" height="200"></picture></div></a></div><div><a href="/product/p_${item.at}x7kq">${item.title}</a><p><a href="/brand/b_marlow">Marlow Home</a> · $100 min</p>${prices}<p>4.9 · Bestseller · Ships from the United Kingdom · Free returns on first orders</p></div></div>`
}

const francs = (item: Item) => (item.at === 10 ? "1'299.–" : item.at === 11 ? '24.–' : item.price)
const swissCard = (item: Item) =>
  `<article class="sc-qlvix8-0"><a class="sc-qlvix8-1" href="/de/s1/product/marlow-${slug(item)}-4431${item.at}" aria-label="${item.title}"></a><div class="imgs"><picture><source type="image/webp" srcset="${photo(item, 300)} 300w, ${photo(item)} 900w" sizes="200px"><img src="${photo(item, 300)}" width="200" height="200" alt="Marlow ${item.title}"></picture></div><span class="sc-rab">${item.at === 12 ? '−20% ' : ''}</span><p class="sc-price"><span><strong>CHF ${francs(item)}</strong></span>${item.at === 12 ? ' <span>statt CHF 159.–</span>' : ''}${item.at === 13 ? '<span> CHF 3.20/100 g</span>' : ''}</p><p class="sc-name"><strong>Marlow</strong> <span>${item.title}</span></p><div class="sc-info">750 ml</div><div><span aria-label="4.6 von 5 Sternen">★★★★★</span>312</div><div>morgen geliefert</div><button>Vergleichen</button></article>`

const reais = (item: Item) => withComma(item.at === 5 ? '1299.90' : item.price)
const brazilCard = (item: Item) =>
  `<li class="sc-kTbCBX"><a data-testid="product-card-container" href="/${slug(item)}/p/kd8${item.at}ab/ud/gift/"><div><img data-testid="image" src="${photo(item)}" width="200" height="200" alt="${item.title}"></div><div><h2 data-testid="product-title">${item.title}</h2><div data-testid="review"><span>4.7 (1.024)</span></div><div data-testid="product-price"><p data-testid="price-original" style="text-decoration:line-through">R$ 1.899,00</p><div><p data-testid="price-value"><span>R$ </span>${item.at === 5 ? '1.299,90' : reais(item)}</p></div><p data-testid="installment">em até 10x de R$ 4,49 sem juros</p></div><span>Frete grátis acima de R$ 79</span></div></a><button aria-label="Favoritar"></button></li>`

const rupee = (item: Item) => (item.at === 12 ? '1,29,999' : whole(item.price, 20))
const indiaCard = (item: Item, ad = false) =>
  `<li class="product-base" id="2910${item.at}"><div class="product-ratingsContainer"><span>4.3</span><span>|</span><div>2.1k</div></div>${ad ? '<div class="product-waterMark">AD</div>' : ''}<a target="_blank" href="bags/marlow/${slug(item)}/2910${item.at}/buy" style="display:block"><div class="product-imageSliderContainer"><picture class="img-responsive"><source srcset="${photo(item, 420)}, ${photo(item, 840)} 2x" type="image/webp"><img src="${photo(item, 420)}" class="img-responsive" alt="Marlow ${item.title}" title="Marlow ${item.title}" width="200" height="260"></picture></div><div class="product-productMetaInfo"><h3 class="product-brand">Marlow</h3><h4 class="product-product">${item.title}</h4><h4 class="product-sizes">Sizes: S, M, L</h4><div class="product-price"><span><span class="product-discountedPrice">Rs. ${rupee(item)}</span><span class="product-strike">Rs. 2,49,999</span></span><span class="product-discountPercentage">(60% OFF)</span></div><div class="product-bestPrice">Best price Rs. 99 with coupon</div></div></a><div class="product-actions"><span>wishlist</span></div></li>`

const groceryCard = (item: Item) =>
  `<li class="WL_DZ gyT8MW" data-testid="2991${item.at}"><div class="tile"><a href="/groceries/en-GB/products/2991${item.at}"><img srcset="${photo(item, 225)} 225w, ${photo(item)} 900w" src="${photo(item, 225)}" width="200" height="200" alt=""></a><h2><a href="/groceries/en-GB/products/2991${item.at}">${item.title}</a></h2>${item.at % 2 ? `<div class="promo"><a href="/promotions/31">${item.at === 9 ? 'Any 2 for £5.00' : '£2.50 Clubcard Price'}</a><p>Offer valid for delivery until 12/12</p></div>` : ''}<div class="buy"><p class="price">£${item.price}</p><p class="unit">£0.42/100g</p><form><input type="number" value="1"><button>Add</button></form></div></div></li>`

const listCard = (item: Item) =>
  `<div class="row result"><div class="col-2"><label><input type="checkbox">Compare</label><a href="/catalog/${slug(item)}-${item.at}.aspx"><img src="${photo(item)}" width="140" height="140" alt="${item.title}"></a></div><div class="col-7"><h3><a href="/catalog/${slug(item)}-${item.at}.aspx">${item.title}</a></h3><p class="sku">Item # MF-88${item.at}</p><p>Made for shops that sell a lot: it saves up to $400 a year against the 1998 model, carries 25 kg and is delivered in boxes of 12. Orders above $150 ship free. Our customers write that they would pay $99 for it. More than 3,000 sold since spring.</p><ul><li>Capacity 12 l</li><li>Colours: grey, blue</li></ul></div><div class="col-3"><div class="p">$${item.price} <small>/ piece</small></div><div class="tier">10+ pieces $6.10</div><div class="tier">50+ pieces $5.25</div><input value="1" size="3"><button>Add to cart</button><div>In stock: 412</div></div></div>`

const shadowCard = (item: Item) =>
  `<store-card data-id="${item.at}"><template shadowrootmode="open"><style>a{display:block;width:200px}</style><div class="card"><a href="/shop/${slug(item)}?id=7${item.at}"><img src="${photo(item)}" width="200" height="200" alt=""></a><slot name="name"></slot><div class="price"><span>€${item.price}</span></div><button>Add</button></div></template><h3 slot="name"><a href="/shop/${slug(item)}?id=7${item.at}">${item.title}</a></h3></store-card>`

const shopwareCard = (item: Item) =>
  `<div class="cms-listing-col col-sm-6"><div class="card product-box box-standard" data-product-information='{"id":"f00${item.at}","name":"${item.title}"}'><div class="card-body"><div class="product-badges"><div class="badge bg-danger">%</div><div>Tipp</div></div><div class="product-image-wrapper"><a href="https://laden.example.de/${slug(item)}/SW10${item.at}" title="${item.title}" class="product-image-link"><img src="${photo(item, 400)}" srcset="${photo(item)} 900w, ${photo(item, 400)} 400w" sizes="200px" class="product-image" alt="${item.title}" width="200" height="200"></a></div><div class="product-info"><div class="product-rating"><span class="vh">Durchschnittliche Bewertung von 4.5 von 5 Sternen</span></div><a href="https://laden.example.de/${slug(item)}/SW10${item.at}" class="product-name" title="${item.title}">${item.title}</a><div class="product-variant-characteristics">Farbe: Grau | Größe: M</div><div class="product-description">Das beste Stück für alle, die schon 20,00 € für weniger bezahlt haben.</div><div class="product-price-info"><p class="product-price-unit"><span class="product-unit-label">Inhalt:</span> <span class="price-unit-content">0.5 Liter</span> <span class="price-unit-reference">(49,90 €* / 1 Liter)</span></p>${item.at === 2 ? `<div class="product-cheapest-price">Varianten ab <span>9,95 €*</span></div>` : ''}<div class="product-price-wrapper"><span class="product-price${item.at === 4 ? ' with-list-price' : ''}">${item.at === 3 ? 'Ab ' : ''}${withComma(item.price)} €*${item.at === 4 ? '<span class="list-price"><span class="list-price-price">199,95 €*</span><span class="list-price-percentage">(37.5% gespart)</span></span>' : ''}</span></div></div><div class="product-action"><button>In den Warenkorb</button></div></div></div></div></div>`

const opencartCard = (item: Item) =>
  `<div class="col mb-3"><form class="product-thumb"><div class="image"><a href="https://oc.example/index.php?route=product/product&amp;path=20&amp;product_id=${30 + item.at}"><img src="${photo(item)}" alt="${item.title}" title="${item.title}" class="img-fluid" width="200" height="200"></a></div><div class="content"><div class="description"><h4><a href="https://oc.example/index.php?route=product/product&amp;path=20&amp;product_id=${30 + item.at}">${item.title}</a></h4><p>The 30-inch model (was sold for $1,999.00 in 2019) delivers an amazing 2560 x 1600 pixels..</p><div class="price">${item.at % 3 ? `<span class="price-new">$${item.price}</span>` : `<span class="price-old">$122.00</span> <span class="price-new">$${item.price}</span>`} <span class="price-tax">Ex Tax: $5.00</span></div></div><div class="button"><button type="submit" title="Add to Cart">+</button><button title="Add to Wish List">♡</button><button title="Compare this Product">=</button></div></div></form></div>`

const themeCard = (item: Item) => {
  const pay = [
    `<div class="price">$${item.price}</div><div class="pay">or 4 x $9.99 with <b>Afterpay</b></div>`,
    `<div class="price">From $${item.price}</div><div class="pay">2 for $10</div>`,
    `<div class="price"><del>$149.00</del> <ins>$${item.price}</ins></div><div class="save">Save $40.00</div>`,
    `<div class="badge">$5 coupon</div><div class="price">$${item.price}</div><div class="pay">Members pay $6.50</div>`,
  ][item.at % 4]
  return `<div class="card-wrapper" data-handle="${slug(item)}"><div class="media"><a href="/collections/all/products/${slug(item)}"><div class="lazy"><img class="lazyload" data-src="${photo(item).replace('/900/900', '/{width}/{width}').replaceAll('{width}', '900')}" data-sizes="auto" width="200" height="200" alt=""><noscript><img src="${photo(item)}"></noscript></div><div class="hover" style="background-image:url(${second(item)});display:none"></div></a><button class="wish">♡</button><button class="quick" data-quick-view="/products/${slug(item)}?view=quick">Quick view</button></div><div class="swatches" style="display:flex">${['red', 'blue', 'tan', 'ink'].map((colour, index) => `<a href="/collections/all/products/${slug(item)}?variant=44${item.at}${index}" title="${colour}"><img src="${swatch(item, colour)}" width="32" height="32" alt="${item.title} ${colour}"></a>`).join('')}</div><span class="vendor">Marlow</span><a class="t" href="/collections/all/products/${slug(item)}">${item.title}</a><div class="stars">★★★★☆ <span>128 reviews</span></div>${pay}</div>`
}
const menu = `<nav class="mega"><ul style="display:flex;list-style:none">${items(5, 17)
  .map(
    (item) =>
      `<li><a href="/collections/${item.at}"><img src="${at(item, 'menu', 300)}" width="160" height="160" alt=""><span>Shop ${item.at}</span></a></li>`,
  )
  .join(
    '',
  )}</ul><div class="promo"><a href="/products/gift-card"><img src="${at(one(3), 'gift', 300)}" width="160" height="160" alt=""> Gift card from $25.00</a></div></nav>`
const editorial = `<div class="card-wrapper editorial"><a href="/pages/summer"><img src="${at(one(4), 'summer')}" width="430" height="200" alt=""><h3>The summer edit</h3><p>Everything under $50</p><span>Shop now</span></a></div>`

const pinCard = (item: Item, column: number) =>
  `<div data-grid-item="true" style="position:absolute;left:${(column % 4) * 240}px;top:${Math.floor(column / 4) * 320}px;width:220px" role="listitem"><div data-test-id="pin" data-test-pin-id="88701${item.at}"><a href="/pin/88701${item.at}/" aria-label="${item.title} pin page"><div data-test-id="pinrep-image"><img src="${photo(item, 236)}" srcset="${photo(item, 236)} 1x, ${photo(item, 474)} 2x, ${photo(item)} 4x" alt="This may contain: ${item.title}" width="220" height="220"></div></a><button>Save</button><div><a href="/pin/88701${item.at}/">${item.title}</a></div><a href="/marlow/"><img src="${at(item, 'avatar', 75)}" width="30" height="30" style="border-radius:50%" alt="">Marlow</a></div></div>`

const shopCard = (item: Item, change = '') =>
  `<div class="js-merch-stash-check-listing v2-listing-card listing-card-experimental" data-listing-id="15770${item.at}" data-shop-id="311"><a class="listing-link" href="https://www.etsy.com/listing/15770${item.at}/${slug(item)}?ref=shop_home_${change || 'active'}_${item.at}"><div class="v2-listing-card__img"><img data-listing-card-listing-image src="${photo(item)}" width="200" height="160" alt=""></div><div class="v2-listing-card__info"><h3 title="${item.title}">${item.title}</h3><div class="n-listing-card__price">${item.at % 3 === 1 ? `<p><span class="wt-screen-reader-only">Sale Price $${item.price}</span><span class="currency-symbol">$</span><span class="currency-value">${item.price}</span></p><p><span class="wt-text-strikethrough"><span class="currency-symbol">$</span><span class="currency-value">144.00</span></span><span class="wt-screen-reader-only">Original Price $144.00</span><span>(40% off)</span></p>` : `<p><span class="currency-symbol">$</span><span class="currency-value">${item.price}</span></p>`}</div><div>Eligible orders get 10% off</div></div></a><button>Add to basket</button></div>`
const review = (item: Item) =>
  `<li class="review"><p>Lovely, thank you! Paid $8 postage.</p><a href="https://www.etsy.com/listing/15770${item.at}/${slug(item)}?ref=shop_review"><img src="${at(item, 'p', 75)}" width="75" height="75" alt=""><span>${item.title}</span></a><p>Ann on Nov 3, 2025</p></li>`

const frenchCard = (item: Item, ad = false) => {
  const [euros, cents] = item.price.split('.')
  return `<li data-sku="MAR${item.at}K" class="prdtBILSta"><div class="prdtBIL">${ad ? '<span class="sponso">Sponsorisé</span>' : ''}<a href="https://www.marche.example.fr/maison/${slug(item)}/f-117-mar${item.at}k.html"><div class="imgs"><img class="prdtBImg" src="${photo(item)}" alt="${item.title}" width="200" height="200"></div><h2 class="prdtTit">${item.title}</h2></a><div class="prdtBStar">(57)</div><div class="prdtPrice">${item.at === 6 ? '<span class="prdtOld"><s>89,99 €</s></span>' : ''}<span class="price priceColor hideFromPro">${euros}<sup>€${cents}</sup></span><span class="fee">dont 0,06 € d’éco-part.</span></div><div class="four">4 x 3,99 €</div><p>Livraison gratuite dès 25€</p></div></li>`
}

const japanCard = (item: Item, ad = false) =>
  `<li class="LoopList__item"><div class="SearchResult">${ad ? '<span class="PR">スポンサー</span>' : ''}<a class="SearchResult__image" href="https://store.example.co.jp/marlow/${slug(item)}.html?sc_i=shp" target="_blank"><img src="${photo(item)}" width="180" height="180" alt="${item.title}"></a><p class="SearchResult__title"><a href="https://store.example.co.jp/marlow/${slug(item)}.html?sc_i=shp"><span>${item.title}</span></a></p><p class="price"><span>${whole(item.price, 100).replace(/(?<=\d)(?=\d{3}$)/, ',')}</span><span>円</span></p><p class="ship">+送料550円</p><p class="point">ポイント<b>1%</b>12円相当</p><p>★4.52（138件）</p><a href="https://store.example.co.jp/marlow/">Marlow ストア</a></div></li>`

/** Kinds of cards that the other files do not have. */
export const UNLIKE_SHOPS: ResultsPage[] = [
  {
    name: 'article-tiles',
    like: 'Otto: a second photo, colours as small pictures, "ab", UVP beside the price, an advertisement',
    address: 'https://www.kaufhaus.example.de/suche/geschenk/',
    language: 'de',
    head: GRID,
    body: grid([ottoAd, ...otto].map((item) => ottoCard(item, item === ottoAd))),
    products: otto.map((item) =>
      pictured(item, 'EUR', { link: `-C18${item.at}/`, productNumber: `C18${item.at}` }),
    ),
    ads: [pictured(ottoAd, 'EUR', { link: `-C18${ottoAd.at}/` })],
  },
  {
    name: 'price-in-pieces',
    like: 'Shein: the price in three elements, discounts, an amount off, colours as backgrounds, an icon in each card',
    address: 'https://us.shein.com/pdsearch/gift/',
    language: 'en-US',
    head: GRID,
    body: grid(shein.map(sheinCard)),
    products: shein.map((item) =>
      pictured(item, 'USD', { link: `-p-2291${item.at}-cat`, productNumber: `2291${item.at}` }),
    ),
  },
  {
    name: 'wholesale-ranges',
    like: 'Alibaba.com: ranges, the least order and shipping beside the price, one price on request',
    address: 'https://www.alibaba.com/trade/search?SearchText=gift',
    head: GRID,
    body: grid([alibabaAd, ...alibaba].map((item) => alibabaCard(item, item === alibabaAd))),
    products: alibaba.map((item) =>
      pictured(item, 'USD', {
        link: `_16010${item.at}99.html`,
        productNumber: `16010${item.at}99`,
        ...(item.at === 2 && { price: '1.20', priceTo: '3.50' }),
        ...(item.at === 3 && { price: '0.85', priceTo: '1.10' }),
        ...(item.at === 5 && { price: null, currency: null }),
      }),
    ),
    ads: [pictured(alibabaAd, 'USD', { link: `_16010${alibabaAd.at}99.html` })],
  },
  {
    name: 'buttons-for-links',
    like: 'Google Shopping: cards are buttons, the price before is not struck, sponsored ones above',
    address: 'https://www.google.com/search?q=gift&udm=28&gl=us',
    language: 'en-US',
    head: GRID,
    body: `<div class="sponsored"><h2>Sponsored products</h2>${grid(googleAds.map((item) => `<div class="pla-unit"><a href="https://www.google.com/aclk?sa=l&amp;ai=D${item.at}">${img(item)}<span>${item.title}</span><b>$${item.price}</b><span>Marlow.com</span></a></div>`))}</div><ul class="grid">${google.map(googleCard).join('')}</ul>`,
    products: google.map((item) => pictured(item, 'USD')),
    ads: googleAds.map((item) => pictured(item, 'USD')),
  },
  {
    name: 'price-after-login',
    like: 'Faire: a suggested retail price on each card, the price itself only on some',
    address: 'https://www.faire.com/search?q=gift',
    language: 'en-US',
    head: GRID,
    body: grid(faire.map(faireCard)),
    products: faire.map((item) =>
      pictured(item, 'USD', {
        link: `/product/p_${item.at}x7kq`,
        ...(item.at % 2 === 0 && { price: null, currency: null }),
      }),
    ),
  },
  {
    name: 'francs',
    like: 'Galaxus: 24.– and 1’299.–, "statt", a price each 100 g, the link without content',
    address: 'https://www.galaxus.ch/de/search?q=geschenk',
    language: 'de-CH',
    head: GRID,
    body: grid(swiss.map(swissCard)),
    products: swiss.map((item) =>
      pictured(item, 'CHF', {
        title: `Marlow ${item.title}`,
        link: `-4431${item.at}`,
        ...(item.at === 10 && { price: '1299' }),
        ...(item.at === 11 && { price: '24' }),
      }),
    ),
  },
  {
    name: 'reais',
    like: 'Magalu: instalments beside the price, the price before, the mark in an element of its own',
    address: 'https://www.magazineluiza.com.br/busca/presente/',
    language: 'pt-BR',
    head: GRID,
    body: `<ul class="grid">${brazil.map(brazilCard).join('')}</ul>`,
    products: brazil.map((item) =>
      pictured(item, 'BRL', { link: `/p/kd8${item.at}ab/`, ...(item.at === 5 && { price: '1299.90' }) }),
    ),
  },
  {
    name: 'lakhs',
    like: 'Myntra: lakhs, brand and name as headings, a best price with a coupon, AD',
    address: 'https://www.myntra.com/gift',
    language: 'en-IN',
    head: `${GRID}<style>.product-strike{text-decoration:line-through}</style>`,
    body: `<ul class="grid">${[indiaAd, ...india].map((item) => indiaCard(item, item === indiaAd)).join('')}</ul>`,
    products: india.map((item) =>
      pictured(item, 'INR', {
        price: rupee(item).replaceAll(',', ''),
        link: `/2910${item.at}/buy`,
      }),
    ),
    ads: [pictured(indiaAd, 'INR', { link: `/2910${indiaAd.at}/buy` })],
  },
  {
    name: 'members-pay-less',
    like: 'Tesco: a price for members, any 2 for £5, a price each 100 g',
    address: 'https://www.tesco.com/groceries/en-GB/search?query=gift',
    language: 'en-GB',
    head: GRID,
    body: `<ul class="grid">${grocery.map(groceryCard).join('')}</ul>`,
    products: grocery.map((item) => pictured(item, 'GBP', { link: `/products/2991${item.at}` })),
  },
  {
    name: 'list-with-texts',
    like: 'a list with long descriptions in which amounts stand, and price tiers',
    address: 'https://supply.example.com/catalog.aspx?q=gift',
    language: 'en-US',
    head: '<style>.row{display:flex;gap:16px;width:960px;padding:16px 0}.col-7{width:560px}</style>',
    body: `<div class="results">${list.map(listCard).join('')}</div>`,
    products: list.map((item) =>
      pictured(item, 'USD', { link: `-${item.at}.aspx`, productNumber: `MF-88${item.at}` }),
    ),
  },
  {
    name: 'shadow-roots',
    like: 'custom elements: picture and price in the shadow root, the title in a slot',
    address: 'https://elements.example.ie/all',
    head: GRID,
    body: grid(shadow.map(shadowCard)),
    products: shadow.map((item) => pictured(item, 'EUR', { link: `?id=7${item.at}` })),
  },
  {
    name: 'shopware',
    like: 'Shopware 6: the price each litre before the price, "Varianten ab", the list price after it',
    address: 'https://laden.example.de/geschenke/',
    language: 'de-DE',
    head: `${GRID}${HIDDEN}<style>.list-price-price{text-decoration:line-through}</style>`,
    body: grid(shopware.map(shopwareCard)),
    products: shopware.map((item) =>
      pictured(item, 'EUR', {
        link: `/SW10${item.at}`,
        // One of two amounts is this variant's.
        ...(item.at === 2 && { price: null, currency: null }),
      }),
    ),
  },
  {
    name: 'opencart',
    like: 'OpenCart: a description with an amount, the price before it, the price without tax',
    address: 'https://oc.example/index.php?route=product/category&path=20',
    head: GRID,
    body: grid(opencart.map(opencartCard)),
    products: opencart.map((item) => pictured(item, null, { link: `product_id=${30 + item.at}` })),
  },
  {
    name: 'busy-theme',
    like: 'a theme with everything: mega menu, quick view, colours with links, instalments, a tile of the editors, seen before',
    address: 'https://marlow.example.com.au/collections/all',
    language: 'en-AU',
    head: GRID,
    body: `${menu}<div class="grid">${theme
      .map(themeCard)
      .map((html, index) => (index === 3 ? editorial + html : html))
      .join('')}</div><section><h2>Recently viewed</h2>${grid(themeSeen.map(themeCard))}</section>`,
    products: theme.map((item) => pictured(item, 'AUD', { link: `/products/${slug(item)}` })),
    beside: themeSeen.map((item) => pictured(item, 'AUD', { link: `/products/${slug(item)}` })),
  },
  {
    name: 'pins',
    like: 'Pinterest: no prices, cards placed absolutely, faces of people in each',
    address: 'https://www.pinterest.com/search/pins/?q=gift',
    body: `<div role="list" style="position:relative;height:700px">${pins.map(pinCard).join('')}</div>`,
    products: pins.map((item) =>
      pictured(item, null, { price: null, link: `/pin/88701${item.at}/`, productNumber: `88701${item.at}` }),
    ),
  },
  {
    name: 'etsy-shop',
    like: 'a shop on Etsy: featured ones stand in the list too, reviews with pictures below',
    address: 'https://www.etsy.com/shop/Marlow',
    language: 'en-US',
    head: `${GRID}<style>.wt-screen-reader-only{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}.wt-text-strikethrough{text-decoration:line-through}</style>`,
    body: `<h2>Featured items</h2>${grid(shop.slice(0, 4).map((item) => shopCard(item, 'feat')))}<h2>All items</h2>${grid(shop.map((item) => shopCard(item)))}<h2>Reviews</h2><ul>${shop.slice(2, 6).map(review).join('')}</ul>`,
    products: shop.map((item) =>
      pictured(item, 'USD', { link: `/listing/15770${item.at}/`, productNumber: `15770${item.at}` }),
    ),
  },
  {
    name: 'euros-and-cents',
    like: 'Cdiscount: 24€99, "Sponsorisé", four payments, a fee within the price',
    address: 'https://www.marche.example.fr/search/cadeau.html',
    language: 'fr',
    head: GRID,
    body: `<ul class="grid">${[...frenchAds, ...french].map((item) => frenchCard(item, frenchAds.includes(item))).join('')}</ul>`,
    products: french.map((item) =>
      pictured(item, 'EUR', { link: `-mar${item.at}k.html`, productNumber: `MAR${item.at}K` }),
    ),
    ads: frenchAds.map((item) => pictured(item, 'EUR', { link: `-mar${item.at}k.html` })),
  },
  {
    name: 'yen',
    like: 'a Japanese market: 円 in an element of its own, postage and points in yen, スポンサー',
    address: 'https://shopping.example.co.jp/search?p=gift',
    language: 'ja',
    head: GRID,
    body: `<ul class="grid">${[japanAd, ...japan].map((item) => japanCard(item, item === japanAd)).join('')}</ul>`,
    products: japan.map((item) =>
      pictured(item, 'JPY', { price: whole(item.price, 100), link: `/marlow/${slug(item)}.html` }),
    ),
    ads: [pictured(japanAd, 'JPY', { link: `/marlow/${slug(japanAd)}.html` })],
  },
]
