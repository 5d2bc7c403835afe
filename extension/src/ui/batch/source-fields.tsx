import { useState } from 'preact/hooks'
import type { NamedFile } from '../../batch/pictures/read-files.ts'
import { texts } from '../../i18n/index.ts'
import { chosenFiles } from './transferred-files.ts'

interface Props {
  onFiles(files: NamedFile[]): void
  onLines(text: string): void
  isReading: boolean
  /** Why the last files or lines cannot be used; empty if they can. */
  error: string
}

/** Files, a folder or pasted lines. */
export function SourceFields({ onFiles, onLines, isReading, error }: Props) {
  const t = texts()
  const [lines, setLines] = useState('')
  return (
    <div class="batch-sources">
      <div class="batch-drop">
        <h2>{t.dropProducts}</h2>
        <p class="lead">{t.dropProductsHint}</p>
        <p class="batch-inputs">
          <FileButton label={t.openSpreadsheet} accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls" onFiles={onFiles} />
          <FileButton label={t.openFolder} folder onFiles={onFiles} />
          <FileButton label={t.openPictures} accept="image/*" onFiles={onFiles} />
        </p>
      </div>
      <form
        class="batch-lines"
        onSubmit={(event) => {
          event.preventDefault()
          onLines(lines)
        }}
      >
        <label for="batch-lines">{t.pasteLines}</label>
        <textarea
          id="batch-lines"
          rows={4}
          spellcheck={false}
          aria-describedby="batch-lines-hint"
          placeholder={t.pasteLinesExample}
          value={lines}
          onInput={({ currentTarget }) => setLines(currentTarget.value)}
        />
        <p id="batch-lines-hint" class="fine-print">
          {t.pasteLinesHint}
        </p>
        <button type="submit" class="secondary" disabled={lines.trim() === '' || isReading}>
          {t.useLines}
        </button>
      </form>
      <p class="lead batch-from-page">{t.productsOfPage(t.findAll)}</p>
      <p class="batch-error" role="alert">
        {error}
      </p>
      <p class="visually-hidden" role="status">
        {isReading ? t.readingFiles : ''}
      </p>
    </div>
  )
}

/** A file input that looks like a button; `folder` takes a whole folder. */
export function FileButton(props: {
  label: string
  accept?: string
  folder?: boolean
  onFiles(files: NamedFile[]): void
}) {
  const { label, accept, folder, onFiles } = props
  return (
    <label class="secondary file-button">
      {label}
      <input
        type="file"
        multiple
        {...(accept && { accept })}
        {...(folder && { webkitdirectory: true })}
        onChange={({ currentTarget }) => {
          const files = chosenFiles(currentTarget.files)
          // So that the same files can be chosen again.
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </label>
  )
}
