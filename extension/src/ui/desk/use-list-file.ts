import { useEffect, useRef, useState } from 'preact/hooks'
import type { PriceContext } from '../../batch/decisions/candidates.ts'
import type { ExportedParts } from '../../batch/decisions/export-rows.ts'
import { listFileName } from '../../export/file-name.ts'
import { isChinese, joinSentences, texts } from '../../i18n/index.ts'
import type { Batch, BatchRow } from '../../model/batch.ts'
import { download } from '../components/download.ts'
import { type TableFile, tableFile } from '../export/use-table-files.ts'
import { useApp } from '../state/app-context.tsx'

interface ListFile {
  /** From 0 to 1; `undefined` while nothing is written. */
  progress: number | undefined
  save(rows: readonly BatchRow[], kind: TableFile, parts: ExportedParts): Promise<void>
  stop(): void
}

/** Writes a product list to a file, in slices: reading what was found takes about as long as writing it. */
export function useListFile(batch: Batch, context: PriceContext): ListFile {
  const t = texts()
  const { notify } = useApp()
  const [progress, setProgress] = useState<number>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function save(rows: readonly BatchRow[], kind: TableFile, parts: ExportedParts): Promise<void> {
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    const report = (before: number) => {
      let shown = 0
      return (done: number) => {
        const now = performance.now()
        if (now - shown < 100) return
        shown = now
        setProgress((before + done / Math.max(rows.length, 1)) / 2)
      }
    }
    setProgress(0)
    try {
      const { exportRows, pictureOf } = await import('../../batch/decisions/export-rows.ts')
      const { toBatchTable } = await import('../../export/batch-table.ts')
      const { BATCH_LABELS } = await import('../../export/batch-labels.ts')
      const exported = await exportRows(batch, rows, context, parts, { signal, onRows: report(0) })
      const table = toBatchTable({ batch, rows: exported, ...parts }, BATCH_LABELS[isChinese() ? 'zh' : 'en'])
      const file = await tableFile(kind, table, { signal, onRows: report(1) })
      const name = listFileName(batch.name, kind === 'xlsx' ? 'xlsx' : 'csv', new Date())
      download(file, name)
      const missing = parts.withPictures
        ? exported.filter(({ row, chosenJpeg }) => pictureOf(row) && !chosenJpeg).length
        : 0
      notify(joinSentences(t.fileSaved(name), missing > 0 && t.listExport.picturesMissing(missing)))
    } catch {
      if (!signal.aborted) notify(t.fileNotSaved)
    } finally {
      running.current = undefined
      setProgress(undefined)
    }
  }
  return { progress, save, stop: () => running.current?.abort() }
}
