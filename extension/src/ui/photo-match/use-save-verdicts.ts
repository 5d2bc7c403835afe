import type { Offer, PhotoVerdict } from '@find-on-1688/shared'
import { useEffect, useRef } from 'preact/hooks'
import type { Search } from '../../model/search.ts'
import type { Verdicts } from './use-verdicts.ts'

/** Photos are compared one after the other, and each verdict is a change. */
const PAUSE_MS = 400

/** Saves the verdicts with a search that is in the history, which lists how many offers show its photo. */
export function useSaveVerdicts(search: Search | null, offers: readonly Offer[], verdicts: Verdicts): void {
  const saved = useRef('')
  const id = search?.isKept ? search.id : undefined
  useEffect(() => {
    const kinds = verdictKinds(offers, verdicts)
    const text = JSON.stringify([id, kinds])
    if (!id || Object.keys(kinds).length === 0 || text === saved.current) return
    const timer = setTimeout(async () => {
      saved.current = text
      const { savePhotoVerdicts } = await import('../../db/searches.ts')
      await savePhotoVerdicts(id, kinds).catch(() => {})
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [id, offers, verdicts])
}

function verdictKinds(offers: readonly Offer[], verdicts: Verdicts): Record<string, PhotoVerdict> {
  const kinds: Record<string, PhotoVerdict> = {}
  for (const { offerId } of offers) {
    const kind = verdicts[offerId]?.kind
    if (kind && kind !== 'not-checked') kinds[offerId] = kind
  }
  return kinds
}
