/** Where a shop's product page shows the fields of a listing. The first selector with a result wins. */
export interface ShopSelectors {
  name: string
  /** When the selectors were last checked, year and month. */
  checkedAt: string
  isShop(url: URL, document: Document): boolean
  price: string[]
  /** For shops that put whole and cents into separate elements without a separator. */
  priceParts?: { within: string; whole: string; cents: string; symbol: string }
  title: string[]
  /** Matches the product number in the page's path. */
  number: RegExp
  /** Whether the selectors know every layout: without a match there is no price, only those of other products. */
  knowsAllPrices?: true
  /** A form field with the number, for paths without it. */
  numberField?: string
}

/** Shops of one country at a domain that does not tell it, whose bare "$" is that country's. */
const UNITED_STATES =
  /(?:^|\.)(?:amazon|walmart|target|bestbuy|homedepot|lowes|costco|newegg|macys|kohls|wayfair|samsclub|overstock|chewy)\.com$/

export function currencyOfShop({ hostname }: URL): string | null {
  return UNITED_STATES.test(hostname) ? 'USD' : null
}

const host = (pattern: RegExp) => (url: URL) => pattern.test(url.hostname)

/**
 * Used only for fields that structured data lacks. From public documents and published code of November 2026, not checked in
 * the shops themselves. Shops change their pages without notice; a selector that no longer matches leaves the price unknown.
 */
export const SHOPS: ShopSelectors[] = [
  {
    name: 'Amazon',
    checkedAt: '2026-11',
    isShop: host(
      /(^|\.)amazon\.(com|ca|cn|de|fr|it|es|nl|se|pl|ie|ae|sa|eg|in|sg|co\.(uk|jp|za)|com\.(mx|br|be|tr|au))$/,
    ),
    price: [
      // `a-text-price` is the struck-through list price or the price per unit.
      '#corePriceDisplay_desktop_feature_div .priceToPay',
      '#corePriceDisplay_mobile_feature_div .priceToPay',
      '#corePrice_feature_div .a-price-range',
      '#corePrice_feature_div .a-price:not(.a-text-price) .a-offscreen',
      '#corePrice_desktop .a-price-range',
      '[class*="apex-pricetopay"]',
      '#apex_desktop .priceToPay',
      '#apex_desktop .a-price-range',
      '#apex_desktop .a-price:not(.a-text-price)',
      '#corePrice_desktop .apexPriceToPay .a-offscreen',
      '#price_inside_buybox',
      '#newBuyBoxPrice',
      '#tmmSwatches .selected .a-color-price',
      '#tmmSwatches .selected .slot-price',
      '#kindle-price',
      '#priceblock_dealprice',
      '#priceblock_saleprice',
      '#priceblock_ourprice',
    ],
    knowsAllPrices: true,
    title: ['#productTitle', '#title'],
    number: /\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?:[/?]|$)/i,
    numberField: 'input#ASIN',
  },
  {
    name: 'eBay',
    checkedAt: '2026-11',
    isShop: host(/(^|\.)ebay\.(com|ca|de|fr|it|es|nl|pl|ie|at|ch|ph|co\.uk|com\.(au|hk|my|sg))$/),
    price: ['.x-price-primary', '#prcIsum', '#mm-saleDscPrc'],
    title: ['.x-item-title__mainTitle', '#itemTitle'],
    number: /\/itm\/(?:[^/]+\/)?(\d{9,15})(?:\/|$)/,
  },
  {
    name: 'Walmart',
    checkedAt: '2026-11',
    isShop: host(/(^|\.)walmart\.(com|ca|com\.mx)$/),
    price: [
      '[data-seo-id="hero-price"]',
      '[data-testid="price-wrap"] [itemprop="price"]',
      '.prod-PriceHero .price-group',
    ],
    title: ['#main-title', 'h1[itemprop="name"]'],
    number: /\/ip\/(?:[^/]+\/)?(\d+)(?:\/|$)/,
  },
  {
    name: 'AliExpress',
    checkedAt: '2026-11',
    isShop: host(/(^|\.)aliexpress\.(com|us|ru)$/),
    price: [
      // The suffix of these class names changes with every build.
      '[class*="price-default--current--"]',
      '[class*="price--currentPriceText--"]',
      '.product-price-current',
    ],
    title: ['[data-pl="product-title"]', '.product-title-text'],
    number: /\/item\/(?:[^/]+\/)?(\d+)(?:\.html|\/|$)/,
  },
  {
    name: 'Etsy',
    checkedAt: '2026-11',
    isShop: host(/(^|\.)etsy\.com$/),
    price: ['[data-selector="price-only"]', '[data-buy-box-region="price"] .wt-text-title-larger'],
    title: ['h1[data-buy-box-listing-title]'],
    number: /\/listing\/(\d+)(?:\/|$)/,
  },
  {
    name: 'Temu',
    checkedAt: '2026-11',
    isShop: host(/(^|\.)temu\.com$/),
    price: ['#goods_price'],
    title: [],
    number: /-g-(\d+)\.html/,
  },
  {
    name: 'Shein',
    checkedAt: '2026-11',
    isShop: host(/(^|\.)shein\.(com|co\.uk|com\.mx|se|tw)$/),
    price: ['#productMainPriceId', '.productPrice__main', '.product-intro__head-mainprice'],
    title: ['.product-intro__head-name'],
    number: /-p-(\d+)(?:-|\.html)/,
  },
  {
    name: 'Mercado Libre',
    checkedAt: '2026-11',
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
    checkedAt: '2026-11',
    isShop: host(/(^|\.)shopee\.(sg|ph|vn|tw|cl|co\.(id|th)|com\.(my|br|mx|co))$/),
    price: ['.IZPeQz.B67UQ0', '.pqTWkA'],
    title: ['.vR6K3w', '._44qnta'],
    number: /(?:-i\.\d+\.|\/product\/\d+\/)(\d+)/,
  },
  {
    name: 'Lazada',
    checkedAt: '2026-11',
    isShop: host(/(^|\.)lazada\.(sg|vn|co\.(id|th)|com\.(my|ph))$/),
    price: ['.pdp-v2-product-price-content-salePrice-amount', '.pdp-product-price .pdp-price_type_normal'],
    title: ['.pdp-mod-product-badge-title-v2', '.pdp-mod-product-badge-title'],
    number: /-i(\d+)(?:-s\d+)?\.html/,
  },
  {
    name: 'Alibaba',
    checkedAt: '2026-11',
    isShop: host(/(^|\.)alibaba\.com$/),
    // The first price tier is for the fewest pieces.
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
    checkedAt: '2026-11',
    isShop: (url, document) =>
      /\/products\/[^/]+/.test(url.pathname) &&
      document.querySelector(
        'meta[name="shopify-checkout-api-token"], link[href*="cdn.shopify.com"], script[src*="cdn.shopify.com"]',
      ) !== null,
    // From the theme that most others are based on, which shows only one of the two.
    price: ['.product .price__sale .price-item--sale', '.product .price__regular .price-item--regular'],
    title: ['.product__title h1', 'h1.product__title'],
    // Its URLs have no product number.
    number: /(?!)/,
  },
]
