import type { Contact } from '../../db/schema.ts'
import { locale, texts } from '../../i18n/index.ts'

/** `Contacted Nov 27`; nothing if nothing was noted. */
export function contactedText(contacts: readonly Contact[] = []): string | undefined {
  const t = texts()
  const last = contacts.at(-1)
  if (!last) return undefined
  const when = dayOf(last.at)
  // What was marked at once counts once, whatever the messages were.
  const times = new Set(contacts.map(({ at }) => at)).size
  return times === 1 ? t.contact.contactedOn(when) : t.contact.contactedTimes(when, times)
}

export function whenText(at: number): string {
  return new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' })
}

/** The year only where it is not this one. */
function dayOf(at: number): string {
  const date = new Date(at)
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric'
  return date.toLocaleDateString(locale(), { day: 'numeric', month: 'short', year })
}
