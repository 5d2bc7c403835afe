import { useEffect, useRef, useState } from 'preact/hooks'
import { joinSentences, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Candidate } from '../../model/picture.ts'
import { photosLeft, type Search } from '../../model/search.ts'
import { Message } from '../components/message.tsx'
import { useApp } from '../state/app-context.tsx'
import { GalleryFiles } from './gallery-files.tsx'

/** The page's other pictures, to search with several photos of one product at once. */
export function GalleryView({ search }: { search: Search }) {
  const t = texts()
  const { navigate } = useApp()
  const [ticked, setTicked] = useState<number[]>([])
  const { gallery } = search
  const most = photosLeft(search)
  const look = () => {
    setTicked([])
    sendToBackground({ type: 'gallery' })
  }
  // Once in any case, for a page changes; and again where a background has ended in the middle of it.
  const hasLooked = useRef(false)
  useEffect(() => {
    if (!hasLooked.current || !gallery) look()
    hasLooked.current = true
  }, [!gallery])
  const back = (
    <button type="button" class="secondary back" onClick={() => navigate('results')}>
      {t.backToResults}
    </button>
  )
  if (most <= 0)
    return (
      <Message alone title={t.galleryFull} text={t.galleryFullHint}>
        {back}
      </Message>
    )
  if (gallery?.state === 'gone' || (gallery?.state === 'done' && gallery.choices.length === 0)) {
    const [title, text] =
      gallery.state === 'gone'
        ? [t.galleryPageGone, t.galleryPageGoneHint]
        : [t.galleryEmpty, t.galleryEmptyHint]
    return (
      <Message alone title={title} text={text} role="status">
        <GalleryFiles most={most} />
        <button type="button" class="secondary look-again" onClick={look}>
          {t.reloadGallery}
        </button>
        {back}
      </Message>
    )
  }
  const start = () => {
    sendToBackground({ type: 'addPhotos', indexes: ticked })
    navigate('results')
  }
  const tick = (index: number, isOn: boolean) =>
    setTicked(isOn ? [...ticked, index] : ticked.filter((each) => each !== index))
  return (
    <section class="gallery" aria-label={t.galleryTitle}>
      <div class="view-header">
        <h1>{t.galleryTitle}</h1>
        {back}
      </div>
      <p class="lead">{joinSentences(t.galleryHint(most), t.galleryCost)}</p>
      {gallery?.state === 'done' ? (
        <div class="choices">
          <div>
            {gallery.choices.map((choice, index) => (
              <Pick
                key={choice.source.pictureId ?? index}
                choice={choice}
                number={index + 1}
                isOn={ticked.includes(index)}
                isFull={ticked.length >= most}
                onTick={(isOn) => tick(index, isOn)}
              />
            ))}
          </div>
        </div>
      ) : (
        <p class="lead" role="status">
          {t.galleryLoading}
        </p>
      )}
      <div class="gallery-actions">
        <button type="button" class="primary search" disabled={ticked.length === 0} onClick={start}>
          {ticked.length > 0 ? t.searchWithMore(ticked.length) : t.selectPhotos}
        </button>
        <GalleryFiles most={most} />
      </div>
    </section>
  )
}

interface PickProps {
  choice: Candidate
  number: number
  isOn: boolean
  /** No more can be ticked. */
  isFull: boolean
  onTick(isOn: boolean): void
}

function Pick({ choice, number, isOn, isFull, onTick }: PickProps) {
  const t = texts()
  const { source, thumb, width, height } = choice
  // Of a thumbnail that has a larger version the size says nothing.
  const isSized = source.addresses.length < 2 && width > 0
  return (
    <label class={isOn ? 'choice selected' : 'choice'}>
      <span class="thumb">
        <img src={thumb ?? source.addresses.at(-1)} alt="" referrerpolicy="no-referrer" />
      </span>
      <span class="checkbox-label">
        <input
          type="checkbox"
          checked={isOn}
          disabled={isFull && !isOn}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
        {t.pagePicture(number)}
      </span>
      {isSized && (
        <span class="size">
          {width}×{height}
        </span>
      )}
    </label>
  )
}
