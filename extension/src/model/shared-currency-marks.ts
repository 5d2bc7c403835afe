/** Marks that several countries use for a currency of their own, and those currencies, the most used first. */
export const SHARED_CURRENCY_MARKS: Record<string, readonly string[]> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP', 'UYU'],
  '¥': ['JPY', 'CNY'],
  元: ['CNY', 'TWD', 'HKD'],
  kr: ['SEK', 'DKK', 'NOK', 'ISK'],
  Rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'],
}
