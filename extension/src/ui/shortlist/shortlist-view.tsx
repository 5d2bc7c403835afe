import { useRef, useState } from 'preact/hooks'
import { DECISIONS, type Decision, type ShortlistEntry } from '../../db/schema.ts'
import { setDecision, setNote } from '../../db/shortlist.ts'
import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { Message } from '../components/message.tsx'
import { ExportMenu, useExport } from '../export/export-menu.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { titleOf } from '../format/text.ts'
import { OfferActions } from '../offer/offer-actions.tsx'
import { OfferPrice } from '../offer/offer-price.tsx'
import { OfferTitle } from '../offer/offer-title.tsx'
import { type PricedOffer, priceOffer } from '../offer/priced-offer.ts'
import { Supplier } from '../offer/supplier.tsx'
import { useRowShortcuts } from '../offer/use-row-shortcuts.ts'
import { useApp } from '../state/app-context.tsx'

/** The saved offers, each with a decision and a note. */
export function ShortlistView({ search }: { search: Search | null }) {
  const t = texts()
  const { shortlist, preferences, money, assumptions } = useApp()
  const [currentId, setCurrentId] = useState<string>()
  const rows = useRef<HTMLOListElement>(null)
  const entries = [...shortlist.values()].sort((a, b) => b.at - a.at)
  const all = entries.map((entry) => {
    const saved = entry.details && ({ state: 'done', offer: entry.details } as const)
    const loaded = search?.details?.[entry.offerId]
    const details = loaded?.state === 'done' ? loaded : saved
    return { entry, row: priceOffer(entry.offer, details, preferences.quantity, money, assumptions) }
  })
  useRowShortcuts({ rows, priced: all.map(({ row }) => row), currentId })
  if (entries.length === 0) return <Message alone title={t.shortlistEmpty} text={t.shortlistEmptyHint} />
  return (
    <section aria-label={t.shortlist}>
      <div class="view-header">
        <h1>{t.shortlistCount(entries.length)}</h1>
        <ExportMenu
          rows={all.map(({ row, entry }) => ({
            row,
            note: entry.note,
            decision: t.decisions[entry.decision],
            searchId: entry.searchId,
          }))}
          search={search}
        />
      </div>
      <ol class="offers shortlist" ref={rows}>
        {all.map(({ entry, row }) => (
          <li
            key={entry.offerId}
            class={entry.offerId === currentId ? 'offer current' : 'offer'}
            data-offer={entry.offerId}
            onFocusIn={() => setCurrentId(entry.offerId)}
          >
            <div class="offer-photo">
              {entry.offer.imageUrl && (
                <img src={entry.offer.imageUrl} alt="" loading="lazy" referrerpolicy="no-referrer" />
              )}
            </div>
            <div class="offer-text">
              <OfferTitle offer={row.offer} />
              <Supplier offer={row.offer} tabIndex={0} />
            </div>
            <div class="price-column">
              <OfferPrice priced={row} tabIndex={0} canLoadTiers={false} />
              <OfferActions offer={entry.offer} tabIndex={0} />
            </div>
            <DecisionFields entry={entry} row={row} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function DecisionFields({ entry, row }: { entry: ShortlistEntry; row: PricedOffer }) {
  const t = texts()
  const { notify } = useApp()
  const [noteText, setNoteText] = useState(entry.note)
  const notifyFailure = (change: Promise<unknown>) =>
    change.catch((error: unknown) => notify(storageText(error)))
  const decide = (decision: Decision) => {
    const previous = entry.decision
    notifyFailure(setDecision(entry.offerId, decision))
    notify(t.decisionSet(t.decisions[decision]), () => notifyFailure(setDecision(entry.offerId, previous)))
  }
  const title = titleOf(entry.offer)
  const { inquiry } = useExport([{ row }], null)
  return (
    <div class="decision">
      <select
        aria-label={t.decisionFor(title)}
        value={entry.decision}
        onChange={({ currentTarget }) => decide(currentTarget.value as Decision)}
      >
        {DECISIONS.map((decision) => (
          <option key={decision} value={decision}>
            {t.decisions[decision]}
          </option>
        ))}
      </select>
      <input
        type="text"
        class="note"
        maxLength={2000}
        aria-label={t.noteFor(title)}
        placeholder={t.note}
        value={noteText}
        onInput={({ currentTarget }) => setNoteText(currentTarget.value)}
        onChange={({ currentTarget }) => notifyFailure(setNote(entry.offerId, currentTarget.value))}
      />
      <button type="button" class="secondary inquiry" onClick={inquiry}>
        {t.copyInquiry}
      </button>
    </div>
  )
}
