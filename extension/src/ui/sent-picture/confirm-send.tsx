import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { ProxySettings } from '../../model/stored-items.ts'
import { SentPictureView } from './sent-picture.tsx'

/** What would be sent, before it is. */
export function ConfirmSend({ picture, proxy }: { picture: SentPicture; proxy: ProxySettings }) {
  const t = texts()
  return (
    <div class="confirm-send">
      <SentPictureView picture={picture} proxy={proxy} title={t.whatWillBeSent} before />
      <div class="buttons">
        <button type="button" class="primary send" onClick={() => sendToBackground({ type: 'send' })}>
          {t.confirmSend}
        </button>
        <button type="button" class="secondary" onClick={() => sendToBackground({ type: 'forget' })}>
          {t.cancelSend}
        </button>
      </div>
    </div>
  )
}
