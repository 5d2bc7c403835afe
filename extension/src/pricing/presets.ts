import type { Assumptions, Divisor, FeeId, FreightId } from '../model/assumptions.ts'
import type { Source } from './source.ts'

export interface FreightPreset {
  /** Yuan, door to door: for each chargeable kilogram, or for each cubic metre or tonne, whichever is more. */
  low: string
  high: string
  per: 'kg' | 'm3'
  divisor: Divisor
  source: Source
}

export const FREIGHT_PRESETS: Record<FreightId, FreightPreset> = {
  express: { ...perKg('45', '90'), divisor: '5000', source: { id: 'couriers', checked: '2026-11' } },
  air: { ...perKg('30', '60'), divisor: '6000', source: { id: 'airCargo', checked: '2026-11' } },
  // In consolidated containers, as small sellers buy it.
  sea: { ...perKg('8', '18'), divisor: 'none', source: { id: 'freightMarket', checked: '2026-11' } },
  lcl: {
    low: '800',
    high: '2000',
    per: 'm3',
    divisor: 'none',
    source: { id: 'lclTariffs', checked: '2026-11' },
  },
}

/** Of a custom rate, unless the user chooses another: most rates per kilogram charge volume too. */
const CUSTOM_RATE_DIVISOR = '6000'

/** Cubic metres charged at least for a shipment by volume. */
export const LEAST_VOLUME_M3 = '1'

/** The rate that is in use: a preset, or the user's own. */
export function freightRate({
  freight,
  divisor,
}: Pick<Assumptions, 'freight' | 'divisor'>): Omit<FreightPreset, 'source'> & { source: Source | null } {
  if (typeof freight !== 'object')
    return {
      ...FREIGHT_PRESETS[freight],
      ...(divisor && FREIGHT_PRESETS[freight].per === 'kg' && { divisor }),
    }
  if ('perM3' in freight)
    return { low: freight.perM3, high: freight.perM3, per: 'm3', divisor: 'none', source: null }
  return { ...perKg(freight.perKg, freight.perKg), divisor: divisor ?? CUSTOM_RATE_DIVISOR, source: null }
}

function perKg(low: string, high: string): Pick<FreightPreset, 'low' | 'high' | 'per'> {
  return { low, high, per: 'kg' }
}

export interface PercentRange {
  low: string
  high: string
}

/** On shoes, and on goods with anti-dumping or other additional duties. */
export const HIGH_DUTY: PercentRange & { source: Source } = {
  low: '15',
  high: '35',
  source: { id: 'highDuty', checked: '2026-06' },
}

export const AMAZON_REFERRAL: Source = { id: 'amazonReferral', checked: '2026-02' }

/** The marketplace's share of the price that the buyer pays, with tax where that is part of the price. */
export const FEE_PRESETS: Record<FeeId, PercentRange> = {
  usual: { low: '8', high: '15' },
  none: { low: '0', high: '0' },
}

/** What Amazon charges at least for one piece in most categories. */
const REFERRAL_MINIMUMS: Record<string, string> = { USD: '0.30', GBP: '0.25', EUR: '0.30' }

/**
 * The least fee for one piece: as entered, or Amazon's with its own range of fees or on its own pages. Undefined where
 * none is known.
 */
export function feeMinimumOf({ fee, feeMinimum, shop }: Assumptions, currency: string): string | undefined {
  const entered = feeMinimum?.[currency]
  if (entered !== undefined) return entered
  const isAmazon = /(^|\.)amazon\./.test(shop ?? '')
  return fee === 'usual' || (isAmazon && fee !== 'none') ? REFERRAL_MINIMUMS[currency] : undefined
}
