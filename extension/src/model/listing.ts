/**
 * What the page itself says of the product that a picture was clicked on. It is read on the click, stays in the browser
 * and is never sent anywhere. What the page does not say is `null`.
 */
export interface Listing {
  title: string | null
  /** Decimal string in `currency`; the lowest where the page names a range. */
  price: string | null
  /** The highest price, where the page names a range. */
  priceTo: string | null
  /** ISO 4217, upper case. */
  currency: string | null
  /** As the page names the product: an ASIN, GTIN or SKU. */
  productNumber: string | null
  /** Structured data of the page, or selectors for one shop with the month they were last looked at. */
  from: 'structured data' | `selectors for ${string}`
}
