import type { SearchChanges } from '../../db/changes.ts'
import { texts } from '../../i18n/index.ts'
import { whole, money as yuan } from '../format/numbers.ts'

/** What changed of one offer, in a few words for its picture. */
export function changeText(difference: SearchChanges, offerId: string): string | undefined {
  const t = texts()
  const change = difference.offers[offerId]
  if (!change) return undefined
  if (change.isNew) return t.newBadge
  if (change.price) return `${change.price.direction === 'down' ? '↓' : '↑'} ¥${yuan(change.price.from)}`
  if (change.minOrder) return t.minimumWas(whole(change.minOrder.from))
  return undefined
}
