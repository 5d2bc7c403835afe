import type { Offer, PhotoVerdict } from '@find-on-1688/shared'
import { useEffect, useRef } from 'preact/hooks'
import { savePhotoVerdicts, saveQuantity } from '../../db/searches.ts'
import { type Search, savedIdOf } from '../../model/search.ts'
import { useApp } from '../state/app-context.tsx'
import type { Verdicts } from './use-verdicts.ts'

/** Photos are compared one after the other, and each verdict is a change. */
const PAUSE_MS = 400

interface Props {
  search: Search
  offers: readonly Offer[]
  verdicts: Verdicts
}

/**
 * Saves with a search that is in the history how many of its offers show its photo, and the quantity at which its prices are
 * looked at: the history lists both. Shows nothing.
 */
export function SaveVerdicts({ search, offers, verdicts }: Props) {
  const saved = useRef('')
  const { quantity } = useApp().preferences
  const lookedAt = useRef('')
  const id = savedIdOf(search)
  useEffect(() => {
    // The same search at another quantity.
    const isChange = lookedAt.current === search.id
    const timer = setTimeout(() => {
      lookedAt.current = search.id
      saveQuantity(id, quantity, isChange).catch(() => {})
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [search.id, quantity])
  useEffect(() => {
    const kinds = verdictKinds(offers, verdicts)
    const text = JSON.stringify([search.id, kinds])
    if (Object.keys(kinds).length === 0 || text === saved.current) return
    const timer = setTimeout(() => {
      saved.current = text
      savePhotoVerdicts(id, kinds).catch(() => {})
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [search.id, offers, verdicts])
  return null
}

function verdictKinds(offers: readonly Offer[], verdicts: Verdicts): Record<string, PhotoVerdict> {
  const kinds: Record<string, PhotoVerdict> = {}
  for (const { offerId } of offers) {
    const kind = verdicts[offerId]?.kind
    if (kind && kind !== 'not-checked') kinds[offerId] = kind
  }
  return kinds
}
