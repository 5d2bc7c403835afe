import { setWatched } from '../../db/watch.ts'
import { texts } from '../../i18n/index.ts'
import { storageText } from '../format/storage-error-text.ts'
import { type AppState, useApp } from '../state/app-context.tsx'

/** Says what it has done, or why it could not, and offers to undo it. */
export function changeWatched(id: string, isWatched: boolean, notify: AppState['notify']): Promise<void> {
  const t = texts()
  const fail = (error: unknown) => notify(storageText(error))
  const undo = () => setWatched(id, !isWatched).catch(fail)
  return setWatched(id, isWatched).then(
    () => notify(isWatched ? t.searchWatched : t.searchUnwatched, undo),
    fail,
  )
}

/** Whether a saved search is checked along with the saved offers. */
export function WatchToggle({ id, name, isWatched }: { id: string; name: string; isWatched: boolean }) {
  const t = texts()
  const { notify } = useApp()
  const word = isWatched ? t.isWatched : t.watchSearch
  return (
    <button
      type="button"
      class="link watch-search"
      aria-pressed={isWatched}
      aria-label={t.watchThis(word, name)}
      onClick={() => changeWatched(id, !isWatched, notify)}
    >
      {word}
    </button>
  )
}
