import { GRID, host, type Item, items, type ResultsPage, type ShownProduct, shown } from './page.ts'

const asin = ({ at }: Item) => `B0C${String(at).padStart(2, '0')}XK7Q${at % 10}`
const picture = ({ picture: id }: Item, tokens: string) =>
  `${host('m.media-amazon.com')}/images/I/71${id}L.${tokens}.jpg`
const slug = ({ title }: Item) => title.replaceAll(/\W+/g, '-')
const price = (amount: string, strike = false) => {
  const [whole, cents] = amount.split('.')
  const attributes = strike
    ? 'class="a-price a-text-price" data-a-size="b" data-a-strike="true" data-a-color="secondary"'
    : 'class="a-price" data-a-size="xl" data-a-color="base"'
  return `<span ${attributes}><span class="a-offscreen">$${amount}</span><span aria-hidden="true">${
    strike
      ? `$${amount}`
      : `<span class="a-price-symbol">$</span><span class="a-price-whole">${whole}<span class="a-price-decimal">.</span></span><span class="a-price-fraction">${cents}</span>`
  }</span></span>`
}
const truth = (item: Item, change: Partial<ShownProduct> = {}) =>
  shown(item, 'USD', { link: `/dp/${asin(item)}`, productNumber: asin(item), ...change })

const OFFSCREEN =
  '<style>.a-offscreen{position:absolute;left:-9999px}.a-text-price{text-decoration:line-through}</style>'

function result(item: Item, priced: string, sponsored = false): string {
  const own = `/${slug(item)}/dp/${asin(item)}/ref=sr_1_${item.at + 1}?crid=2Q&amp;keywords=gifts&amp;qid=1795000000&amp;sr=8-${item.at + 1}`
  const href = sponsored
    ? `/sspa/click?ie=UTF8&amp;spc=MTo3&amp;url=%2F${slug(item)}%2Fdp%2F${asin(item)}%2Fref%3Dsr_1_1_sspa%3Fpsc%3D1`
    : own
  const label = sponsored
    ? '<div class="a-row a-spacing-micro"><span class="a-declarative"><a href="javascript:void(0)" role="button" class="puis-label-popover puis-sponsored-label-text"><span class="puis-label-popover-default"><span aria-label="View Sponsored information or leave ad feedback" class="a-color-secondary">Sponsored</span></span></a></span></div>'
    : ''
  const sizes = ['1x', '1.5x', '2x', '2.5x', '3x'].map(
    (times, at) => `${picture(item, `_AC_UL${[320, 480, 640, 800, 960][at]}_QL65_`)} ${times}`,
  )
  return `<div role="listitem" data-asin="${asin(item)}" data-index="${item.at}" data-uuid="c${item.at}" data-component-type="s-search-result" class="sg-col-4-of-24 s-result-item s-asin ${sponsored ? 'AdHolder ' : ''}sg-col s-widget-spacing-small"><div class="sg-col-inner">
<div class="puis-card-container s-card-container"><span data-component-type="s-product-image"><a class="a-link-normal s-no-outline" tabindex="-1" href="${href}"><div class="a-section aok-relative s-image-square-aspect"><img class="s-image" src="${picture(item, '_AC_UL320_')}" srcset="${sizes.join(', ')}" alt="${sponsored ? 'Sponsored Ad - ' : ''}${item.title}" width="200" height="200"></div></a></span>
${label}<div data-cy="title-recipe"><a class="a-link-normal s-link-style a-text-normal" href="${href}"><h2 aria-label="${sponsored ? 'Sponsored Ad - ' : ''}${item.title}" class="a-size-base-plus a-color-base a-text-normal"><span>${item.title}</span></h2></a></div>
<div data-cy="reviews-block"><span aria-label="4.5 out of 5 stars, rating details"><i class="a-icon a-icon-star-mini"><span class="a-icon-alt">4.5 out of 5 stars</span></i></span> <a href="${own}#customerReviews"><span class="a-size-base s-underline-text">12,408</span></a><span class="a-size-base a-color-secondary">2K+ bought in past month</span></div>
<div data-cy="price-recipe">${priced}</div><div data-cy="delivery-recipe">FREE delivery <b>Tue, Dec 1</b> on $35 of items shipped by Amazon</div></div></div></div>`
}

const linked = (item: Item, inner: string) =>
  `<a class="a-link-normal s-no-hover" href="/${slug(item)}/dp/${asin(item)}/ref=sr_1_${item.at + 1}">${inner}</a>`

const found = items(14)
const bought = (item: Item): { html: string; truth: ShownProduct } => {
  if (item.at === 3) {
    const html = `${linked(item, `${price(item.price)} <span class="a-size-base a-color-secondary">($0.83<span class="a-text-price">/Fl Oz</span>)</span> <div style="display:inline-block"><span class="a-size-base a-color-secondary">List: </span>${price('89.99', true)}</div>`)}<span class="s-coupon-unclipped">Save $4.00 with coupon</span>`
    return { html, truth: truth(item) }
  }
  if (item.at === 5) {
    const html =
      '<a class="a-link-normal" href="#">See options</a><div class="a-row a-size-base a-color-secondary">No featured offers available</div>'
    return { html, truth: truth(item, { price: null, currency: null }) }
  }
  if (item.at === 6) {
    const html = linked(item, `${price('12.99')}<span class="a-price-dash"> - </span>${price('18.49')}`)
    return { html, truth: truth(item, { price: '12.99', priceTo: '18.49' }) }
  }
  const more =
    '<div class="a-row a-size-base a-color-secondary">More Buying Choices<br><span class="a-color-base">$6.02</span> (3 used &amp; new offers)</div>'
  return { html: linked(item, price(item.price)) + (item.at === 8 ? more : ''), truth: truth(item) }
}
/** Bought by advertisers: one that is among the results too, and one that is not. */
const [twice, onlyAd] = [found[2] as Item, items(1, 20)[0] as Item]
const carousel = items(5, 15)

