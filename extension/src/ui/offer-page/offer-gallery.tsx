import type { Ref } from 'preact'
import { useContext, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'preact/hooks'
import { picturesOf } from '../../export/offer-pictures.ts'
import { texts } from '../../i18n/index.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { KnownOffer } from '../../model/variant-match.ts'
import { smallAddress } from '../../photo-match/small-address.ts'
import { GrantHostButton } from '../components/grant-host-button.tsx'
import { lazy } from '../components/lazy.tsx'
import { whole } from '../format/text.ts'
import { QueryPhotosContext, usePhotoHost, VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useVerdicts, type Verdicts } from '../photo-match/use-verdicts.ts'
import { VerdictBadge } from '../photo-match/verdict-badge.tsx'
import { verdictText } from '../photo-match/verdict-text.ts'

const ComparePhotos = lazy(async () => (await import('../photo-match/compare-photos.tsx')).ComparePhotos)

/** What keys do from anywhere on the page. */
export interface GalleryKeys {
  move(by: number): void
  compare(): void
}

interface Props {
  offer: KnownOffer
  /** The searched picture, if the offer was found with it. */
  sent: SentPicture | undefined
  keys: Ref<GalleryKeys>
}

/** All pictures of the offer, each compared with the searched one. */
export function OfferGallery({ offer, sent, keys }: Props) {
  // That of the list first: it is what the search compared.
  const addresses = picturesOf(offer).map(({ url }) => url)
  // The verdicts are those of offers: here each picture is one, named by its address.
  const pictures = useMemo(
    () => addresses.map((address) => ({ ...offer, offerId: address, imageUrl: address })),
    [addresses.join()],
  )
  const queries = useContext(QueryPhotosContext)
  const verdicts = useVerdicts(sent ? queries : NO_PHOTOS, pictures)
  return (
    <VerdictsContext.Provider value={verdicts}>
      <Pictures pictures={pictures} verdicts={verdicts} sent={sent} keys={keys} />
    </VerdictsContext.Provider>
  )
}

const NO_PHOTOS: readonly string[] = []

interface PicturesProps extends Pick<Props, 'sent' | 'keys'> {
  pictures: KnownOffer[]
  verdicts: Verdicts
}

function Pictures({ pictures, verdicts, sent, keys }: PicturesProps) {
  const t = texts()
  const [shown, setShown] = useState(0)
  const [isComparing, setComparing] = useState(false)
  const strip = useRef<HTMLDivElement>(null)
  const host = usePhotoHost(pictures)
  const at = Math.min(shown, pictures.length - 1)
  const current = pictures[at]
  const show = (next: number) => {
    if (!pictures[next]) return
    setShown(next)
    const button = strip.current?.children[next] as HTMLElement | undefined
    // The focus follows where it already is in the strip; elsewhere it stays.
    if (strip.current?.contains(document.activeElement)) button?.focus({ preventScroll: true })
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  useImperativeHandle(
    keys,
    () => ({ move: (by) => show(at + by), compare: () => current && sent && setComparing(true) }),
    [at, current, sent],
  )
  if (!current)
    return (
      <section class="offer-gallery" aria-label={t.pictures}>
        <p class="no-picture">{t.noPictures}</p>
      </section>
    )
  const verdict = verdicts[current.offerId]
  return (
    <section class="offer-gallery" aria-label={t.pictures}>
      <LargePicture address={current.offerId} alt={t.pictureOf(whole(at + 1), whole(pictures.length))} />
      <p class="picture-verdict">
        <span aria-live="polite">
          {t.pictureOf(whole(at + 1), whole(pictures.length))}
          {verdict && <strong class={`verdict-badge ${verdict.kind}`}> {verdictText(verdict)}</strong>}
        </span>
        {sent && (
          <button type="button" class="link compare-pictures" onClick={() => setComparing(true)}>
            {t.comparePhotosOpen}
          </button>
        )}
        {host && (
          <GrantHostButton
            host={host}
            variant="link"
            label={t.comparePhotos}
            tooltip={t.comparePhotosTooltip(host.host)}
          />
        )}
      </p>
      {pictures.length > 1 && (
        <div class="strip" ref={strip}>
          {pictures.map(({ offerId: address }, index) => (
            <button
              key={address}
              type="button"
              class="offer-photo"
              tabIndex={index === at ? 0 : -1}
              aria-pressed={index === at}
              onClick={() => show(index)}
            >
              <SmallPicture address={address} />
              <span class="visually-hidden">{t.pictureOf(whole(index + 1), whole(pictures.length))} </span>
              <VerdictBadge verdict={verdicts[address]} />
            </button>
          ))}
        </div>
      )}
      {isComparing && sent && (
        <ComparePhotos
          offers={pictures}
          offerId={current.offerId}
          picture={sent.dataUrl}
          onMove={(address) => show(pictures.findIndex(({ offerId }) => offerId === address))}
          onClose={() => setComparing(false)}
        />
      )}
    </section>
  )
}

function LargePicture({ address, alt }: { address: string; alt: string }) {
  const [failed, setFailed] = useState<string>()
  return (
    <div class="large-picture">
      {failed === address ? (
        <p class="no-picture">{texts().photoUnavailable}</p>
      ) : (
        <img
          key={address}
          src={address}
          alt={alt}
          referrerpolicy="no-referrer"
          onError={() => setFailed(address)}
        />
      )}
    </div>
  )
}

/** A small version where the host has one: there may be a hundred. */
export function SmallPicture({ address }: { address: string | null }) {
  const small = address && smallAddress(address)
  const [failed, setFailed] = useState(false)
  useEffect(() => setFailed(false), [address])
  return (
    <span class="thumbnail">
      {address && (
        <img
          class="loaded"
          src={small && !failed ? small : address}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setFailed(true)}
        />
      )}
    </span>
  )
}
