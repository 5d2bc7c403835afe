import type { Offer, PhotoVerdict } from '@find-on-1688/shared'
import { useEffect, useRef } from 'preact/hooks'
import { savePhotoVerdicts } from '../../db/searches.ts'
import type { Search } from '../../model/search.ts'
import type { Verdicts } from './use-verdicts.ts'

/** Photos are compared one after the other, and each verdict is a change. */
const PAUSE_MS = 400

interface Props {
  search: Search
  offers: readonly Offer[]
  verdicts: Verdicts
}

/** Saves the verdicts with a search that is in the history, which lists how many offers show its photo. Shows nothing. */
export function SaveVerdicts({ search, offers, verdicts }: Props) {
  const saved = useRef('')
  const { id } = search
  useEffect(() => {
    const kinds = verdictKinds(offers, verdicts)
    const text = JSON.stringify([id, kinds])
    if (Object.keys(kinds).length === 0 || text === saved.current) return
    const timer = setTimeout(() => {
      saved.current = text
      savePhotoVerdicts(id, kinds).catch(() => {})
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [id, offers, verdicts])
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
