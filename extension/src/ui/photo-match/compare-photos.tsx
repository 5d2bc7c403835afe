import type { Offer } from '@find-on-1688/shared'
import { useEffect, useRef, useState } from 'preact/hooks'
import { joinSentences, texts } from '../../i18n/index.ts'
import { PHOTO_LAYOUTS, type PhotoLayout } from '../../model/preferences.ts'
import { titleOf, whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { Overlay, SideBySide } from './photo-layouts.tsx'
import { useQueryPhoto, useVerdict } from './photo-match-context.tsx'
import { isUneven, meaningOf, verdictText } from './verdict-text.ts'

interface Props {
  /** What the keys j and k move through. */
  offers: readonly Offer[]
  offerId: string
  /** The searched picture. */
  picture: string | undefined
  onMove(offerId: string): void
  onClose(): void
}

/** The searched photo and an offer's, so that the user can check the verdict. */
export function ComparePhotos({ offers, offerId, picture, onMove, onClose }: Props) {
  const t = texts()
  const { preferences, setPreferences } = useApp()
  const dialog = useRef<HTMLDialogElement>(null)
  const [undoesMirroring, setUndoesMirroring] = useState(true)
  const verdict = useVerdict(offerId)
  const queryPhoto = useQueryPhoto(offerId) ?? picture
  useEffect(() => dialog.current?.showModal(), [])
  const index = offers.findIndex((offer) => offer.offerId === offerId)
  const offer = offers[index]
  if (!offer) return null
  const layout = preferences.pairWay ?? 'beside'
  const isMirrored = verdict?.reasons.includes('mirrored') ?? false
  const photos = {
    queryPhoto,
    offerPhoto: offer.imageUrl ?? undefined,
    isMirrored: isMirrored && undoesMirroring,
  }
  const move = (by: number) => {
    const next = offers[index + by]
    if (next) onMove(next.offerId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { j: 1, k: -1 }[event.key]
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(by)
  }
  return (
    <dialog
      class="dialog compare-photos"
      data-compared-offer={offerId}
      ref={dialog}
      aria-labelledby="compare-photos-title"
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <h2 id="compare-photos-title" aria-live="polite">
        {verdict ? verdictText(verdict) : t.notCompared}
      </h2>
      {layout === 'over' ? <Overlay {...photos} /> : <SideBySide {...photos} />}
      <div class="photo-controls">
        <LayoutSwitch layout={layout} onChange={(pairWay) => setPreferences({ pairWay })} />
        {isMirrored && (
          <label class="checkbox-label">
            <input
              type="checkbox"
              checked={undoesMirroring}
              onChange={({ currentTarget }) => setUndoesMirroring(currentTarget.checked)}
            />
            {t.undoMirroring}
          </label>
        )}
      </div>
      <p class="meaning">
        {joinSentences(meaningOf(verdict), layout === 'over' && isUneven(verdict) && t.photosMisaligned)}
      </p>
      {verdict && <p class="fine-print">{t.comparisonMethod(verdict.method)}</p>}
      <p class="compared-offer">
        <a class="title" href={offer.detailUrl} target="_blank" rel="noreferrer noopener">
          {titleOf(offer)}
        </a>
        <span>{t.shownOfTotal(whole(index + 1), whole(offers.length))}</span>
      </p>
      <div class="buttons">
        <button type="button" class="secondary" disabled={index === 0} onClick={() => move(-1)}>
          {t.shortcuts.previous} <kbd>k</kbd>
        </button>
        <button
          type="button"
          class="secondary"
          disabled={index === offers.length - 1}
          onClick={() => move(1)}
        >
          {t.shortcuts.next} <kbd>j</kbd>
        </button>
        <button type="button" class="secondary close" onClick={() => dialog.current?.close()}>
          {t.close}
        </button>
      </div>
    </dialog>
  )
}

function LayoutSwitch({ layout, onChange }: { layout: PhotoLayout; onChange(layout: PhotoLayout): void }) {
  const t = texts()
  return (
    <fieldset class="segmented" aria-label={t.photoLayoutLabel}>
      {PHOTO_LAYOUTS.map((each) => (
        <button
          key={each}
          type="button"
          data-layout={each}
          aria-pressed={each === layout}
          onClick={() => onChange(each)}
        >
          {t.photoLayouts[each]}
        </button>
      ))}
    </fieldset>
  )
}
