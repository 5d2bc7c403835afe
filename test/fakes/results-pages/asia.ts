import { GRID, grouped, host, type Item, items, type ResultsPage, shown, whole } from './page.ts'

const aliId = ({ at }: Item) => `10050067${String(at).padStart(8, '4')}`
const aliItems = items(12, 9)
const onAli = (item: Item) => shown(item, 'USD', { link: `/item/${aliId(item)}`, productNumber: aliId(item) })

/** Every part of the price is a `<span>`, and the classes are made by a build. */
const aliCard = (item: Item) => {
  const [dollars = '', cents = ''] = item.price.split('.')
  const picture = `http://ae-pic-a1.aliexpress-media.com:PORT/kf/S${item.picture}f3a2.jpg`
  const isAd = item.at === 10
  return `<div class="hm_hn search-item-card-wrapper-gallery" data-tticheck="true"><div class="hm_ho card-out-wrapper"><div class="iy_ix card-out-wrapper"><a class="hm_b search-card-item" target="_blank" href="//www.aliexpress.com/item/${aliId(item)}.html?algo_pvid=6f&amp;pdp_npi=6%40dis%21USD%2199.00%21${item.price}%21&amp;spm=a2g0o.productlist">
<div class="hm_a2 iy_iy"><img class="mm_be kq_b7" src="${picture}_480x480q75.jpg_.avif" width="200" height="200" alt="${item.title}"></div><div class="hm_i9"><div class="hm_k3" title="${item.title}"><h3 class="hm_k5" style="font-weight:normal">${item.title}</h3></div><div class="hm_kr" aria-label="$${item.price}"><span style="font-size:12px">$</span><span style="font-size:20px">${dollars}</span><span style="font-size:12px">.</span><span style="font-size:12px">${cents}</span></div>${item.at % 3 === 0 ? '<div class="hm_lt"><span style="text-decoration:line-through">$99.00</span> <span>-45%</span></div>' : ''}<div class="hm_l1"><span>4.7</span> <span>5,000+ sold</span></div><div>Free shipping over $10</div>${isAd ? '<span class="hm_ad" style="font-size:10px">Ad</span>' : ''}</div></a></div></div></div>`
}

const shopeeIds = ({ at }: Item) => `3121${at}7.2259${at}01`
const dong = (item: Item) => whole(item.price, 10_000)
const shopeeItems = items(10, 4)
const onShopee = (item: Item) =>
  shown(item, 'VND', {
    price: dong(item),
    ...(item.at === 7 && { priceTo: String(Number(dong(item)) * 2) }),
    link: `-i.${shopeeIds(item)}`,
    productNumber: shopeeIds(item).split('.')[1] ?? null,
  })

const shopeeCard = (item: Item, isLoaded: boolean, ad = false) => {
  const address = `${host('down-sg.img.susercontent.com')}/file/vn-11134207-${item.picture}`
  // Below the window Shopee has an empty box until it is scrolled there.
  if (!isLoaded)
    return '<li class="col-xs-2-4 shopee-search-item-result__item" data-sqe="item"><div style="height:280px"></div></li>'
  const price = grouped(dong(item), '.')
  const range =
    item.at === 7
      ? `<span class="mx-px">-</span><span class="text-xs">₫</span><span class="truncate text-base/5">${grouped(String(Number(dong(item)) * 2), '.')}</span>`
      : ''
  return `<li class="col-xs-2-4 shopee-search-item-result__item" data-sqe="item"><div class="h-full duration-100"><a class="contents" href="/${item.title.replaceAll(/\W+/g, '-')}-i.${shopeeIds(item)}?sp_atk=9d&amp;xptdk=9d"><div class="flex flex-col bg-white"><div class="relative z-0 w-full"><img src="${address}_tn.webp" alt="${item.title}" class="inset-y-0 w-full h-full" width="200" height="200" loading="lazy">${ad ? '<div class="absolute bottom-0 text-xs">Tài trợ</div>' : ''}</div><div class="p-2"><div class="line-clamp-2 break-words min-h-[2.5rem]"><img src="${host('down-sg.img.susercontent.com')}/file/teal-label" width="30" height="14" alt="flag-label">${item.title}</div><div class="flex items-center"><div class="truncate flex items-baseline"><span class="text-xs/sp14">₫</span><span class="truncate text-base/5">${price}</span>${range}</div><div class="text-sp10 bg-shopee-pink">-32%</div></div><div class="text-xs">Đã bán 2k+</div><div>Hà Nội</div></div></div></a></div></li>`
}
const shopeeAd = items(1, 23)[0] as Item

