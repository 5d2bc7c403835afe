/** What the Chinese words of a name or an address mean, the last that fits. */
const MEANINGS: [RegExp, string][] = [
  [/厂$/, 'works'],
  [/制造/, 'manufacturing'],
  [/加工/, 'processing'],
  [/商行|商社|贸易行/, 'trading firm'],
  [/贸易$|商贸|经贸|外贸/, 'trading'],
  [/进出口/, 'import and export'],
  [/电子商务|电商/, 'e-commerce'],
  [/供应链/, 'supply chain'],
  [/经营部|经销部|销售部|营业部/, 'sales office'],
  [/批发/, 'wholesale'],
  [/百货/, 'general goods'],
  [/店$|超市|门市部|商铺|店面|门面/, 'shop'],
  [/厂房/, 'factory building'],
  [/车间/, 'workshop'],
  [/厂区|生产基地/, 'production site'],
  [/工业/, 'industrial zone'],
  [/商贸城|市场|商城|小商品/, 'market'],
  [/摊位|档口|铺位/, 'market booth'],
  [/园$/, 'e-commerce park'],
  [/单元/, 'flat'],
  [/写字楼|大厦|商务|国际中心/, 'office building'],
]
const glossed = (words: string) => {
  const meaning = MEANINGS.findLast(([pattern]) => pattern.test(words))?.[1]
  return meaning ? `${words} (${meaning})` : words
}
const othersShow = (count: number) =>
  count === 1 ? '1 other supplier shows' : `${count} other suppliers show`

/** Who sells: the list of suppliers, and the page of one. */
export const suppliers = {
  suppliers: 'Suppliers',
  supplierPage: 'Supplier',
  showSupplier: 'Show the supplier',
  allSuppliers: 'All suppliers',
  supplierScope: 'Suppliers of',
  supplierScopes: { search: 'This search', shortlist: 'Shortlist' },
  noSuppliers: 'No suppliers yet',
  noSuppliersHint: 'No offer here names who sells it.',
  supplierNotLoaded: 'Supplier not loaded',
  supplierNotLoadedHint: 'None of its offers are in this search or in your shortlist.',
  unnamedOffers: (count: number) =>
    count === 1 ? '1 offer doesn’t name its supplier.' : `${count} offers don’t name their supplier.`,
  supplierOffers: (count: number) => (count === 1 ? '1 offer' : `${count} offers`),
  coversProducts: (covered: number, all: number) =>
    all === 1 ? 'Covers your product' : `Covers ${covered} of your ${all} products`,
  coversNone: 'Covers none of your products so far.',
  coverageNote:
    'Your products are the searches behind your shortlist. One counts if you saved an offer of this supplier for it and didn’t reject it, or an offer shows its photo.',
  productGone: 'A search no longer in History',
  offersHere: 'Its offers here',
  offersHereNote:
    'Those in this search, in your shortlist, and with the photo of a search behind it. It may sell more on 1688.',
  isInSearch: 'in this search',
  isInShortlist: 'in your shortlist',
  isInEarlierSearch: 'in an earlier search',
  aboutSupplier: 'What 1688 says',
  companyAddress: 'Company address',
  loginName: 'Login name',
  sendsFrom: 'Sends from',
  yearsOn1688: 'Years on 1688',
  badgesOn1688: 'Badges',
  tradeScore: 'Trade score',
  outOfFive: (score: string) => `${score} of 5`,
  scoresOn1688: 'Scores, of 5',
  ratesOn1688: 'Rates',
  scoreNames: {
    service: 'service',
    logistics: 'logistics',
    product: 'product',
    afterSales: 'after-sales',
    dispute: 'disputes',
    consulting: 'consultation',
  } as Record<string, string>,
  rateNames: {
    qualityRefunds30d: 'quality refunds in 30 days',
    shipped48h: 'shipped within 48 h',
  } as Record<string, string>,
  figureOf: (name: string, value: string) => `${name} ${value}`,
  /** For what an offer's page would say. */
  inDetails: 'unknown; an offer’s details may show it',
  factoryOrTrader: 'Factory or trader?',
  signalsUnknown: 'Unknown: nothing loaded here points either way.',
  signalsNote:
    'Signals, not a verdict. Those that contradict each other point neither way, and none proves it: ask for the business licence (营业执照) and a video of the production.',
  speaksFor: { factory: 'Points to a factory', trader: 'Points to a trader', neither: 'Points neither way' },
  signalsFor: { factory: 'Factory', trader: 'Trader' },
  signalsForNeither: 'Factory or trader: unknown',
  signalSources: {
    badge: '1688 badge',
    certified: '1688 certification',
    name: 'Registered name',
    address: 'Company address',
    range: 'Product range',
    photo: 'Shared photo',
    sentFrom: 'Dispatch address',
  },
  badgeSays: (badge: string) => `1688 gives it the badge ${badge}.`,
  certifiedSays: '1688 lists it as a certified factory (认证工厂).',
  nameSays: (words: string) => `Its name says ${glossed(words)}.`,
  addressSays: (words: string) => `Its address says ${glossed(words)}.`,
  rangeSays: (offers: string, categories: string) =>
    `Its ${offers} offers here are in ${categories} of 1688’s top categories.`,
  photoSays: (count: number) => `${othersShow(count)} the same photo. That doesn’t show who took it.`,
  photoOfFactory: (count: number) => `${othersShow(count)} the same photo. 1688 calls this one a factory:`,
  sentFromSays: (from: string, company: string) => `Sends from ${from}; the company is in ${company}.`,
}

export type SupplierTexts = typeof suppliers
