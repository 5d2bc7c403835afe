import type { Offer } from '@find-on-1688/shared'
import { useContext } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'

/** For whoever protects a brand: how many show the photo, and the way to who they are. */
export function BrandNote({ offers }: { offers: readonly Offer[] }) {
  const t = texts()
  const { navigate } = useApp()
  const verdicts = useContext(VerdictsContext)
  const same = offers.filter(({ offerId }) => verdicts[offerId]?.kind === 'same')
  // An unnamed supplier may be any of the others, or one more.
  const suppliers = new Set(same.flatMap(({ supplier }) => supplier.name ?? []))
  return (
    <>
      <p>{suppliers.size > 0 ? t.photoUsers(same.length, suppliers.size) : t.noPhotoUsers}</p>
      <button type="button" class="secondary open-photo-reuse" onClick={() => navigate('photo-reuse')}>
        {t.reuseTitle}
      </button>
    </>
  )
}
