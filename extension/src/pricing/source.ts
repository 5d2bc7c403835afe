/** Where a preset is from. Their names and what to know about them are in `i18n/en/margin.ts`. */
type SourceId =
  | 'freightMarket'
  | 'couriers'
  | 'airCargo'
  | 'lclTariffs'
  | 'euVat'
  | 'ukVat'
  | 'usSalesTax'
  | 'caSalesTax'
  | 'brTaxes'
  | 'inGst'
  | 'nationalVat'
  | 'usDuty'
  | 'euDuty'
  | 'ukDuty'
  | 'chDuty'
  | 'noDuty'
  | 'trDuty'
  | 'jpDuty'
  | 'auDuty'
  | 'mxDuty'
  | 'brDuty'
  | 'inDuty'
  | 'nationalDuty'
  | 'highDuty'
  | 'amazonReferral'
  | 'amazonFbaUs'
  | 'amazonFbaUk'
  | 'amazonFbaDe'

export interface Source {
  id: SourceId
  /** The month in which it was last compared with what it is from: `2026-02`. */
  checked: string
}

/** @param today `2026-11-27` */
export function isOlderThanAYear({ checked }: Source, today: string): boolean {
  return monthOf(today) - monthOf(checked) > 12
}

function monthOf(date: string): number {
  const [year, month] = date.split('-').map(Number)
  return (year ?? 0) * 12 + (month ?? 0)
}
