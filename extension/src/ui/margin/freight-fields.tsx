import { useId } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { DIVISORS, FREIGHT_IDS, type FreightId } from '../../model/assumptions.ts'
import { chargeableWeight, packedPiece } from '../../pricing/chargeable-weight.ts'
import { isKnown } from '../../pricing/figure.ts'
import { shippingOf } from '../../pricing/offer-with-details.ts'
import { freightRate } from '../../pricing/presets.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { useApp } from '../state/app-context.tsx'
import { ChoiceField } from './choice-field.tsx'
import { SourceNote } from './source-note.tsx'

/** What freight to the country of sale costs, and how volume counts. */
export function FreightFields({ priced }: { priced: PricedOffer | undefined }) {
  const t = texts()
  const id = useId()
  const { assumptions, setLasting } = useApp()
  const { freight } = assumptions
  const rate = freightRate(assumptions)
  const isOwn = typeof freight === 'object'
  const own = isOwn ? ('perM3' in freight ? freight.perM3 : freight.perKg) : ''
  const charged = chargeableWeight(
    packedPiece(priced ? shippingOf(priced.offer) : null, assumptions),
    rate.divisor,
  )
  return (
    <>
      <ChoiceField<FreightId | 'perKg' | 'perM3'>
        label={t.freight}
        name="freight"
        choices={[
          ...FREIGHT_IDS.map((each) => ({ id: each, label: t.freightPresets[each] })),
          { id: 'perKg', label: t.customPerKg, number: { unit: t.perKg } },
          { id: 'perM3', label: t.customPerM3, number: { unit: t.perM3 } },
        ]}
        value={isOwn ? ('perM3' in freight ? 'perM3' : 'perKg') : freight}
        number={own}
        onChange={(chosen, number) => {
          const next =
            chosen === 'perKg' ? { perKg: number } : chosen === 'perM3' ? { perM3: number } : chosen
          // Another carrier has another divisor; typing a number does not choose another carrier.
          const isSame = isOwn && typeof next === 'object'
          setLasting({ freight: next, ...(!isSame && { divisor: undefined }) })
        }}
      >
        {rate.source && <SourceNote source={rate.source} />}
      </ChoiceField>
      {rate.per === 'kg' && (
        <div class="field">
          <label for={id}>{t.divisor}</label>
          <select
            id={id}
            name="divisor"
            value={rate.divisor}
            onChange={({ currentTarget }) => {
              const divisor = DIVISORS.find((each) => each === currentTarget.value)
              if (divisor) setLasting({ divisor })
            }}
          >
            {DIVISORS.map((each) => (
              <option key={each} value={each}>
                {t.divisors[each]}
              </option>
            ))}
          </select>
          {isKnown(charged) && !charged.doubts?.length && (
            <small>{t.chargedWeight(charged.range.low.round(3).toFixed())}</small>
          )}
        </div>
      )}
    </>
  )
}
