import { useEffect, useRef, useState } from 'preact/hooks'
import { joinSentences, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Candidate } from '../../model/picture.ts'
import { photosLeft, type Search } from '../../model/search.ts'
import { Message } from '../components/message.tsx'
import { useApp } from '../state/app-context.tsx'
import { GalleryFiles } from './gallery-files.tsx'

/** Other pictures of the page, to add photos of the same product to the search. */
export function GalleryView({ search }: { search: Search }) {
  const t = texts()
  const { navigate } = useApp()
  const [selected, setSelected] = useState<number[]>([])
  const { gallery } = search
  const maxPhotos = photosLeft(search)
  const findPictures = () => {
    setSelected([])
    sendToBackground({ type: 'gallery' })
  }
  // At least once, since the page may have changed; and again if the background ended before it was done.
  const hasSearched = useRef(false)
  useEffect(() => {
    if (!hasSearched.current || !gallery) findPictures()
    hasSearched.current = true
  }, [!gallery])
  const back = (
    <button type="button" class="secondary back" onClick={() => navigate('results')}>
      {t.backToResults}
    </button>
  )
  if (maxPhotos <= 0)
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
        <GalleryFiles maxPhotos={maxPhotos} />
        <button type="button" class="secondary look-again" onClick={findPictures}>
          {t.reloadGallery}
        </button>
        {back}
      </Message>
    )
  }
  const start = () => {
    sendToBackground({ type: 'addPhotos', indexes: selected })
    navigate('results')
  }
  const select = (index: number, isSelected: boolean) =>
    setSelected(isSelected ? [...selected, index] : selected.filter((each) => each !== index))
  return (
    <section class="gallery" aria-label={t.galleryTitle}>
      <div class="view-header">
        <h1>{t.galleryTitle}</h1>
        {back}
      </div>
      <p class="lead">{joinSentences(t.galleryHint(maxPhotos), t.galleryCost)}</p>
      {gallery?.state === 'done' ? (
        <div class="choices">
          <div>
            {gallery.choices.map((choice, index) => (
              <PictureOption
                key={choice.source.pictureId ?? index}
                choice={choice}
                number={index + 1}
                isSelected={selected.includes(index)}
                isFull={selected.length >= maxPhotos}
                onSelect={(isSelected) => select(index, isSelected)}
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
        <button type="button" class="primary search" disabled={selected.length === 0} onClick={start}>
          {selected.length > 0 ? t.searchWithMore(selected.length) : t.selectPhotos}
        </button>
        <GalleryFiles maxPhotos={maxPhotos} />
      </div>
    </section>
  )
}

interface PictureOptionProps {
  choice: Candidate
  number: number
  isSelected: boolean
  /** No more can be selected. */
  isFull: boolean
  onSelect(isSelected: boolean): void
}

function PictureOption({ choice, number, isSelected, isFull, onSelect }: PictureOptionProps) {
  const t = texts()
  const { source, thumb, width, height } = choice
  // If there is a larger version, the thumbnail's size says nothing.
  const isSized = source.addresses.length < 2 && width > 0
  return (
    <label class={isSelected ? 'choice selected' : 'choice'}>
      <span class="thumb">
        <img src={thumb ?? source.addresses.at(-1)} alt="" referrerpolicy="no-referrer" />
      </span>
      <span class="checkbox-label">
        <input
          type="checkbox"
          checked={isSelected}
          disabled={isFull && !isSelected}
          onChange={({ currentTarget }) => onSelect(currentTarget.checked)}
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
