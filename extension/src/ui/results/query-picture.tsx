import { type PixelBox, regionBox } from '@find-on-1688/shared'
import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { cssBox } from '../../region/region-box.ts'
import { regionOf, wholePicture } from '../../region/search-region.ts'
import { useApp } from '../state/app-context.tsx'

interface Props {
  search: Search
  sent: SentPicture | undefined
  isCropping: boolean
}

/** The searched picture with a frame around what was searched of it: a button that shows it large, to crop it. */
export function QueryPicture({ search, sent, isCropping }: Props) {
  const t = texts()
  const { navigate } = useApp()
  const button = useRef<HTMLButtonElement>(null)
  const wasCropping = useRef(false)
  useEffect(() => {
    if (wasCropping.current && !isCropping) button.current?.focus({ preventScroll: true })
    wasCropping.current = isCropping
  }, [isCropping])
  const picture = sent && wholePicture(sent)
  const address = picture?.dataUrl ?? search.source.addresses.at(-1)
  if (!address) return search.reading === 'running' ? <div class="query-photo" /> : null
  const frame = sent && searchedBox(search, sent)
  return (
    <button
      ref={button}
      type="button"
      class="choose-region"
      title={t.openRegion}
      aria-expanded={isCropping}
      aria-controls="crop"
      disabled={!sent || search.reading !== 'done'}
      onClick={() => navigate(isCropping ? 'results' : 'region')}
    >
      <img class="query-photo" src={address} alt={t.searchedPictureAlt} referrerpolicy="no-referrer" />
      {picture && frame && (
        <span class="query-fit" style={{ '--shape': picture.width / picture.height }} aria-hidden="true">
          <span style={cssBox(frame, picture)} />
        </span>
      )}
    </button>
  )
}

/** What was searched of the picture: what the user has chosen, otherwise what 1688 says that it took. */
function searchedBox(search: Search, sent: SentPicture): PixelBox | undefined {
  const region = regionOf(search, sent)
  return region ? regionBox(region) : (search.lists[search.mode]?.regions?.current ?? undefined)
}
