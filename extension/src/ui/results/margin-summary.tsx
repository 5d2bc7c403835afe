import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { marginFor } from '../../pricing/margin-for.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { type AnswerText, answerText } from '../margin/answer-text.ts'
import { GetFigures } from '../margin/get-figures.tsx'
import { lackingFigures } from '../margin/lacking-figures.ts'
import { ListingCurrency, markedPrice } from '../margin/listing-currency.tsx'
import { sellingPriceText } from '../margin/margin-text.ts'
import { useApp } from '../state/app-context.tsx'
import { useSellingPrice } from '../state/selling-price.ts'

/** The answer of the margin view in one line, which leads to it. */
export function MarginSummary({ search, rows }: { search: Search; rows: PricedOffer[] }) {
  const t = texts()
  const { navigate, money, assumptions, currentId } = useApp()
  const current = rows.find(({ offer }) => offer.offerId === currentId)
  const sellingPrice = useSellingPrice(search)
  // Not the best margin of all: cheaper offers further down are often of another product.
  const row = current ?? rows[0]
  const result = sellingPrice && row && marginFor(row, sellingPrice, money, assumptions)
  const lacking = result ? lackingFigures(search, row, result) : undefined
  const answer = result ? answerText(result, lacking) : undefined
  const unknown = !sellingPrice && search.listing ? markedPrice(search.listing) : null
  return (
    <>
      <button type="button" class="margin-summary" onClick={() => navigate('margin')}>
        {unknown ? (
          `${t.listingLabel} ${t.currencyUnknown(unknown)}`
        ) : sellingPrice ? (
          <Outcome
            price={sellingPriceText(sellingPrice) || sellingPrice.text}
            answer={answer}
            isTopOffer={!current}
          />
        ) : search.listing === undefined ? (
          // Nothing is known of the page yet, or there is none.
          t.enterSellingPrice
        ) : (
          t.noSellingPrice
        )}
      </button>
      {unknown && <ListingCurrency listing={search.listing} />}
      {row && lacking && answer?.isIncomplete && <GetFigures offerId={row.offer.offerId} lacking={lacking} />}
    </>
  )
}

interface OutcomeProps {
  price: string
  answer: AnswerText | undefined
  isTopOffer: boolean
}

/** What matters most comes first, because parts that do not fit into the line are not shown. */
function Outcome({ price, answer, isTopOffer }: OutcomeProps) {
  const t = texts()
  const listing = (
    <span>
      {t.listingLabel} <strong>{price}</strong>
    </span>
  )
  if (!answer) return listing
  if (answer.isIncomplete)
    return (
      <>
        {listing}
        <span class="missing"> · {answer.failure ?? answer.steps[0]}</span>
      </>
    )
  return (
    <>
      <strong class={answer.tone}>{answer.title}</strong>
      {answer.each && <span> · {answer.each}</span>}
      <span> {t.soldAt(price)}</span>
      {isTopOffer && <span> · {t.topOffer}</span>}
    </>
  )
}
