/* What the names in a page's markup, its classes and ids, say about a price or an area. Several languages, as shops write them. */

/** What a price used to be, or is compared with. */
export const OLD_NAME =
  /(?:^|[-_\s])(?:old|was|deleted|antes|anterior|avant|barr[eé]e?|vorher|alt(?:er)?|streich\w*|statt|ancien|prima|barrato|tachado|stara|przekreslon\w*|puvodni|regi|eski|doorgestreept|(?<!with-)list-?price|msrp|rrp|uvp|srp|strike(?:d|-?through|through)?|struck|crossed?(?:-?out)?|line-?through|compare(?:-?at)?|before|previous|prev|former|origin|original|retail)(?:$|[-_\s])/i

export const OTHER_NAME =
  /(?:^|[-_\s])(?:a-text-price|saving|savings|save|(?:discount|rabatt|sconto|remise)-?(?:amount|percent\w*|value|badge|label)|you-?save|shipping|delivery|freight|postage|installments?|instalments?|monthly|finance|financing|klarna|affirm|afterpay|parcel\w*|cuota\w*|raty|rata|per-?unit|unit-?price|grundpreis|price-?per|subscri\w*|sns\w*|autoship|rent(?:al|ed)?|used\w*|renewed\w*|refurb\w*|pre-?owned|trade-?in|coupon|voucher|gift\w*|warranty|protection|insurance|points?|reward\w*|member\w*|loyalty|deposit|bid|bids|bidding|tier\w*|bulk|quantity-?(?:price|discount|break)\w*|volume)(?:$|[-_\s])/i

/** Names of areas in which prices are of other products, or of the cart. */
export const ELSEWHERE =
  /(?:^|[-_\s])(?:related|recommend\w*|recs?|similar|up-?sells?|upsell\w*|cross-?sells?|crosssell\w*|also(?:-?\w+)?|recently\w*|viewed|accessor\w*|bundles?|frequently\w*|fbt|sponsored\w*|ads?|advert\w*|carousel\w*|mini-?cart\w*|minicart\w*|cart-?(?:drawer|popup|preview|summary|total|flyout|sidebar)|footer\w*|navbar|navigation|mega-?menu|breadcrumbs?|basket-?(?:total|summary)|wishlist\w*|compare-?(?:list|products)|reviews?|testimonials?|newsletter|cookie\w*|marquee|announcement\w*|usp|suggest\w*|p13n\w*|addon\w*|add-?on\w*|best-?sellers?|new-?arrivals?|trending|other-?(?:sellers?|offers?|merchants?)|filters?|facets?)(?:$|[-_\s])/i

/** The same as whole names: "product-card-price" may be in the product's own card. */
export const ELSEWHERE_WHOLE =
  /(?:^|\s)(?:(?:site-?|page-?|main-?|top-?|global-?)?(?:header|nav|menu)|modal|popup|products?-?(?:grid|list|listing|slider|tiles?|cards?|carousel))(?:$|\s)/i

/** `block__element`: its block says what it is about. */
export const BEM_ELEMENT = /\S+__\S+/g

export const REGULAR_NAME =
  /(?:^|[-_\s])(?:regular|normal|standard|full|base|default|excl\w*|ex-?(?:vat|tax)|without-?(?:tax|vat)|net)(?:$|[-_\s])/i

export const PRICE_NAME =
  /price|prix|preis|precio|prezzo|pre[cç]o|cena|ceny|\bpris|prijs|fiyat|harga|\bhinta|amount|money|tarif|valor|kaina|\bár\b|стоимост|цена/i

export const NOW_NAME =
  /(?:^|[-_\s])(?:sale|special|current|now|ahora|maintenant|jetzt|online|final|actual|our|offer|deal|promo\w*|reduced|discounted|new|today|action|aktion|price-?to-?pay|pricetopay|apex\w*|buy-?now|main|selling|sales-?price|best)(?:$|[-_\s])/i