const widget = `<div data-asin="" data-index="7" class="s-result-item s-widget"><div class="a-section"><h2 class="a-carousel-heading">Customers frequently viewed</h2><span class="a-declarative">Popular products in the last 7 days</span>
<ol class="a-carousel" role="list" style="display:flex">${carousel
  .map(
    (item) =>
      `<li class="a-carousel-card"><div data-asin="${asin(item)}"><a href="/dp/${asin(item)}/ref=sxin_15"><img src="${picture(item, '_AC_SR160,160_')}" width="160" height="160" alt="${item.title}"></a><a href="/dp/${asin(item)}/ref=sxin_15"><span class="a-truncate-full">${item.title}</span></a>${price(item.price)}</div></li>`,
  )
  .join('')}</ol></div></div>`

const brand = `<div data-asin="" class="s-result-item AdHolder"><div class="_bXVsd_container_3aZDQ"><a href="/stores/page/1"><img src="${host('m.media-amazon.com')}/images/I/61tealw600h600brandL._AC_SR400,225_.jpg" width="400" height="225" alt="Shop Marlow"></a><span>Sponsored</span><h3>Everyday things by Marlow</h3></div></div>`

const graph = `<script type="application/json">{"related":["gifts for him"]}</script>`

const best = items(8, 2)

export const AMAZON: ResultsPage[] = [
  {
    name: 'amazon-search',
    like: 'Amazon: sponsored results, one of them twice, a carousel between, unit prices, list prices, ranges, one without a price',
    address: 'https://www.amazon.com/s?k=gifts',
    language: 'en-us',
    head: GRID + OFFSCREEN,
    body: `<div id="nav-belt"><img src="${host('m.media-amazon.com')}/images/G/01/gno/sprites/nav-sprite.png" width="120" height="40" alt="Amazon"></div>${graph}
<span>1-48 of over 10,000 results for <b>"gifts"</b></span><div class="s-main-slot s-result-list s-search-results sg-row grid">${brand}${result(twice, linked(twice, price(twice.price)), true)}${result(onlyAd, linked(onlyAd, price(onlyAd.price)), true)}
${found
  .slice(0, 7)
  .map((item) => result(item, bought(item).html))
  .join('')}${widget}${found
  .slice(7)
  .map((item) => result(item, bought(item).html))
  .join('')}</div>
<div class="s-pagination-container"><a href="/s?k=gifts&amp;page=2">Next</a></div>`,
    products: found.map((item) => bought(item).truth),
    ads: [truth(onlyAd)],
    beside: carousel.map((item) => truth(item)),
  },
  {
    name: 'amazon-best-sellers',
    like: 'Amazon best sellers: class names of a build, ranks, prices from',
    address: 'https://www.amazon.com/Best-Sellers-Kitchen/zgbs/kitchen/',
    language: 'en-us',
    head: GRID + OFFSCREEN,
    body: `<h1>Best Sellers in Kitchen</h1><div class="p13n-gridRow _cDEzb_grid-row_3Cywl grid">${best
      .map(
        (item, at) =>
          `<div id="gridItemRoot" class="a-column a-span12 _cDEzb_grid-column_2hIsc"><div class="_cDEzb_iveVideoWrapper_JJ34T"><div class="zg-bdg-ctr"><span class="zg-bdg-text">#${at + 1}</span></div><div id="${asin(item)}" class="p13n-sc-uncoverable-faceout"><a class="a-link-normal aok-block" tabindex="-1" href="/${slug(item)}/dp/${asin(item)}/ref=zg_bs_g_kitchen_d_sccl_${at + 1}/132?psc=1"><div class="a-section _cDEzb_noop_3Xbw5"><img alt="${item.title}" src="${picture(item, '_AC_UL300_SR300,200_')}" class="a-dynamic-image p13n-product-image" width="300" height="200" data-a-dynamic-image="{&quot;${picture(item, '_AC_UL900_SR900,600_')}&quot;:[900,600]}"></div></a><div class="zg-grid-general-faceout"><a class="a-link-normal aok-block" href="/${slug(item)}/dp/${asin(item)}/ref=zg_bs_g_kitchen_d_sccl_${at + 1}/132?psc=1"><span><div class="_cDEzb_p13n-sc-css-line-clamp-3_g3dy1">${item.title}</div></span></a><div class="a-icon-row"><span class="a-size-small">48,117</span></div>${
            at === 4
              ? `<a class="a-link-normal" href="#"><span class="a-color-secondary">7 offers from </span><span class="p13n-sc-price">$${item.price}</span></a>`
              : `<div class="a-row"><span class="a-size-base a-color-price"><span class="_cDEzb_p13n-sc-price_3mJ9Z">$${item.price}</span></span></div>`
          }</div></div></div></div>`,
      )
      .join('')}</div>`,
    products: best.map((item) => truth(item)),
  },
]
