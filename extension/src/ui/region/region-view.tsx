import { regionText } from '@find-on-1688/shared'
import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { detectedSubjects, initialRegion } from '../../region/detected-subjects.ts'
import { fullRegion, isSameRegion, zoomRegion } from '../../region/region-box.ts'
import { regionOf, wholePicture } from '../../region/search-region.ts'
import { useApp } from '../state/app-context.tsx'
import { RegionFrame } from './region-frame.tsx'

/** How much smaller a click on "Smaller" makes the frame. */
const STEP = 0.8

/** The sent picture with a frame around the region to search: it unfolds under the header of the results. */
export function RegionView({ search, sent }: { search: Search; sent: SentPicture }) {
  const t = texts()
  const { navigate } = useApp()
  const picture = wholePicture(sent)
  const region = regionOf(search, sent)
  const regions = search.lists[search.mode]?.regions
  // For a region that the user chose, 1688 reports only that region.
  const detected = sent.cut
    ? []
    : detectedSubjects(regions && region ? { ...regions, current: null } : regions, picture)
  const [box, setBox] = useState(() => initialRegion(region, detected, picture))
  const whole = fullRegion(picture)
  const isWhole = isSameRegion(box, whole)
  const choices = [
    ...detected.map((each, at) => ({ box: each, label: t.detectedRegion(at + 1, detected.length) })),
    { box: whole, label: t.wholePicture },
  ]
  const start = () => {
    sendToBackground({ type: 'region', region: isWhole ? null : regionText(box) })
    navigate('results')
  }
  return (
    <section
      class={search.source.screen ? 'region-view alone' : 'region-view'}
      id="crop"
      aria-label={t.regionTitle}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Or the popup closes.
        event.preventDefault()
        event.stopPropagation()
        navigate('results')
      }}
    >
      <div class="region-hint">
        <p class="fine-print">{t.regionHint}</p>
        <button type="button" class="link back" onClick={() => navigate('results')}>
          {t.close}
        </button>
      </div>
      <RegionFrame picture={picture} box={box} detected={detected} onBox={setBox} onEnter={start} />
      <div class="buttons">
        <div class="chips">
          {choices.map(({ box: choice, label }) => (
            <button
              key={label}
              type="button"
              class={isSameRegion(choice, box) ? 'chip active' : 'chip'}
              aria-pressed={isSameRegion(choice, box)}
              onClick={() => setBox(choice)}
            >
              {label}
            </button>
          ))}
          <button type="button" class="chip smaller" onClick={() => setBox(zoomRegion(box, STEP, picture))}>
            {t.smallerRegion}
          </button>
          <button
            type="button"
            class="chip larger"
            onClick={() => setBox(zoomRegion(box, 1 / STEP, picture))}
          >
            {t.largerRegion}
          </button>
        </div>
        <button type="button" class="primary search" onClick={start}>
          {isWhole ? t.searchWholePicture : t.searchRegion}
        </button>
      </div>
    </section>
  )
}
