/** What a seller does for buyers, as the query's `filter` names it. `fewRefunds`: quality refunds below 1 %. */
export const SERVICES = [
  'dropship',
  'ships24h',
  'ships48h',
  'returns7d',
  'certifiedFactory',
  'fewRefunds',
] as const
export type Service = (typeof SERVICES)[number]
