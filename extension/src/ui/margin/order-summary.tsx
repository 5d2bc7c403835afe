import { texts } from '../../i18n/index.ts'
import type { Margin } from '../../pricing/margin.ts'
import type { PieceRange } from '../../pricing/order-result.ts'
import { whole } from '../format/text.ts'
import { boundedText, moneyText, percentText } from './margin-text.ts'

/** The whole order: what it costs, what it brings, and when it has paid for itself. */
export function OrderSummary({ result: { order, bound, landedBound, currency } }: { result: Margin }) {
  const t = texts()
  if (!order) return null
  const money = (range: { low: string; high: string }) => moneyText(range, currency)
  const rows: [string, string, string?][] = [
    [t.orderTotal, boundedText(order.total, landedBound, money), t.orderTotalHint],
    [t.orderProfit, order.profit ? boundedText(order.profit, bound, money) : t.amountUnknown],
    [t.orderRoi, order.roi ? boundedText(order.roi, bound, percentText) : t.amountUnknown],
    [t.payback, order.payback ? pieceText(order.payback) : t.amountUnknown],
    ...(order.breakEven
      ? [[t.breakEven, pieceText(order.breakEven), t.breakEvenHint] as [string, string, string]]
      : []),
  ]
  return (
    <section class="order-summary" aria-labelledby="order-title">
      <h2 id="order-title">{t.orderTitle(whole(order.quantity))}</h2>
      <dl>
        {rows.map(([name, value, hint]) => (
          <div key={name}>
            <dt>
              {name}
              {hint && <small>{hint}</small>}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )

  function pieceText({ low, high }: PieceRange): string {
    if (low === null) return t.never
    const [fewest, most] = [t.pieces(whole(low)), high === null ? t.never : t.pieces(whole(high))]
    if (bound === 'atMost') return t.bounds.atLeast(fewest)
    if (bound === 'atLeast' && high !== null) return t.bounds.atMost(most)
    if (high === null) return `${fewest} … ${most}`
    return low === high ? fewest : t.pieces(`${whole(low)}–${whole(high)}`)
  }
}
