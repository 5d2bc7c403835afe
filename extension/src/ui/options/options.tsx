import { readConnectionCode } from '@find-on-1688/shared'
import { useEffect, useState } from 'preact/hooks'
import { readAddress } from '../../api/settings.ts'
import { testConnection } from '../../api/test-connection.ts'
import { texts } from '../../i18n/index.ts'
import { type Failure, failureOf } from '../../model/failure.ts'
import { proxyItem } from '../../model/stored-items.ts'
import { GrantedHosts } from './granted-hosts.tsx'
import { AskFirst, CurrencyField, OpenInField } from './preference-fields.tsx'

type Outcome =
  | { kind: 'none' | 'saved' | 'testing' }
  | { kind: 'works'; provider: string }
  | { kind: 'wrong'; text: string }
  | { kind: 'failed'; failure: Failure }

/** Worker address and client key, with a connection test, and the preferences. */
export function Options() {
  const t = texts()
  const [address, setAddress] = useState('')
  const [clientKey, setClientKey] = useState('')
  const [keyShown, showKey] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  useEffect(() => {
    proxyItem.getValue().then((proxy) => {
      setAddress(proxy.address)
      setClientKey(proxy.clientKey)
    })
  }, [])

  /** Saved even if the test then fails, so that nobody types it twice. */
  async function save(typed = { address, clientKey }) {
    const read = readAddress(typed.address)
    if ('fault' in read) return setOutcome({ kind: 'wrong', text: t.workerAddressErrors[read.fault] })
    if (!typed.clientKey.trim()) return setOutcome({ kind: 'wrong', text: t.clientKeyMissing })
    const proxy = { address: read.address, clientKey: typed.clientKey.trim() }
    await proxyItem.setValue(proxy)
    setAddress(proxy.address)
    setOutcome({ kind: 'saved' })
    return proxy
  }

  async function test(typed = { address, clientKey }) {
    const proxy = await save(typed)
    if (!proxy) return
    setOutcome({ kind: 'testing' })
    try {
      setOutcome({ kind: 'works', provider: await testConnection(proxy) })
    } catch (error) {
      setOutcome({ kind: 'failed', failure: failureOf(error) })
    }
  }

  /** A connection code contains both. It can be pasted into either field, and is tested at once. */
  function enter(text: string, set: (text: string) => void) {
    const connection = readConnectionCode(text)
    if (!connection) return set(text)
    const typed = { address: connection.address, clientKey: connection.key }
    setAddress(typed.address)
    setClientKey(typed.clientKey)
    test(typed)
  }

  const keyInput = {
    id: 'key',
    placeholder: 'f1688_…',
    autocomplete: 'off',
    spellcheck: false,
    value: clientKey,
    onInput: (event: { currentTarget: HTMLInputElement }) => enter(event.currentTarget.value, setClientKey),
  }

  return (
    <main class="options">
      <h1>{t.name}</h1>
      <p>{t.intro}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <label for="address">{t.workerAddress}</label>
        <input
          id="address"
          type="text"
          inputMode="url"
          placeholder="find1688:… / https://…"
          value={address}
          onInput={(event) => enter(event.currentTarget.value, setAddress)}
          spellcheck={false}
        />
        <label for="key">{t.clientKey}</label>
        <div class="key-field">
          {keyShown ? <input type="text" {...keyInput} /> : <input type="password" {...keyInput} />}
          <button type="button" class="secondary" aria-pressed={keyShown} onClick={() => showKey(!keyShown)}>
            {keyShown ? t.hideKey : t.showKey}
          </button>
        </div>
        <div class="buttons">
          <button type="submit" class="secondary">
            {t.save}
          </button>
          <button
            type="button"
            class="primary"
            id="test"
            disabled={outcome.kind === 'testing'}
            onClick={() => test()}
          >
            {t.testConnection}
          </button>
        </div>
      </form>
      <OutcomeLine outcome={outcome} />
      <OpenInField />
      <CurrencyField />
      <AskFirst />
      <GrantedHosts />
      <p class="privacy">{t.privacyNote}</p>
    </main>
  )
}

function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const t = texts()
  switch (outcome.kind) {
    case 'none':
      return <div class="outcome" role="status" />
    case 'saved':
      return <Line text={t.saved} />
    case 'testing':
      return <Line text={t.testingConnection} />
    case 'works':
      return <Line text={t.connectionOk(outcome.provider)} tone="good" />
    case 'wrong':
      return <Line text={outcome.text} tone="bad" />
    case 'failed': {
      const { title: what, hint: next } = t.failures[outcome.failure.code]
      return <Line text={`${what} ${next}`} detail={outcome.failure.detail} tone="bad" />
    }
  }
}

function Line({ text, detail, tone = '' }: { text: string; detail?: string | undefined; tone?: string }) {
  return (
    <div class={`outcome ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {text}
      {detail && <small>{detail}</small>}
    </div>
  )
}
