/** How a shop builds the cards of its results. What is not said is found as in any shop. */
export interface CardShop {
  name: string
  isShop: RegExp
  /** Matches the product's number in host, path and query of its address. */
  number: RegExp
  /** Where its cards are. Those that no selector matches are still found by their structure. */
  cards?: string
  title?: string
  price?: string
  /** What a bare "$" means there. */
  dollar?: string
  /** Of the card or in it: the product's number. */
  numberAttribute?: string
  /** In a card, or the card itself: that it is an advertisement. */
  ad?: string
  /** In a card: that it is no product. */
  none?: string
  /** Around cards: recommendations and the like. */
  other?: string
}

/**
 * From public documents and published code of November 2026, not checked in the shops themselves. Shops change their pages
 * without notice; where a selector no longer matches, cards are found by their structure.
 */
const CARD_SHOPS: CardShop[] = [
  {
    name: 'Amazon',
    isShop:
      /(^|\.)amazon\.(com|ca|cn|de|fr|it|es|nl|se|pl|ie|ae|sa|eg|in|sg|co\.(uk|jp|za)|com\.(mx|br|be|tr|au))$/,
    number: /\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?:[/?]|$)/i,
    cards:
      '[data-component-type="s-search-result"][data-asin]:not([data-asin=""]), #gridItemRoot, .zg-item-immersion, .octopus-pc-item',
    title:
      'h2 a span, h2 span, h2, ._cDEzb_p13n-sc-css-line-clamp-3_g3dy1, [class*="p13n-sc-css-line-clamp"], .p13n-sc-truncate',
    price:
      '.a-price:not(.a-text-price) .a-offscreen, .a-color-price ._cDEzb_p13n-sc-price_3mJ9Z, .p13n-sc-price, [class*="p13n-sc-price"]',
    numberAttribute: 'data-asin',
    ad: '.AdHolder, .puis-sponsored-label-text, .s-sponsored-label-text, .puis-sponsored-label-info-icon, [data-component-type="sp-sponsored-result"]',
    other: '.s-widget, .a-carousel-container, #rhf, [data-component-type="s-top-slot"]',
  },
  {
    name: 'eBay',
    isShop: /(^|\.)ebay\.(com|ca|de|fr|it|es|nl|pl|ie|at|ch|ph|co\.uk|com\.(au|hk|my|sg))$/,
    number: /\/itm\/(?:[^/]+\/)?(\d{9,15})(?:[/?]|$)/,
    dollar: 'USD',
    cards:
      '.srp-results li.s-item, .srp-results li.s-card, li.s-card[data-listingid], .brwrvr__item-card, .b-list__items_nofooter li.s-item',
    title: '.s-card__title span, .s-card__title, .s-item__title span[role="heading"], .s-item__title, h3',
    price: '.s-card__price, .s-item__price, .textual-display.bsig__price--displayprice',
    // The first of a list is a placeholder.
    none: 'a[href*="/itm/123456"]',
    other: '.srp-river-answer, .srp-save-null-search, [class*="carousel"]',
  },
  {
    name: 'Etsy',
    isShop: /(^|\.)etsy\.com$/,
    number: /\/listing\/(\d+)(?:[/?]|$)/,
    cards: '.v2-listing-card, .listing-link[data-listing-id]',
    title: 'h3, h2, .v2-listing-card__title',
    price: '.lc-price .n-listing-card__price, .n-listing-card__price, .lc-price, .currency-value',
    numberAttribute: 'data-listing-id',
    ad: '[data-ad-label], .wt-sponsored, [aria-label^="Ad "]',
  },
  {
    name: 'AliExpress',
    isShop: /(^|\.)aliexpress\.(com|us|ru)$/,
    number: /\/item\/(?:[^/]+\/)?(\d+)(?:\.html|[/?]|$)/,
    dollar: 'USD',
    cards: '#card-list .search-item-card-wrapper-gallery, #card-list > div, .list--gallery--C2f2tvm > div',
    title: 'h3, [class*="titleText"], [class*="title--"]',
    other: '[class*="recommend"], #recommend',
  },
  {
    name: 'Shopee',
    isShop: /(^|\.)shopee\.(sg|ph|vn|tw|cl|co\.(id|th)|com\.(my|br|mx|co))$/,
    number: /(?:-i\.\d+\.|\/product\/\d+\/)(\d+)/,
    cards: '.shopee-search-item-result__item, [data-sqe="item"], .shop-search-result-view__item',
    title: '[data-sqe="name"] > div:first-child, .line-clamp-2',
    ad: '[data-sqe="ad"]',
  },
  {
    name: 'Lazada',
    isShop: /(^|\.)lazada\.(sg|vn|co\.(id|th)|com\.(my|ph))$/,
    number: /-i(\d+)(?:-s\d+)?\.html/,
    cards: '[data-qa-locator="product-item"]',
    title: '.RfADt a, [class*="title"] a',
    price: '.aBrP0 .ooOxS, .ooOxS',
    numberAttribute: 'data-item-id',
  },
  {
    name: 'Walmart',
    isShop: /(^|\.)walmart\.(com|ca|com\.mx)$/,
    number: /\/ip\/(?:[^/]+\/)?(\d+)(?:[/?]|$)/,
    cards:
      '[data-testid="list-view"] [data-item-id], [data-item-id][role="group"], [data-stack-index] [data-item-id]',
    title: '[data-automation-id="product-title"]',
    // For screen readers: "current price Now $12.50, Was $20.00".
    price: '[data-automation-id="product-price"] > span',
    other: '[data-testid="horizontal-scroller"], [data-testid*="carousel" i]',
  },
  {
    name: 'Temu',
    isShop: /(^|\.)temu\.com$/,
    number: /-g-(\d+)\.html|[?&]goods_id=(\d+)/,
  },
  {
    name: 'Shein',
    isShop: /(^|\.)shein\.(com|co\.uk|com\.mx|se|tw)$/,
    number: /-p-(\d+)(?:-|\.html)/,
    cards: '.product-list__item, .S-product-card, .product-card',
    title: '.goods-title-link, .S-product-card__goods-name, .product-card__goods-title-container a',
    price: '.product-item__camecase-wrap, .bottom-wrapper__price-wrapper, .normal-price-ctn__sale-price',
    numberAttribute: 'data-id',
  },
  {
    name: 'Mercado Libre',
    isShop: /(^|\.)mercadoli[bv]re\.(com(\.[a-z]{2})?|cl|co\.cr)$/,
    number: /(?:\/p\/|\/up\/|\/)(M[A-Z]{2}U?-?\d{6,})/,
    cards: '.ui-search-layout__item',
    title: '.poly-component__title, .ui-search-item__title',
    price: '.poly-price__current .andes-money-amount, .ui-search-price__second-line .andes-money-amount',
    ad: '.poly-component__ads-promotions, .ui-search-item__pub-container, a[href*="//click1.mercadoli"]',
    other: '.ui-search-carousel, [class*="recommendations"]',
  },
  {
    name: 'Ozon',
    isShop: /(^|\.)ozon\.(ru|com|kz|by)$/,
    number: /\/product\/(?:[^/]*-)?(\d{5,})(?:[/?]|$)/,
    cards: '[data-widget="searchResultsV2"] .tile-root, [data-widget="tileGridDesktop"] .tile-root',
    title: '.tsBody500Medium, .tsBodyL',
    price: '.tsHeadline500Medium, .tsHeadline600Large',
    other: '[data-widget="skuGrid"], [data-widget="skuShelfGoods"], [data-widget*="shelf" i]',
  },
  {
    name: 'Wildberries',
    isShop: /(^|\.)wildberries\.(ru|by|kz|am|kg|uz)$/,
    number: /\/catalog\/(\d+)\//,
    cards: '.product-card[data-nm-id]',
    title: '.product-card__name',
    price: '.price__lower-price',
    numberAttribute: 'data-nm-id',
    other: '.goods-slider, .recommended-goods',
  },
  {
    name: 'Coupang',
    isShop: /(^|\.)coupang\.com$/,
    number: /\/vp\/products\/(\d+)/,
    cards: 'li.search-product, li[class*="ProductUnit_productUnit"], #productList > li',
    title: '.name, [class*="ProductUnit_productName"]',
    price: '.price-value, [class*="PriceArea_priceArea"] [class*="Price_priceValue"]',
    ad: '.search-product__ad-badge, .ad-badge, [class*="AdMark"]',
    other: '.sdp-carousel, [class*="carousel" i]',
  },
  {
    name: 'Rakuten',
    isShop: /(^|\.)rakuten\.co\.jp$/,
    number: /^item\.rakuten\.co\.jp\/([\w-]+\/[\w.-]+)/,
    cards: '.searchresultitem, .rnkRanking_itemBox, [data-card-type]',
    title: '[class*="title-link"], .title h2 a, .content.title a, .rnkRanking_itemName a',
    price: '[class*="price--"], .price, .rnkRanking_price',
    ad: '[data-card-type="cpc"], [class*="cpc"], .pr-label',
  },
  {
    name: 'Yahoo Japan',
    isShop: /(^|\.)shopping\.yahoo\.co\.jp$/,
    number: /^store\.shopping\.yahoo\.co\.jp\/([\w-]+\/[\w-]+)\.html/,
  },
  {
    name: 'Allegro',
    isShop: /(^|\.)allegro\.(pl|cz|sk|hu)$/,
    number: /\/(?:oferta|nabidka|ponuka|ajanlat|produkt)\/(?:[^/?]*-)?(\d{8,})|[?&]offerId=(\d{8,})/,
    cards: '[data-box-name*="items-v3" i] article, [data-box-name*="listing" i] article',
    title: 'h2',
    price: '[aria-label*="aktualna cena"], [aria-label*="aktuální cena"]',
    other: '[data-box-name*="carousel" i], [data-box-name*="recommend" i]',
  },
  {
    name: 'Flipkart',
    isShop: /(^|\.)flipkart\.com$/,
    number: /[?&]pid=([A-Z0-9]{8,})|\/p\/(itm[a-z0-9]{8,})/i,
    numberAttribute: 'data-id',
  },
  {
    name: 'Target',
    isShop: /(^|\.)target\.com$/,
    number: /\/A-(\d{6,})/,
    cards: '[data-test="@web/site-top-of-funnel/ProductCardWrapper"]',
    title: '[data-test="product-title"], [data-test="@web/ProductCard/title"]',
    price: '[data-test="current-price"]',
    ad: '[data-test="sponsoredText"]',
  },
  {
    name: 'Trendyol',
    isShop: /(^|\.)trendyol\.com$/,
    number: /-p-(\d{5,})/,
  },
  {
    name: 'Tokopedia',
    isShop: /(^|\.)tokopedia\.com$/,
    number: /(?!)/,
    cards: '[data-testid="divSRPContentProducts"] a[data-testid="lnkProductContainer"]',
    other: '[data-testid*="TopAds" i]',
  },
  {
    name: 'Pinterest',
    isShop: /(^|\.)pinterest\.[a-z.]+$/,
    number: /\/pin\/(?:[^/]*--)?(\d+)(?:[/?]|$)/,
  },
  {
    name: 'Alibaba',
    isShop: /(^|\.)alibaba\.com$/,
    number: /\/product-detail\/(?:.*_)?(\d+)\.html/,
    cards: '.fy23-search-card, .search-card-item, .organic-list .card-info',
    title: '.search-card-e-title, h2',
    price: '.search-card-e-price-main',
    ad: '.search-card-e-p4p, [class*="is-p4p"]',
  },
]

/** Shop systems at any domain, by their classes. */
export const CARD_SYSTEMS: Omit<CardShop, 'isShop' | 'number'>[] = [
  {
    name: 'WooCommerce',
    cards: 'li.product.type-product, .product.type-product, .wc-block-grid__product, li.wc-block-product',
    title:
      '.woocommerce-loop-product__title, .wc-block-grid__product-title, .wc-block-components-product-name, .wp-block-post-title, h2, h3',
    other: '.related.products, .up-sells, .upsells, .cross-sells, .widget',
  },
  {
    name: 'Magento',
    cards: '.products-grid li.product-item, .products-list li.product-item',
    title: '.product-item-link',
    other: '.block.related, .block.upsell, .block.crosssell, .widget',
  },
  {
    name: 'PrestaShop',
    cards: '#js-product-list article.product-miniature',
    title: '.product-title',
    numberAttribute: 'data-id-product',
  },
]

export function cardShopOf({ hostname }: URL): CardShop | undefined {
  return CARD_SHOPS.find(({ isShop }) => isShop.test(hostname))
}
