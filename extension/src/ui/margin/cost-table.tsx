import { joinList, locale, texts } from '../../i18n/index.ts'
import type { AmountRange, CostLine } from '../../pricing/cost-line.ts'
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
          <Sum label={t.landedCost} range={landed} currency={currency} />
          <Sum label={t.profit} range={profit} currency={currency} />
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
  const { low, high, bound } = line
  const format = (amount: string | null) =>
    amount === null ? t.amountUnknown : formatMoney(amount, currency, locale())
  return (
    <tr>
      <th scope="row">{t.costLines[line.name]}</th>
      <td class="number">{bound === 'atMost' ? t.orLess(format(low)) : format(low)}</td>
      <td class="number">{bound === 'atLeast' ? t.orMore(format(high)) : format(high)}</td>
      <td>
        <span class={`certainty ${line.source}`}>{t.costSources[line.source]}</span>
      </td>
    </tr>
  )
}

function Sum({ label, range, currency }: { label: string; range: AmountRange | null; currency: string }) {
  const t = texts()
  const format = (amount: string | undefined) =>
    amount === undefined ? t.amountUnknown : formatMoney(amount, currency, locale())
  return (
    <tr class="sum">
      <th scope="row">{label}</th>
      <td class="number">{format(range?.low)}</td>
      <td class="number">{format(range?.high)}</td>
      <td />
    </tr>
  )
}
