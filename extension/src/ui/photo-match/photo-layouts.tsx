import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'

interface Photos {
  /** Addresses of the searched photo and the offer's. */
  queryPhoto: string | undefined
  offerPhoto: string | undefined
  /** Whether the offer's photo is shown mirrored. */
  isMirrored: boolean
}

export function SideBySide({ queryPhoto, offerPhoto, isMirrored }: Photos) {
  const t = texts()
  return (
    <div class="photo-layout side-by-side">
      <figure>
        <Photo src={queryPhoto} alt={t.searchedPictureAlt} />
        <figcaption>{t.searchedPicture}</figcaption>
      </figure>
      <figure>
        <Photo src={offerPhoto} alt={t.offeredPictureAlt} isMirrored={isMirrored} />
        <figcaption>{t.offeredPicture}</figcaption>
      </figure>
    </div>
  )
}

/** The searched photo over the offer's, up to the slider. */
export function Overlay({ queryPhoto, offerPhoto, isMirrored }: Photos) {
  const t = texts()
  const [position, setPosition] = useState(50)
  return (
    <div class="photo-layout overlay" style={{ '--at': `${position}%` }}>
      <Photo src={offerPhoto} alt={t.offeredPictureAlt} isMirrored={isMirrored} />
      <div class="overlay-top">
        <Photo src={queryPhoto} alt={t.searchedPictureAlt} />
      </div>
      {/* Invisible and over both photos, so that it can be dragged anywhere; the line behind it is what is seen. */}
      <input
        type="range"
        min="0"
        max="100"
        value={position}
        aria-label={t.photoSlider}
        onInput={({ currentTarget }) => setPosition(currentTarget.valueAsNumber)}
      />
      <span class="divider" />
      <span class="photo-label">{t.searchedPicture}</span>
      <span class="photo-label of-offer">{t.offeredPicture}</span>
    </div>
  )
}

function Photo({
  src,
  alt,
  isMirrored = false,
}: {
  src: string | undefined
  alt: string
  isMirrored?: boolean
}) {
  const [failed, setFailed] = useState<string>()
  if (!src || src === failed) return <p class="photo unavailable">{texts().photoUnavailable}</p>
  return (
    <img
      key={src}
      class={isMirrored ? 'photo mirrored' : 'photo'}
      src={src}
      alt={alt}
      referrerpolicy="no-referrer"
      onError={() => setFailed(src)}
    />
  )
}
