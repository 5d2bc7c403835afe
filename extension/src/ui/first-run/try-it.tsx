import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { useApp } from '../state/app-context.tsx'
import { readPictureFile } from '../upload/submit-file.ts'
import { TRY_IT } from './sample-answer.ts'

/** A search with a picture that comes with the extension or, without a connection, a sample of what one finds. */
export function TryIt({ isSetUp }: { isSetUp: boolean }) {
  const t = texts()
  const { navigate } = useApp()

  async function search(): Promise<void> {
    const blob = await (await fetch(TRY_IT)).blob()
    const picture = await readPictureFile(blob)
    sendToBackground({ type: 'uploaded', picture, incognito: browser.extension.inIncognitoContext })
    navigate('results')
  }

  return (
    <div class="sample">
      <img src={TRY_IT} alt={t.samplePictureAlt} width="96" height="96" />
      <div>
        <p>{isSetUp ? t.welcomeTryText : t.welcomeSampleText}</p>
        <div class="buttons">
          <button
            type="button"
            class={isSetUp ? 'primary try-it' : 'secondary try-it'}
            disabled={!isSetUp}
            onClick={search}
          >
            {t.tryIt}
          </button>
          {!isSetUp && (
            <button type="button" class="primary see-sample" onClick={() => navigate('sample')}>
              {t.seeSample}
            </button>
          )}
        </div>
      </div>
    </div>
  )
}
