import { texts } from '../../i18n/index.ts'
import { DUTY_IDS, FEE_IDS, FREIGHT_IDS, type LastingAssumptions } from '../../model/assumptions.ts'
import { DecimalField } from '../components/decimal-field.tsx'
import type { PricedOffer } from '../offer/priced-offer.ts'
import { useApp } from '../state/app-context.tsx'
import type { useSellingPrice } from '../state/selling-price.ts'
import { PresetField } from './preset-field.tsx'

interface Props {
  sellingPrice: ReturnType<typeof useSellingPrice>
  priced: PricedOffer | undefined
}

/** Each field overrides what was read or assumed; clearing it restores that. */
export function AssumptionFields({ sellingPrice, priced }: Props) {
  const t = texts()
  const { assumptions, setLasting, setFigures, setSellingPrice, money } = useApp()
  const currency = sellingPrice?.currency ?? money.currency
  const { freight, duty, fee, weightKg, other, ownRate } = assumptions
  const shipping = priced && 'shipping' in priced.offer ? priced.offer.shipping : undefined
  return (
    <div class="assumptions">
      <DecimalField
        label={t.sellingPrice(currency)}
        value={sellingPrice?.text}
        keepsInvalid
        onChange={(price) => setSellingPrice(price, currency)}
      />
      <DecimalField
        label={t.weight}
        value={weightKg}
        keepsInvalid
        placeholder={shipping?.weightKg ? String(shipping.weightKg) : t.amountUnknown}
        onChange={(kg) => setFigures({ weightKg: kg })}
      />
      <PresetField
        label={t.freight}
        ids={FREIGHT_IDS}
        names={t.freightPresets}
        value={typeof freight === 'object' ? { number: freight.perKg } : freight}
        unit={t.perKg}
        onChange={(next) => setLasting({ freight: typeof next === 'object' ? { perKg: next.number } : next })}
      />
      <PresetField
        label={t.duty}
        ids={DUTY_IDS}
        names={t.dutyPresets}
        {...percent(duty)}
        onChange={(next) => setLasting({ duty: typeof next === 'object' ? { percent: next.number } : next })}
      />
      <PresetField
        label={t.fee}
        ids={FEE_IDS}
        names={t.feePresets}
        {...percent(fee)}
        onChange={(next) => setLasting({ fee: typeof next === 'object' ? { percent: next.number } : next })}
      />
      <DecimalField
        label={t.otherCosts(currency)}
        value={other}
        keepsInvalid
        onChange={(amount) => setFigures({ other: amount })}
      />
      <DecimalField
        label={t.customRate(currency)}
        value={ownRate?.to === currency ? ownRate.rate : undefined}
        placeholder={t.ratesAutomatic}
        onChange={(rate) => setLasting({ ownRate: rate === undefined ? undefined : rateOf(currency, rate) })}
      />
    </div>
  )
}

function percent<T extends string>(value: T | { percent: string }) {
  return { unit: '%', value: typeof value === 'object' ? { number: value.percent } : value }
}

function rateOf(to: string, rate: string): LastingAssumptions['ownRate'] {
  return { from: 'CNY', to, rate }
}
