import { texts } from '../../i18n/index.ts'
import type { PageProduct } from '../../model/page-product.ts'
import { money } from '../format/text.ts'
import { languageOf } from '../offer/variant-facts.tsx'

interface Props {
  product: PageProduct
  isSelected: boolean
  /** Whether the Tab key stops here: in one of all tiles. */
  isTabStop: boolean
  onFocus(): void
  onToggle(isOn: boolean, isRange: boolean): void
}

/** A product with the checkbox that puts it on the list. */
export function ProductTile({ product, isSelected, isTabStop, onFocus, onToggle }: Props) {
  const t = texts().pageProducts
  const { title, productNumber, picture } = product
  const shown = picture.addresses.findLast((address) => /^(?:https?|data):/i.test(address))
  return (
    <label class={isSelected ? 'product-tile selected' : 'product-tile'}>
      <span class="product-shot">
        {shown && <img src={shown} alt="" loading="lazy" referrerpolicy="no-referrer" />}
      </span>
      <span class="product-check">
        <input
          type="checkbox"
          checked={isSelected}
          tabIndex={isTabStop ? 0 : -1}
          onFocus={onFocus}
          // A click of the mouse or of the space key; `change` does not know about Shift.
          onClick={(event) => onToggle(event.currentTarget.checked, event.shiftKey)}
        />
        <span
          class="product-name own-text"
          dir="auto"
          lang={languageOf(title ?? '')}
          title={title ?? undefined}
        >
          {title ?? t.untitled}
        </span>
      </span>
      <span class="product-facts">
        <span class="product-price own-text">{priceText(product) ?? t.noPrice}</span>
        <span class="product-number own-text">{productNumber}</span>
      </span>
    </label>
  )
}

/** As the page has it: its currency is not converted here. */
function priceText({ price, priceTo, isFrom, currency, currencyMark }: PageProduct): string | null {
  if (price === null) return null
  const unit = currency ?? currencyMark ?? ''
  const text = `${unit} ${money(price)}${priceTo ? `–${money(priceTo)}` : ''}`.trim()
  return isFrom ? texts().pageProducts.priceFrom(text) : text
}
