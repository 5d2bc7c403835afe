import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { type Failure, NEXT_STEP } from '../../model/failure.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Source } from '../../model/picture.ts'
import { openOptions } from '../state/surface.ts'
import { GrantHost } from './grant-host-button.tsx'
import { Message } from './message.tsx'

/** The picture is on the screen all the same. */
const ON_SCREEN = /^(page_closed|picture_(unreadable|empty|blank|not_loaded))$/

/** What went wrong, what to do, and a button for it. The worker's own message and the error code are below. */
export function ErrorView({ failure, source }: { failure: Failure; source?: Source }) {
  const t = texts()
  const step = NEXT_STEP[failure.code]
  const { title, hint } = t.failures[failure.code]
  const isUnreadable = /^picture_(unreadable|not_loaded)$/.test(failure.code)
  return (
    <Message title={title} text={hint} role="alert">
      {source && isUnreadable && <GrantHost source={source} variant="secondary" />}
      {source && source.tabId >= 0 && ON_SCREEN.test(failure.code) && (
        <button type="button" class="primary" onClick={() => sendToBackground({ type: 'screen' })}>
          {t.useScreenshot}
        </button>
      )}
      {step !== 'another' && <RetryButton failure={failure} primary={step === 'retry'} />}
      <button type="button" class={step === 'options' ? 'primary' : 'secondary'} onClick={openOptions}>
        {t.settings}
      </button>
      <CopyReport failure={failure} />
      <p class="detail">
        {failure.detail} <code>{failure.code}</code>
      </p>
    </Message>
  )
}

/** Counts down if the worker said how long to wait. */
export function RetryButton({ failure, primary }: { failure: Failure; primary: boolean }) {
  const t = texts()
  const [waitMs, setWaitMs] = useState(Math.min(failure.retryAfterMs ?? 0, 60_000))
  useEffect(() => {
    if (waitMs <= 0) return
    const timer = setTimeout(() => setWaitMs(waitMs - 1000), 1000)
    return () => clearTimeout(timer)
  }, [waitMs])
  return (
    <button
      type="button"
      class={primary ? 'primary retry' : 'secondary retry'}
      disabled={waitMs > 0}
      onClick={() => sendToBackground({ type: 'retry' })}
    >
      {waitMs > 0 ? t.retryIn(Math.ceil(waitMs / 1000)) : t.retry}
    </button>
  )
}

/** A report for the operator: code, request and time, but nothing about the picture. */
function CopyReport({ failure }: { failure: Failure }) {
  const t = texts()
  const [copied, setCopied] = useState(false)
  const { version } = browser.runtime.getManifest()
  const report = { ...failure, at: new Date().toISOString(), version, browser: navigator.userAgent }
  const copy = () =>
    navigator.clipboard.writeText(JSON.stringify(report, null, 2)).then(() => setCopied(true))
  return (
    <button type="button" class="secondary" onClick={copy}>
      {copied ? t.copied : t.copyReport}
    </button>
  )
}
