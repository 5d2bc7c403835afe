import { isChinese, texts } from '../../i18n/index.ts'
import type { KnownOffer } from '../../model/variant-match.ts'
import { isDetailed } from './field.tsx'

/** What the seller says of the product, in the reader's language with the Chinese beside it. */
export function AttributeList({ offer }: { offer: KnownOffer }) {
  const t = texts()
  if (!isDetailed(offer)) return null
  const { attributes = [] } = offer
  return (
    <section aria-labelledby="offer-attributes">
      <h2 id="offer-attributes">{t.attributes}</h2>
      {attributes.length === 0 ? (
        <p class="unknown">{t.noneStated}</p>
      ) : (
        <dl>
          {attributes.map(({ name, value, nameTranslated, valueTranslated }, at) => (
            <div class="field" key={at}>
              <dt>{name ? <Translated text={name} translation={nameTranslated} /> : t.amountUnknown}</dt>
              <dd>
                <Translated text={value} translation={valueTranslated} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** In Chinese, and where 1688 has no translation, the original alone. */
function Translated({ text, translation }: { text: string; translation: string | null | undefined }) {
  const original = <bdi lang="zh">{text}</bdi>
  if (isChinese() || !translation || translation === text) return original
  return (
    <>
      <bdi>{translation}</bdi> <small class="original">{original}</small>
    </>
  )
}
