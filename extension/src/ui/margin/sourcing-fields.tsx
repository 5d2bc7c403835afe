import { texts } from '../../i18n/index.ts'
import { DecimalField } from '../components/decimal-field.tsx'
import { useApp } from '../state/app-context.tsx'
import { ChoiceField } from './choice-field.tsx'

/** What is paid in China besides the goods, what is lost on the way, and the exchange rate. None of it counts unless it is set. */
export function SourcingFields({ currency }: { currency: string }) {
  const t = texts()
  const { assumptions, setLasting, setFigures } = useApp()
  const { domestic, ownRate } = assumptions
  const value = !domestic ? 'off' : 'perKg' in domestic ? 'perKg' : 'perOrder'
  const perOrder = domestic && 'perOrder' in domestic ? domestic.perOrder : undefined
  return (
    <>
      <ChoiceField<'off' | 'perKg' | 'perOrder'>
        label={t.domestic}
        name="domestic"
        choices={[
          { id: 'off', label: t.notCounted },
          { id: 'perKg', label: t.domesticPerKg, number: { unit: t.perKg } },
          { id: 'perOrder', label: t.domesticPerOrder, number: { unit: t.yuan } },
        ]}
        value={value}
        number={domestic && 'perKg' in domestic ? domestic.perKg : perOrder}
        onChange={(chosen, number) => {
          const next = chosen === 'perKg' ? { perKg: number } : { perOrder: number }
          setLasting({ domestic: chosen === 'off' ? undefined : next })
        }}
      />
      <DecimalField
        label={t.agentPercent}
        name="agentPercent"
        limit="percent"
        value={assumptions.agentPercent}
        placeholder={t.notCounted}
        onChange={(agentPercent) => setLasting({ agentPercent })}
      />
      <DecimalField
        label={t.inspection}
        name="inspection"
        value={assumptions.inspection}
        placeholder={t.notCounted}
        onChange={(inspection) => setLasting({ inspection })}
      />
      <DecimalField
        label={t.defectsPercent}
        name="defectsPercent"
        limit="belowHundred"
        value={assumptions.defectsPercent}
        placeholder={t.notCounted}
        onChange={(defectsPercent) => setLasting({ defectsPercent })}
      />
      <DecimalField
        label={t.spreadPercent}
        name="spreadPercent"
        limit="percent"
        value={assumptions.spreadPercent}
        placeholder={t.notCounted}
        onChange={(spreadPercent) => setLasting({ spreadPercent })}
      />
      <DecimalField
        label={t.otherCosts(currency)}
        name="other"
        value={assumptions.other}
        placeholder={t.notCounted}
        onChange={(other) => setFigures({ other })}
      />
      <DecimalField
        label={t.customRate(currency)}
        name="ownRate"
        limit="positive"
        value={ownRate?.to === currency ? ownRate.rate : undefined}
        placeholder={t.ratesAutomatic}
        onChange={(rate) =>
          setLasting({ ownRate: rate === undefined ? undefined : { from: 'CNY', to: currency, rate } })
        }
      />
    </>
  )
}
