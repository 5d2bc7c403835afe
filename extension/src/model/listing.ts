/**
 * What the page says about the product in the clicked picture. It is read at the click, stays in the browser and is never
 * sent. What the page does not say is `null`.
 */
export interface Listing {
  title: string | null
  /** Decimal string in `currency`; the lowest price of a range. */
  price: string | null
  /** The highest price of a range. */
  priceTo: string | null
  /** The page says that `price` is only the lowest. */
  isFrom?: true
  /** ISO 4217, upper case. */
  currency: string | null
  /**
   * The mark beside the price where it stands for several currencies and the page does not say which ("$", "¥", "kr", "Rs").
   * `currency` is then `null`, or the one that the user chose for the shop. Stored listings of earlier versions lack it.
   */
  currencyMark?: string | null
  /** The page's host. It is known for the browser session only and never saved in the history. */
  shop?: string | null
  /** The page's identifier of the product: an ASIN, GTIN or SKU. */
  productNumber: string | null
  /**
   * Where the price is from: structured data of the page, what it shows beside the product, or selectors for one shop with the
   * month they were last looked at.
   */
  from: 'structured data' | 'visible price' | `selectors for ${string}`
}
