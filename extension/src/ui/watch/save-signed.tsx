import { useState } from 'preact/hooks'
import type { ShortlistEntry } from '../../db/schema.ts'
import { texts } from '../../i18n/index.ts'
import { titleOf } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'

/** Saves what the proxy signed about a saved offer, before and after a change; nothing if it signed neither. */
export function SaveSigned({ entry: { offer, watched } }: { entry: ShortlistEntry }) {
  const t = texts()
  const { notify } = useApp()
  const [isSaving, setSaving] = useState(false)
  // That 1688 does not know an offer any more is not signed.
  const now = watched?.isGone ? undefined : watched?.signed
  const signed = [watched?.before?.signed, now].filter((answer) => answer !== undefined)
  if (signed.length === 0) return null
  const save = async () => {
    setSaving(true)
    try {
      const { saveOfferEvidence } = await import('../evidence/save-offer-evidence.ts')
      notify(t.fileSaved(await saveOfferEvidence(signed)))
    } catch {
      notify(t.fileNotSaved)
    } finally {
      setSaving(false)
    }
  }
  return (
    <button
      type="button"
      class="link save-signed"
      title={t.evidence.offerIntro}
      aria-label={`${t.evidence.title}: ${titleOf(offer)}`}
      aria-busy={isSaving}
      onClick={() => !isSaving && save()}
    >
      {t.evidence.title}
    </button>
  )
}
