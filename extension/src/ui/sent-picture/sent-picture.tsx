import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Refinement, Search } from '../../model/search.ts'
import { additionalSentItem, type ProxySettings } from '../../model/stored-items.ts'
import { isRefined, refinementText } from '../format/refinement-text.ts'
import { kilobytes } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { useStored } from '../state/use-stored.ts'

interface Props {
  picture: SentPicture
  proxy: ProxySettings
  title: string
  /** The region, as in the query. */
  region?: string | undefined
  refinement?: Refinement | undefined
  /** Nothing has been sent yet. */
  isBeforeSending?: boolean
  onClose?: () => void
}

/** Exactly what leaves the browser, where it goes, and how long it is stored. */
export function SentPictureView(props: Props) {
  const { picture, proxy, title, region, refinement, isBeforeSending = false, onClose } = props
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
        {region && <p>{t.sentRegion(region)}</p>}
        {isRefined(refinement) && <p>{t.sentRefinement(refinementText(refinement ?? {}))}</p>}
        <p>{isBeforeSending ? t.willBeSentTo(host) : t.sentTo(host)}</p>
        <p>{isBeforeSending ? t.addressesStayHere : t.addressesStayedHere}</p>
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

interface ConfirmProps {
  picture: SentPicture
  proxy: ProxySettings
  /** A screenshot of all that a tab shows. */
  isScreen: boolean
}

/** What would be sent, with buttons to send, crop or discard it. */
export function ConfirmSend({ picture, proxy, isScreen }: ConfirmProps) {
  const t = texts()
  const { navigate } = useApp()
  return (
    <div class="confirm-send">
      <SentPictureView picture={picture} proxy={proxy} title={t.whatWillBeSent} isBeforeSending />
      <div class="buttons">
        {isScreen && (
          <button type="button" class="primary" onClick={() => navigate('region')}>
            {t.cropScreenshot}
          </button>
        )}
        <button
          type="button"
          class={isScreen ? 'secondary send' : 'primary send'}
          onClick={() => sendToBackground({ type: 'send' })}
        >
          {t.confirmSend}
        </button>
        <button type="button" class="secondary" onClick={() => sendToBackground({ type: 'forget' })}>
          {t.cancelSend}
        </button>
      </div>
    </div>
  )
}

/** What was sent of additional photos. The first photo says where it went. */
export function AdditionalSentPictures({ search }: { search: Search }) {
  const t = texts()
  const sent = useStored(additionalSentItem)
  const pictures = sent?.searchId === search.id ? sent.pictures : {}
  const photos = (search.further ?? []).flatMap(({ id, lists }, index) => {
    const picture = pictures[id]
    return picture && Object.keys(lists).length > 0 ? [{ id, number: index + 2, picture }] : []
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
