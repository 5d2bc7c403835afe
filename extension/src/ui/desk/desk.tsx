import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Candidate, chosenOf, quantityOf } from '../../batch/decisions/candidates.ts'
import { decide, setNote, takeNone, takeOffer, type Undo } from '../../batch/decisions/decide.ts'
import { coverageOf, type RowFilter } from '../../batch/decisions/facets.ts'
import { recoverUnread } from '../../batch/pictures/recover-unread.ts'
import { keepComparing } from '../../batch/run/compare-photos.ts'
import { keepRunning } from '../../batch/run/runner.ts'
import { texts } from '../../i18n/index.ts'
import type { RowDecision } from '../../model/batch.ts'
import { lazy } from '../components/lazy.tsx'
import { storageText } from '../format/storage-error-text.ts'
import { titleOf } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { CandidateTable } from './candidate-table.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { DeskHeader } from './desk-header.tsx'
import { DeskKeys } from './desk-keys.tsx'
import { FacetBar } from './facet-bar.tsx'
import { lackingTiers } from './lacking-tiers.ts'
import { PhotoComparison } from './photo-comparison.tsx'
import { RowList } from './row-list.tsx'
import { RowPanel } from './row-panel.tsx'
import { RowState } from './row-state.tsx'
import { useAskedDetails } from './use-asked-details.ts'
import type { LoadedBatch } from './use-batch.ts'
import { useCandidates } from './use-candidates.ts'
import { focusRows, useDeskKeys } from './use-desk-keys.ts'
import { firstToDecide, nextToDecide, useDeskRows } from './use-desk-rows.ts'
import { useHighlighted } from './use-highlighted.ts'
import { useMarginTexts, usePriceContext } from './use-price-context.ts'
import { useRowMargins } from './use-row-margins.ts'
import { useTakenDetails } from './use-taken-details.ts'

const ExportPanel = lazy(async () => (await import('./export-panel.tsx')).ExportPanel)

