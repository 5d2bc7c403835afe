import { useId } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { DecimalField, DecimalInput, NumberError } from '../components/decimal-field.tsx'
import { useApp } from '../state/app-context.tsx'

const SIDES = ['length', 'width', 'height'] as const

/** Weight and size of one packed piece, and what the supplier asks for it. */
export function ProductFields({ priced }: { priced: PricedOffer | undefined }) {
  const t = texts()
  const id = useId()
  const { assumptions, setFigures } = useApp()
  const shipping = priced && 'shipping' in priced.offer ? priced.offer.shipping : undefined
  const isEntered = SIDES.some((side) => assumptions[`${side}Cm`] !== undefined)
  const offerId = priced?.offer.offerId
  return (
    <>
      <DecimalField
        label={t.weight}
        name="weightKg"
        limit="positive"
        value={assumptions.weightKg}
        placeholder={shipping?.weightKg ? String(shipping.weightKg) : t.amountUnknown}
        onChange={(weightKg) => setFigures({ weightKg })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out like the other labels. */}
      <div class="field" role="group" aria-labelledby={`${id}-label`}>
        <span id={`${id}-label`} class="field-label">
          {t.size}
        </span>
        <span class="sides">
          {SIDES.map((side) => (
            <DecimalInput
              key={side}
              id={`${id}-${side}`}
              name={`${side}Cm`}
              label={t.sides[side]}
              limit="positive"
              value={assumptions[`${side}Cm`]}
              placeholder={placeholder(side)}
              onChange={(cm) => setFigures({ [`${side}Cm`]: cm })}
            />
          ))}
        </span>
        {SIDES.map((side) => (
          <NumberError
            key={side}
            id={`${id}-${side}-error`}
            value={assumptions[`${side}Cm`]}
            limit="positive"
          />
        ))}
      </div>
      {offerId && (
        <DecimalField
          label={t.quote}
          name="quote"
          limit="positive"
          value={assumptions.quotes?.[offerId]}
          placeholder={priced.at.unitPrice ?? t.amountUnknown}
          onChange={(quote) => setFigures({ quotes: withQuote(assumptions.quotes, offerId, quote) })}
        />
      )}
    </>
  )

  /** A size is taken as a whole, so a typed one hides that of the offer. */
  function placeholder(side: (typeof SIDES)[number]): string {
    const ofOffer = isEntered ? null : shipping?.[`${side}Cm`]
    return ofOffer ? String(ofOffer) : t.sides[side]
  }
}

function withQuote(quotes: Record<string, string> | undefined, offerId: string, quote: string | undefined) {
  const { [offerId]: _, ...others } = quotes ?? {}
  return quote === undefined ? others : { ...others, [offerId]: quote }
}
