import { joinList, texts } from '../../i18n/index.ts'
import type { AmountRange } from '../../pricing/cost-line.ts'
import { Decimal } from '../../pricing/decimal.ts'
import { type Bound, opposite } from '../../pricing/figure.ts'
import type { Margin } from '../../pricing/margin.ts'
import type { MarginVerdict } from '../../pricing/margin-verdict.ts'
import { whole } from '../format/text.ts'
import type { LackingFigure, LackingFigures } from './lacking-figures.ts'
import { boundedText, doubtSteps, marginText, missingSteps, moneyText, percentText } from './margin-text.ts'

/** Whether an offer is worth it, in words: the margin view and the footer of the results show parts of the same. */
export interface AnswerText {
  tone: MarginVerdict | 'unknown'
  /** Whether there is no margin yet. */
  isIncomplete?: true
  /** `Profitable: 58–66%`, `Not enough data` */
  title: string
  /** What most sellers pay and the verdict leaves out. */
  without?: string | undefined
  /** `$22.94–29.19 profit each`, `Loses $5.77–9.36 each`; without a margin what a piece costs, if that is known. */
  each?: string | undefined
  /** `$4,588–5,838 for 200`: goes on from `each`. */
  order?: string | undefined
  /** Only of a profit. */
  roi?: string | undefined
  /** What is estimated. */
  estimates?: string | undefined
  /** What to do so that there is a margin or a verdict, the first step first. */
  steps: string[]
  /** Why 1688 has not answered. */
  failure?: string | undefined
}

export function answerText(result: Margin, lacking?: LackingFigures): AnswerText {
  const t = texts()
  const { verdict, margin, profit, bound, currency, notCounted } = result
  const money = (range: AmountRange) => moneyText(range, currency)
  const steps = stepsOf(result, lacking)
  const failure = lacking?.failure && t.failures[lacking.failure.code].title
  if (!margin || !profit) {
    const landed = result.landed && boundedText(result.landed, result.landedBound, money)
    const each = landed ? t.landedEach(landed) : undefined
    return { tone: 'unknown', isIncomplete: true, title: t.noVerdict, each, steps, failure }
  }
  const estimated = joinList(result.estimated.map((name) => t.costLines[name]))
  return {
    tone: verdict ?? 'unknown',
    title: t.marginWith(verdict ? t.verdicts[verdict] : t.noVerdictYet, marginText(result)),
    without: verdict && notCounted.includes('fulfilment') ? t.withoutLine(t.costLines.fulfilment) : undefined,
    each: outcomeText(profit, bound, money, {
      profit: t.profitEach,
      loss: t.lossEach,
      mixed: t.mixedEach,
      nothing: t.breaksEven,
    }),
    order: orderText(result),
    roi: roiText(result),
    estimates: estimated ? t.marginEstimated(estimated) : undefined,
    steps,
    failure,
  }
}

interface OutcomeTexts {
  profit(amount: string): string
  loss(amount: string): string
  mixed(loss: string, profit: string): string
  nothing: string
}

/** A loss is a positive amount in words, so it takes the opposite bound. */
function outcomeText(
  range: AmountRange,
  bound: Bound | null,
  format: (range: AmountRange) => string,
  t: OutcomeTexts,
): string {
  // Of a range that is open on one side only the other one says something. What is open on both sides, the title says.
  const { low, high } = sideOf(range, bound)
  const limited = (amount: string, limit: Bound | null | undefined) =>
    limit === 'atLeast' || limit === 'atMost' ? texts().bounds[limit](amount) : amount
  if (Number(low) === 0 && Number(high) === 0 && bound === null) return t.nothing
  if (Number(low) >= 0) return t.profit(limited(format({ low, high }), bound))
  const lost = { low: negated(high), high: negated(low) }
  if (Number(high) <= 0) return t.loss(limited(format(lost), opposite(bound ?? undefined)))
  return t.mixed(format({ low: lost.high, high: lost.high }), format({ low: high, high }))
}

function sideOf({ low, high }: AmountRange, bound: Bound | null): AmountRange {
  if (bound === 'atLeast') return { low, high: low }
  return bound === 'atMost' ? { low: high, high } : { low, high }
}

function negated(amount: string): string {
  return new Decimal(amount).neg().toFixed()
}

function orderText({ order, bound, currency }: Margin): string | undefined {
  if (!order?.profit) return undefined
  const t = texts()
  const quantity = whole(order.quantity)
  return outcomeText(order.profit, bound, (range) => roundMoneyText(range, currency), {
    profit: (amount) => t.profitOfOrder(amount, quantity),
    loss: (amount) => t.lossOfOrder(amount, quantity),
    mixed: (loss, profit) => t.mixedOfOrder(loss, profit, quantity),
    nothing: t.breaksEven,
  })
}

/** From a thousand on without decimals. */
function roundMoneyText(range: AmountRange, currency: string): string {
  if ([range.low, range.high].every((amount) => Math.abs(Number(amount)) < 1000))
    return moneyText(range, currency)
  const units = (amount: string) => new Decimal(amount).round(0).toFixed()
  return moneyText({ low: units(range.low), high: units(range.high) }, currency).replace(/\.0+(?!\d)/g, '')
}

function roiText({ order, bound, profit }: Margin): string | undefined {
  if (!order?.roi || !profit || Number(sideOf(profit, bound).low) < 0) return undefined
  return texts().returnOnCost(boundedText(order.roi, bound === 'open' ? null : bound, percentText))
}

/** Where 1688 has been asked in vain, its answer in place of the advice to ask. */
function stepsOf(result: Margin, lacking: LackingFigures | undefined): string[] {
  const t = texts()
  const steps = result.margin ? doubtSteps(result) : missingSteps(result)
  if (lacking?.state !== 'unavailable') return steps
  const notGiven: Record<LackingFigure, string> = {
    ...t.figuresNotGiven,
    tiers: t.figuresNotGiven.tiers(whole(result.quantity)),
  }
  const given = lacking.figures.map((figure) => notGiven[figure])
  return given.length > 0 ? given : steps
}
