import { useEffect, useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { copiedMessagesItem } from '../../model/stored-items.ts'
import { BackButton } from '../components/back-button.tsx'
import { Message } from '../components/message.tsx'
import { offerIdsOf } from '../offer/copy-messages.ts'
import { type SupplierMessage, supplierMessages } from '../offer/supplier-messages.ts'
import { useApp } from '../state/app-context.tsx'
import { plainKey } from '../state/shortcuts.ts'
import { useStored } from '../state/use-stored.ts'
import { COMPARED, contactRows, SHORTLIST } from './contact-rows.ts'
import { SupplierContact } from './supplier-contact.tsx'

/** One message for each supplier of the offers, copied and marked as sent one after the other. */
export function ContactView({ search }: { search: Search | null }) {
  const t = texts()
  const app = useApp()
  const { routeArgument: of, shortlist, navigate } = app
  const copied = useStored(copiedMessagesItem)
  const [chosenKey, setOpenKey] = useState<string>()
  const [edits, setEdits] = useState<Record<string, string | undefined>>({})
  const firstKey = useRef<string>(undefined)
  const { rows, rejected } = contactRows(of, app, search)
  const messages = supplierMessages(rows)
  const isOfList = of === SHORTLIST || of === COMPARED
  const isContacted = ({ rows: own }: SupplierMessage) =>
    offerIdsOf(own).some((offerId) => shortlist.get(offerId)?.contacted)
  const isCopied = ({ rows: own }: SupplierMessage) => offerIdsOf(own).some((offerId) => copied?.[offerId])
  const isLeft = (message: SupplierMessage) => !isContacted(message) && !isCopied(message)
  // A popup that closed for the chat continues where it was. What is done then does not close the message that it is done to.
  if (copied) firstKey.current ??= (messages.find((each) => !isContacted(each)) ?? messages[0])?.key
  const openKey = chosenKey ?? firstKey.current
  const open = messages.find(({ key }) => key === openKey) ?? messages[0]
  useSupplierKeys(messages, open, setOpenKey)
  // Until it is known which ones were copied, the first of the others is not known either.
  if (!copied) return null
  if (messages.length === 0)
    return (
      <Message alone title={t.contact.empty} text={isOfList ? t.contact.emptyHint : t.contact.unknownOffer}>
        <BackButton />
      </Message>
    )
  const after = open ? messages.slice(messages.indexOf(open) + 1) : []
  const next = after.find(isLeft) ?? messages.find((each) => each !== open && isLeft(each)) ?? after[0]
  return (
    <section class="contact-view" aria-label={t.contact.title(messages.length)}>
      <div class="view-header">
        <h1>{t.contact.title(messages.length)}</h1>
        {messages.length > 1 && (
          <span class="context" role="status">
            {t.contact.progress(messages.filter(isContacted).length, messages.length)}
          </span>
        )}
        {isOfList ? (
          <button type="button" class="secondary back" onClick={() => navigate(of)}>
            {t.back}
          </button>
        ) : (
          <BackButton />
        )}
        {rejected > 0 && <p class="context">{t.contact.rejectedLeftOut(rejected)}</p>}
      </div>
      <ol class="supplier-messages">
        {messages.map((message) => (
          <SupplierContact
            key={message.key}
            message={message}
            isOpen={message === open}
            isOnly={messages.length === 1}
            copied={copied}
            edited={edits[message.key]}
            onEdit={(text) => setEdits((all) => ({ ...all, [message.key]: text }))}
            onOpen={() => setOpenKey(message.key)}
            onNext={message === open && next && next !== open ? () => setOpenKey(next.key) : undefined}
          />
        ))}
      </ol>
    </section>
  )
}

/** Moves among suppliers as among rows, and acts on the open one. */
function useSupplierKeys(
  messages: SupplierMessage[],
  open: SupplierMessage | undefined,
  setOpen: (key: string) => void,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const at = open ? messages.indexOf(open) : -1
      const click = (selector: string) => () =>
        document.querySelector<HTMLElement>(`.supplier-message.open ${selector}`)?.click()
      const go = (to: number) => () => {
        const key = messages[Math.min(Math.max(to, 0), messages.length - 1)]?.key
        if (key !== undefined) setOpen(key)
      }
      const action = {
        j: go(at + 1),
        ArrowDown: go(at + 1),
        k: go(at - 1),
        ArrowUp: go(at - 1),
        i: click('.copy-message'),
        m: click('.mark-contacted'),
      }[plainKey(event) ?? '']
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}
