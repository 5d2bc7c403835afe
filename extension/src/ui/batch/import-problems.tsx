import { problemsOfNewList, type ReadBack } from '../../batch/decisions/read-back.ts'
import type { Field } from '../../batch/table/column-words.ts'
import type { ColumnMap } from '../../batch/table/columns.ts'
import type { Table } from '../../batch/table/table.ts'
import { readWeight, WEIGHT_UNITS } from '../../batch/table/weight-cell.ts'
import { joinList, texts } from '../../i18n/index.ts'
import type { ProductInput } from '../../model/batch.ts'
import { whole } from '../format/text.ts'

/** So many lines are named; the rows themselves say it too. */
const NAMED_LINES = 8

interface Props {
  table: Table
  map: ColumnMap
  inputs: readonly ProductInput[]
  /** It was exported by us. */
  exported: ReadBack | null
}

/** What is wrong with the file and with rows, by line. All of it is kept. */
export function ImportProblems({ table, map, inputs, exported }: Props) {
  const t = texts()
  const isUnread = (field: Field, value: 'price' | 'quantity' | 'weightKg') => (input: ProductInput) =>
    input[value] === null && (input.own[map[field] ?? -1] ?? '').trim() !== ''
  const isWeightUnread = isUnread('weight', 'weightKg')
  const lacksOnlyUnit = ({ own }: ProductInput) =>
    WEIGHT_UNITS.some((unit) => readWeight((own[map.weight ?? -1] ?? '').trim(), unit) !== null)
  const lacksUnit = (input: ProductInput) =>
    map.weightUnit === null && isWeightUnread(input) && lacksOnlyUnit(input)
  const problems =
    map.picture === null
      ? [t.choosePictureColumn]
      : [
          ...ofTable(table),
          ...about(inputs, ({ failure }) => failure?.code === 'no_picture_named', t.rowsWithoutPicture),
          ...about(inputs, ({ failure }) => failure?.code === 'address_invalid', t.rowsWithBadAddress),
          ...about(inputs, isUnread('price', 'price'), t.rowsWithBadPrice),
          ...about(inputs, isUnread('quantity', 'quantity'), t.rowsWithBadQuantity),
          ...(inputs.some(lacksUnit) ? [t.weightNeedsUnit] : []),
          ...about(inputs, (input) => isWeightUnread(input) && !lacksUnit(input), t.rowsWithBadWeight),
        ]
  return (
    <div role="status">
      <ul class="import-problems">
        {[...problems, ...ofDecisions(exported)].map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}

/** One line for each kind. */
function ofTable({ problems }: Table): string[] {
  const { tableProblems } = texts()
  const lines = Map.groupBy(problems, ({ code }) => code)
  return [...lines].map(([code, some]) =>
    tableProblems[code](some.length, lineNumbers(some.map(({ line }) => line))),
  )
}

function ofDecisions(exported: ReadBack | null): string[] {
  const { listExport: t } = texts()
  const problems = exported ? problemsOfNewList(exported) : []
  const named = problems
    .slice(0, NAMED_LINES)
    .map(({ line, code }) => t.lineProblem(whole(line), t.problems[code]))
  const more = problems.length - named.length
  const missing = exported?.missing ?? []
  return [
    ...(missing.length > 0 ? [t.columnsMissing(joinList(missing))] : []),
    ...named,
    ...(more > 0 ? [t.moreProblems(whole(more))] : []),
  ]
}

function about(
  inputs: readonly ProductInput[],
  test: (input: ProductInput) => boolean,
  text: (count: number, lines: string) => string,
): string[] {
  const lines = inputs.filter(test).map(({ line }) => line ?? 0)
  return lines.length === 0 ? [] : [text(lines.length, lineNumbers(lines))]
}

/** The first few of them. */
export function lineNumbers(lines: readonly number[]): string {
  const named = joinList(lines.slice(0, NAMED_LINES).map(whole))
  return lines.length > NAMED_LINES ? `${named} …` : named
}
