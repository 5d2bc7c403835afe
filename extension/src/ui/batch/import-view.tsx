import { useMemo, useState } from 'preact/hooks'
import { sortFiles } from '../../batch/table/sort-files.ts'
import { TableError, type TableOptions } from '../../batch/table/table.ts'
import { texts } from '../../i18n/index.ts'
import type { BatchSettings } from '../../model/batch.ts'
import { storageText } from '../format/storage-error-text.ts'
import { whole } from '../format/text.ts'
import { languageOf } from '../offer/variant-facts.tsx'
import { useApp } from '../state/app-context.tsx'
import { ColumnFields } from './column-fields.tsx'
import { type Draft, productsOf, rereadDraft } from './draft.ts'
import { ImportProblems } from './import-problems.tsx'
import { ListSettings } from './list-settings.tsx'
import { ProductPreview } from './product-preview.tsx'
import { saveBatch } from './save-batch.ts'
import { FileButton } from './source-fields.tsx'
import { TableFields } from './table-fields.tsx'
import { useTransfers } from './use-transfers.ts'

interface Props {
  draft: Draft
  onChange(draft: Draft): void
  onBack(): void
  onCreated(batchId: string): void
}

/** What was read of a table, which column is what, and the products that come of it. */
export function ImportView({ draft, onChange, onBack, onCreated }: Props) {
  const t = texts()
  const { notify, preferences } = useApp()
  const [error, setError] = useState('')
  const [isSaving, setSaving] = useState(false)
  const [settings, setSettings] = useState<BatchSettings>(() => ({
    quantity: preferences.quantity,
    currency: hasSharedMark(draft) ? null : preferences.currency,
    maxSearches: null,
  }))
  const { table, map, files, name, from } = draft
  const inputs = useMemo(() => productsOf(draft), [table, map])
  const embedded = table.pictures ?? []
  const inSheet = new Set(embedded.map(({ path }) => path))
  const ofFiles = inputs.filter(({ picture }) => picture.kind === 'file' && !inSheet.has(picture.name)).length
  const addFiles = (more: typeof files) =>
    onChange({ ...draft, files: [...files, ...sortFiles(more).pictures] })
  useTransfers({ onFiles: addFiles })

  async function reread(change: TableOptions): Promise<void> {
    await rereadDraft(draft, change).then(
      (next) => {
        setError('')
        onChange(next)
      },
      (thrown: unknown) => setError(thrown instanceof TableError ? t.tableFaults[thrown.code] : `${thrown}`),
    )
  }
  async function create(): Promise<void> {
    setSaving(true)
    const about = { name, from, columns: table.columns, settings }
    const added = [...embedded, ...(ofFiles > 0 ? files : [])]
    await saveBatch(about, inputs, added, (thrown) => notify(storageText(thrown))).then(
      onCreated,
      (thrown: unknown) => {
        setError(storageText(thrown))
        setSaving(false)
      },
    )
  }

  return (
    <section class="batch-import">
      <header class="view-header">
        <button type="button" class="secondary back" onClick={onBack}>
          {t.back}
        </button>
        <h1 class="own-text" dir="auto" lang={languageOf(name)}>
          {name}
        </h1>
        <button type="button" class="primary" disabled={map.picture === null || isSaving} onClick={create}>
          {t.createList(inputs.length)}
        </button>
      </header>
      <p class="batch-error" role="alert">
        {error}
      </p>
      <TableFields table={table} onChange={reread} />
      <ColumnFields table={table} map={map} onChange={(next) => onChange({ ...draft, map: next })} />
      <ListSettings inputs={inputs} settings={settings} onChange={setSettings} />
      {ofFiles > 0 && (
        <p class="batch-files">
          {files.length > 0 ? t.picturesAlong(whole(files.length)) : t.rowsNameFiles(whole(ofFiles))}
          <FileButton label={t.openFolder} folder onFiles={addFiles} />
          <FileButton label={t.openPictures} accept="image/*" onFiles={addFiles} />
        </p>
      )}
      <ImportProblems table={table} map={map} inputs={inputs} exported={draft.exported} />
      <ProductPreview inputs={inputs} currency={settings.currency} quantity={settings.quantity} />
    </section>
  )
}

/** A "$" without more may be another currency than the one that prices are shown in: then the user says which. */
function hasSharedMark(draft: Draft): boolean {
  const { map } = draft
  return productsOf(draft).some(
    ({ price, currency, own }) =>
      price !== null &&
      currency === null &&
      [map.price, map.salePrice].some((column) => /\p{Sc}/u.test(own[column ?? -1] ?? '')),
  )
}
