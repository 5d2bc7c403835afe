import { GRID, grouped, host, type Item, items, type ResultsPage, shown, whole, withComma } from './page.ts'

const allegroId = ({ at }: Item) => `1672345${String(at).padStart(4, '0')}`
const allegroItems = items(9, 5)
const onAllegro = (item: Item) =>
  shown(item, 'PLN', { link: allegroId(item), productNumber: allegroId(item) })
const allegroCard = (item: Item, sponsored = false) => {
  const [whole, cents] = item.price.split('.')
  const href = sponsored
    ? `https://allegro.pl/events/clicks?emission_unit_id=9&amp;redirect=https%3A%2F%2Fallegro.pl%2Foferta%2Fa-${allegroId(item)}`
    : `https://allegro.pl/oferta/${item.title.toLowerCase().replaceAll(/\W+/g, '-')}-${allegroId(item)}`
  return `<li><article data-role="offer" data-analytics-view-value="${allegroId(item)}" class="mx7m_1 mnyp_co mlkp_ag"><div class="m7er_k4"><a class="msts_9u" rel="nofollow" href="${href}"><img alt="${item.title}" src="${host('a.allegroimg.com')}/s180/11a2/${item.picture}" width="200" height="200"></a></div><div class="mpof_ki"><h2 class="mgn2_14 m9qz_yo"><a class="mgn2_14 mp0t_0a" href="${href}">${item.title}</a></h2>${sponsored ? '<span class="mpof_ki">Sponsorowane</span>' : ''}<div aria-label="${withComma(item.price)} zł aktualna cena" class="mli8_k4"><span class="mli8_k4 msa3_z4">${whole},<span class="mgn2_19">${cents}</span>&nbsp;<span class="mgn2_16">zł</span></span></div><div>${(Number(item.price) + 10.95).toFixed(2).replace('.', ',')} zł z dostawą</div><div>12 osób kupiło</div></div></article></li>`
}
const allegroAd = items(1, 0)[0] as Item

const mlId = ({ at }: Item) => `MLB47000${String(at).padStart(5, '6')}`
const mlItems = items(10, 8)
const reais = (item: Item) => whole(item.price, 10)
const mlMoney = (amount: string, kind = '') =>
  `<span class="andes-money-amount ${kind}" role="img" aria-label="${amount} reais"><span class="andes-money-amount__currency-symbol" aria-hidden="true">R$</span><span class="andes-money-amount__fraction" aria-hidden="true">${grouped(amount, '.')}</span></span>`
const mlCard = (item: Item, ad = false) =>
  `<li class="ui-search-layout__item"><div class="ui-search-result__wrapper"><div class="andes-card poly-card poly-card--grid-card"><div class="poly-card__portada"><img aria-hidden="true" src="${host('http2.mlstatic.com')}/D_Q_NP_2X_${item.picture.replace(/\D/g, '')}-MLB${item.at + 700}_112025-E.webp" class="poly-component__picture" width="200" height="200" alt="${item.title}"></div><div class="poly-card__content">${ad ? '<span class="poly-component__ads-promotions">Patrocinado</span>' : ''}<h3 class="poly-component__title-wrapper"><a href="${ad ? 'https://click1.mercadolivre.com.br/mclics/clicks/external/MLB/count?a=9' : `https://produto.mercadolivre.com.br/${mlId(item).replace('MLB', 'MLB-')}-a-_JM#polycard_client=search`}" class="poly-component__title">${item.title}</a></h3><div class="poly-component__price"><s class="andes-money-amount andes-money-amount--previous" aria-label="Antes: 999 reais"><span class="andes-money-amount__currency-symbol">R$</span><span class="andes-money-amount__fraction">999</span></s><div class="poly-price__current">${mlMoney(reais(item))}<span class="andes-money-amount__discount">36% OFF</span></div><span class="poly-price__installments">em 10x ${mlMoney(String(Math.ceil(Number(reais(item)) / 10)))} sem juros</span></div><div class="poly-component__shipping">Frete grátis</div></div></div></div></li>`
