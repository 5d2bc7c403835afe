/** The European Central Bank's daily file, in its own form. */
export function ratesFile(
  rates: [currency: string, rate: string][] = [
    ['USD', '1.0834'],
    ['JPY', '168.20'],
    ['CNY', '7.8512'],
  ],
  date = '2026-11-20',
): string {
  const lines = rates.map(([currency, rate]) => `\t\t\t<Cube currency='${currency}' rate='${rate}'/>\n`)
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
