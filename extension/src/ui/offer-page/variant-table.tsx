import { useState } from 'preact/hooks'
import { isChinese, joinList, texts } from '../../i18n/index.ts'
import {
  type KnownOffer,
  matchedVariants,
  variantKey,
  variantName,
  variantsOf,
} from '../../model/variant-match.ts'
import { storageText } from '../format/storage-error-text.ts'
import { useApp } from '../state/app-context.tsx'
import { chooseVariant } from '../state/choose-variant.ts'
import { isDetailed } from './field.tsx'
import { VariantRow } from './variant-row.tsx'

/** More would push what comes after them far down. */
const SHOWN_AT_FIRST = 8

interface Props {
  offer: KnownOffer
  /** Whether the searched picture is about this offer at all. */
  isOfSearch: boolean
}

/** What can be chosen, each with its own picture, price, stock and weight. */
export function VariantTable({ offer, isOfSearch }: Props) {
  const t = texts()
  const { announce, notify } = useApp()
  const [showsAll, setShowsAll] = useState(false)
  if (!isDetailed(offer)) return null
  const variants = variantsOf(offer)
  const matched = matchedVariants(offer)
  const isByHand = offer.match?.by === 'hand'
  // In the seller's order: which of them match is known later, and nothing may move then.
  const shown = variants.filter((variant, at) => showsAll || at < SHOWN_AT_FIRST || matched.includes(variant))
  const choose = (variant: (typeof variants)[number] | undefined) => {
    const done = variant ? t.variantChosen(variantName(variant, isChinese())) : t.variantChoiceUndone
    chooseVariant(offer.offerId, variant ? variantKey(variant) : null).then(
      () => announce(done),
      (error: unknown) => notify(storageText(error)),
    )
  }
  return (
    <section aria-labelledby="offer-variants">
      <h2 id="offer-variants">{variants.length > 0 ? t.variantsHeading(variants.length) : t.variants}</h2>
      {variants.length === 0 && <p class="unknown">{t.noneStated}</p>}
      {variants.length > 1 && (
        <p class="variant-match">
          {matchText(offer, isOfSearch)}{' '}
          {isByHand && (
            <button type="button" class="link undo-choice" onClick={() => choose(undefined)}>
              {t.undoVariantChoice}
            </button>
          )}
        </p>
      )}
      {variants.length > 0 && (
        <table class="variants">
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {t.variantLabel}
              </th>
              <th scope="col">{t.variantPrice}</th>
              <th scope="col">{t.variantStock}</th>
              <th scope="col" class="weight">
                {t.variantWeight}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((variant) => (
              <VariantRow
                key={variantKey(variant)}
                offer={offer}
                variant={variant}
                mark={matched.includes(variant) ? (isByHand ? 'hand' : 'photo') : undefined}
                onChoose={variants.length > 1 ? () => choose(variant) : undefined}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < variants.length && (
        <button type="button" class="link show-all" onClick={() => setShowsAll(true)}>
          {t.showAllVariants(variants.length)}
        </button>
      )}
    </section>
  )
}

/** Which of them it is, how that is known, and what the price above is of. */
function matchText(offer: KnownOffer, isOfSearch: boolean): string {
  const t = texts()
  const names = matchedVariants(offer).map((variant) => variantName(variant, isChinese()))
  if (names.length > 0) {
    const all = names.length > 3 ? t.variantsHeading(names.length) : joinList(names)
    return offer.match?.by === 'hand' ? t.chosenByHand(all) : t.inYourPicture(all)
  }
  if (offer.match && isOfSearch) return t.noVariantInPicture
  return t.variantNotCompared
}
