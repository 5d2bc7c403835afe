/** What one euro buys, of the magnitude it has these years. */
const RATES: Record<string, string> = {
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

/** The European Central Bank's daily file, in its own form. */
export function ratesFile(date: string): string {
  const lines = Object.entries(RATES).map(
    ([currency, rate]) => `\t\t\t<Cube currency='${currency}' rate='${rate}'/>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
\t<gesmes:subject>Reference rates</gesmes:subject>
\t<gesmes:Sender>
\t\t<gesmes:name>European Central Bank</gesmes:name>
\t</gesmes:Sender>
\t<Cube>
\t\t<Cube time='${date}'>
${lines.join('')}\t\t</Cube>
\t</Cube>
</gesmes:Envelope>
`
}