/** My products on the left, the current one with its offers on the right; keys decide. */
export function Desk({ batch, rows }: LoadedBatch) {
  useEffect(keepRunning, [])
  // A run ends before its last photos are compared, and 1688's photos may be allowed at any time.
  useEffect(() => keepComparing(batch.id), [batch.id])
  useEffect(() => recoverUnread(batch.id), [batch.id])
  const { desk: t } = texts()
  const { announce, notify } = useApp()
  const context = usePriceContext()
  const [filter, setFilter] = useState<RowFilter>({})
  const { marginOf, isComputing, forget } = useRowMargins(
    filter.minMargin !== undefined,
    batch,
    rows,
    context,
  )
  const { shown, counts, totals } = useDeskRows(rows, filter, marginOf)
  const coverage = useMemo(() => coverageOf(rows), [rows])
  const coverageBySupplier = useMemo(() => new Map(coverage.map((each) => [each.supplier, each])), [coverage])
  const [chosenIndex, setCurrent] = useState(() => firstToDecide(rows))
  const place = Math.max(
    0,
    shown.findIndex(({ index }) => index === chosenIndex),
  )
  const row = shown[place]
  const { candidates, reorder, matches, detailsOf, putDetails } = useCandidates(
    batch,
    row,
    shown[place + 1],
    context,
  )
  const { highlighted, highlight, moveHighlight } = useHighlighted(row, candidates)
  const [comparedId, setComparedId] = useState<string>()
  const [isExporting, setExporting] = useState(false)
  const undos = useRef<Undo[]>([])
  const [undoCount, setUndoCount] = useState(0)
  const { takenDetailsOf, putTaken } = useTakenDetails(rows)
  const marginTextOf = useMarginTexts(batch.settings, context, takenDetailsOf)
  const { getDetails, refusedSearches } = useAskedDetails(
    batch.id,
    rows,
    row,
    (offerId, details, askedFor) => {
      putDetails(offerId, details)
      if (details.state !== 'done') return
      putTaken(details.offer)
      forget(askedFor)
    },
  )

  const attempt = async (change: Promise<Undo | undefined>) => {
    try {
      const undo = await change
      if (undo) setUndoCount(undos.current.push(undo))
    } catch (error) {
      notify(storageText(error))
    }
  }
  const goTo = (index: number | undefined) => {
    if (index === undefined) return
    setCurrent(index)
    focusRows()
  }
  const decideRow = (decision: RowDecision | null, said: string) => {
    if (!row) return
    attempt(decide(batch.id, row.index, decision))
    const next = decision && nextToDecide(shown, row.index)
    announce(next === undefined ? `${said}. ${t.lastOfList}` : said)
    if (next !== undefined && next !== null) goTo(next)
  }
  const take = ({ priced: { offer } }: Candidate) => decideRow(takeOffer(offer), t.saidTaken(titleOf(offer)))
  const undo = async () => {
    const last = undos.current.pop()
    setUndoCount(undos.current.length)
    if (!last) return announce(t.nothingToUndo)
    try {
      const isUndone = await last.run()
      if (isUndone) announce(t.saidUndone)
      else notify(t.undoBlocked)
      if (!shown.some(({ index }) => index === last.index)) setFilter({})
      goTo(last.index)
    } catch (error) {
      notify(storageText(error))
    }
  }
  const lacking = candidates ? lackingTiers(candidates, detailsOf) : []
  useDeskKeys({
    move: (by) => goTo(shown[place + by]?.index),
    take: (number) => {
      const candidate = candidates?.[number - 1]
      if (candidate) take(candidate)
      else announce(t.noSuchOffer(String(number)))
    },
    takeNone: () => decideRow(takeNone(), t.saidNone),
    makeUndecided: () => decideRow(null, t.saidUndecided),
    undo,
    moveOffer: moveHighlight,
    openOffer: () => {
      if (highlighted?.detailUrl) window.open(highlighted.detailUrl, '_blank', 'noopener,noreferrer')
    },
    comparePhotos: () => setComparedId(highlighted?.offerId),
    getTiers: () => lacking.length > 0 && getDetails(lacking),
  })
  const handlers = useSteady({
    take,
    comparePhotos: setComparedId,
    showSupplier: (supplier: string) => setFilter({ supplier }),
    getDetails,
    highlight,
  })
  const choose = useCallback((index: number) => goTo(index), [])
  const covering = row?.outcome?.suppliers
    .flatMap((supplier) => coverageBySupplier.get(supplier) ?? [])
    .sort((one, other) => other.products - one.products)[0]
  return (
    <div class="desk">
      <DeskHeader
        batch={batch}
        rows={rows}
        refusedSearches={refusedSearches}
        onExport={() => setExporting(true)}
      />
      <nav class="desk-list" aria-label={t.productList}>
        <FacetBar
          filter={filter}
          counts={counts}
          totals={totals}
          coverage={coverage}
          shown={shown.length}
          total={rows.length}
          isComputingMargins={isComputing}
          onFilter={setFilter}
        />
        <RowList
          rows={shown}
          settings={batch.settings}
          currentIndex={row?.index}
          marginTextOf={marginTextOf}
          onChoose={choose}
        />
      </nav>
      <div class="desk-main">
        {row ? (
          <>
            <RowPanel
              batch={batch}
              row={row}
              covering={covering}
              total={rows.length}
              onNote={(note) => attempt(setNote(batch.id, row.index, note))}
            >
              <DecisionBar
                row={row}
                chosen={chosenOf(row, batch.settings, context, undefined, takenDetailsOf)}
                lacking={lacking}
                isAsking={Boolean(
                  candidates?.some(({ priced }) => detailsOf(priced.offer.offerId)?.state === 'loading'),
                )}
                onNone={() => decideRow(takeNone(), t.saidNone)}
                onUndecided={() => decideRow(null, t.saidUndecided)}
                onGetTiers={() => getDetails(lacking)}
                onReorder={reorder}
              />
            </RowPanel>
            <RowState batch={batch} rows={rows} row={row} />
            {candidates && candidates.length > 0 && (
              <CandidateTable
                key={row.index}
                row={row}
                quantity={quantityOf(row, batch.settings)}
                candidates={candidates}
                highlightedId={highlighted?.offerId}
                matches={matches}
                detailsOf={detailsOf}
                coverageBySupplier={coverageBySupplier}
                handlers={handlers}
              />
            )}
          </>
        ) : (
          <p class="no-rows">{t.noRowsShown}</p>
        )}
      </div>
      <DeskKeys undoCount={undoCount} onUndo={undo} />
      {isExporting && (
        <ExportPanel
          batch={batch}
          rows={rows}
          shown={shown}
          context={context}
          onClose={() => setExporting(false)}
        />
      )}
      {comparedId && row && candidates && (
        <PhotoComparison
          row={row}
          matches={matches}
          candidates={candidates}
          offerId={comparedId}
          onMove={setComparedId}
          onClose={() => setComparedId(undefined)}
        />
      )}
    </div>
  )
}

/** The same object every time, so that rows that are as before are not drawn again. */
function useSteady<T extends Record<string, (...args: never[]) => unknown>>(functions: T): T {
  const latest = useRef(functions)
  latest.current = functions
  return useMemo(() => {
    const names = Object.keys(functions) as (keyof T)[]
    const steady = names.map((name) => [name, (...args: never[]) => latest.current[name]?.(...args)])
    return Object.fromEntries(steady) as T
  }, [])
}
