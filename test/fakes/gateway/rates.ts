import { ratesFile } from '../../../worker/src/testing/rates.ts'

/** Plausible rates to one euro. */
const RATES = {
  USD: '1.0834',
  JPY: '168.20',
  CZK: '24.318',
  DKK: '7.4689',
  GBP: '0.8391',
  HUF: '391.45',
  PLN: '4.2578',
  RON: '5.0921',
  SEK: '11.0365',
  CHF: '0.9374',
  ISK: '142.70',
  NOK: '11.7430',
  TRY: '48.9120',
  AUD: '1.7216',
  BRL: '6.1845',
  CAD: '1.5273',
  CNY: '7.8512',
  HKD: '8.4287',
  IDR: '17964.30',
  ILS: '3.8965',
  INR: '96.1450',
  KRW: '1586.22',
  MXN: '20.3918',
  MYR: '4.5870',
  NZD: '1.9402',
  PHP: '63.475',
  SGD: '1.4093',
  THB: '35.612',
  ZAR: '19.2844',
}

/** The European Central Bank's file of a day. */
export function dailyRates(date: string): string {
  return ratesFile(Object.entries(RATES), date)
}
