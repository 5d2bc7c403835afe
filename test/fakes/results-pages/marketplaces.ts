import { GRID, host, type Item, items, type ResultsPage, type ShownProduct, shown } from './page.ts'

const ebayId = ({ at }: Item) => `2560123456${String(at).padStart(2, '0')}`
const ebayPicture = ({ picture }: Item, side: number) =>
  `${host('i.ebayimg.com')}/images/g/${picture}AAOSw/s-l${side}.webp`
const onEbay = (item: Item, change: Partial<ShownProduct> = {}) =>
  shown(item, 'USD', { link: `/itm/${ebayId(item)}`, productNumber: ebayId(item), ...change })
const ebayItems = items(12, 3)

function ebayCard(item: Item, prices: string): string {
  const href = `https://www.ebay.com/itm/${ebayId(item)}?_skw=bag&amp;itmmeta=01K&amp;hash=item3b`
  return `<li id="item${ebayId(item)}" data-viewport="{}" data-listingid="${ebayId(item)}" class="s-card s-card--horizontal"><div class="su-card-container su-card-container--horizontal"><div class="su-card-container__media"><div class="su-media su-media--image"><div class="su-media__image"><a class="s-card__link image-treatment" href="${href}"><img class="s-card__image" src="${ebayPicture(item, 500)}" data-defer-load="" alt="${item.title}" width="200" height="200"></a></div></div></div>
<div class="su-card-container__content"><div class="su-card-container__header"><a class="s-card__link" href="${href}"><div role="heading" aria-level="3" class="s-card__title"><span class="su-styled-text primary default">${item.title}</span><span class="clipped">Opens in a new window or tab</span></div></a><div class="s-card__subtitle-row"><span>Brand New</span> · <span>Marlow</span></div></div>
<div class="su-card-container__attributes"><div class="s-card__attribute-row">${prices}</div><div class="s-card__attribute-row"><span class="su-styled-text secondary large">+$8.49 delivery</span></div><div class="s-card__attribute-row">Located in China</div><div class="s-card__attribute-row">1,203 sold</div></div></div></div></li>`
}

const ebayPrice = (text: string) =>
  `<span class="su-styled-text primary bold large-1 s-card__price">${text}</span>`
function ebayOffer(item: Item): { html: string; truth: ShownProduct } {
  const plain = ebayPrice(`$${item.price}`)
  if (item.at === 5)
    return {
      html: `${ebayPrice('$9.99')}<span class="su-styled-text primary s-card__price">to</span>${ebayPrice('$24.50')}`,
      truth: onEbay(item, { price: '9.99', priceTo: '24.50' }),
    }
  if (item.at === 6)
    return {
      html: `${plain}</div><div class="s-card__attribute-row"><span class="su-styled-text secondary strikethrough" style="text-decoration:line-through">$199.00</span> <span>35% off</span>`,
      truth: onEbay(item),
    }
  if (item.at === 8) return { html: `${plain}<span> or Best Offer</span>`, truth: onEbay(item) }
  return { html: plain, truth: onEbay(item) }
}

const etsyId = ({ at }: Item) => `14850${String(at).padStart(5, '3')}`
const etsyPicture = ({ picture }: Item, size: string) =>
  `${host('i.etsystatic.com')}/2310${picture.slice(-2)}/r/il/8f2c1a/51${picture}/il_${size}.51${picture}_k2j3.jpg`
const onEtsy = (item: Item, change: Partial<ShownProduct> = {}) =>
  shown(item, 'EUR', { link: `/listing/${etsyId(item)}`, productNumber: etsyId(item), ...change })
const etsyItems = items(12, 6)
const money = (amount: string) =>
  `<span class="currency-symbol">€ </span><span class="currency-value">${amount}</span>`

