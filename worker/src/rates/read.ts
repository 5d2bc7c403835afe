/**
 * From the head to the very end, so that a truncated file does not match. A `!` or `&` would be a document type, CDATA, a
 * comment or an entity, and has no place in it. No two steps can match the same text, so nothing takes long to refuse.
 */
const FILE =
  /^(?:(?!<Cube)[^!&])*<Cube>\s*<Cube time=["']([\d-]{10})["']>\s*((?:<Cube [^<>]*\/>\s*)+)<\/Cube>\s*<\/Cube>\s*<\/gesmes:Envelope>\s*$/
const RATE = /<Cube currency=["']([A-Z]{3})["'] rate=["']([\d.]+)["'] ?\/>/g

/**
 * Reads the file that the European Central Bank publishes each working day: `<Cube time='2026-11-24'>` around one
 * `<Cube currency='USD' rate='1.0834'/>` per currency. Anything else between them, or a currency given twice, makes it
 * unreadable. Whether the values are a date and rates is not checked here.
 *
 * @see https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml
 */
export function readRates(xml: string): { date: string; rates: Record<string, string> } | undefined {
  const [, date, list] = FILE.exec(xml) ?? []
  if (!date || !list) return undefined
  const rates = Object.fromEntries([...list.matchAll(RATE)].map(([, currency, rate]) => [currency, rate]))
  return Object.keys(rates).length === list.split('<').length - 1 ? { date, rates } : undefined
}
