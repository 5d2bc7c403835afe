import { openOptions } from '../proxy/settings.ts'
import { ask } from '../search/messages.ts'
import { texts } from '../text/index.ts'
import { Message } from './message.tsx'
import { openApp } from './where.ts'

export function Idle({ setUp }: { setUp: boolean }) {
  const t = texts()
  return (
    <div class="popup">
      {setUp ? (
        <Message title={t.idle} text={t.idleNext}>
          <button type="button" class="quiet pick" onClick={() => ask({ type: 'pick' })}>
            {t.pickArea}
          </button>
          <button type="button" class="quiet" onClick={openApp}>
            {t.ownPicture}
          </button>
          <button type="button" class="quiet" onClick={openOptions}>
            {t.settings}
          </button>
        </Message>
      ) : (
        <Message title={t.firstRun} text={t.firstRunNext}>
          <button type="button" class="main" onClick={openOptions}>
            {t.openSettings}
          </button>
        </Message>
      )}
    </div>
  )
}
