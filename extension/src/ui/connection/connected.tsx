import type { Usage } from '@find-on-1688/shared'
import { useEffect, useState } from 'preact/hooks'
import { testConnection } from '../../api/test-connection.ts'
import { locale, texts } from '../../i18n/index.ts'
import { failureOf } from '../../model/failure.ts'
import type { ProxySettings } from '../../model/stored-items.ts'
import { whole } from '../format/text.ts'
import { connectionProblem } from './connection-problem.ts'

interface Props {
  proxy: ProxySettings
  isReplacing: boolean
  onReplace: () => void
  onDisconnect: () => void
}

type State =
  | { kind: 'testing' }
  | { kind: 'works'; usage: Usage | undefined }
  | { kind: 'failed'; text: string }

/** The proxy in use: where it is, whether it works, and what is left of today's searches. The key is hidden. */
export function Connected({ proxy, isReplacing, onReplace, onDisconnect }: Props) {
  const t = texts()
  const [state, setState] = useState<State>({ kind: 'testing' })
  const [isKeyShown, setKeyShown] = useState(false)
  const test = () => {
    setState({ kind: 'testing' })
    testConnection(proxy).then(
      (usage) => setState({ kind: 'works', usage }),
      (error) => setState({ kind: 'failed', text: connectionProblem(failureOf(error), proxy.address) }),
    )
  }
  useEffect(test, [])
  return (
    <div class="connected">
      <dl>
        <dt>{t.workerAddress}</dt>
        <dd class="address">{proxy.address}</dd>
        <dt>{t.clientKey}</dt>
        <dd>
          <code class="client-key">{isKeyShown ? proxy.clientKey : '••••••••••••'}</code>{' '}
          <button
            type="button"
            class="link show-key"
            aria-pressed={isKeyShown}
            onClick={() => setKeyShown(!isKeyShown)}
          >
            {isKeyShown ? t.hideKey : t.showKey}
          </button>
        </dd>
      </dl>
      <Outcome state={state} />
      <div class="buttons">
        {!isReplacing && (
          <button type="button" class="secondary replace" onClick={onReplace}>
            {t.replaceConnection}
          </button>
        )}
        <button type="button" class="secondary disconnect" onClick={onDisconnect}>
          {t.disconnect}
        </button>
        <button type="button" class="secondary retest" disabled={state.kind === 'testing'} onClick={test}>
          {t.testConnection}
        </button>
      </div>
    </div>
  )
}

function Outcome({ state }: { state: State }) {
  const t = texts()
  switch (state.kind) {
    case 'testing':
      return (
        <p class="outcome" role="status">
          {t.testingConnection}
        </p>
      )
    case 'works':
      return (
        <p class="outcome good" role="status">
          {t.connected} {state.usage && <span class="searches-left">{searchesLeft(state.usage)}</span>}
        </p>
      )
    case 'failed':
      return (
        <p class="outcome bad" role="alert">
          {state.text}
        </p>
      )
  }
}

function searchesLeft({ dailySearches: { limit, used, resetsAt } }: Usage): string {
  const t = texts()
  if (limit === null) return t.searchesUsed(whole(used))
  const at = new Date(resetsAt).toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit' })
  return t.searchesLeft(whole(Math.max(0, limit - used)), whole(limit), at)
}