/** Its pictures have a number only. */
const onMl = (item: Item) =>
  shown(item, 'BRL', {
    price: reais(item),
    picture: `-MLB${item.at + 700}_`,
    link: mlId(item).replace('MLB', 'MLB-'),
    productNumber: mlId(item).replace('MLB', 'MLB-'),
  })
const mlAd = items(1, 1)[0] as Item

const ozonId = ({ at }: Item) => `17600${String(at).padStart(5, '3')}`
const ozonItems = items(9, 10)
const roubles = (item: Item) => whole(item.price, 90)
const thin = (amount: string) => grouped(amount, '\u2009')
/** Nothing but a build's class names; the second number is what was asked before. */
const ozonCard = (item: Item) =>
  `<div data-index="${item.at}" class="tile-root pi8_24 pj_24"><div class="p6i_24"><a target="_blank" href="/product/${item.title.toLowerCase().replaceAll(/\W+/g, '-')}-${ozonId(item)}/?at=99" class="q4b1_2_0-a tile-clickable-element"><div class="pi9_24"><img loading="lazy" fetchpriority="high" src="${host('ir.ozone.ru')}/s3/multimedia-1-a/wc250/${item.picture}.jpg" srcset="${host('ir.ozone.ru')}/s3/multimedia-1-a/wc500/${item.picture}.jpg 2x" class="i3q_24 b95_3_3-a" width="200" height="266"></div></a></div><div class="tile-clickable-element p6i_24"><div class="c35_3_8-a0"><div class="c35_3_8-a1"><span class="c35_3_8-a2 tsHeadline500Medium">${thin(roubles(item))}\u2009₽</span><span class="c35_3_8-a3 tsBodyControl400Small">${thin(String(Number(roubles(item)) * 2))}\u2009₽</span><span class="tsBodyControl400Small">−50%</span></div></div><a target="_blank" href="/product/a-${ozonId(item)}/?at=99" class="tile-clickable-element"><div class="bq03_0_4-a"><span class="tsBody500Medium">${item.title}</span></div></a><div class="tsBodyMBold"><span>4.8</span> <span>1 203 отзыва</span></div><button>29 ноября</button></div></div>`

const wbItems = items(8, 3)
const wbId = ({ at }: Item) => `2${String(at).padStart(8, '9')}`
const wbCard = (item: Item) =>
  `<article id="c${wbId(item)}" class="product-card j-card-item" data-nm-id="${wbId(item)}"><div class="product-card__wrapper"><a class="product-card__link j-card-link" href="https://www.wildberries.ru/catalog/${wbId(item)}/detail.aspx" aria-label="${item.title}" style="position:absolute"></a><div class="product-card__top-wrap"><div class="product-card__img-wrap img-plug"><img class="j-thumbnail" src="${host('basket-05.wbbasket.ru')}/vol912/part${wbId(item).slice(0, 6)}/${wbId(item)}-${item.picture}/images/c516x688/1.webp" width="200" height="266" alt="${item.title}"></div><span class="product-card__tip">НОВИНКА</span></div><div class="product-card__middle-wrap"><p class="product-card__price price"><span class="price__wrap"><ins class="price__lower-price wallet-price">${thin(roubles(item))}&nbsp;₽</ins><del>${thin(String(Number(roubles(item)) * 3))}&nbsp;₽</del></span></p><h2 class="product-card__brand-wrap"><span class="product-card__brand">Marlow</span><span class="product-card__name"><span class="product-card__name-separator">/ </span>${item.title}</span></h2></div></div></article>`

