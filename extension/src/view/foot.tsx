import { openOptions } from '../proxy/settings.ts'
import { ask } from '../search/messages.ts'
import { texts } from '../text/index.ts'
import { openApp, type Where } from './where.ts'

/** What holds for the whole list, in the proxy's words, and the other ways to begin. */
export function Foot({ notes, where }: { notes: string[]; where: Where }) {
  const t = texts()
  return (
    <footer>
      <span class="notes" title={notes.join('\n')}>
        {notes.join(' ')}
      </span>
      {where === 'popup' && (
        <>
          <button type="button" class="link pick" onClick={() => ask({ type: 'pick' })}>
            {t.pickArea}
          </button>
          <button type="button" class="link" onClick={openApp}>
            {t.ownPicture}
          </button>
        </>
      )}
      <button type="button" class="link" onClick={openOptions}>
        {t.settings}
      </button>
    </footer>
  )
}
