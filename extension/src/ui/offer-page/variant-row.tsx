import type { OfferVariant } from '@find-on-1688/shared'
import { isChinese, texts } from '../../i18n/index.ts'
import { type KnownOffer, variantName } from '../../model/variant-match.ts'
import { whole } from '../format/text.ts'
import { Unknown } from './field.tsx'
import { SmallPicture } from './offer-gallery.tsx'
import { Yuan } from './yuan.tsx'

interface Props {
  offer: KnownOffer
  variant: OfferVariant
  /** Whether it is the searched product, and who said so. */
  mark: 'photo' | 'hand' | undefined
  /** Missing where there is nothing to choose from. */
  onChoose: (() => void) | undefined
}

export function VariantRow({ offer, variant, mark, onChoose }: Props) {
  const t = texts()
  const { price, promotionPrice, stock, imageUrl } = variant
  const [original, translated] = [variantName(variant, true), variantName(variant, false)]
  const isTranslated = !isChinese() && translated.replaceAll(', ', '，') !== original
  const unknown = <Unknown offer={offer} />
  const weight = variant.weightKg === null ? unknown : `${variant.weightKg} kg`
  return (
    <tr class={mark && 'matched'}>
      <td class="variant-picture">
        <SmallPicture address={imageUrl} />
      </td>
      <th scope="row">
        {original === '' ? (
          t.unnamedVariant
        ) : (
          <>
            {isTranslated && <bdi>{translated} </bdi>}
            <bdi lang="zh" class={isTranslated ? 'original' : undefined}>
              {original}
            </bdi>
          </>
        )}
        <small class="weight-here">{weight}</small>
        <span class="variant-choice">
          {mark === 'photo' && <strong class="mark">{t.markInPicture}</strong>}
          {mark === 'hand' && <strong class="mark">{t.markChosen}</strong>}
          {onChoose && mark !== 'hand' && (
            <button
              type="button"
              class="link choose-variant"
              aria-label={t.chooseVariantNamed(isChinese() ? original : translated)}
              onClick={onChoose}
            >
              {t.chooseVariant}
            </button>
          )}
        </span>
      </th>
      <td>
        {offer.priceTiers.length > 0 ? (
          <span class="unknown">{t.byQuantity}</span>
        ) : price === null ? (
          unknown
        ) : (
          <Yuan amount={price} />
        )}
        {promotionPrice && (
          <small class="promotion">
            {t.promotionPrice} <Yuan amount={promotionPrice} />
          </small>
        )}
      </td>
      <td>
        {stock === null ? unknown : stock === 0 ? <span class="sold-out">{t.soldOut}</span> : whole(stock)}
      </td>
      <td class="weight">{weight}</td>
    </tr>
  )
}
