import { texts } from '../../i18n/index.ts'
import type { BatchRow, RowFailure } from '../../model/batch.ts'
import { lineNumbers } from './import-problems.tsx'

/** The rows that cannot be searched, by reason. They stay in the list. */
export function PlanProblems({ rows }: { rows: readonly BatchRow[] }) {
  const t = texts()
  const byCode = new Map<RowFailure['code'], number[]>()
  for (const { failure, line, index } of rows)
    if (failure) byCode.set(failure.code, [...(byCode.get(failure.code) ?? []), line ?? index + 1])
  return (
    <ul class="import-problems">
      {[...byCode].map(([code, lines]) => (
        <li key={code}>
          {t.planFailed(lines.length, lineNumbers(lines), { ...t.failures, ...t.rowProblems }[code].title)}
        </li>
      ))}
    </ul>
  )
}
