import { useState } from 'preact/hooks'
import type { ReadBackProblem } from '../../batch/decisions/read-back.ts'
import { joinList, joinSentences, texts } from '../../i18n/index.ts'
import type { Batch } from '../../model/batch.ts'
import { storageText } from '../format/storage-error-text.ts'
import { useApp } from '../state/app-context.tsx'

interface ReadBackState {
  read(file: File): Promise<void>
  isReading: boolean
  /** What became of the file. */
  message: string
  problems: readonly ReadBackProblem[]
  /** Takes back what the file has changed; `undefined` if it has changed nothing. */
  undo: (() => Promise<void>) | undefined
}

/** Takes decisions and notes over from an edited file. */
export function useReadBack(batch: Batch, onClose: () => void): ReadBackState {
  const { listExport: t } = texts()
  const { navigate, notify } = useApp()
  const [isReading, setReading] = useState(false)
  const [message, setMessage] = useState('')
  const [problems, setProblems] = useState<readonly ReadBackProblem[]>([])
  const [undo, setUndo] = useState<() => Promise<void>>()

  async function read(file: File): Promise<void> {
    setReading(true)
    setProblems([])
    setUndo(undefined)
    setMessage(await takeOver(file).catch((error: unknown) => failureText(error)))
    setReading(false)
  }

  async function takeOver(file: File): Promise<string> {
    const [{ readTable }, { readBack }, { applyReadBack }] = await Promise.all([
      import('../../batch/table/read-table.ts'),
      import('../../batch/decisions/read-back.ts'),
      import('../../batch/decisions/apply-read-back.ts'),
    ])
    const found = readBack(await readTable(file))
    if (!found) return t.notOurs
    const applied = await applyReadBack(found)
    if (!applied) return t.listGone
    const isOther = applied.batchId !== batch.id
    const kept = applied.kept > 0 ? t.readBackKept(applied.kept) : ''
    const done = applied.changed > 0 ? t.readBackDone(applied.changed) : kept ? '' : t.readBackNothing
    const missing = found.missing.length > 0 && t.columnsMissing(joinList(found.missing))
    const text = joinSentences(isOther && t.readBackOther, done, kept, missing)
    const takeBack = async () => {
      setUndo(undefined)
      try {
        await applied.undo()
        setMessage('')
      } catch (error) {
        notify(storageText(error))
      }
    }
    const isClosing = isOther || (applied.changed > 0 && applied.problems.length === 0 && !missing)
    // While the panel is open, nothing beside it can be used.
    if (isClosing) notify(text, applied.changed > 0 ? takeBack : undefined)
    else if (applied.changed > 0) setUndo(() => takeBack)
    if (isOther) navigate('batch', applied.batchId)
    else if (isClosing) onClose()
    setProblems(applied.problems)
    return text
  }

  /** What is wrong with the file, unless it is the storage. */
  function failureText(error: unknown): string {
    return error instanceof Error && error.name === 'TableError' ? t.notRead : storageText(error)
  }
  return { read, isReading, message, problems, undo }
}
