import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { CostLineName } from '../../pricing/cost-line.ts'
import type { Margin } from '../../pricing/margin.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { DecimalField } from '../components/decimal-field.tsx'
import { useApp } from '../state/app-context.tsx'
import type { useSellingPrice } from '../state/selling-price.ts'
import { FreightFields } from './freight-fields.tsx'
import { MarketplaceField } from './marketplace-field.tsx'
import { ProductFields } from './product-fields.tsx'
import { QuantityField } from './quantity-field.tsx'
import { DutyField, FeeFields, FulfilmentField, VatField } from './sale-fields.tsx'
import { SourcingFields } from './sourcing-fields.tsx'

interface Props {
  sellingPrice: ReturnType<typeof useSellingPrice>
  priced: PricedOffer | undefined
  result: Margin | undefined
}

/** Each field overrides what was read or assumed; clearing it restores that. Those most needed come first. */
export function AssumptionFields({ sellingPrice, priced, result }: Props) {
  const t = texts()
  const { setSellingPrice, money } = useApp()
  const currency = sellingPrice?.currency ?? money.currency
  const country = result?.country ?? null
  const needs = (...names: CostLineName[]) => names.some((name) => result?.missing.includes(name))
  return (
    <div class="assumptions">
      <div class="fields">
        <DecimalField
          label={t.sellingPrice(currency)}
          name="sellingPrice"
          limit="positive"
          value={sellingPrice?.text}
          onChange={(price) => setSellingPrice(price, currency)}
        />
        <QuantityField />
        <MarketplaceField currency={currency} />
        <ProductFields priced={priced} />
        <FreightFields priced={priced} />
        <FulfilmentField country={country} currency={currency} />
      </div>
      <FieldGroup title={t.feeFields} isNeeded={needs('vat', 'fee', 'duty')}>
        <VatField country={country} />
        <DutyField country={country} />
        <FeeFields currency={currency} />
      </FieldGroup>
      <FieldGroup
        title={t.orderFields}
        isNeeded={needs('agent', 'domestic', 'inspection', 'spread', 'defects', 'other')}
      >
        <SourcingFields currency={currency} />
      </FieldGroup>
    </div>
  )
}

/** Opens by itself if something inside is missing. It never closes by itself, which would move what is being filled. */
function FieldGroup(props: { title: string; isNeeded: boolean; children: ComponentChildren }) {
  const wasNeeded = useRef(false)
  wasNeeded.current ||= props.isNeeded
  return (
    <details class="field-group" open={wasNeeded.current}>
      <summary>{props.title}</summary>
      <div class="fields">{props.children}</div>
    </details>
  )
}
