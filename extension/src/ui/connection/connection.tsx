import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { type ProxySettings, proxyItem } from '../../model/stored-items.ts'
import { useStored } from '../state/use-stored.ts'
import { Connected } from './connected.tsx'
import { ConnectionForm } from './connection-form.tsx'

/** The proxy in use, or a form to connect to one. */
export function Connection() {
  const t = texts()
  const proxy = useStored(proxyItem)
  const [isReplacing, setReplacing] = useState(false)
  const [before, setBefore] = useState<ProxySettings>()
  if (!proxy) return <div class="connection" />
  const isConnected = Boolean(proxy.address && proxy.clientKey)
  const disconnect = () => {
    setBefore(proxy)
    proxyItem.setValue({ address: '', clientKey: '' })
  }
  return (
    <div class="connection">
      {isConnected ? (
        <Connected
          key={`${proxy.address}#${proxy.clientKey}`}
          proxy={proxy}
          isReplacing={isReplacing}
          onReplace={() => setReplacing(true)}
          onDisconnect={disconnect}
        />
      ) : (
        before && (
          <p class="disconnected" role="status">
            {t.disconnected}{' '}
            <button type="button" class="link undo" onClick={() => proxyItem.setValue(before)}>
              {t.undo}
            </button>
          </p>
        )
      )}
      {(isReplacing || !isConnected) && (
        <ConnectionForm
          inUse={isConnected ? hostOf(proxy) : undefined}
          onAccepted={() => setReplacing(false)}
          onCancel={() => setReplacing(false)}
        />
      )}
    </div>
  )
}

const hostOf = ({ address }: ProxySettings) => URL.parse(address)?.host ?? address
