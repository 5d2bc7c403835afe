import { GRID, host, type Item, items, type ResultsPage, shown } from './page.ts'

const OTHER = host('other.shop.test')
const photo = ({ picture }: Item, side = 1000) =>
  `${OTHER}/cors/${picture.replace(/w1500.*/, '')}/${side}/${side}.jpg?p=${picture.slice(-3)}`
const path = ({ at }: Item) => `/item/${500 + at}`
const truth = (item: Item, change = {}) =>
  shown(item, 'GBP', { picture: `p=${item.picture.slice(-3)}`, link: path(item), ...change })
const card = (item: Item, more = '') =>
  `<div class="tile"><a href="${path(item)}"><img src="${photo(item)}" width="200" height="200" alt=""></a><p class="name"><a href="${path(item)}">${item.title}</a></p><p>£${item.price}</p>${more}</div>`
const address = 'https://shop.marlow.example/things'

const listed = items(9, 1)
const itemList = {
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  itemListElement: listed.map((item, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    item: {
      '@type': 'Product',
      name: item.title,
      sku: `K-${500 + item.at}`,
      url: `https://shop.marlow.example${path(item)}`,
      image: photo(item),
      offers: { '@type': 'Offer', price: item.price, priceCurrency: 'GBP' },
    },
  })),
}

const rows = items(8, 6)
const backgrounds = items(8, 2)
const virtual = items(12, 0)
const twice = items(8, 4)
const [results, seen, together] = [items(8), items(4, 10), items(3, 15)]
const unpriced = items(9, 3)
const unlinked = items(6, 7)
const few = items(2, 9)
const built = items(10, 12)
const lazy = items(10, 2)
const picturesOnly = items(8, 14)

export const PLAIN: ResultsPage[] = [
  {
    name: 'item-list',
    like: 'an ItemList with products, and cards that match it',
    address,
    head: `${GRID}<script type="application/ld+json">${JSON.stringify(itemList)}</script>`,
    body: `<div class="grid">${listed.map((item) => card(item)).join('')}</div>`,
    products: listed.map((item) => truth(item, { productNumber: `K-${500 + item.at}` })),
  },
  {
    name: 'table-rows',
    like: 'a wholesaler’s table: a row for each product, with its number',
    address,
    body: `<table><thead><tr><th>Photo</th><th>Art. no.</th><th>Description</th><th>Price</th></tr></thead><tbody>${rows.map((item) => `<tr><td><img src="${photo(item)}" width="90" height="90"></td><td>MF-${700 + item.at}</td><td><a href="${path(item)}">${item.title}</a></td><td>£${item.price}</td></tr>`).join('')}</tbody></table>`,
    products: rows.map((item) => truth(item, { productNumber: `MF-${700 + item.at}` })),
  },
  {
    name: 'backgrounds',
    like: 'pictures as CSS backgrounds',
    address,
    head: GRID,
    body: `<div class="grid">${backgrounds.map((item) => `<a class="tile" href="${path(item)}"><div role="img" style="width:200px;height:200px;background:url('${photo(item)}') center/cover"></div><b>${item.title}</b><span>£${item.price}</span></a>`).join('')}</div>`,
    products: backgrounds.map((item) => truth(item)),
  },
  {
    name: 'virtual-list',
    like: 'react-window: only the rows in sight exist, placed absolutely, and not in the order of the page',
    address,
    body: `<div style="position:relative;height:9000px">${virtual
      .toSorted((one, other) => (one.at % 5) - (other.at % 5))
      .map(
        (item) =>
          `<div style="position:absolute;left:${(item.at % 4) * 230}px;top:${Math.floor(item.at / 4) * 320}px;width:220px;height:300px">${card(item)}</div>`,
      )
      .join('')}</div>`,
    products: virtual.map((item) => truth(item)),
  },
  {
    name: 'for-phones-too',
    like: 'each card twice: once for phones, hidden',
    address,
    head: `${GRID}<style>.phones{display:none}</style>`,
    body: `<div class="phones">${twice.map((item) => card(item)).join('')}</div><div class="grid">${twice.map((item) => card(item)).join('')}</div>`,
    products: twice.map((item) => truth(item)),
  },
  {
    name: 'sections',
    like: 'results, then "Recently viewed" and "Often bought together" of the same cards',
    address,
    head: GRID,
    body: `<main><h1>Things</h1><div class="grid">${results.map((item) => card(item)).join('')}</div></main><section><h2>Recently viewed</h2><div class="grid">${seen.map((item) => card(item)).join('')}</div></section><aside><h2>Often bought together</h2><div class="grid">${together.map((item) => card(item)).join('')}</div></aside>`,
    products: results.map((item) => truth(item)),
    beside: [...seen, ...together].map((item) => truth(item)),
  },
  {
    name: 'no-prices',
    like: 'a maker’s catalogue: no prices at all',
    address: 'https://www.maker.example/products',
    head: GRID,
    body: `<nav><a href="/about">About</a></nav><h1>Our products</h1><div class="grid">${unpriced.map((item) => `<div class="tile"><a href="${path(item)}"><img src="${photo(item)}" width="200" height="200" alt="${item.title}"></a><h3><a href="${path(item)}">${item.title}</a></h3><p>Minimum order 100 pieces</p><a href="/inquiry?item=${item.at}">Inquire now</a></div>`).join('')}</div>`,
    products: unpriced.map((item) => truth(item, { price: null, currency: null })),
  },
  {
    name: 'no-links',
    like: 'cards that open by script, in custom elements',
    address,
    head: GRID,
    body: `<div class="grid">${unlinked.map((item) => `<x-card role="link" tabindex="0" style="display:block"><img src="${photo(item)}" width="200" height="200" alt=""><span class="t">${item.title}</span><span class="p">£${item.price}</span></x-card>`).join('')}</div>`,
    products: unlinked.map((item) => truth(item, { link: null })),
  },
  {
    name: 'two-results',
    like: 'a search with two results',
    address,
    head: GRID,
    body: `<h1>2 results</h1><div class="grid">${few.map((item) => card(item)).join('')}</div>`,
    products: few.map((item) => truth(item)),
  },
  {
    name: 'built-classes',
    like: 'Tailwind in React: every card has other classes, badges, ratings, swatches and a heart',
    address,
    head: GRID,
    body: `<div class="grid">${built.map((item) => `<div class="flex flex-col ${item.at % 2 ? 'bg-a' : 'bg-b hover'}"><div class="relative"><a href="${path(item)}?color=${item.at}"><img src="${photo(item)}" width="200" height="200" alt=""></a>${item.at % 3 ? '' : '<span class="abs">NEW</span>'}<button aria-label="Save"><svg width="16" height="16"></svg></button></div><div><div class="row"><a href="${path(item)}?color=1"><img src="${OTHER}/cors/flat-red/24/24" width="24" height="24" alt="Red"></a><a href="${path(item)}?color=2"><img src="${OTHER}/cors/flat-blue/24/24" width="24" height="24" alt="Blue"></a></div><span>Marlow</span><a href="${path(item)}?color=${item.at}"><span class="truncate">${item.title}</span></a><span>4.${item.at % 10} (${item.at * 31})</span><span>${item.at % 4 === 0 ? '<span class="line-through" style="text-decoration:line-through">£149.00</span> ' : ''}<span>£${item.price}</span></span><span>or 3 payments of £${(Number(item.price) / 3).toFixed(2)}</span></div></div>`).join('')}</div>`,
    products: built.map((item) => truth(item)),
  },
  {
    name: 'lazy-attributes',
    like: 'infinite scroll: later cards hold their picture in data-src, the last ones are skeletons',
    address,
    head: GRID,
    body: `<div class="grid">${lazy.map((item) => (item.at < 5 ? card(item) : card(item).replace(`src="${photo(item)}"`, `src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'%3E%3C/svg%3E" data-src="${photo(item)}" class="lazy" loading="lazy"`))).join('')}${'<div class="tile skeleton"><div style="height:200px;background:#eee"></div><p></p></div>'.repeat(4)}</div>`,
    products: lazy.map((item) => truth(item)),
  },
  {
    name: 'pictures-with-titles',
    like: 'Wayfair: the whole card is one link, its text one line after the other',
    address,
    head: GRID,
    body: `<div class="grid">${picturesOnly.map((item) => `<a href="${path(item)}" style="display:block"><img src="${photo(item, 400)}" srcset="${photo(item, 400)} 400w, ${photo(item, 1000)} 1000w" sizes="200px" width="200" height="200"><div>${item.title}</div><div>by Marlow</div><div>£${item.price}${item.at % 2 ? ' <s>£99.00</s>' : ''}</div><div>Rated 4.5 out of 5 stars.</div><div>Free Delivery</div></a>`).join('')}</div>`,
    products: picturesOnly.map((item) => truth(item)),
  },
]

