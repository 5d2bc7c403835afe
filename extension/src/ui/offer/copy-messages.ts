import { texts } from '../../i18n/index.ts'
import { type CopiedMessages, copiedMessagesItem } from '../../model/stored-items.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import type { AppState } from '../state/app-context.tsx'
import { messageText, supplierMessages } from './supplier-messages.ts'

/** Enough for a long day; what is older is forgotten first. */
const MAX_COPIED = 200

/** Copies a message to the supplier of these rows; of several suppliers, all messages in a row. */
export async function copyMessages(
  rows: PricedOffer[],
  { notify, navigate, isSample }: Pick<AppState, 'notify' | 'navigate' | 'isSample'>,
): Promise<void> {
  const t = texts()
  if (isSample) return notify(t.sampleNotSaved)
  const messages = supplierMessages(rows).map(({ rows: own }) => ({ own, text: messageText(own).zh }))
  if (messages.length === 0) return
  if (!(await toClipboard(messages.map(({ text }) => text).join('\n\n———\n\n')))) return notify(t.notCopied)
  for (const { own, text } of messages) await rememberCopied(offerIdsOf(own), text)
  const [only, ...others] = rows
  const view = only &&
    others.length === 0 && {
      label: t.contact.view,
      run: () => navigate('contact', only.offer.offerId),
    }
  notify(
    messages.length === 1 ? t.contact.copiedNotice : t.contact.copiedSeveral(messages.length),
    undefined,
    view || undefined,
  )
}

/** @returns whether the browser allowed it */
export function toClipboard(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}

/** So that it is known what was sent once the user says that it was. A popup is closed by then. */
export async function rememberCopied(
  offerIds: string[],
  message: string,
  at = Date.now(),
): Promise<CopiedMessages> {
  const copied = { ...(await copiedMessagesItem.getValue()) }
  for (const offerId of offerIds) copied[offerId] = { message, at }
  const kept = Object.fromEntries(latestOf(copied))
  await copiedMessagesItem.setValue(kept)
  return kept
}

function latestOf(copied: CopiedMessages) {
  return Object.entries(copied)
    .sort(([, one], [, other]) => other.at - one.at)
    .slice(0, MAX_COPIED)
}

export function offerIdsOf(rows: PricedOffer[]): string[] {
  return rows.map(({ offer }) => offer.offerId)
}
