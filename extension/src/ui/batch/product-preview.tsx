import { sellingPriceOf } from '../../batch/decisions/candidates.ts'
import { cellOfPath } from '../../batch/table/table.ts'
import { texts } from '../../i18n/index.ts'
import type { ProductInput } from '../../model/batch.ts'
import { whole } from '../format/text.ts'
import { sellingPriceText } from '../margin/margin-text.ts'
import { languageOf } from '../offer/variant-facts.tsx'

const SHOWN = 8

interface Props {
  inputs: readonly ProductInput[]
  /** What counts where a row has none. */
  currency: string | null
  quantity: number
}

/** The first products as they were understood. Pictures are not loaded: nobody has allowed that yet. */
export function ProductPreview({ inputs, currency, quantity }: Props) {
  const t = texts()
  const { productFields: labels } = t
  const shown = inputs.slice(0, SHOWN)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must be able to scroll it.
    <section class="batch-preview table-scroll" tabIndex={0} aria-labelledby="batch-preview">
      <h2 id="batch-preview">{t.previewTitle(shown.length, whole(inputs.length))}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.lineNumber}</th>
            <th scope="col">{labels.picture}</th>
            <th scope="col">{labels.title}</th>
            <th scope="col">{labels.productNumber}</th>
            <th scope="col" class="number">
              {labels.price}
            </th>
            <th scope="col" class="number">
              {labels.quantity}
            </th>
            <th scope="col" class="number">
              {labels.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((input, at) => (
            <tr key={at}>
              <td>{input.line}</td>
              <td class="batch-address own-text" dir="auto">
                {pictureText(input)}
              </td>
              <td class="batch-title own-text" dir="auto" lang={languageOf(input.title ?? '')}>
                {input.title ?? t.notGiven}
              </td>
              <td class="own-text" dir="auto" lang={languageOf(input.productNumber ?? '')}>
                {input.productNumber ?? t.notGiven}
              </td>
              <td class="number">{priceText(input, currency)}</td>
              <td class="number">{whole(input.quantity ?? quantity)}</td>
              <td class="number">{input.weightKg === null ? t.notGiven : `${input.weightKg} kg`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Without a currency of its own or of the list, the number alone. */
function priceText(input: ProductInput, currency: string | null): string {
  const price = sellingPriceOf(input, { currency })
  if (price) return sellingPriceText(price)
  return [input.price, input.priceTo].filter(Boolean).join('–') || texts().notGiven
}

function pictureText({ picture, failure }: ProductInput) {
  if (picture.kind === 'address') return picture.address
  if (picture.kind === 'file') return cellOfPath(picture.name) ?? picture.name
  return <span class="missing">{failure?.detail ?? texts().noPictureNamed}</span>
}
