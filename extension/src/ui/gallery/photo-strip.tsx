import { useEffect, useState } from 'preact/hooks'
import { joinList, joinSentences, texts } from '../../i18n/index.ts'
import type { Failure } from '../../model/failure.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture, Source } from '../../model/picture.ts'
import { photosLeft, type ResultList, type Search } from '../../model/search.ts'
import { additionalSentItem } from '../../model/stored-items.ts'
import { GrantHost } from '../components/grant-host-button.tsx'
import { useApp } from '../state/app-context.tsx'
import { useStored } from '../state/use-stored.ts'

/** One of the searched photos. */
interface Photo {
  id: string
  number: number
  picture: string | undefined
  source: Source
  state: 'reading' | 'unsent' | 'searching' | 'found' | 'failed'
  failure?: Failure
  list: ResultList | undefined
}

/** The searched photos, the progress of each, and what can be done about failures. */
export function PhotoStrip({ search, sent }: { search: Search; sent: SentPicture | undefined }) {
  const t = texts()
  const { navigate } = useApp()
  const photos = usePhotos(search, sent)
  const count = (state: Photo['state']) => photos.filter((photo) => photo.state === state).length
  const [failed, unsent] = [count('failed'), count('unsent')]
  const [isOpen, setOpen] = useState(false)
  // It never closes by itself, so that nothing moves away under the pointer.
  useEffect(() => {
    if (failed + unsent > 0) setOpen(true)
  }, [failed, unsent])
  return (
    <details class="photo-strip" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="thumbs" aria-hidden="true">
          {photos.map(({ id, picture, state }) => (
            <img key={id} class={state} src={picture} alt="" referrerpolicy="no-referrer" />
          ))}
        </span>
        <span role="status">
          {joinList(
            [
              t.photosSearchedCount(count('found'), photos.length),
              failed > 0 && t.photosFailedCount(failed),
              unsent > 0 && t.photosUnsentCount(unsent),
            ].filter((text) => text !== false),
          )}
        </span>
        <span class="change-photos">{t.changePhotos}</span>
      </summary>
      <ul>
        {photos.map((photo) => (
          <PhotoLine key={photo.id} photo={photo} isFirst={photo.number === 1} />
        ))}
      </ul>
      <div class="buttons">
        {unsent > 0 && (
          <button type="button" class="primary send" onClick={() => sendToBackground({ type: 'sendPhotos' })}>
            {t.searchWithPhotos}
          </button>
        )}
        {photosLeft(search) > 0 && (
          <button type="button" class="secondary add" onClick={() => navigate('gallery')}>
            {t.addPhotos}
          </button>
        )}
      </div>
    </details>
  )
}

function PhotoLine({ photo, isFirst }: { photo: Photo; isFirst: boolean }) {
  const t = texts()
  const { id, number, picture, source, state, failure } = photo
  return (
    <li data-photo={number} data-state={state}>
      <img src={picture} alt="" referrerpolicy="no-referrer" />
      <div>
        <b>{t.photoNumber(number)}</b>
        <span class={failure ? 'missing' : undefined}>{stateText(photo)}</span>
      </div>
      {failure && (
        <>
          <GrantHost source={source} variant="link" />
          <button
            type="button"
            class="link retry"
            aria-label={t.retryPhoto(number)}
            onClick={() => sendToBackground(isFirst ? { type: 'retry' } : { type: 'retryPhoto', id })}
          >
            {t.retry}
          </button>
        </>
      )}
      {!isFirst && (
        <button
          type="button"
          class="link remove"
          aria-label={t.removePhoto(number)}
          onClick={() => sendToBackground({ type: 'removePhoto', id })}
        >
          {t.remove}
        </button>
      )}
    </li>
  )
}

function stateText({ state, failure, list }: Photo): string {
  const t = texts()
  if (failure) return joinSentences(t.failures[failure.code].title, t.failures[failure.code].hint)
  const words = {
    reading: t.readingPicture,
    unsent: t.photoUnsent,
    searching: t.searching,
    failed: t.searchFailed,
  }
  return state === 'found' ? t.photoOfferCount(list?.offers.length ?? 0) : words[state]
}

function usePhotos(
  { id, source, mode, lists, further = [] }: Search,
  sent: SentPicture | undefined,
): Photo[] {
  const item = useStored(additionalSentItem)
  const pictures = item?.searchId === id ? item.pictures : {}
  const first: Photo = {
    id,
    number: 1,
    picture: sent?.dataUrl ?? source.addresses.at(-1),
    source,
    ...stateOf(lists[mode]),
  }
  return [
    first,
    ...further.map((photo, index): Photo => {
      const shown = pictures[photo.id]?.dataUrl ?? photo.thumb ?? photo.source.addresses.at(-1)
      const common = { id: photo.id, number: index + 2, picture: shown, source: photo.source }
      const list = photo.lists[mode]
      const { reading, readFailure } = photo
      if (reading === 'running') return { ...common, state: 'reading', list }
      if (reading === 'ready') return { ...common, state: 'unsent', list }
      if (reading === 'failed' && readFailure)
        return { ...common, state: 'failed', failure: readFailure, list }
      return { ...common, ...stateOf(list) }
    }),
  ]
}

/** A failed later page counts as failed, though earlier pages have results. */
function stateOf(list: ResultList | undefined): Pick<Photo, 'state' | 'failure' | 'list'> {
  if (list?.state === 'failed')
    return { state: 'failed', list, ...(list.failure && { failure: list.failure }) }
  return { state: list?.state === 'done' ? 'found' : 'searching', list }
}