const lazadaId = ({ at }: Item) => `42100${String(at).padStart(5, '8')}`
const pesos = (item: Item) => `${whole(item.price, 50)}.00`
const lazadaItems = items(8, 12)
const lazadaCard = (item: Item) =>
  `<div class="Bm3ON" data-qa-locator="product-item" data-tracking="product-card" data-item-id="${lazadaId(item)}" data-sku-simple="${lazadaId(item)}_PH-1"><div class="Ms6aG"><div class="qmXQo"><div class="ICdUp"><div class="_95X4G"><a href="//www.lazada.com.ph/products/pdp-i${lazadaId(item)}.html"><div class="picture-wrapper jBwCF"><img type="product" src="${item.at > 15 ? 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVQI12NgAAAAAgAB4iG8MwAAAABJRU5ErkJggg==' : `http://img.lazcdn.com:PORT/g/p/${item.picture}.jpg_200x200q80.jpg_.webp`}"${item.at > 15 ? ` data-src="http://img.lazcdn.com:PORT/g/p/${item.picture}.jpg_200x200q80.jpg_.webp"` : ''} alt="${item.title}" width="200" height="200"></div></a></div></div><div class="buTCk"><div class="RfADt"><a href="//www.lazada.com.ph/products/pdp-i${lazadaId(item)}.html" title="${item.title}">${item.title}</a></div><div class="aBrP0"><span class="ooOxS">₱${grouped(whole(item.price, 50), ',')}.00</span></div><div class="_6uN7R"><span class="_1cEkb"><span>523 sold</span></span><div class="mdmmT"><span class="qzqFw">(96)</span></div><span class="oa6ri">Metro Manila</span></div></div></div></div></div>`

const rakutenItems = items(9, 2)
const yen = (item: Item) => whole(item.price, 100)
const rakutenCode = ({ at }: Item) => `marlow-${1000 + at}`
const rakutenCard = (item: Item, pr = false) =>
  `<div class="dui-card searchresultitem overlay-control-wrapper--3KBO0" data-card-type="${pr ? 'cpc' : 'item'}" data-id="3${rakutenCode(item)}" data-shop-id="3456"><div class="image-wrapper--3eWn3"><a href="https://item.rakuten.co.jp/marlow/${rakutenCode(item)}/"><img class="_1e7bXpz" src="${host('tshop.r10s.jp')}/marlow/cabinet/${item.picture}.jpg?fitin=275:275" alt="" width="200" height="200"></a></div><div class="content title"><h2 class="title-link-wrapper--25--s">${pr ? '<span>[PR]</span>' : ''}<a class="title-link--3Yuev" href="https://item.rakuten.co.jp/marlow/${rakutenCode(item)}/" title="${item.title}">${item.title}</a></h2></div><div class="content description price"><div class="price-wrapper--10ccL"><div class="price--3zUvK">${grouped(yen(item), ',')}<span class="unit">円</span>${item.at === 4 ? '<span class="price-tilde">〜</span>' : ''}</div><span class="free-shipping">送料無料</span></div><div class="points"><span>${Math.round(Number(yen(item)) / 100)}ポイント(1倍)</span></div></div><div class="content merchant"><a href="https://www.rakuten.ne.jp/gold/marlow/">マーロウ楽天市場店</a></div></div>`
const rakutenAd = items(1, 21)[0] as Item
const onRakuten = (item: Item) =>
  shown(item, 'JPY', {
    price: yen(item),
    link: rakutenCode(item),
    productNumber: `marlow/${rakutenCode(item)}`,
  })

const coupangId = ({ at }: Item) => `7654${String(at).padStart(6, '2')}`
const won = (item: Item) => whole(item.price, 1000)
const coupangItems = items(9, 7)
const onCoupang = (item: Item) =>
  shown(item, 'KRW', {
    price: won(item),
    link: `/vp/products/${coupangId(item)}`,
    productNumber: coupangId(item),
  })
