import { locale } from '../../i18n/index.ts'
import { convert } from '../../pricing/convert.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import { money as yuan } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'

/** An amount in yuan, and in the display currency if the rate is known. */
export function Yuan({ amount }: { amount: string }) {
  const { money, assumptions } = useApp()
  const converted = convert(amount, 'CNY', money.currency, money.rates, assumptions.ownRate)
  return (
    <span class="yuan">
      ¥{yuan(amount)}
      {converted && <small> {formatMoney(converted, money.currency, locale())}</small>}
    </span>
  )
}
