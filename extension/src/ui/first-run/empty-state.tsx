import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { Message } from '../components/message.tsx'
import { useApp } from '../state/app-context.tsx'
import { openInTab, openOptions, openPageProducts } from '../state/surface.ts'

/** Before the first search: the ways to start one, or what must be set up first. */
export function EmptyState({ isSetUp }: { isSetUp: boolean }) {
  const t = texts()
  const { surface, navigate } = useApp()
  if (!isSetUp)
    return (
      <Message alone title={t.setUpTitle} text={t.setUpHint}>
        <button
          type="button"
          class="primary"
          onClick={() => (surface === 'popup' ? openInTab('welcome') : navigate('welcome'))}
        >
          {t.startLabel}
        </button>
        <button type="button" class="secondary see-sample" onClick={() => navigate('sample')}>
          {t.seeSample}
        </button>
        <button type="button" class="secondary" onClick={openOptions}>
          {t.settings}
        </button>
      </Message>
    )
  return (
    <div class="message empty-state">
      <h1>{t.startTitle}</h1>
      <ol class="start-options">
        <li>
          <h2>{t.startRightClick}</h2>
          <p>{t.startRightClickHint}</p>
        </li>
        <li>
          <h2>{t.startSelectArea}</h2>
          <p>{t.startSelectAreaHint}</p>
          <button type="button" class="secondary pick" onClick={() => sendToBackground({ type: 'pickArea' })}>
            {t.selectArea}
          </button>
        </li>
        <li>
          <h2>{t.startUpload}</h2>
          <p>{t.startUploadHint}</p>
          <button
            type="button"
            class="secondary"
            onClick={() => (surface === 'popup' ? openInTab('upload') : navigate('upload'))}
          >
            {t.uploadPicture}
          </button>
        </li>
        <li>
          <h2>{t.startMany}</h2>
          <p>{t.startManyHint}</p>
          <div class="buttons">
            {surface !== 'tab' && (
              <button type="button" class="secondary find-all" onClick={openPageProducts}>
                {t.findAll}
              </button>
            )}
            <button
              type="button"
              class="secondary"
              onClick={() => (surface === 'popup' ? openInTab('batch') : navigate('batch'))}
            >
              {t.batches}
            </button>
          </div>
        </li>
      </ol>
    </div>
  )
}
