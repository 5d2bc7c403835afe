import type { ReadPrice } from './read-price.ts'
import type { ShopSelectors } from './shops.ts'

/** What one source says of the product. */
export interface SourceReading {
  title: string | null
  price: ReadPrice | null
  productNumber: string | null
  /** Whose selectors found it; missing for structured data. */
  shop?: ShopSelectors
}

const LONGEST_TITLE = 300
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** On one line, without the entities that shops leave in structured data; at most 300 characters. */
export function titleOf(text: string | null | undefined): string | null {
  const plain = (text ?? '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (entity, decimal, hex, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? entity
      return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
    })
    .replace(/\s+/g, ' ')
    .trim()
  return [...plain].slice(0, LONGEST_TITLE).join('').trim() || null
}
