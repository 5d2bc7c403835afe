import type { Case } from '../case.ts'
import { ADDRESSES } from './addresses.ts'
import { COUNTS } from './counts.ts'
import { DETAIL_PRICES } from './detail-prices.ts'
import { DETAILS } from './details.ts'
import { FAILURES } from './failures.ts'
import { GATEWAY_FAILURES } from './gateway-failures.ts'
import { NOTHING_FOUND } from './nothing-found.ts'
import { PRICES } from './prices.ts'
import { QUERIES } from './queries.ts'
import { REGIONS } from './regions.ts'
import { SUPPLIERS } from './suppliers.ts'
import { TITLES } from './titles.ts'

export const CASES: Record<string, Case[]> = {
  prices: PRICES,
  counts: COUNTS,
  'titles and pictures': TITLES,
  'suppliers and services': SUPPLIERS,
  'success, and nothing found': NOTHING_FOUND,
  regions: REGIONS,
  queries: QUERIES,
  addresses: ADDRESSES,
  details: DETAILS,
  'prices of details': DETAIL_PRICES,
  failures: FAILURES,
  'failures of the gateway': GATEWAY_FAILURES,
}
