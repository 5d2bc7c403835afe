import type { ComponentChild } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { type Failure, isOfProxy, NEXT_STEPS, type NextStep } from '../../model/failure.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import type { ProxySettings } from '../../model/stored-items.ts'
import { useApp } from '../state/app-context.tsx'
import { openInTab, openOptions } from '../state/surface.ts'
import { GrantHostButton, useMissingHost } from './grant-host-button.tsx'
import { LastResults } from './last-results.tsx'

interface Props {
  failure: Failure
  search: Search
  sent: SentPicture | undefined
  proxy: ProxySettings
}

/**
 * What to do about a failure, with a button for each step that the text names. The header says what went wrong. Below are
 * the server's own message, the code, and a report to copy.
 */
export function ErrorView({ failure, search, sent, proxy }: Props) {
  const t = texts()
  const isSearchFailure = search.readFailure === undefined
  return (
    <div class="message failure" role="alert">
      <p>{t.failures[failure.code].hint}</p>
      {isOfProxy(failure) && proxy.address && (
        <p class="proxy-address">
          {t.proxyAddress} <code>{proxy.address}</code>
        </p>
      )}
      <div class="buttons">
        <NextSteps failure={failure} search={search} sent={sent} />
      </div>
      {isSearchFailure && <LastResults search={search} sent={sent} />}
      <p class="detail">
        {failure.detail} <code>{failure.code}</code>
        {!NEXT_STEPS[failure.code].includes('report') && (
          <>
            {' · '}
            <CopyReport failure={failure} variant="link" />
          </>
        )}
      </p>
    </div>
  )
}

function NextSteps({ failure, search, sent }: Omit<Props, 'proxy'>) {
  const t = texts()
  const { navigate, surface } = useApp()
  const host = useMissingHost(search.source)
  const steps = NEXT_STEPS[failure.code].filter((step) =>
    step === 'allow' ? host : isPossible(step, search, sent),
  )
  const button = (step: NextStep, label: string, onClick: () => void) => (
    <button key={step} type="button" class={classOf(step)} data-step={step} onClick={onClick}>
      {label}
    </button>
  )
  const classOf = (step: NextStep) => (step === steps[0] ? 'primary' : 'secondary')
  const show: Record<NextStep, () => ComponentChild> = {
    retry: () => <RetryButton key="retry" failure={failure} primary={steps[0] === 'retry'} />,
    settings: () => button('settings', t.settings, openOptions),
    siteSettings: () => button('siteSettings', t.openSiteSettings, openSiteSettings),
    area: () => button('area', t.selectArea, () => sendToBackground({ type: 'pickArea' })),
    screenshot: () => button('screenshot', t.useScreenshot, () => sendToBackground({ type: 'screen' })),
    allow: () =>
      host && (
        <GrantHostButton
          key="allow"
          host={host}
          variant={classOf('allow')}
          label={t.allowHost(host.host)}
          tooltip={t.allowHostWhy}
        />
      ),
    upload: () =>
      button('upload', t.uploadPicture, () =>
        surface === 'popup' ? openInTab('upload') : navigate('upload'),
      ),
    crop: () => button('crop', t.openRegion, () => navigate('region')),
    history: () => button('history', t.history, () => navigate('history')),
    report: () => <CopyReport key="report" failure={failure} variant={classOf('report')} />,
  }
  return <>{steps.map((step) => show[step]())}</>
}

/** Whether there is still a tab, a picture, or a browser's page to do it with. */
function isPossible(step: NextStep, search: Search, sent: SentPicture | undefined): boolean {
  if (step === 'screenshot' || step === 'area') return search.source.tabId >= 0
  if (step === 'crop') return sent !== undefined
  // Firefox opens none of its own pages for an extension.
  if (step === 'siteSettings') return import.meta.env.BROWSER !== 'firefox'
  return true
}

/** Chromium's page with what this extension may do. */
function openSiteSettings(): void {
  const site = encodeURIComponent(browser.runtime.getURL('').replace(/\/$/, ''))
  browser.tabs.create({ url: `chrome://settings/content/siteDetails?site=${site}` })
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
      data-step="retry"
      disabled={waitMs > 0}
      onClick={() => sendToBackground({ type: 'retry' })}
    >
      {waitMs > 0 ? t.retryIn(Math.ceil(waitMs / 1000)) : t.retry}
    </button>
  )
}

/** A report for the administrator: code, request and time, but nothing about the picture. */
export function CopyReport({ failure, variant }: { failure: Failure; variant: string }) {
  const t = texts()
  const [copied, setCopied] = useState(false)
  const { version } = browser.runtime.getManifest()
  const report = { ...failure, at: new Date().toISOString(), version, browser: navigator.userAgent }
  const copy = () =>
    navigator.clipboard.writeText(JSON.stringify(report, null, 2)).then(() => setCopied(true))
  return (
    <button type="button" class={`${variant} copy-report`} data-step="report" onClick={copy}>
      {copied ? t.copied : t.copyReport}
    </button>
  )
}
