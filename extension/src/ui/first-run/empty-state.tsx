import { openOptions } from '../../api/settings.ts'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { Message } from '../components/message.tsx'
import { useApp } from '../state/app-context.tsx'
import { openApp } from '../state/surface.ts'

/** Nothing was searched yet: three ways to begin, or what has to be set up before. */
export function EmptyState({ setUp }: { setUp: boolean }) {
  const t = texts()
  const { surface, navigate } = useApp()
  if (!setUp)
    return (
      <Message alone title={t.firstRun} text={t.firstRunNext}>
        <button
          type="button"
          class="primary"
          onClick={() => (surface === 'popup' ? openApp('welcome') : navigate('welcome'))}
        >
          {t.begin}
        </button>
        <button type="button" class="secondary" onClick={openOptions}>
          {t.settings}
        </button>
      </Message>
    )
  return (
    <div class="message empty-state">
      <h1>{t.idle}</h1>
      <ol class="start-options">
        <li>
          <h2>{t.begin1}</h2>
          <p>{t.begin1Text}</p>
        </li>
        <li>
          <h2>{t.begin2}</h2>
          <p>{t.begin2Text}</p>
          <button type="button" class="secondary pick" onClick={() => sendToBackground({ type: 'pickArea' })}>
            {t.pickArea}
          </button>
        </li>
        <li>
          <h2>{t.begin3}</h2>
          <p>{t.begin3Text}</p>
          <button
            type="button"
            class="secondary"
            onClick={() => (surface === 'popup' ? openApp('upload') : navigate('upload'))}
          >
            {t.ownPicture}
          </button>
        </li>
      </ol>
    </div>
  )
}
