import { readConnectionCode } from '@find-on-1688/shared'
import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { testConnection } from '../../api/test-connection.ts'
import { texts } from '../../i18n/index.ts'
import { type Failure, failureOf } from '../../model/failure.ts'
import { sendToBackground } from '../../model/messages.ts'
import { proxyItem } from '../../model/stored-items.ts'
import { useApp } from '../state/app-context.tsx'
import { openOptions } from '../state/surface.ts'
import { readPictureFile } from '../upload/submit-file.ts'

type State = { kind: 'none' | 'invalid' | 'testing' | 'works' } | { kind: 'failed'; failure: Failure }

/** Drawn for this page: not a real product. */
const TRY_IT = '/try-it.webp'

/** The first page: connect, try it out, and see what leaves the browser. */
export function Welcome({ isSetUp }: { isSetUp: boolean }) {
  const t = texts()
  const { navigate } = useApp()
  const [state, setState] = useState<State>({ kind: isSetUp ? 'works' : 'none' })

  async function connect(text: string): Promise<void> {
    if (text.trim() === '') return setState({ kind: 'none' })
    const connection = readConnectionCode(text)
    if (!connection) return setState({ kind: 'invalid' })
    const proxy = { address: connection.address, clientKey: connection.key }
    await proxyItem.setValue(proxy)
    setState({ kind: 'testing' })
    try {
      await testConnection(proxy)
      setState({ kind: 'works' })
    } catch (error) {
      setState({ kind: 'failed', failure: failureOf(error) })
    }
  }

  async function tryIt(): Promise<void> {
    const blob = await (await fetch(TRY_IT)).blob()
    const picture = await readPictureFile(blob)
    sendToBackground({ type: 'uploaded', picture, incognito: browser.extension.inIncognitoContext })
    navigate('results')
  }

  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <h1 id="welcome-title">{t.welcome}</h1>
      <p class="lead">{t.welcomeLead}</p>
      <ol class="setup-steps">
        <li>
          <h2>{t.welcomeConnect}</h2>
          <p>{t.welcomeConnectText}</p>
          <input
            id="code"
            type="text"
            class="connection-code"
            aria-label={t.connectionCode}
            placeholder="find1688:https://…"
            autocomplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => connect(currentTarget.value)}
          />
          <Connection state={state} />
          <button type="button" class="link" onClick={openOptions}>
            {t.welcomeByHand}
          </button>
        </li>
        <li>
          <h2>{t.welcomeTry}</h2>
          <div class="sample">
            <img src={TRY_IT} alt={t.samplePictureAlt} width="96" height="96" />
            <div>
              <p>{t.welcomeTryText}</p>
              <button type="button" class="primary try-it" disabled={state.kind !== 'works'} onClick={tryIt}>
                {t.tryIt}
              </button>
            </div>
          </div>
        </li>
        <li>
          <h2>{t.dataSentTitle}</h2>
          <ul class="data-sent">
            {t.dataSent.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>{t.dataNotSent}</p>
        </li>
      </ol>
    </section>
  )
}

function Connection({ state }: { state: State }) {
  const t = texts()
  switch (state.kind) {
    case 'none':
      return <p class="outcome" role="status" />
    case 'invalid':
      return (
        <p class="outcome bad" role="alert">
          {t.connectionCodeInvalid}
        </p>
      )
    case 'testing':
      return (
        <p class="outcome" role="status">
          {t.testingConnection}
        </p>
      )
    case 'works':
      return (
        <p class="outcome good" role="status">
          {t.connected}
        </p>
      )
    case 'failed': {
      const { title, hint } = t.failures[state.failure.code]
      return (
        <p class="outcome bad" role="alert">
          {title} {hint}
        </p>
      )
    }
  }
}