function etsyCard(item: Item, prices: string, ad: boolean): string {
  const href = `https://www.etsy.com/de-en/listing/${etsyId(item)}/${item.title.toLowerCase().replaceAll(/\W+/g, '-')}?click_key=9a&amp;ref=${ad ? 'sc_gallery-1-1&amp;plkey=1' : `sr_gallery-1-${item.at}`}`
  return `<li class="wt-list-unstyled wt-grid__item-xs-6"><div class="js-merch-stash-check-listing v2-listing-card search-listing-card--desktop" data-listing-id="${etsyId(item)}" data-palette-listing-id="${etsyId(item)}"${ad ? ' data-logger-id="9" data-ad-impression="1"' : ''}><a class="listing-link wt-display-inline-block" data-listing-id="${etsyId(item)}" href="${href}" title="${item.title}" target="etsy.${etsyId(item)}">
<div class="v2-listing-card__img wt-position-relative"><div class="height-placeholder"><img data-listing-card-listing-image src="${etsyPicture(item, '340x270')}" srcset="${etsyPicture(item, '340x270')} 340w, ${etsyPicture(item, '680x540')} 680w" sizes="200px" class="wt-width-full" width="200" height="160" alt="${item.title} image 1"></div></div>
<div class="v2-listing-card__info"><h3 class="wt-text-caption v2-listing-card__title wt-text-truncate" id="listing-title-${etsyId(item)}">${item.title}</h3><div class="shop-name-with-rating"><span class="wt-screen-reader-only">4.8 out of 5 stars</span>(1.2k)</div>${prices}<p class="wt-text-caption">${ad ? '<span class="wt-screen-reader-only">Advertisement from shop Marlow</span><span aria-hidden="true">Ad by Marlow</span>' : 'From shop Marlow'}</p><p>Free shipping eligible</p></div></a>
<div class="wt-display-flex"><button aria-label="Add to Favourites"></button></div></div></li>`
}

function etsyOffer(item: Item): { html: string; truth: ShownProduct } {
  if (item.at === 8)
    return {
      html: `<div class="n-listing-card__price"><p class="wt-text-title-01 lc-price"><span class="wt-screen-reader-only">Sale Price €${item.price}</span>${money(item.price)}</p><p class="wt-text-caption search-collage-promotion-price"><span class="wt-text-strikethrough" style="text-decoration:line-through" aria-hidden="true">${money('144.00')}</span><span class="wt-screen-reader-only">Original Price €144.00</span><span>(40% off)</span></p></div>`,
      truth: onEtsy(item),
    }
  if (item.at === 9)
    return {
      html: `<div class="n-listing-card__price"><p class="wt-text-title-01 lc-price"><span>From </span>${money(item.price)}</p></div>`,
      truth: onEtsy(item),
    }
  return {
    html: `<div class="n-listing-card__price"><p class="wt-text-title-01 lc-price">${money(item.price)}</p></div>`,
    truth: onEtsy(item),
  }
}
const etsyAds = [etsyItems[4] as Item, items(1, 22)[0] as Item]

const walmartId = ({ at }: Item) => `58120${String(at).padStart(4, '7')}`
const walmartItems = items(10, 1)
const onWalmart = (item: Item) =>
  shown(item, 'USD', { link: `/${walmartId(item)}`, productNumber: walmartId(item) })
