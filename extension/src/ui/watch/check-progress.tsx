import { useEffect } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { isChecking, type Watch } from '../../model/watch.ts'
import { useApp } from '../state/app-context.tsx'

/** How far a check is, or how it has ended. */
export function CheckProgress({ watch }: { watch: Watch }) {
  const t = texts()
  const { announce } = useApp()
  const { offerIds, searchIds, total, searches, state, failure } = watch
  const left = offerIds.length + searchIds.length
  const failed = Object.keys(watch.failures).length
  const outcome = isChecking(watch) ? undefined : outcomeText(watch, total - left)
  useEffect(() => {
    if (outcome) announce([outcome, failure && t.failures[failure.code].title].filter(Boolean).join(' '))
  }, [outcome])
  if (isChecking(watch))
    return (
      <p class="check-progress">
        <progress value={total - left + failed} max={total} aria-label={t.watchAgain} />{' '}
        {t.checking(total - left + failed, total)} {searches > 0 && t.checkUsed(searches)}{' '}
        {state === 'stopping' ? (
          t.checkStopping
        ) : (
          <button type="button" class="link stop" onClick={() => sendToBackground({ type: 'stopWatch' })}>
            {t.stopCheck}
          </button>
        )}
      </p>
    )
  return (
    <div class="check-outcome">
      <p>
        {outcome} {t.checkUsed(searches)}
      </p>
      {failure && (
        <p>
          <span class="missing">{t.failures[failure.code].title}</span> {t.failures[failure.code].hint}
        </p>
      )}
    </div>
  )
}

function outcomeText({ total, state, failures, failure }: Watch, done: number): string {
  const t = texts()
  const failed = Object.keys(failures).length
  const text = state === 'stopped' ? t.checkStopped(done, total) : t.checkDone(done)
  return failed > 0 && !failure ? `${text} ${t.checkFailed(failed)}` : text
}
