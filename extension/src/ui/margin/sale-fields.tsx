import { texts } from '../../i18n/index.ts'
import { DUTY_IDS, type DutyId, FEE_IDS, type FeeId } from '../../model/assumptions.ts'
import { FBA_SCHEDULES } from '../../pricing/fulfilment.ts'
import { MARKETPLACES } from '../../pricing/marketplaces.ts'
import { AMAZON_REFERRAL, feeMinimumOf, HIGH_DUTY, type PercentRange } from '../../pricing/presets.ts'
import { DecimalField } from '../components/decimal-field.tsx'
import { useApp } from '../state/app-context.tsx'
import { ChoiceField } from './choice-field.tsx'
import { SourceNote } from './source-note.tsx'

const PERCENT = { unit: '%', limit: 'percent' } as const

/** The tax inside the selling price. */
export function VatField({ country }: { country: string | null }) {
  const t = texts()
  const { assumptions, setLasting } = useApp()
  if (country === null) return null
  const marketplace = MARKETPLACES[country]
  const { [country]: entered, ...others } = assumptions.vat ?? {}
  return (
    <ChoiceField<'country' | 'none' | 'own'>
      label={t.vat}
      name="vat"
      choices={[
        { id: 'country', label: standard() },
        { id: 'none', label: t.vatNone },
        { id: 'own', label: t.customFigure, number: PERCENT },
      ]}
      value={typeof entered === 'object' ? 'own' : (entered ?? 'country')}
      number={typeof entered === 'object' ? entered.percent : ''}
      onChange={(chosen, number) =>
        setLasting({
          vat: {
            ...others,
            ...(chosen !== 'country' && { [country]: chosen === 'none' ? 'none' : { percent: number } }),
          },
        })
      }
    >
      {marketplace && <SourceNote source={marketplace.vatSource} />}
      {marketplace?.vat && <small>{t.vatHint}</small>}
    </ChoiceField>
  )

  function standard(): string {
    const vat = marketplace?.vat
    if (vat === null) return t.vatNotIncluded
    return vat === undefined || vat === 'unknown' ? t.vatUnknown : t.vatOfCountry(percents(vat))
  }
}

export function DutyField({ country }: { country: string | null }) {
  const t = texts()
  const { assumptions, setLasting } = useApp()
  const { duty } = assumptions
  const marketplace = country === null ? undefined : MARKETPLACES[country]
  const ofCountry = marketplace?.duty ? t.dutyOfCountry(percents(marketplace.duty)) : t.dutyPresets.country
  return (
    <ChoiceField<DutyId | 'own'>
      label={t.duty}
      name="duty"
      choices={[
        ...DUTY_IDS.map((each) => ({
          id: each,
          label: each === 'country' ? ofCountry : t.dutyPresets[each],
        })),
        { id: 'own', label: t.customFigure, number: PERCENT },
      ]}
      value={typeof duty === 'object' ? 'own' : duty}
      number={typeof duty === 'object' ? duty.percent : ''}
      onChange={(chosen, number) => setLasting({ duty: chosen === 'own' ? { percent: number } : chosen })}
    >
      {marketplace && duty === 'country' && <SourceNote source={marketplace.dutySource} />}
      {duty === 'high' && <SourceNote source={HIGH_DUTY.source} />}
      {marketplace && duty !== 'none' && <small>{t.dutiable[marketplace.dutiable]}</small>}
    </ChoiceField>
  )
}

export function FeeFields({ currency }: { currency: string }) {
  const t = texts()
  const { assumptions, setLasting } = useApp()
  const { fee, feeMinimum } = assumptions
  const { [currency]: minimum, ...others } = feeMinimum ?? {}
  const preset = feeMinimumOf({ ...assumptions, feeMinimum: others }, currency)
  return (
    <>
      <ChoiceField<FeeId | 'own'>
        label={t.fee}
        name="fee"
        choices={[
          ...FEE_IDS.map((each) => ({ id: each, label: t.feePresets[each] })),
          { id: 'own', label: t.customFigure, number: PERCENT },
        ]}
        value={typeof fee === 'object' ? 'own' : fee}
        number={typeof fee === 'object' ? fee.percent : ''}
        onChange={(chosen, number) => setLasting({ fee: chosen === 'own' ? { percent: number } : chosen })}
      >
        {fee === 'usual' && <SourceNote source={AMAZON_REFERRAL} />}
      </ChoiceField>
      {fee !== 'none' && (
        <DecimalField
          label={t.feeMinimum(currency)}
          name="feeMinimum"
          value={minimum}
          placeholder={preset ?? t.notCounted}
          onChange={(amount) =>
            setLasting({ feeMinimum: amount === undefined ? others : { ...others, [currency]: amount } })
          }
        />
      )}
    </>
  )
}

export function FulfilmentField({ country, currency }: { country: string | null; currency: string }) {
  const t = texts()
  const { assumptions, setLasting, setFigures } = useApp()
  const { fulfilment, fulfilmentBy } = assumptions
  const schedule = country === null ? undefined : FBA_SCHEDULES[country]
  const value = fulfilment !== undefined ? 'own' : fulfilmentBy === 'fba' ? 'fba' : 'off'
  return (
    <ChoiceField<'off' | 'fba' | 'own'>
      label={t.fulfilment}
      name="fulfilment"
      choices={[
        { id: 'off', label: t.fulfilmentOff },
        { id: 'fba', label: t.fulfilmentFba },
        { id: 'own', label: t.customFigure, number: { unit: t.each(currency) } },
      ]}
      value={value}
      number={fulfilment}
      onChange={(chosen, number) => {
        setFigures({ fulfilment: chosen === 'own' ? number : undefined })
        if (chosen !== 'own') setLasting({ fulfilmentBy: chosen === 'fba' ? 'fba' : undefined })
      }}
    >
      {value === 'fba' && schedule?.currency === currency && <SourceNote source={schedule.source} />}
    </ChoiceField>
  )
}

/** `2–12%` */
function percents({ low, high }: PercentRange): string {
  return low === high ? `${low}%` : `${low}–${high}%`
}
