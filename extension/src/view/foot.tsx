import { openOptions } from '../proxy/settings.ts'
import { texts } from '../text/index.ts'

/** What holds for the whole list, in the proxy's words. */
export function Foot({ notes }: { notes: string[] }) {
  return (
    <footer>
      <span class="notes" title={notes.join('\n')}>
        {notes.join(' ')}
      </span>
      <button type="button" class="link" onClick={openOptions}>
        {texts().settings}
      </button>
    </footer>
  )
}