const coupangCard = (item: Item, ad = false) =>
  `<li class="ProductUnit_productUnit__Qd6sv${ad ? ' search-product__ad' : ''}" data-id="${coupangId(item)}"><a href="/vp/products/${coupangId(item)}?itemId=2${coupangId(item)}&amp;vendorItemId=8&amp;q=bag"><figure class="ProductUnit_productImage__Mqcg1"><img src="${host('thumbnail.coupangcdn.com')}/thumbnails/remote/320x320ex/image/retail/images/${item.picture}.jpg" width="200" height="200" alt="${item.title}"></figure>${ad ? '<span class="AdMark_adMark__KPMsC">AD</span>' : ''}<div class="ProductUnit_productName__gre7e">${item.title}</div><div class="PriceArea_priceArea__NntJz"><div class="PriceInfo_discountRate__EsQ8I">31%<del class="PriceInfo_basePrice__8BQ32">${grouped(String(Number(won(item)) * 2), ',')}원</del></div><strong class="Price_priceValue__A4KOr">${grouped(won(item), ',')}<span>원</span></strong><div class="PriceArea_unitPrice">(100g당 1,234원)</div></div><div>내일(토) 도착 보장</div><div>(3,412)</div></a></li>`
const coupangAd = items(1, 18)[0] as Item

export const ASIA: ResultsPage[] = [
  {
    name: 'aliexpress-search',
    like: 'AliExpress: class names of a build, the price in four spans, one marked "Ad" in small',
    address: 'https://www.aliexpress.com/w/wholesale-gift.html',
    language: 'en',
    head: GRID,
    body: `<div id="card-list" class="hm_ha grid">${aliItems.map(aliCard).join('')}</div>`,
    products: aliItems.filter(({ at }) => at !== 10).map(onAli),
    ads: aliItems.filter(({ at }) => at === 10).map(onAli),
  },
  {
    name: 'shopee-search',
    like: 'Shopee: two numbers in the address, points for thousands, empty boxes below the window',
    address: 'https://shopee.vn/search?keyword=gift',
    language: 'vi',
    head: GRID,
    body: `<ul class="row shopee-search-item-result__items grid">${shopeeCard(shopeeAd, true, true)}${shopeeItems.map((item) => shopeeCard(item, true)).join('')}${items(
      5,
    )
      .map((item) => shopeeCard(item, false))
      .join('')}</ul>`,
    products: shopeeItems.map(onShopee),
    ads: [onShopee(shopeeAd)],
  },
  {
    name: 'lazada-search',
    like: 'Lazada: half of the pictures are not loaded yet',
    address: 'https://www.lazada.com.ph/tag/gift/',
    language: 'en',
    head: GRID,
    body: `<div class="_17mcb grid" data-qa-locator="general-products">${lazadaItems.map(lazadaCard).join('')}</div>`,
    products: lazadaItems.map((item) =>
      shown(item, 'PHP', {
        price: pesos(item),
        link: `pdp-i${lazadaId(item)}`,
        productNumber: lazadaId(item),
      }),
    ),
  },
  {
    name: 'rakuten-search',
    like: 'Rakuten: yen, points, a shop’s link in each card, an advertisement marked [PR]',
    address: 'https://search.rakuten.co.jp/search/mall/gift/',
    language: 'ja',
    head: GRID,
    body: `<div class="dui-cards searchresultitems grid">${rakutenCard(rakutenAd, true)}${rakutenItems.map((item) => rakutenCard(item)).join('')}</div>`,
    products: rakutenItems.map(onRakuten),
    ads: [onRakuten(rakutenAd)],
  },
  {
    name: 'coupang-search',
    like: 'Coupang: won, a price struck out, a price each 100 g',
    address: 'https://www.coupang.com/np/search?q=gift',
    language: 'ko',
    head: GRID,
    body: `<ul id="product-list" class="grid">${coupangCard(coupangAd, true)}${coupangItems.map((item) => coupangCard(item)).join('')}</ul>`,
    products: coupangItems.map(onCoupang),
    ads: [onCoupang(coupangAd)],
  },
]
