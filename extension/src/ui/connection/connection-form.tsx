import { readConnectionCode } from '@find-on-1688/shared'
import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { useConnectionTest } from './use-connection-test.ts'

interface Props {
  /** The host that stays in use until another one is accepted. */
  inUse: string | undefined
  onAccepted: () => void
  onCancel: () => void
}

/** A connection code or, by hand, address and key. Nothing is sent before Test is pressed or a whole code is pasted. */
export function ConnectionForm({ inUse, onAccepted, onCancel }: Props) {
  const t = texts()
  const [isByHand, setByHand] = useState(false)
  const [code, setCode] = useState('')
  const [address, setAddress] = useState('')
  const [clientKey, setClientKey] = useState('')
  const { attempt, connect, reset } = useConnectionTest(onAccepted)
  const isWrong = attempt.state === 'wrong'

  const field = (id: string, value: string, set: (text: string) => void) => ({
    id,
    value,
    autocomplete: 'off' as const,
    spellcheck: false,
    'aria-invalid': isWrong,
    'aria-describedby': 'connection-outcome',
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      set(currentTarget.value)
      reset()
    },
    onPaste: (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData('text') ?? ''
      if (!readConnectionCode(pasted)) return
      event.preventDefault()
      setByHand(false)
      setCode(pasted.trim())
      connect({ code: pasted })
    },
  })

  return (
    <form
      class="connection-form"
      onSubmit={(event) => {
        event.preventDefault()
        connect(isByHand ? { address, clientKey } : { code })
      }}
    >
      {isByHand ? (
        <>
          <label for="address">{t.workerAddress}</label>
          <input
            type="text"
            inputMode="url"
            placeholder="https://…"
            {...field('address', address, setAddress)}
          />
          <label for="key">{t.clientKey}</label>
          <input type="password" placeholder="f1688_…" {...field('key', clientKey, setClientKey)} />
        </>
      ) : (
        <>
          <label for="code">{t.connectionCode}</label>
          <input type="text" placeholder="find1688:https://…" {...field('code', code, setCode)} />
        </>
      )}
      <div
        id="connection-outcome"
        class={isWrong ? 'outcome bad' : 'outcome'}
        role={isWrong ? 'alert' : 'status'}
      >
        {attempt.state === 'testing' && t.testingConnection}
        {isWrong && (
          <>
            {attempt.text} {inUse && t.staysInUse(inUse)}
            {attempt.detail && <small>{attempt.detail}</small>}
          </>
        )}
      </div>
      <div class="buttons">
        <button type="submit" class="primary" id="test" disabled={attempt.state === 'testing'}>
          {t.testAndConnect}
        </button>
        {inUse && (
          <button type="button" class="secondary cancel" onClick={onCancel}>
            {t.cancelReplacing}
          </button>
        )}
        <button
          type="button"
          class="link by-hand"
          onClick={() => {
            setByHand(!isByHand)
            reset()
          }}
        >
          {isByHand ? t.connectByCode : t.connectByHand}
        </button>
      </div>
    </form>
  )
}
