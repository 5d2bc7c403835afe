import { useMemo, useRef } from 'preact/hooks'
import {
  countFacets,
  filterRows,
  type MarginOfRow,
  type RowFilter,
  withoutFacets,
} from '../../batch/decisions/facets.ts'
import type { BatchRow } from '../../model/batch.ts'

interface ShownRows {
  /** What the filter leaves, and what it left since it was set: a decision takes nothing from under one's eyes. */
  shown: readonly BatchRow[]
  counts: FacetCounts
  /** Without any filter. */
  totals: FacetCounts
}

export type FacetCounts = ReturnType<typeof countFacets>

/** @param filter another object whenever it is set, also to the same */
export function useDeskRows(
  rows: readonly BatchRow[],
  filter: RowFilter,
  marginOf: MarginOfRow | undefined,
): ShownRows {
  const totals = useMemo(() => countFacets(rows, {}), [rows])
  const left = useRef<{ filter: RowFilter; indexes: Set<number> }>(undefined)
  const narrowed = useMemo(() => {
    if (left.current?.filter !== filter) left.current = { filter, indexes: new Set() }
    const { indexes } = left.current
    const { decision, result } = filter
    const beside = filterRows(rows, withoutFacets(filter), marginOf)
    for (const { index } of filterRows(beside, { decision, result })) indexes.add(index)
    return {
      shown: indexes.size === rows.length ? rows : rows.filter(({ index }) => indexes.has(index)),
      counts: countFacets(beside, { decision, result }),
    }
  }, [rows, filter, marginOf])
  return { ...narrowed, totals }
}

/** Where to begin: at the first that is to be decided. */
export function firstToDecide(rows: readonly BatchRow[]): number | undefined {
  return (rows.find(isToDecide) ?? rows[0])?.index
}

/** The next after a row that is to be decided; around from the end to the beginning. */
export function nextToDecide(rows: readonly BatchRow[], index: number): number | undefined {
  const place = rows.findIndex((row) => row.index === index)
  const following = [...rows.slice(place + 1), ...rows.slice(0, Math.max(0, place))]
  return following.find(isToDecide)?.index
}

function isToDecide({ state, decision }: BatchRow): boolean {
  return state === 'done' && decision === null
}
