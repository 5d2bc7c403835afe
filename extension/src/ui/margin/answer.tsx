import { joinList, texts } from '../../i18n/index.ts'
import type { Margin } from '../../pricing/margin.ts'
import { boundedText, doubtSteps, marginText, missingSteps, moneyText, percentText } from './margin-text.ts'

/** The answer, or the next step towards it. It stays above the form and keeps its height, whatever it says. */
export function Answer({ result }: { result: Margin }) {
  const t = texts()
  const { verdict, margin, notCounted } = result
  const steps = margin ? doubtSteps(result) : missingSteps(result)
  const title = verdict ? t.verdicts[verdict] : margin ? t.noVerdictYet : t.noVerdict
  return (
    <div class={`answer verdict ${verdict ?? 'unknown'}`} role="status">
      <p>
        <strong>{margin ? `${title}: ${marginText(result)}` : title}</strong>
        {verdict && notCounted.includes('fulfilment') && ` · ${t.withoutLine(t.costLines.fulfilment)}`}
      </p>
      <p class="answer-detail">
        {verdict ? <Profit result={result} /> : steps[0]}
        {!verdict && steps.length > 1 && ` (${t.andMore(steps.length - 1)})`}
      </p>
    </div>
  )
}

function Profit({ result: { profit, order, currency, bound, estimated } }: { result: Margin }) {
  const t = texts()
  if (!profit) return null
  const rough = estimated.map((name) => t.costLines[name])
  const each = t.profitEach(boundedText(profit, bound, (range) => moneyText(range, currency)))
  return (
    <>
      {order?.roi ? `${each} · ${t.returnOnCost(boundedText(order.roi, bound, percentText))}` : each}
      {rough.length > 0 && <span class="estimates">{t.marginEstimated(joinList(rough))}</span>}
    </>
  )
}
