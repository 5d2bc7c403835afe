import type { Case } from '../case.ts'
import { FAILURES } from './failures.ts'
import { GATEWAY_FAILURES } from './gateway-failures.ts'
import { REGIONS } from './regions.ts'

export const CASES: Record<string, Case[]> = {
  regions: REGIONS,
  failures: FAILURES,
  'failures of the gateway': GATEWAY_FAILURES,
}
