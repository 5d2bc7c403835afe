import type { ProxySettings } from '../../api/settings.ts'
import { texts } from '../../i18n/index.ts'
import { ask } from '../../model/messages.ts'
import type { Picture } from '../../model/search.ts'
import { Receipt } from './sent-picture.tsx'

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
