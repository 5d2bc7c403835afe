import { regionText } from '@find-on-1688/shared'
import { useState } from 'preact/hooks'
import type { Picture, Search } from '../search/state.ts'
import { ask } from '../search/wish.ts'
import { isSame, wholeOf } from '../subject/box.ts'
import { partOf, wholePicture } from '../subject/part.ts'
import { beginWith, seenIn } from '../subject/seen.ts'
import { texts } from '../text/index.ts'
import { useDesk } from './desk.tsx'
import { SubjectFrame } from './subject-frame.tsx'

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