const walmartCard = (item: Item, ad = false) => {
  const [dollars, cents] = item.price.split('.')
  const reduced = item.at === 4
  return `<div class="mb0 ph0-xl pt0-xl" data-testid="list-view"><div role="group" data-item-id="4Q${walmartId(item)}" class="sans-serif mid-gray relative flex flex-column"><a class="w-100 h-100 z-1 hide-sibling-opacity absolute" style="position:absolute" href="${ad ? `/sp/track?bt=1&amp;rd=https%3A%2F%2Fwww.walmart.com%2Fip%2Fa%2F${walmartId(item)}` : `/ip/${item.title.replaceAll(/\W+/g, '-')}/${walmartId(item)}?classType=REGULAR`}"><span class="w_q67L">${item.title}</span></a>
<div data-testid="item-stack"><img loading="lazy" src="${host('i5.walmartimages.com')}/seo/${item.picture}_a1.jpeg?odnHeight=200&amp;odnWidth=200&amp;odnBg=FFFFFF" srcset="${host('i5.walmartimages.com')}/seo/${item.picture}_a1.jpeg?odnHeight=784&amp;odnWidth=580&amp;odnBg=FFFFFF 2x" data-testid="productTileImage" width="200" height="200" alt="${item.title}">${ad ? '<div class="f7 gray">Sponsored</div>' : ''}
<div data-automation-id="product-price"><div class="mr1 mr2-xl b black lh-copy f5 f4-l" aria-hidden="true">${reduced ? '<span class="f6 f5-l">Now </span>' : ''}<span class="f6 f5-l">$</span><span class="f2">${dollars}</span><span class="f6 f5-l">${cents}</span></div><span class="w_q67L" style="position:absolute;clip:rect(0 0 0 0)">current price ${reduced ? 'Now ' : ''}$${item.price}${reduced ? ', Was $71.20' : ''}</span>${reduced ? '<div class="gray strike" style="text-decoration:line-through">$71.20</div>' : ''}<div class="gray f6">12.5 ¢/oz</div></div>
<span><span data-automation-id="product-title" class="w_V_DM">${item.title}</span></span><div>4.6 out of 5 Stars. 812 reviews</div><div data-automation-id="fulfillment-badge">Free shipping, arrives <b>in 3+ days</b></div></div></div></div>`
}
const walmartAd = items(1, 19)[0] as Item

export const MARKETPLACES: ResultsPage[] = [
  {
    name: 'ebay-search',
    like: 'eBay: an empty first card "Shop on eBay", delivery beside the price, ranges, best offers',
    address: 'https://www.ebay.com/sch/i.html?_nkw=bag',
    language: 'en',
    head: GRID,
    body: `<h1 class="srp-controls__count-heading">12,000+ results for bag</h1><ul class="srp-results srp-list clearfix grid"><li class="s-card s-card--horizontal" style="display:none"><div class="su-card-container"><a href="https://www.ebay.com/itm/123456?itmmeta=x"><img class="s-card__image" src="${host('i.ebayimg.com')}/images/g/pinkshopAAOSw/s-l140.webp" alt="Shop on eBay"></a><a href="https://www.ebay.com/itm/123456"><div class="s-card__title">Shop on eBay</div></a><span class="s-card__price">$20.00</span></div></li>
${ebayItems.map((item) => ebayCard(item, ebayOffer(item).html)).join('')}</ul>`,
    products: ebayItems.map((item) => ebayOffer(item).truth),
  },
  {
    name: 'etsy-search',
    like: 'Etsy: the currency in an element of its own, sales, "from", ads of its sellers, one of them twice',
    address: 'https://www.etsy.com/de-en/search?q=gift',
    language: 'en-GB',
    head: `${GRID}<style>.wt-screen-reader-only{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}</style>`,
    body: `<div data-search-results><ol class="wt-grid wt-grid--block tab-reorder-container grid">${etsyAds.map((item) => etsyCard(item, etsyOffer(item).html, true)).join('')}${etsyItems.map((item) => etsyCard(item, etsyOffer(item).html, false)).join('')}</ol></div>`,
    products: etsyItems.map((item) => etsyOffer(item).truth),
    ads: [onEtsy(etsyAds[1] as Item)],
  },
  {
    name: 'walmart-search',
    like: 'Walmart: a link over the whole card, dollars and cents apart, the price for screen readers, a price each ounce',
    address: 'https://www.walmart.com/search?q=gift',
    language: 'en-US',
    head: GRID,
    body: `<h1>Results for "gift"</h1><section><div class="flex flex-wrap w-100 grid">${walmartCard(walmartAd, true)}${walmartItems.map((item) => walmartCard(item)).join('')}</div></section>`,
    products: walmartItems.map(onWalmart),
    ads: [onWalmart(walmartAd)],
  },
]