const ottoItems = items(10, 11)
const ottoCard = (item: Item) =>
  `<article class="product" data-product-listing-type="ServerSideRendered" data-article-number="S0${item.at}C${item.at}"><a class="find_tile__productLink" href="/p/${item.title.toLowerCase().replaceAll(/\W+/g, '-')}-S0${item.at}C${item.at}/#variationId=S0${item.at}"><div class="find_tile__productImageContainer"><picture><source srcset="${host('i.otto.de')}/i/otto/${item.picture}?w=480 2x" type="image/webp"><img src="${host('i.otto.de')}/i/otto/${item.picture}?w=240" alt="" width="200" height="200" loading="lazy"></picture></div><p class="find_tile__brand">Marlow</p><p class="find_tile__name">${item.title}</p><div class="find_tile__priceContainer">${item.at % 3 === 0 ? `<span class="find_tile__oldPrice">UVP <span style="text-decoration:line-through">199,00 €</span></span>` : ''}<span class="find_tile__retailPrice">${item.at === 13 ? 'ab ' : ''}${withComma(item.price)} €</span><span class="find_tile__basePrice">(3,20 € / 1 kg)</span></div><span>lieferbar – in 2-3 Werktagen bei dir</span></a></article>`

export const EUROPE: ResultsPage[] = [
  {
    name: 'allegro-search',
    like: 'Allegro: the price in two parts, another one with delivery, "Sponsorowane"',
    address: 'https://allegro.pl/listing?string=prezent',
    language: 'pl',
    head: GRID,
    body: `<div data-box-name="items container"><ul class="grid">${allegroCard(allegroAd, true)}${allegroItems.map((item) => allegroCard(item)).join('')}</ul></div>`,
    products: allegroItems.map(onAllegro),
    ads: [onAllegro(allegroAd)],
  },
  {
    name: 'mercado-libre-search',
    like: 'Mercado Livre: the price before, the price, and ten instalments; an advertisement through a counter’s address',
    address: 'https://lista.mercadolivre.com.br/presente',
    language: 'pt-BR',
    head: GRID,
    body: `<ol class="ui-search-layout ui-search-layout--grid grid">${mlCard(mlAd, true)}${mlItems.map((item) => mlCard(item)).join('')}</ol>`,
    products: mlItems.map(onMl),
    // Its address is only known to the counter.
    ads: [{ ...onMl(mlAd), link: null, productNumber: null }],
  },
  {
    name: 'ozon-search',
    like: 'Ozon: class names of a build, thin spaces, the old price not struck out by an element',
    address: 'https://www.ozon.ru/search/?text=podarok',
    language: 'ru',
    head: `${GRID}<style>.c35_3_8-a3{text-decoration:line-through}</style>`,
    body: `<div data-widget="searchResultsV2"><div class="grid">${ozonItems.map(ozonCard).join('')}</div></div>`,
    products: ozonItems.map((item) =>
      shown(item, 'RUB', { price: roubles(item), link: `-${ozonId(item)}/`, productNumber: ozonId(item) }),
    ),
  },
  {
    name: 'wildberries-catalog',
    like: 'Wildberries: a link over the card, brand and name in one heading',
    address: 'https://www.wildberries.ru/catalog/0/search.aspx?search=podarok',
    language: 'ru',
    head: GRID,
    body: `<div class="product-card-list grid">${wbItems.map(wbCard).join('')}</div>`,
    products: wbItems.map((item) =>
      shown(item, 'RUB', {
        price: roubles(item),
        link: `/catalog/${wbId(item)}/`,
        productNumber: wbId(item),
      }),
    ),
  },
  {
    name: 'department-store',
    like: 'a German department store: list prices, "ab", prices each kilogram',
    address: 'https://www.kaufhaus.example.de/suche/geschenk/',
    language: 'de',
    head: GRID,
    body: `<h1>geschenk (1.203 Artikel)</h1><div class="grid">${ottoItems.map(ottoCard).join('')}</div>`,
    products: ottoItems.map((item) => shown(item, 'EUR', { link: `S0${item.at}C${item.at}` })),
  },
]
