import { useRef, useState } from 'preact/hooks'
import { DECISIONS, type Decision, type ShortlistEntry } from '../../db/schema.ts'
import { setDecision, setNote } from '../../db/shortlist.ts'
import { texts } from '../../i18n/index.ts'
import { chatUrl } from '../../model/chat-link.ts'
import type { Search } from '../../model/search.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { changeOfEntry } from '../changes/entry-changes.ts'
import { Message } from '../components/message.tsx'
import { ExportMenu } from '../export/export-menu.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { titleOf } from '../format/text.ts'
import { contactedText } from '../offer/contacted-text.ts'
import { copyMessages } from '../offer/copy-messages.ts'
import { markContacted } from '../offer/mark-contacted.ts'
import { OfferActions } from '../offer/offer-actions.tsx'
import { OfferPrice } from '../offer/offer-price.tsx'
import { OfferTitle } from '../offer/offer-title.tsx'
import { Supplier } from '../offer/supplier.tsx'
import { Thumbnail } from '../offer/thumbnail.tsx'
import { useRowShortcuts } from '../offer/use-row-shortcuts.ts'
import { useApp } from '../state/app-context.tsx'
import { shortlistRows } from './shortlist-rows.ts'

/** The saved offers, each with a decision and a note. */
export function ShortlistView({ search }: { search: Search | null }) {
  const t = texts()
  const app = useApp()
  const { compared, navigate, currentId, setCurrentId } = app
  const rows = useRef<HTMLOListElement>(null)
  const all = shortlistRows(app, search)
  useRowShortcuts({ rows, priced: all.map(({ row }) => row), currentId })
  if (all.length === 0) return <Message alone title={t.shortlistEmpty} text={t.shortlistEmptyHint} />
  return (
    <section aria-label={t.shortlist}>
      <div class="view-header">
        <h1>{t.shortlistCount(all.length)}</h1>
        <button type="button" class="secondary suppliers-link" onClick={() => navigate('supplier')}>
          {t.suppliers}
        </button>
        <button type="button" class="secondary watch-link" onClick={() => navigate('watch')}>
          {t.watch}
        </button>
        <button
          type="button"
          class="secondary message-suppliers"
          onClick={() => navigate('contact', 'shortlist')}
        >
          {t.contact.actionShort}
        </button>
        <ExportMenu rows={all} search={search} />
        {compared.length > 0 && (
          <button type="button" class="secondary compare-link" onClick={() => navigate('compare')}>
            {t.compareCount(compared.length)}
          </button>
        )}
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
              <Thumbnail url={entry.offer.imageUrl} />
            </div>
            <div class="offer-text">
              <OfferTitle offer={row.offer} />
              <Supplier
                offer={row.offer}
                tabIndex={0}
                change={changeOfEntry(entry, app.preferences.quantity)}
              />
            </div>
            <div class="price-column">
              <OfferPrice priced={row} tabIndex={0} canLoadTiers={false} />
              <OfferActions offer={entry.offer} tabIndex={0} />
            </div>
            <DecisionFields entry={entry} />
            <ContactLine entry={entry} row={row} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function DecisionFields({ entry }: { entry: ShortlistEntry }) {
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
    </div>
  )
}

/** When the supplier was written to, and what it takes to do so. */
function ContactLine({ entry: { offerId, contacted }, row }: { entry: ShortlistEntry; row: PricedOffer }) {
  const t = texts()
  const app = useApp()
  const chat = chatUrl(row.offer)
  const when = contactedText(contacted)
  return (
    <div class="contact-line">
      <button
        type="button"
        class={when ? 'link contact-state done' : 'link contact-state'}
        onClick={() => app.navigate('contact', offerId)}
      >
        {when ?? t.contact.viewMessage}
      </button>
      <button type="button" class="offer-action copy-message" onClick={() => copyMessages([row], app)}>
        {t.contact.copy}
      </button>
      <a
        class="offer-action chat-link"
        href={chat ?? row.offer.detailUrl}
        target="_blank"
        rel="noreferrer noopener"
        title={chat ? t.contact.chatHint : t.contact.chatUnknownHint}
      >
        {chat ? t.contact.chat : t.contact.chatUnknownShort}
      </a>
      <button
        type="button"
        class="offer-action mark-contacted"
        onClick={() => markContacted([row.offer], app)}
      >
        {t.contact.markShort}
      </button>
    </div>
  )
}
