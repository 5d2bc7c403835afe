import type { ProxySettings } from '../proxy/settings.ts'
import type { Sent } from '../search/state.ts'
import { texts } from '../text/index.ts'
import { kilobytes } from './numbers.ts'

/** Exactly what left the browser. */
export function Receipt({ sent, proxy, onClose }: { sent: Sent; proxy: ProxySettings; onClose: () => void }) {
  const t = texts()
  return (
    <section class="receipt" aria-label={t.sentTitle}>
      <img src={sent.dataUrl} alt={t.pictureSearched} />
      <div>
        <h2>{t.sentTitle}</h2>
        <p>{t.sentPicture(`${sent.width}×${sent.height}`, kilobytes(sent.bytes))}</p>
        <p>{t.sentTo(URL.parse(proxy.address)?.host ?? proxy.address)}</p>
        <p>{t.sentNot}</p>
      </div>
      <button type="button" class="link" onClick={onClose}>
        {t.close}
      </button>
    </section>
  )
}
