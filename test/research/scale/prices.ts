/**
 * Cloudflare's list prices of the Workers Paid plan in US dollars, as its documentation said in November 2026. Taxes,
 * contracts and later changes are not in them: check before relying on a figure.
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
  /** A month's gigabytes; the price is for one. */
  kvGb: { included: 1, perMillion: 0.5e6 },
} as const

export type Priced = Exclude<keyof typeof PRICES, 'planAMonth'>

/** What one thing costs in a month beyond what the plan includes. */
export function priceOf(what: Priced, amount: number): number {
  const { included, perMillion } = PRICES[what]
  return (Math.max(0, amount - included) * perMillion) / 1e6
}
