import { useCallback, useEffect, useState } from 'preact/hooks'
import { applyReadBack } from '../../batch/decisions/apply-read-back.ts'
import type { NamedFile } from '../../batch/pictures/read-files.ts'
import { keepRunning } from '../../batch/run/runner.ts'
import { listsAmong } from '../../batch/table/lists-among.ts'
import { folderOf, inputsOfPictures, sortFiles } from '../../batch/table/sort-files.ts'
import { TableError } from '../../batch/table/table.ts'
import { joinList, joinSentences, texts } from '../../i18n/index.ts'
import { MAX_BATCH_ROWS } from '../../model/batch.ts'
import { BackButton } from '../components/back-button.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { useApp } from '../state/app-context.tsx'
import { BatchList } from './batch-list.tsx'
import { ChooseTable, type TableChoice } from './choose-table.tsx'
import { type Draft, draftOfFile, draftOfLines } from './draft.ts'
import { lineNumbers } from './import-problems.tsx'
import { ImportView } from './import-view.tsx'
import { saveBatch } from './save-batch.ts'
import { SourceFields } from './source-fields.tsx'
import { takeHandedFiles } from './transferred-files.ts'
import { useTransfers } from './use-transfers.ts'

/** The ways to begin a list of products, and the lists so far. */
export function StartView() {
  const t = texts()
  const { navigate, notify, preferences } = useApp()
  const [draft, setDraft] = useState<Draft>()
  const [choice, setChoice] = useState<TableChoice>()
  const [isReading, setReading] = useState(false)
  const [error, setError] = useState('')

  async function take(work: () => Promise<void>): Promise<void> {
    setReading(true)
    setChoice(undefined)
    setError('')
    await work().catch((thrown: unknown) =>
      setError(thrown instanceof TableError ? t.tableFaults[thrown.code] : storageText(thrown)),
    )
    setReading(false)
  }

  /** A file that was exported from a list goes back into it, if it is still here. */
  async function takeDraft(read: Draft): Promise<void> {
    const applied = read.exported && (await applyReadBack(read.exported))
    if (!applied) return setDraft(read)
    const { readBackDone, readBackKept, readBackNothing, columnsMissing } = t.listExport
    const missing = read.exported?.missing ?? []
    const unread = applied.problems.map(({ line }) => line)
    const text = joinSentences(
      applied.changed > 0 ? readBackDone(applied.changed) : readBackNothing,
      applied.kept > 0 && readBackKept(applied.kept),
      unread.length > 0 && t.linesUnread(unread.length, lineNumbers(unread)),
      missing.length > 0 && columnsMissing(joinList(missing)),
    )
    notify(text, applied.changed > 0 ? () => void applied.undo().catch(() => {}) : undefined)
    navigate('batch', applied.batchId)
  }
  async function takeTable(table: NamedFile, pictures: readonly NamedFile[]): Promise<void> {
    return takeDraft(await draftOfFile(table, pictures))
  }
  async function takePictures(pictures: readonly NamedFile[]): Promise<void> {
    const { inputs, files: named } = inputsOfPictures(pictures)
    const name = folderOf(named) || t.picturesName(named.length)
    const settings = { quantity: preferences.quantity, currency: null, maxSearches: null }
    const about = { name, from: 'files' as const, columns: [], settings }
    const id = await saveBatch(about, inputs, named, (thrown) => notify(storageText(thrown)))
    if (pictures.length > named.length) notify(t.firstPicturesOnly(MAX_BATCH_ROWS))
    navigate('batch', id)
  }
  const takeFiles = useCallback(
    (files: NamedFile[]) =>
      take(async () => {
        const { tables, pictures } = sortFiles(files)
        const [table, ...others] = await listsAmong(tables, pictures)
        if (table && others.length > 0) return setChoice({ tables: [table, ...others], pictures })
        if (table) return takeTable(table, pictures)
        if (pictures.length === 0) return setError(t.noPicturesInFiles)
        return takePictures(pictures)
      }),
    [],
  )
  const takeLines = useCallback(
    (text: string) => take(async () => setDraft(await draftOfLines(text, t.pastedName))),
    [],
  )
  useTransfers({ onFiles: takeFiles, onText: takeLines })
  useEffect(keepRunning, [])
  useEffect(() => void takeHandedFiles()?.then(takeFiles), [])

  if (draft)
    return (
      <ImportView
        draft={draft}
        onChange={setDraft}
        onBack={() => setDraft(undefined)}
        onCreated={(id) => navigate('batch', id)}
      />
    )
  if (choice)
    return (
      <ChooseTable
        {...choice}
        onTable={(table) => take(() => takeTable(table, choice.pictures))}
        onPictures={() => take(() => takePictures(choice.pictures))}
        onBack={() => setChoice(undefined)}
      />
    )
  return (
    <section class="batch-start" aria-busy={isReading}>
      <header class="view-header">
        <BackButton />
        <h1>{t.batches}</h1>
      </header>
      <SourceFields onFiles={takeFiles} onLines={takeLines} isReading={isReading} error={error} />
      <BatchList />
    </section>
  )
}
