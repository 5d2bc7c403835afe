import type { PercentRange } from './presets.ts'
import type { Source } from './source.ts'

/** A country that is sold to. */
export interface Marketplace {
  /** ISO 4217. */
  currency: string
  /**
   * The tax inside the prices that buyers see, at its standard rate; `null` if prices are shown without it, `unknown` if no
   * one rate would be right.
   */
  vat: PercentRange | null | 'unknown'
  vatSource: Source
  /** On most consumer goods from China; `null` if nothing is known. */
  duty: PercentRange | null
  /** What duty is charged on: the goods as bought, or with the freight to the border. */
  dutiable: 'goods' | 'goodsAndFreight'
  dutySource: Source
}

const EU_VAT: Source = { id: 'euVat', checked: '2025-12' }
const EU_DUTY: Source = { id: 'euDuty', checked: '2026-02' }
const NATIONAL_VAT: Source = { id: 'nationalVat', checked: '2025-12' }
const NATIONAL_DUTY: Source = { id: 'nationalDuty', checked: '2025-12' }

/** The rates of the member states and the currency of those without the euro. */
const EU_RATES = {
  AT: '20',
  BE: '21',
  BG: '20',
  CY: '19',
  CZ: '21 CZK',
  DE: '19',
  DK: '25 DKK',
  EE: '24',
  ES: '21',
  FI: '25.5',
  FR: '20',
  GR: '24',
  HR: '25',
  HU: '27 HUF',
  IE: '23',
  IT: '22',
  LT: '21',
  LU: '17',
  LV: '21',
  MT: '18',
  NL: '21',
  PL: '23 PLN',
  PT: '23',
  RO: '21 RON',
  SE: '25 SEK',
  SI: '22',
  SK: '23',
}

/** By ISO 3166 code. */
export const MARKETPLACES: Record<string, Marketplace> = {
  US: {
    currency: 'USD',
    vat: null,
    vatSource: { id: 'usSalesTax', checked: '2026-06' },
    // Base rate plus Section 301 (7.5 or 25 %); what follows the surcharge of 2026 is open, so the range is wide.
    duty: { low: '7.5', high: '45' },
    dutiable: 'goods',
    dutySource: { id: 'usDuty', checked: '2026-06' },
  },
  GB: {
    currency: 'GBP',
    vat: exactly('20'),
    vatSource: { id: 'ukVat', checked: '2025-12' },
    duty: { low: '2', high: '12' },
    dutiable: 'goodsAndFreight',
    dutySource: { id: 'ukDuty', checked: '2025-11' },
  },
  ...Object.fromEntries(Object.entries(EU_RATES).map(([code, rate]) => [code, memberState(rate)])),
  CH: national('CHF', '8.1', '0', '0', { id: 'chDuty', checked: '2024-01' }),
  NO: national('NOK', '25', '0', '10.7', { id: 'noDuty', checked: '2025-12' }),
  TR: national('TRY', '20', '10', '60', { id: 'trDuty', checked: '2026-01' }),
  CA: {
    ...national('CAD', '0', '0', '18', NATIONAL_DUTY, 'goods'),
    vat: null,
    vatSource: { id: 'caSalesTax', checked: '2025-12' },
  },
  MX: national('MXN', '16', '10', '35', { id: 'mxDuty', checked: '2026-01' }),
  BR: {
    ...national('BRL', '0', '20', '60', { id: 'brDuty', checked: '2024-08' }),
    vat: 'unknown',
    vatSource: { id: 'brTaxes', checked: '2024-08' },
  },
  AU: national('AUD', '10', '0', '5', { id: 'auDuty', checked: '2025-12' }, 'goods'),
  NZ: national('NZD', '15', '0', '10', NATIONAL_DUTY, 'goods'),
  JP: national('JPY', '10', '0', '10', { id: 'jpDuty', checked: '2025-12' }),
  KR: national('KRW', '10', '0', '13', NATIONAL_DUTY),
  IN: {
    ...national('INR', '0', '10', '40', { id: 'inDuty', checked: '2025-09' }),
    vat: { low: '5', high: '18' },
    vatSource: { id: 'inGst', checked: '2025-09' },
  },
  SG: national('SGD', '9', '0', '0', NATIONAL_DUTY),
  // Sales tax is charged once, on import or at the maker's, so a buyer's price says nothing of its rate.
  MY: { ...national('MYR', '0', '0', '30', NATIONAL_DUTY), vat: 'unknown' },
  TH: national('THB', '7', '0', '30', NATIONAL_DUTY),
  VN: { ...national('VND', '0', '0', '35', NATIONAL_DUTY), vat: { low: '8', high: '10' } },
  PH: national('PHP', '12', '0', '20', NATIONAL_DUTY),
  ID: { ...national('IDR', '0', '0', '30', NATIONAL_DUTY), vat: { low: '11', high: '12' } },
  TW: national('TWD', '5', '0', '12', NATIONAL_DUTY),
  IL: national('ILS', '18', '0', '12', NATIONAL_DUTY),
  ZA: national('ZAR', '15', '0', '45', NATIONAL_DUTY, 'goods'),
  CL: national('CLP', '19', '0', '6', NATIONAL_DUTY),
  CO: national('COP', '19', '0', '35', NATIONAL_DUTY),
  AE: national('AED', '5', '5', '5', NATIONAL_DUTY),
  SA: national('SAR', '15', '5', '15', NATIONAL_DUTY),
}

function exactly(percent: string): PercentRange {
  return { low: percent, high: percent }
}

function memberState(rate: string): Marketplace {
  const [percent = '', currency = 'EUR'] = rate.split(' ')
  return {
    currency,
    vat: exactly(percent),
    vatSource: EU_VAT,
    duty: { low: '2', high: '12' },
    dutiable: 'goodsAndFreight',
    dutySource: EU_DUTY,
  }
}

function national(
  currency: string,
  vat: string,
  low: string,
  high: string,
  dutySource: Source,
  dutiable: Marketplace['dutiable'] = 'goodsAndFreight',
): Marketplace {
  return { currency, vat: exactly(vat), vatSource: NATIONAL_VAT, duty: { low, high }, dutiable, dutySource }
}
