import { useEffect, useRef, useState } from 'preact/hooks'
import type { PriceContext } from '../../batch/decisions/candidates.ts'
import { texts } from '../../i18n/index.ts'
import type { Batch, BatchRow } from '../../model/batch.ts'
import { TABLE_FILES, type TableFile } from '../export/use-table-files.ts'
import { whole } from '../format/text.ts'
import { useListFile } from './use-list-file.ts'
import { useReadBack } from './use-read-back.ts'
import './export-panel.css'

interface Props {
  batch: Batch
  rows: readonly BatchRow[]
  /** Those that match the filters. */
  shown: readonly BatchRow[]
  context: PriceContext
  onClose(): void
}

/** Saves a product list as a file, and reads back one that was edited. */
export function ExportPanel({ batch, rows, shown, context, onClose }: Props) {
  const { listExport: t, close } = texts()
  const dialog = useRef<HTMLDialogElement>(null)
  const [kind, setKind] = useState<TableFile>('xlsx')
  const [candidates, setCandidates] = useState(3)
  const [withPictures, setWithPictures] = useState(false)
  const choices = choicesOf(rows, shown)
  const [chosen, setChosen] = useState<Choice['name']>('all')
  const file = useListFile(batch, context)
  useEffect(() => dialog.current?.showModal(), [])
  const choice = choices.find(({ name }) => name === chosen) ?? choices[0]
  const save = () =>
    file.save(choice?.rows ?? rows, kind, { candidates, withPictures: withPictures && kind === 'xlsx' })
  return (
    <dialog class="dialog list-export" ref={dialog} aria-labelledby="list-export-title" onClose={onClose}>
      <h2 id="list-export-title">{t.title}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Select label={t.format} value={kind} onChange={(value) => setKind(value as TableFile)}>
          {TABLE_FILES.map((each) => [each, formatName(each)])}
        </Select>
        <Select label={t.products} value={chosen} onChange={(value) => setChosen(value as Choice['name'])}>
          {choices.map((each) => [each.name, each.label])}
        </Select>
        <Select
          label={t.offers}
          note={t.offersNote}
          value={String(candidates)}
          onChange={(value) => setCandidates(Number(value))}
        >
          {CANDIDATES.map((each) => [String(each), whole(each)])}
        </Select>
        <div class="with-pictures">
          <label class="checkbox-label">
            <input
              type="checkbox"
              checked={withPictures && kind === 'xlsx'}
              disabled={kind !== 'xlsx'}
              onChange={({ currentTarget }) => setWithPictures(currentTarget.checked)}
            />
            {t.pictures}
          </label>
          <small>{t.picturesNote}</small>
        </div>
        <div class="buttons">
          <button type="submit" class="primary save" aria-busy={file.progress !== undefined}>
            {t.save}
          </button>
          {file.progress === undefined ? (
            <button type="button" class="secondary" onClick={onClose}>
              {close}
            </button>
          ) : (
            <button type="button" class="secondary stop" onClick={file.stop}>
              {t.stop}
            </button>
          )}
          <FileProgress progress={file.progress} />
        </div>
      </form>
      <ReadBackPart batch={batch} onClose={onClose} />
    </dialog>
  )
}

/** As `MAX_CANDIDATES`; few are looked at. */
const CANDIDATES = [0, 1, 3, 5, 10]

interface SelectProps {
  label: string
  note?: string
  value: string
  onChange(value: string): void
  /** Values with their labels. */
  children: (readonly [value: string, label: string])[]
}

function Select({ label, note, value, onChange, children }: SelectProps) {
  return (
    <div class="field">
      <label>
        {label}
        <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          {children.map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {note && <small>{note}</small>}
    </div>
  )
}

/** It keeps its place, so that nothing moves when it begins. */
function FileProgress({ progress }: { progress: number | undefined }) {
  const { listExport: t } = texts()
  return (
    <span class="file-progress">
      {progress !== undefined && <progress aria-label={t.progress} max={1} value={progress} />}
    </span>
  )
}

function ReadBackPart({ batch, onClose }: Pick<Props, 'batch' | 'onClose'>) {
  const { listExport: t, undo: undoLabel } = texts()
  const { read, problems, isReading, message, undo } = useReadBack(batch, onClose)
  return (
    <section class="read-back" aria-labelledby="read-back-title">
      <h3 id="read-back-title">{t.readBackTitle}</h3>
      <p>
        {t.readBackNote}{' '}
        <label class="file-input" aria-busy={isReading}>
          {t.readBack}
          <input
            type="file"
            accept=".xlsx,.csv"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]
              if (file) read(file)
              // So that the same file can be chosen again.
              currentTarget.value = ''
            }}
          />
        </label>
      </p>
      <p class="read-back-result">
        <span role="status">{message}</span>{' '}
        {undo && (
          <button type="button" class="link undo" onClick={undo}>
            {undoLabel}
          </button>
        )}
      </p>
      {problems.length > 0 && (
        <ul class="read-back-problems">
          {problems.slice(0, SHOWN_PROBLEMS).map(({ line, code }) => (
            <li key={`${line} ${code}`}>{t.lineProblem(whole(line), t.problems[code])}</li>
          ))}
          {problems.length > SHOWN_PROBLEMS && (
            <li>{t.moreProblems(whole(problems.length - SHOWN_PROBLEMS))}</li>
          )}
        </ul>
      )}
    </section>
  )
}

const SHOWN_PROBLEMS = 5

interface Choice {
  name: 'all' | 'shown' | 'decided'
  label: string
  rows: readonly BatchRow[]
}

/** Which products the file has. Only choices that differ. */
function choicesOf(rows: readonly BatchRow[], shown: readonly BatchRow[]): Choice[] {
  const { listExport: t } = texts()
  const decided = rows.filter(({ decision }) => decision !== null)
  const choices: Choice[] = [
    { name: 'all', rows, label: t.allProducts(whole(rows.length)) },
    { name: 'shown', rows: shown, label: t.shownProducts(whole(shown.length)) },
    { name: 'decided', rows: decided, label: t.decidedProducts(whole(decided.length)) },
  ]
  return choices.filter(
    (each) => each.name === 'all' || (each.rows.length > 0 && each.rows.length < rows.length),
  )
}

function formatName(kind: TableFile): string {
  const { listExport: t } = texts()
  return {
    xlsx: t.excel,
    csv: t.csv,
    'csv-excel-point': t.excelCsv('1.50'),
    'csv-excel-comma': t.excelCsv('1,50'),
  }[kind]
}
