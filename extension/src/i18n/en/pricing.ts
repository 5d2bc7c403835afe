export const pricing = {
  marginTitle: 'Profit check',
  listingLabel: 'Sells for',
  offerTitle: (title: string) => `Offer: ${title}`,
  currencyUnknown: (price: string) => `${price}, currency unknown`,
  priceFrom: (price: string) => `from ${price}`,
  whichCurrency: (mark: string) => `Which ${mark}?`,
  currencyRemembered: 'Remembered for this shop',
  enterSellingPrice: 'Enter your selling price to see your margin',
  noSellingPrice: 'No price found on the page. Enter yours to see your margin',
  marginWith: (verdict: string, margin: string) => `${verdict}: ${margin}`,
  topOffer: 'top offer',
  soldAt: (price: string) => `at ${price}`,
  /** What remains of a piece, and of the whole order, which follows it. */
  profitEach: (amount: string) => `${amount} profit each`,
  profitOfOrder: (amount: string, quantity: string) => `${amount} for ${quantity}`,
  lossEach: (amount: string) => `Loses ${amount} each`,
  lossOfOrder: (amount: string, quantity: string) => `${amount} for ${quantity}`,
  mixedEach: (loss: string, profit: string) => `From a loss of ${loss} to a profit of ${profit} each`,
  mixedOfOrder: (loss: string, profit: string, quantity: string) =>
    `a loss of ${loss} to a profit of ${profit} for ${quantity}`,
  eachAndOrder: (each: string, order: string) => `${each}, ${order}`,
  breaksEven: 'Breaks even',
  returnOnCost: (percent: string) => `ROI ${percent}`,
  landedEach: (amount: string) => `landed cost ${amount} each`,
  /** From a negative number on, where a dash would look like a second minus. */
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  getFigures: (what: string) => `Get ${what} · 1 search`,
  retryFigures: 'Try again · 1 search',
  gettingFigures: 'Asking 1688…',
  figures: { weight: 'weight', size: 'size', tiers: 'tiers' },
  figurePair: (one: string, other: string) => `${one} and ${other}`,
  /** Once 1688 was asked, or where its API cannot be. */
  figuresNotGiven: {
    weight: 'No weight from 1688: enter it to see your margin',
    size: 'No size from 1688: enter it, or choose “weight only”',
    tiers: (quantity: string) => `No price for ${quantity} from 1688: enter the supplier’s quote`,
  },
  noOfferYet: 'Your margin appears here once there are offers',
  marginEstimated: (lines: string) => `estimated: ${lines}`,
  /** Before a margin that is not certain. */
  bounds: {
    atLeast: (margin: string) => `at least ${margin}`,
    atMost: (margin: string) => `at most ${margin}`,
    open: (margin: string) => `${margin} if these figures hold`,
  },
  /** What to do so that there is a margin. */
  missingInputs: {
    price: (line: string) => `Add ${line} to see your margin`,
    exchangeRate: () => 'Add an exchange rate to see your margin',
    weight: () => 'Add weight to see your margin',
    size: () => 'Add size to see your margin',
    marketplace: () => 'Choose a marketplace to see your margin',
    countryRate: (line: string) => `No preset for this country: enter ${line}`,
    fulfilmentFee: () => 'No preset for this size or country: enter fulfilment',
    invalidNumber: (line: string) => `Check the number: ${line}`,
    invalidWeight: () => 'Check the number: weight',
    invalidSize: () => 'Check the number: size',
    invalidExchangeRate: () => 'Check the number: exchange rate',
  },
  /** Why there is no verdict, and what to do. */
  doubts: {
    listPrice: (quantity: string) =>
      `Only the list price is known, not the price for ${quantity}: get the price tiers, or enter a quote`,
    variants: () => 'The price depends on the variant: enter the price of yours',
    belowMinimum: (quantity: string, minimum: string) =>
      `The minimum order is ${minimum}, not ${quantity}: raise the quantity`,
    size: () => 'Freight may be charged by volume: add the size, or choose “weight only”',
    fromPrice: () => 'The listing only says “from”: enter your selling price',
  },
  costLines: {
    sellingPrice: 'selling price',
    vat: 'VAT/GST',
    fee: 'marketplace fee',
    fulfilment: 'fulfilment',
    goods: 'goods',
    agent: 'buying agent',
    domestic: 'freight in China',
    inspection: 'inspection',
    freight: 'freight',
    duty: 'duty',
    spread: 'currency exchange',
    defects: 'defects',
    other: 'other costs',
  },
  amountUnknown: 'unknown',
  weight: 'Weight per piece (kg)',
  displayCurrency: 'Show prices in',
  currencyOfListing: (currency: string) => `Same as the listing (or ${currency})`,
  numberInvalid: 'Enter a number',
}

export type PricingTexts = typeof pricing
