import { texts } from '../../i18n/index.ts'
import type { Surface } from '../../model/preferences.ts'
import { openInChangeItem, openInItem } from '../../model/stored-items.ts'

/** An older change is no news. */
const MAX_AGE_MS = 10_000

/** Says where results open from now on, on the surface that was chosen: the other one closes with the choice. */
export function noteOpenIn(surface: Surface, notify: (text: string, undo: () => void) => void): () => void {
  const note = async () => {
    const change = await openInChangeItem.getValue()
    if (change?.to !== surface || Date.now() - change.at > MAX_AGE_MS) return
    await openInChangeItem.setValue(null)
    notify(texts().opensHereNow[surface], () => openInItem.setValue(change.from))
  }
  note()
  return openInChangeItem.watch(note)
}
