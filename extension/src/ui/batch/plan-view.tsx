import { useEffect, useMemo } from 'preact/hooks'
import { allowHosts } from '../../batch/pictures/read-address.ts'
import { type NamedFile, readFiles } from '../../batch/pictures/read-files.ts'
import { recoverUnread } from '../../batch/pictures/recover-unread.ts'
import { picturesIn } from '../../batch/pictures/sheet-pictures.ts'
import { setBudget, start } from '../../batch/run/control.ts'
import { planOf } from '../../batch/run/plan.ts'
import { cellOfPath } from '../../batch/table/table.ts'
import { joinList, texts } from '../../i18n/index.ts'
import type { BatchRow, RowProblem } from '../../model/batch.ts'
import { BackButton } from '../components/back-button.tsx'
import { type LoadedBatch, useBatch } from '../desk/use-batch.ts'
import { storageText } from '../format/storage-error-text.ts'
import { whole } from '../format/text.ts'
import { languageOf } from '../offer/variant-facts.tsx'
import { useApp } from '../state/app-context.tsx'
import { BudgetField } from './budget-field.tsx'
import { PlanFigures } from './plan-figures.tsx'
import { PlanProblems } from './plan-problems.tsx'
import { FileButton } from './source-fields.tsx'
import { useHostsToAllow } from './use-plan.ts'
import { useTransfers } from './use-transfers.ts'

/** So many websites are named; the browser's question names them all. */
const NAMED_HOSTS = 6

interface Props {
  batchId: string
  /** Shows the list without searching. */
  onSkip(): void
}

/** What a list will take, before anything is searched: searches, what is left today, websites to allow, files to add. */
export function PlanView({ batchId, onSkip }: Props) {
  const { loaded } = useBatch(batchId)
  return loaded ? <LoadedPlan {...loaded} onSkip={onSkip} /> : null
}

function LoadedPlan({ batch, rows, onSkip }: LoadedBatch & Pick<Props, 'onSkip'>) {
  const t = texts()
  const { notify } = useApp()
  useEffect(() => recoverUnread(batch.id), [batch.id])
  const plan = useMemo(() => planOf(rows), [rows])
  const wanted = useHostsToAllow(rows)
  const hosts = wanted ?? []
  const reading = rows.filter(({ state }) => state === 'reading').length
  const without = rows.filter(isWithoutFile)
  const lacking = without.length
  const inSheet = without.some(({ picture }) => picture.kind === 'file' && cellOfPath(picture.name))
  const { maxSearches } = batch.settings
  const searches = Math.min(plan.searches, maxSearches ?? plan.searches)

  const report = (change: Promise<unknown>) => change.catch((error: unknown) => notify(storageText(error)))
  const addFiles = (files: NamedFile[]) =>
    report(
      picturesIn(files).then((pictures) => {
        if (pictures.length === 0) return notify(t.noPicturesInFiles)
        return readFiles(new AbortController().signal, batch.id, pictures)
      }),
    )
  useTransfers({ onFiles: addFiles })

  /** A website that is not allowed costs its rows, not the list. The question has to be asked within the click. */
  const begin = (asked: typeof hosts) => {
    const answered = asked.length > 0 ? allowHosts(asked).catch(() => false) : Promise.resolve(true)
    report(answered.then(() => start(batch.id)))
  }
  return (
    <section class="batch-plan">
      <header class="view-header">
        <BackButton />
        <h1 class="own-text" dir="auto" lang={languageOf(batch.name)}>
          {batch.name}
        </h1>
      </header>
      <PlanFigures plan={plan} searches={searches} reading={reading} />
      <div class="plan-start">
        <BudgetField
          value={maxSearches}
          all={plan.searches}
          onChange={(next) => report(setBudget(batch.id, next))}
        />
        <button
          type="button"
          class="primary"
          disabled={searches === 0 || !wanted}
          onClick={() => begin(hosts)}
        >
          {hosts.length > 0 ? t.allowAndStart(hosts.length) : t.startSearches(whole(searches))}
        </button>
        {hosts.length > 0 && (
          <button type="button" class="secondary" disabled={searches === 0} onClick={() => begin([])}>
            {t.startWithoutHosts}
          </button>
        )}
        <button type="button" class="link" onClick={onSkip}>
          {t.openWithoutSearch}
        </button>
      </div>
      <p class="fine-print">{t.planNote}</p>
      {hosts.length > 0 && (
        <p>
          {t.picturesOnHosts(
            hosts.length,
            joinList(hosts.slice(0, NAMED_HOSTS).map(({ host }) => host)),
            Math.max(0, hosts.length - NAMED_HOSTS),
          )}
        </p>
      )}
      <PlanProblems rows={rows} />
      {lacking > 0 && reading === 0 && (
        <p class="batch-files">
          {t.filesNeeded(whole(lacking))}
          {inSheet && <FileButton label={t.openSpreadsheet} accept=".xlsx,.xlsm,.xls" onFiles={addFiles} />}
          <FileButton label={t.openFolder} folder onFiles={addFiles} />
          <FileButton label={t.openPictures} accept="image/*" onFiles={addFiles} />
        </p>
      )}
    </section>
  )
}

const FILE_PROBLEMS: unknown[] = [
  'file_missing',
  'file_ambiguous',
  'spreadsheet_needed',
] satisfies RowProblem[]

/** Its picture is in a file that was not added, or not told apart from another. */
function isWithoutFile({ picture, digest, state, failure }: BatchRow): boolean {
  if (picture.kind !== 'file' || digest !== null) return false
  return state === 'waiting' || FILE_PROBLEMS.includes(failure?.code)
}
