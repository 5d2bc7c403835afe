import { joinList, locale, texts } from '../../i18n/index.ts'
import type { AmountRange, CostLine } from '../../pricing/cost-line.ts'
import type { Bound } from '../../pricing/figure.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import type { Margin } from '../../pricing/margin.ts'
import { doubtSteps, missingSteps } from './margin-text.ts'

/** The calculation for one piece, line by line, and all that is missing or in doubt. */
export function CostTable({ result }: { result: Margin }) {
  const t = texts()
  const { lines, landed, profit, currency } = result
  const [price, ...costs] = lines
  const counted = costs.filter(({ source }) => source !== 'notCounted')
  const left = costs.filter(({ source }) => source === 'notCounted')
  const steps = [...missingSteps(result), ...doubtSteps(result)]
  return (
    <>
      {steps.length > 0 && (
        <ul class="margin-steps missing">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      )}
      <table class="cost-lines">
        <thead>
          <tr>
            <th scope="col">{t.costLine}</th>
            <th scope="col" class="number">
              {t.costLow}
            </th>
            <th scope="col" class="number">
              {t.costHigh}
            </th>
            <th scope="col">{t.costSource}</th>
          </tr>
        </thead>
        <tbody>
          {price && <Line line={price} currency={currency} />}
          {counted.map((line) => (
            <Line key={line.name} line={line} currency={currency} />
          ))}
          <Sum label={t.landedCost} range={landed} bound={result.landedBound} currency={currency} />
          <Sum label={t.profit} range={profit} bound={result.bound} currency={currency} />
        </tbody>
      </table>
      {left.length > 0 && (
        <p class="fine-print not-counted">{t.leftOut(joinList(left.map(({ name }) => t.costLines[name])))}</p>
      )}
    </>
  )
}

function Line({ line, currency }: { line: CostLine; currency: string }) {
  const t = texts()
  const { name, source } = line
  return (
    <tr>
      <th scope="row">{t.costLines[name]}</th>
      <Amounts low={line.low} high={line.high} bound={line.bound} currency={currency} />
      <td>
        <span class={`certainty ${source}`}>{t.costSources[source]}</span>
      </td>
    </tr>
  )
}

interface SumProps {
  label: string
  range: AmountRange | null
  bound: Bound | null
  currency: string
}

function Sum({ label, range, bound, currency }: SumProps) {
  return (
    <tr class="sum">
      <th scope="row">{label}</th>
      <Amounts low={range?.low ?? null} high={range?.high ?? null} bound={bound} currency={currency} />
      <td />
    </tr>
  )
}

/** The lowest and the highest amount; of a bound the side that holds. */
function Amounts(props: { low: string | null; high: string | null; bound: Bound | null; currency: string }) {
  const t = texts()
  const { low, high, bound, currency } = props
  const format = (amount: string | null) =>
    amount === null ? t.amountUnknown : formatMoney(amount, currency, locale())
  return (
    <>
      <td class="number">{bound === 'atMost' ? t.orLess(format(low)) : format(low)}</td>
      <td class="number">{bound === 'atLeast' ? t.orMore(format(high)) : format(high)}</td>
    </>
  )
}
