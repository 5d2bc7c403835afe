import { useEffect, useId, useRef } from 'preact/hooks'
import { isChinese, texts } from '../../i18n/index.ts'
import type { CopiedMessages } from '../../model/stored-items.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { titleOf, whole } from '../format/text.ts'
import { contactedText, whenText } from '../offer/contacted-text.ts'
import { offerIdsOf, rememberCopied, toClipboard } from '../offer/copy-messages.ts'
import { markContacted, unmarkContacted } from '../offer/mark-contacted.ts'
import { messageText, type SupplierMessage } from '../offer/supplier-messages.ts'
import { Thumbnail } from '../offer/thumbnail.tsx'
import { variantNames } from '../offer/variant-facts.tsx'
import { useApp } from '../state/app-context.tsx'
import { contactsOf, latestCopied } from './contacts.ts'

interface Props {
  message: SupplierMessage
  isOpen: boolean
  /** Then there is nothing to open or close. */
  isOnly: boolean
  copied: CopiedMessages
  /** The message as the user changed it; `undefined` if it is as it was. Kept by the list: only one message is open. */
  edited: string | undefined
  onEdit(text: string | undefined): void
  onOpen(): void
  /** `undefined` if nobody is left. */
  onNext: (() => void) | undefined
}

/** One supplier: what was done so far, and if it is open, its offers and the message. */
export function SupplierContact(props: Props) {
  const { message, isOpen, isOnly, copied, onOpen } = props
  const t = texts()
  const { shortlist } = useApp()
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    // Whoever goes on to the next supplier goes on there with the keyboard, too.
    if (isOpen && !wasOpen.current) item.current?.querySelector<HTMLElement>('.supplier-heading')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const contacts = contactsOf(offerIdsOf(message.rows), shortlist)
  const copiedAt = latestCopied(offerIdsOf(message.rows), copied)
  const name = message.name ? <bdi lang="zh">{message.name}</bdi> : t.contact.unknownSupplier
  const state = contacts.length > 0 ? contactedText(contacts) : copiedAt && t.contact.copied
  return (
    <li ref={item} class={isOpen ? 'supplier-message open' : 'supplier-message'}>
      <h2>
        <button
          type="button"
          class="supplier-heading"
          aria-expanded={isOpen}
          aria-controls={id}
          disabled={isOnly}
          onClick={onOpen}
        >
          <span class="name">{name}</span>
          <span class="context">{t.contact.offers(message.rows.length)}</span>
          {state && <span class={contacts.length > 0 ? 'state done' : 'state'}>{state}</span>}
        </button>
      </h2>
      <div id={id}>{isOpen && <OpenMessage {...props} isCopied={copiedAt !== undefined} />}</div>
    </li>
  )
}

function OpenMessage({
  message: { name, rows, chat },
  isCopied,
  edited,
  onEdit,
  onNext,
}: Pick<Props, 'message' | 'edited' | 'onEdit' | 'onNext'> & { isCopied: boolean }) {
  const t = texts()
  const app = useApp()
  const { notify, shortlist } = app
  const original = messageText(rows)
  const text = edited ?? original.zh
  const offers = rows.map(({ offer }) => offer)
  const copy = async () => {
    if (!(await toClipboard(text))) return notify(t.notCopied)
    await rememberCopied(offerIdsOf(rows), text)
    notify(t.contact.copiedNotice)
  }
  const contacts = contactsOf(offerIdsOf(rows), shortlist)
  return (
    <>
      <ul class="message-offers">
        {rows.map((row) => (
          <MessageOffer key={row.offer.offerId} row={row} />
        ))}
      </ul>
      <textarea
        class="message-text"
        lang="zh"
        dir="auto"
        rows={Math.min(text.split('\n').length + 2, 12)}
        aria-label={name ? t.contact.messageTo(name) : t.contact.message}
        value={text}
        onInput={({ currentTarget }) => onEdit(currentTarget.value)}
      />
      {edited !== undefined && edited !== original.zh && (
        <p class="context">
          {t.contact.editedHint}{' '}
          <button type="button" class="link reset" onClick={() => onEdit(undefined)}>
            {t.contact.reset}
          </button>
        </p>
      )}
      {!isChinese() && (
        <details class="message-translation">
          <summary>{t.contact.translation}</summary>
          <p dir="auto">{original.en}</p>
        </details>
      )}
      <div class="buttons">
        <button type="button" class={`${isCopied ? 'secondary' : 'primary'} copy-message`} onClick={copy}>
          {isCopied ? t.contact.copyAgain : t.contact.copy}
        </button>
        <a
          class="secondary chat-link"
          href={chat ?? offers[0]?.detailUrl ?? ''}
          target="_blank"
          rel="noreferrer noopener"
        >
          {chat ? t.contact.chat : t.contact.chatUnknown}
        </a>
        <button type="button" class="secondary mark-contacted" onClick={() => markContacted(offers, app)}>
          {t.contact.mark}
        </button>
        {onNext && (
          <button
            type="button"
            class={`${isCopied ? 'primary' : 'secondary'} next-supplier`}
            onClick={onNext}
          >
            {t.contact.next}
          </button>
        )}
      </div>
      <p class="context chat-hint">
        {chat ? t.contact.chatHint : `${t.contact.chatUnknownHint} ${t.contact.chatButton} `}
        {!chat && <bdi lang="zh">客服</bdi>}
      </p>
      {contacts.length > 0 && (
        <>
          <h3>{t.contact.history}</h3>
          <ol class="contacts">
            {contacts.toReversed().map((contact) => (
              <li key={`${contact.at} ${contact.offerIds[0]}`}>
                <details>
                  <summary class="context">{whenText(contact.at)}</summary>
                  <p lang={contact.message === null ? undefined : 'zh'} dir="auto">
                    {contact.message ?? t.contact.noMessage}
                  </p>
                </details>
                <button
                  type="button"
                  class="link remove"
                  aria-label={t.contact.removeMark(whenText(contact.at))}
                  onClick={() => unmarkContacted(contact.offerIds, contact, notify)}
                >
                  {t.remove}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

function MessageOffer({ row: { offer, variants, quantity } }: { row: PricedOffer }) {
  const t = texts()
  return (
    <li>
      <Thumbnail url={offer.imageUrl} />
      <div>
        <a
          href={offer.detailUrl}
          target="_blank"
          rel="noreferrer noopener"
          class="message-offer offer-title"
          dir="auto"
        >
          {titleOf(offer)}
        </a>
        <div class="context">
          {[variants.length > 0 && variantNames(variants), t.contact.quantity(whole(quantity))]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
    </li>
  )
}
