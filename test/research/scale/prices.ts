/**
 * Cloudflare's list prices for the Workers Paid plan in US dollars, from its documentation of November 2026. They do not
 * include taxes, contracts or later changes: check before relying on a figure.
 */
export const PRICES = {
  planAMonth: 5,
  workerRequests: { included: 10e6, perMillion: 0.3 },
  workerCpuMs: { included: 30e6, perMillion: 0.02 },
  objectRequests: { included: 1e6, perMillion: 0.15 },
  objectGbSeconds: { included: 400e3, perMillion: 12.5 },
  rowsWritten: { included: 50e6, perMillion: 1 },
  rowsRead: { included: 25e9, perMillion: 0.001 },
  kvReads: { included: 10e6, perMillion: 0.5 },
  kvWrites: { included: 1e6, perMillion: 5 },
  /** Gigabytes in a month; the price is for one. */
  kvGb: { included: 1, perMillion: 0.5e6 },
} as const

export type Priced = Exclude<keyof typeof PRICES, 'planAMonth'>

/** What one item costs in a month beyond what the plan includes. */
export function priceOf(what: Priced, amount: number): number {
  const { included, perMillion } = PRICES[what]
  return (Math.max(0, amount - included) * perMillion) / 1e6
}
