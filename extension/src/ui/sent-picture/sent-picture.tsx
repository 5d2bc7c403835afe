import { texts } from '../../i18n/index.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { ProxySettings } from '../../model/stored-items.ts'
import { kilobytes } from '../format/numbers.ts'

interface Props {
  picture: SentPicture
  proxy: ProxySettings
  title: string
  /** Of a region, as the query has it. */
  part?: string | undefined
  /** Nothing has left yet. */
  before?: boolean
  onClose?: () => void
}

/** Exactly what leaves the browser, where it goes, and how long it is kept. */
export function SentPictureView({ picture, proxy, title, part, before = false, onClose }: Props) {
  const t = texts()
  const host = URL.parse(proxy.address)?.host ?? proxy.address
  const { dataUrl, bytes, width, height, untouched } = picture
  return (
    <section class="sent-picture" aria-label={title}>
      <a href={dataUrl} download="find-on-1688.jpg" title={t.downloadJpeg}>
        <img src={dataUrl} alt={t.searchedPictureAlt} />
      </a>
      <div>
        <h2>{title}</h2>
        <p>
          {t.sentPicture(`${width}×${height}`, kilobytes(bytes))}{' '}
          {untouched ? t.sentUntouched : t.sentReduced}
        </p>
        {part && <p>{t.sentRegion(part)}</p>}
        <p>{before ? t.willBeSentTo(host) : t.sentTo(host)}</p>
        <p>{before ? t.addressesStayHere : t.addressesStayedHere}</p>
        <p>
          {t.storedByWorker} {t.storedHere}
        </p>
        <a href={dataUrl} download="find-on-1688.jpg" class="link">
          {t.downloadJpeg}
        </a>
      </div>
      {onClose && (
        <button type="button" class="link" onClick={onClose}>
          {t.close}
        </button>
      )}
    </section>
  )
}