/** Pages with repeated pictures that are no products: nothing is to be found there. */
export const NO_RESULTS: ResultsPage[] = [
  {
    name: 'news',
    like: 'a news page: pictures, headlines, dates, and a sum of money in some',
    address: 'https://news.example/business',
    head: GRID,
    body: `<div class="grid">${items(9)
      .map(
        (item) =>
          `<article><a href="/2025/11/${item.at}/story"><img src="${photo(item)}" width="200" height="120" alt=""><h3>City council approves plan number ${item.at}</h3></a><time>November ${item.at + 1}, 2025</time><p>The plan costs ${item.at % 3 ? 'a lot' : '£4.2 million'}, the mayor said.</p></article>`,
      )
      .join('')}</div>`,
    products: [],
  },
  {
    name: 'article',
    like: 'a text with photos',
    address: 'https://blog.example/travel',
    body: `<article><h1>A week in Lisbon</h1>${items(6)
      .map(
        (item) =>
          `<p>We walked along the river for an hour, and dinner was £${item.price}.</p><figure><img src="${photo(item)}" width="600" height="300" alt=""><figcaption>The river, day ${item.at}</figcaption></figure>`,
      )
      .join('')}</article>`,
    products: [],
  },
  {
    name: 'category-tiles',
    like: 'a shop’s front page: tiles lead to categories',
    address: 'https://shop.marlow.example/',
    head: GRID,
    body: `<div class="grid">${['Kitchen', 'Garden', 'Kids', 'Bags', 'Lamps', 'Sale'].map((name, at) => `<a href="/category/${name.toLowerCase()}"><img src="${photo(items(1, at)[0] as Item)}" width="200" height="200" alt=""><span>${name}</span></a>`).join('')}</div>`,
    products: [],
  },
  {
    name: 'people',
    like: 'a team’s page',
    address: 'https://shop.marlow.example/team',
    head: GRID,
    body: `<h1>Our team</h1><div class="grid">${['Ann Lee', 'Bo Lin', 'Cy Roe', 'Di Fox', 'Ed Ray'].map((name, at) => `<div><img src="${photo(items(1, at)[0] as Item)}" width="200" height="200" alt=""><h3>${name}</h3><p>Head of things</p></div>`).join('')}</div>`,
    products: [],
  },
  {
    name: 'empty',
    like: 'a search without results',
    address: 'https://shop.marlow.example/search?q=xyz',
    body: '<h1>No results for "xyz"</h1><p>Try another word.</p>',
    products: [],
  },
]
