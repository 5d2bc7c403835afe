import type { NamedFile } from '../../batch/pictures/read-files.ts'
import { texts } from '../../i18n/index.ts'
import { languageOf } from '../offer/variant-facts.tsx'

/** Files that came in together, of which one can be the list. */
export interface TableChoice {
  tables: readonly NamedFile[]
  pictures: readonly NamedFile[]
}

interface Props extends TableChoice {
  onTable(table: NamedFile): void
  onPictures(): void
  onBack(): void
}

/** Asks which of several spreadsheets is meant, or none of them. */
export function ChooseTable({ tables, pictures, onTable, onPictures, onBack }: Props) {
  const t = texts()
  return (
    <section class="batch-start">
      <header class="view-header">
        <button type="button" class="secondary back" onClick={onBack}>
          {t.back}
        </button>
        <h1>{t.whichSpreadsheet}</h1>
      </header>
      <p class="batch-inputs">
        {tables.map((table) => (
          <button type="button" class="secondary" key={table.path} onClick={() => onTable(table)}>
            <span class="own-text" dir="auto" lang={languageOf(table.path)}>
              {table.path}
            </span>
          </button>
        ))}
        {pictures.length > 0 && (
          <button type="button" class="secondary" onClick={onPictures}>
            {t.onlyPictures(pictures.length)}
          </button>
        )}
      </p>
    </section>
  )
}
