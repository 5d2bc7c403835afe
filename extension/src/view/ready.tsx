import type { ProxySettings } from '../proxy/settings.ts'
import type { Picture } from '../search/state.ts'
import { ask } from '../search/wish.ts'
import { texts } from '../text/index.ts'
import { Receipt } from './receipt.tsx'

/** What would be sent, before it is. */
export function Ready({ picture, proxy }: { picture: Picture; proxy: ProxySettings }) {
  const t = texts()
  return (
    <div class="ready">
      <Receipt picture={picture} proxy={proxy} title={t.whatWillBeSent} before />
      <div class="buttons">
        <button type="button" class="main send" onClick={() => ask({ type: 'send' })}>
          {t.send}
        </button>
        <button type="button" class="quiet" onClick={() => ask({ type: 'forget' })}>
          {t.discard}
        </button>
      </div>
    </div>
  )
}
