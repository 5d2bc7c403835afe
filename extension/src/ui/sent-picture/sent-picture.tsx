import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { additionalSentItem, type ProxySettings } from '../../model/stored-items.ts'
import { kilobytes } from '../format/text.ts'
import { useStored } from '../state/use-stored.ts'

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

/** What left the browser of the further photos; where it went is told with the first. */
export function AdditionalSentPictures({ search }: { search: Search }) {
  const t = texts()
  const sent = useStored(additionalSentItem)
  const pictures = sent?.searchId === search.id ? sent.pictures : {}
  const photos = (search.further ?? []).flatMap(({ id, lists }, at) => {
    const picture = pictures[id]
    return picture && Object.keys(lists).length > 0 ? [{ id, number: at + 2, picture }] : []
  })
  return (
    <>
      {photos.map(({ id, number, picture: { dataUrl, bytes, width, height, untouched } }) => (
        <section key={id} class="sent-picture" aria-label={t.photoNumber(number)}>
          <img src={dataUrl} alt="" />
          <div>
            <h2>{t.photoNumber(number)}</h2>
            <p>
              {t.sentPicture(`${width}×${height}`, kilobytes(bytes))}{' '}
              {untouched ? t.sentUntouched : t.sentReduced}
            </p>
            <a href={dataUrl} download={`find-on-1688-${number}.jpg`} class="link">
              {t.downloadJpeg}
            </a>
          </div>
        </section>
      ))}
    </>
  )
}
