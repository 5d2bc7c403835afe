import { regionText } from '@find-on-1688/shared'
import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { isSame, wholeOf } from '../../model/box.ts'
import { ask } from '../../model/messages.ts'
import type { Picture, Search } from '../../model/search.ts'
import { beginWith, seenIn } from '../../region/detected-subjects.ts'
import { partOf, wholePicture } from '../../region/search-region.ts'
import { useDesk } from '../state/app-context.tsx'
import { SubjectFrame } from './region-frame.tsx'

/** The sent picture with a frame around the part of it that is to be searched. */
export function SubjectView({ search, sent }: { search: Search; sent: Picture }) {
  const t = texts()
  const { go } = useDesk()
  const picture = wholePicture(sent)
  const part = partOf(search, sent)
  const regions = search.lists[search.mode]?.regions
  // Of a part that a person has chosen, the platform says no more than that.
  const seen = sent.cut ? [] : seenIn(regions && part ? { ...regions, current: null } : regions, picture)
  const [box, setBox] = useState(() => beginWith(part, seen, picture))
  const whole = wholeOf(picture)
  const isWhole = isSame(box, whole)
  const choices = [
    ...seen.map((each, at) => ({ box: each, label: t.subjectSeen(at + 1, seen.length) })),
    { box: whole, label: t.wholePicture },
  ]
  const start = () => {
    ask({ type: 'region', region: isWhole ? null : regionText(box) })
    go('results')
  }
  return (
    <section class="subject-view" aria-label={t.subject}>
      <div class="tools">
        <h1>{t.subject}</h1>
        <button type="button" class="quiet back" onClick={() => go('results')}>
          {t.back}
        </button>
      </div>
      <p class="fine">{t.subjectHint}</p>
      <SubjectFrame picture={picture} box={box} seen={seen} onBox={setBox} onEnter={start} />
      <div class="buttons">
        <div class="chips">
          {choices.map(({ box: choice, label }) => (
            <button
              key={label}
              type="button"
              class={isSame(choice, box) ? 'chip on' : 'chip'}
              aria-pressed={isSame(choice, box)}
              onClick={() => setBox(choice)}
            >
              {label}
            </button>
          ))}
        </div>
        <button type="button" class="main search" onClick={start}>
          {isWhole ? t.searchWhole : t.searchPart}
        </button>
      </div>
    </section>
  )
}
