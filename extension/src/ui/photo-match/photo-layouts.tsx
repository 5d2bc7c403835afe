import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'

interface Shots {
  /** Addresses; the picture that was searched, and the offer's. */
  mine: string | undefined
  theirs: string | undefined
  /** Whether the offer's is shown left for right. */
  isTurned: boolean
}

export function SideBySide({ mine, theirs, isTurned }: Shots) {
  const t = texts()
  return (
    <div class="photo-layout side-by-side">
      <figure>
        <Shot src={mine} alt={t.searchedPictureAlt} />
        <figcaption>{t.searchedPicture}</figcaption>
      </figure>
      <figure>
        <Shot src={theirs} alt={t.offeredPictureAlt} isTurned={isTurned} />
        <figcaption>{t.offeredPicture}</figcaption>
      </figure>
    </div>
  )
}

/** The searched picture over the offer's, in the same box, as far as the slider is. */
export function Overlay({ mine, theirs, isTurned }: Shots) {
  const t = texts()
  const [at, setAt] = useState(50)
  return (
    <div class="photo-layout overlay" style={{ '--at': `${at}%` }}>
      <Shot src={theirs} alt={t.offeredPictureAlt} isTurned={isTurned} />
      <div class="overlay-top">
        <Shot src={mine} alt={t.searchedPictureAlt} />
      </div>
      {/* It lies over both, so that a pointer may take hold anywhere; what is seen of it is the line behind. */}
      <input
        type="range"
        min="0"
        max="100"
        value={at}
        aria-label={t.photoSlider}
        onInput={({ currentTarget }) => setAt(currentTarget.valueAsNumber)}
      />
      <span class="divider" />
      <span class="photo-label">{t.searchedPicture}</span>
      <span class="photo-label of-offer">{t.offeredPicture}</span>
    </div>
  )
}

function Shot({ src, alt, isTurned = false }: { src: string | undefined; alt: string; isTurned?: boolean }) {
  const [failed, setFailed] = useState<string>()
  if (!src || src === failed) return <p class="photo unavailable">{texts().photoUnavailable}</p>
  return (
    <img
      key={src}
      class={isTurned ? 'photo mirrored' : 'photo'}
      src={src}
      alt={alt}
      referrerpolicy="no-referrer"
      onError={() => setFailed(src)}
    />
  )
}
