import { locale, texts } from '../../i18n/index.ts'
import { isOlderThanAYear, type Source } from '../../pricing/source.ts'

/** Where a preset is from and when it was checked; opened, what to know about it. */
export function SourceNote({ source }: { source: Source }) {
  const t = texts()
  const month = new Date(`${source.checked}-01T00:00:00Z`).toLocaleDateString(locale(), {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  const isOld = isOlderThanAYear(source, new Date().toISOString().slice(0, 10))
  return (
    <details class="source-note">
      <summary>
        {t.sourcesOf(t.sources[source.id], month)}
        {isOld && <span class="missing"> · {t.sourceIsOld}</span>}
      </summary>
      <p>{t.sourceNotes[source.id]}</p>
    </details>
  )
}
