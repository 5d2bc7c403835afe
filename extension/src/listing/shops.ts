/** Where one shop's product page shows what a listing needs. The first selector that answers is believed. */
export interface ShopSelectors {
  name: string
  /** When the selectors were last looked at, year and month. */
  lookedAt: string
  isShop(url: URL, document: Document): boolean
  price: string[]
  /** Whole and cents, where the shop sets them as elements of their own without a separator between. */
  priceParts?: { within: string; whole: string; cents: string; symbol: string }
  title: string[]
  /** Finds the number in the page's path. */
  number: RegExp
  /** A field that holds it where the path does not. */
  numberField?: string
}

const host = (pattern: RegExp) => (url: URL) => pattern.test(url.hostname)

/**
 * Used only for what structured data leaves open. All of it is public knowledge of November 2026, from documents and
 * published code: nobody could visit the shops to check. Shops change these without notice; one that no longer
 * matches leaves the price unknown.
 */
export const SHOPS: ShopSelectors[] = [
  {
    name: 'Amazon',
    lookedAt: '2026-11',
    isShop: host(
      /(^|\.)amazon\.(com|ca|cn|de|fr|it|es|nl|se|pl|ie|ae|sa|eg|in|sg|co\.(uk|jp|za)|com\.(mx|br|be|tr|au))$/,
    ),
    price: [
      // `a-text-price` is the struck-through list price and the price per unit.
      '#corePriceDisplay_desktop_feature_div .priceToPay',
      '#corePriceDisplay_mobile_feature_div .priceToPay',
      '#corePrice_feature_div .a-price-range',
      '#corePrice_feature_div .a-price:not(.a-text-price) .a-offscreen',
      '#corePrice_desktop .a-price-range',
      '#corePrice_desktop .apexPriceToPay .a-offscreen',
      '#price_inside_buybox',
      '#priceblock_dealprice',
      '#priceblock_saleprice',
      '#priceblock_ourprice',
    ],
    title: ['#productTitle', '#title'],
    number: /\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?:[/?]|$)/i,
    numberField: 'input#ASIN',
  },
  {
    name: 'eBay',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)ebay\.(com|ca|de|fr|it|es|nl|pl|ie|at|ch|ph|co\.uk|com\.(au|hk|my|sg))$/),
    price: ['.x-price-primary', '#prcIsum', '#mm-saleDscPrc'],
    title: ['.x-item-title__mainTitle', '#itemTitle'],
    number: /\/itm\/(?:[^/]+\/)?(\d{9,15})(?:\/|$)/,
  },
  {
    name: 'Walmart',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)walmart\.(com|ca|com\.mx)$/),
    price: [
      '[data-seo-id="hero-price"]',
      '[data-testid="price-wrap"] [itemprop="price"]',
      'span[itemprop="price"]',
    ],
    title: ['#main-title', 'h1[itemprop="name"]'],
    number: /\/ip\/(?:[^/]+\/)?(\d+)(?:\/|$)/,
  },
  {
    name: 'AliExpress',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)aliexpress\.(com|us|ru)$/),
    price: [
      // The end of these class names changes with every build.
      '[class*="price-default--current--"]',
      '[class*="price--currentPriceText--"]',
      '.product-price-current',
    ],
    title: ['[data-pl="product-title"]', '.product-title-text'],
    number: /\/item\/(?:[^/]+\/)?(\d+)(?:\.html|\/|$)/,
  },
  {
    name: 'Etsy',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)etsy\.com$/),
    price: ['[data-selector="price-only"]', '[data-buy-box-region="price"] .wt-text-title-larger'],
    title: ['h1[data-buy-box-listing-title]'],
    number: /\/listing\/(\d+)(?:\/|$)/,
  },
  {
    name: 'Temu',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)temu\.com$/),
    price: ['#goods_price'],
    title: [],
    number: /-g-(\d+)\.html/,
  },
  {
    name: 'Shein',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)shein\.(com|co\.uk|com\.mx|se|tw)$/),
    price: ['#productMainPriceId', '.productPrice__main', '.product-intro__head-mainprice'],
    title: ['.product-intro__head-name'],
    number: /-p-(\d+)(?:-|\.html)/,
  },
  {
    name: 'Mercado Libre',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)mercadoli[bv]re\.com(\.[a-z]{2})?$|(^|\.)mercadolibre\.(cl|co\.cr)$/),
    price: ['.ui-pdp-price__second-line meta[itemprop="price"]'],
    priceParts: {
      within: '.ui-pdp-price__second-line .andes-money-amount',
      whole: '.andes-money-amount__fraction',
      cents: '.andes-money-amount__cents',
      symbol: '.andes-money-amount__currency-symbol',
    },
    title: ['.ui-pdp-title'],
    number: /\/(M[A-Z]{2}-?\d{6,})/,
  },
  {
    name: 'Shopee',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)shopee\.(sg|ph|vn|tw|cl|co\.(id|th)|com\.(my|br|mx|co))$/),
    price: ['.IZPeQz.B67UQ0', '.pqTWkA'],
    title: ['.vR6K3w', '._44qnta'],
    number: /(?:-i\.\d+\.|\/product\/\d+\/)(\d+)/,
  },
  {
    name: 'Lazada',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)lazada\.(sg|vn|co\.(id|th)|com\.(my|ph))$/),
    price: ['.pdp-v2-product-price-content-salePrice-amount', '.pdp-product-price .pdp-price_type_normal'],
    title: ['.pdp-mod-product-badge-title-v2', '.pdp-mod-product-badge-title'],
    number: /-i(\d+)(?:-s\d+)?\.html/,
  },
  {
    name: 'Alibaba',
    lookedAt: '2026-11',
    isShop: host(/(^|\.)alibaba\.com$/),
    // The first step of the ladder is that of the fewest pieces.
    price: [
      '[data-testid="ladder-price"] .price-item span',
      '[data-testid="range-price"] > span',
      '[data-testid="fixed-price"] span',
    ],
    title: ['.product-title-container h1'],
    number: /\/product-detail\/(?:.*_)?(\d+)\.html/,
  },
  {
    name: 'Shopify',
    lookedAt: '2026-11',
    isShop: (url, document) =>
      /\/products\/[^/]+/.test(url.pathname) &&
      document.querySelector(
        'meta[name="shopify-checkout-api-token"], link[href*="cdn.shopify.com"], script[src*="cdn.shopify.com"]',
      ) !== null,
    // Of the theme that most others come from; what is not on sale hides the one and shows the other.
    price: ['.product .price__sale .price-item--sale', '.product .price__regular .price-item--regular'],
    title: ['.product__title h1', 'h1.product__title'],
    // Its addresses have no numbers.
    number: /(?!)/,
  },
]
