import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Coverage } from '../../batch/decisions/facets.ts'
import { changeBatch } from '../../db/batches.ts'
import { texts } from '../../i18n/index.ts'
import type { Batch, BatchRow } from '../../model/batch.ts'
import { MAX_QUANTITY, readQuantity } from '../../pricing/read-decimal.ts'
import { storageText } from '../format/storage-error-text.ts'
import { whole } from '../format/text.ts'
import { languageOf } from '../offer/variant-facts.tsx'
import { useApp } from '../state/app-context.tsx'
import { usePicture } from './batch-pictures.ts'
import { nameOf, priceTextOf } from './row-text.ts'
import { focusRows } from './use-desk-keys.ts'

interface Props {
  batch: Batch
  row: BatchRow
  /** Of those who have its photo, who covers most of the user's products. */
  covering: Coverage | undefined
  total: number
  onNote(note: string): void
  children: ComponentChildren
}

/** The current product: all that the user has said of it. */
export function RowPanel({ batch, row, covering, total, onNote, children }: Props) {
  const { desk: t } = texts()
  const picture = usePicture(row.batchId, row.digest)
  const name = nameOf(row)
  const price = priceTextOf(row, batch.settings)
  const facts = [
    row.title === null ? null : row.productNumber,
    price && t.sellsFor(price),
    row.quantity !== null && t.quantityShort(whole(row.quantity)),
    row.weightKg !== null && t.weightShort(row.weightKg),
    row.line !== null && t.lineInFile(whole(row.line)),
  ].filter(Boolean)
  return (
    <section class="row-panel" aria-label={name}>
      <div class="row-picture">{picture && <img src={picture} alt={texts().searchedPictureAlt} />}</div>
      <div class="row-about">
        <h2 class="own-text" dir="auto" lang={languageOf(name)}>
          {name}
        </h2>
        <p class="row-facts-line">
          {facts.join(' · ')}
          {isWebAddress(row.link) && (
            <>
              {' · '}
              <a href={row.link ?? ''} target="_blank" rel="noreferrer noopener">
                {t.openProduct}
              </a>
            </>
          )}
        </p>
        {covering && (
          <p class="row-facts-line">
            <bdi lang="zh">{covering.supplier}</bdi> {t.hasPhotosOf(whole(covering.products), whole(total))}
          </p>
        )}
        {row.quantity === null && <ListQuantity batch={batch} />}
        <OwnColumns columns={batch.columns} cells={row.own} />
        <NoteField key={row.index} note={row.note} onNote={onNote} />
      </div>
      <div class="row-decision">{children}</div>
    </section>
  )
}

/** For all products that name none of their own. An invalid number stays in the field, and the last valid one counts. */
function ListQuantity({ batch: { id, settings } }: { batch: Batch }) {
  const t = texts()
  const { notify } = useApp()
  const [typed, setTyped] = useState<string>()
  const isInvalid = typed !== undefined && readQuantity(typed) === undefined
  const save = (text: string) => {
    setTyped(text)
    const quantity = readQuantity(text)
    if (quantity === undefined || quantity === settings.quantity) return
    const change = changeBatch(id, (batch) => ({ ...batch, settings: { ...batch.settings, quantity } }))
    change.catch((error: unknown) => notify(storageText(error)))
  }
  return (
    <p class="row-facts-line">
      <label>
        {t.desk.quantityOfList}{' '}
        <input
          type="text"
          id="quantity"
          class="list-quantity"
          inputMode="numeric"
          autocomplete="off"
          title={isInvalid ? t.quantityInvalid(whole(MAX_QUANTITY)) : undefined}
          aria-invalid={isInvalid}
          aria-keyshortcuts="Q"
          value={typed ?? String(settings.quantity)}
          onInput={({ currentTarget }) => save(currentTarget.value)}
          onBlur={() => !isInvalid && setTyped(undefined)}
        />
      </label>
    </p>
  )
}

/** A table may say anything where its column of links is. */
function isWebAddress(link: string | null): boolean {
  return /^https?:$/.test(URL.parse(link ?? '')?.protocol ?? '')
}

function OwnColumns({ columns, cells }: { columns: readonly string[]; cells: readonly string[] }) {
  const filled = columns.flatMap((column, place) =>
    cells[place] ? [{ column, cell: cells[place], place }] : [],
  )
  if (filled.length === 0) return null
  return (
    <details class="own-columns">
      <summary>{texts().desk.ownColumns}</summary>
      <dl>
        {filled.map(({ column, cell, place }) => (
          <div key={place}>
            <dt class="own-text" dir="auto" lang={languageOf(column)}>
              {column}
            </dt>
            <dd class="own-text" dir="auto" lang={languageOf(cell ?? '')}>
              {cell}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** Saved when it is left. What is being typed here stays, whatever another tab writes meanwhile. */
function NoteField({ note, onNote }: { note: string; onNote(note: string): void }) {
  const { desk: t } = texts()
  const field = useRef<HTMLInputElement>(null)
  /** Until it is saved. */
  const [typed, setTyped] = useState<string>()
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(undefined)
  }, [note])
  return (
    <input
      ref={field}
      type="text"
      id="desk-note"
      class="note"
      maxLength={2000}
      aria-label={t.noteOfProduct}
      aria-keyshortcuts="N"
      placeholder={t.notePlaceholder}
      value={typed ?? note}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={({ currentTarget: { value } }) => (value === note ? setTyped(undefined) : onNote(value))}
      onKeyDown={({ key, currentTarget }) => {
        // What is left is saved: without what was typed there is nothing to save.
        if (key === 'Escape') currentTarget.value = note
        // The keys decide again.
        if (key === 'Enter' || key === 'Escape') focusRows()
      }}
    />
  )
}
