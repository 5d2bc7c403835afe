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
  /** What the keys j and k go through. */
  offers: readonly Offer[]
  offerId: string
  /** The picture that was searched. */
  picture: string | undefined
  onMove(offerId: string): void
  onClose(): void
}

/** The picture that was searched and an offer's, for a person to judge the verdict by. */
export function ComparePhotos({ offers, offerId, picture, onMove, onClose }: Props) {
  const t = texts()
  const { preferences, setPreferences } = useApp()
  const dialog = useRef<HTMLDialogElement>(null)
  const [mirrorsBack, setMirrorsBack] = useState(true)
  const verdict = useVerdict(offerId)
  const mine = useQueryPhoto(offerId) ?? picture
  useEffect(() => dialog.current?.showModal(), [])
  const at = offers.findIndex((offer) => offer.offerId === offerId)
  const offer = offers[at]
  if (!offer) return null
  const way = preferences.pairWay ?? 'beside'
  const isMirrored = verdict?.reasons.includes('mirrored') ?? false
  const shots = { mine, theirs: offer.imageUrl ?? undefined, isTurned: isMirrored && mirrorsBack }
  const move = (by: number) => {
    const next = offers[at + by]
    if (next) onMove(next.offerId)
  }
  const press = (event: KeyboardEvent) => {
    const by = { j: 1, k: -1 }[event.key]
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(by)
  }
  return (
    <dialog
      class="compare-photos"
      data-compared-offer={offerId}
      ref={dialog}
      aria-labelledby="pair-title"
      onClose={onClose}
      onKeyDown={press}
    >
      <h2 id="pair-title" aria-live="polite">
        {verdict ? verdictText(verdict) : t.notCompared}
      </h2>
      {way === 'over' ? <Overlay {...shots} /> : <SideBySide {...shots} />}
      <div class="photo-controls">
        <WaySwitch way={way} onChange={(pairWay) => setPreferences({ pairWay })} />
        {isMirrored && (
          <label class="checkbox-label">
            <input
              type="checkbox"
              checked={mirrorsBack}
              onChange={({ currentTarget }) => setMirrorsBack(currentTarget.checked)}
            />
            {t.undoMirroring}
          </label>
        )}
      </div>
      <p class="meaning">
        {joinSentences(meaningOf(verdict), way === 'over' && isUneven(verdict) && t.photosMisaligned)}
      </p>
      {verdict && <p class="fine-print">{t.comparisonMethod(verdict.method)}</p>}
      <p class="compared-offer">
        <a class="title" href={offer.detailUrl} target="_blank" rel="noreferrer noopener">
          {titleOf(offer)}
        </a>
        <span>{t.shownOfTotal(whole(at + 1), whole(offers.length))}</span>
      </p>
      <div class="buttons">
        <button type="button" class="secondary" disabled={at === 0} onClick={() => move(-1)}>
          {t.shortcuts.previous} <kbd>k</kbd>
        </button>
        <button type="button" class="secondary" disabled={at === offers.length - 1} onClick={() => move(1)}>
          {t.shortcuts.next} <kbd>j</kbd>
        </button>
        <button type="button" class="secondary close" onClick={() => dialog.current?.close()}>
          {t.close}
        </button>
      </div>
    </dialog>
  )
}

function WaySwitch({ way, onChange }: { way: PhotoLayout; onChange(way: PhotoLayout): void }) {
  const t = texts()
  return (
    <fieldset class="segmented" aria-label={t.photoLayoutLabel}>
      {PHOTO_LAYOUTS.map((each) => (
        <button
          key={each}
          type="button"
          data-layout={each}
          aria-pressed={each === way}
          onClick={() => onChange(each)}
        >
          {t.photoLayouts[each]}
        </button>
      ))}
    </fieldset>
  )
}
