import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import type { Margin } from '../../pricing/margin.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { type AnswerText, answerText } from './answer-text.ts'
import { GetFigures } from './get-figures.tsx'
import { type LackingFigures, lackingFigures } from './lacking-figures.ts'

interface Props {
  search: Search
  /** The offer and its margin; `undefined` before there is an offer. */
  priced: PricedOffer | undefined
  result: Margin | undefined
}

/** The answer, or the next step towards it. It stays above the form and keeps its height, whatever it says. */
export function Answer({ search, priced, result }: Props) {
  const t = texts()
  const lacking = priced && result && lackingFigures(search, priced, result)
  const text: AnswerText = result
    ? answerText(result, lacking)
    : { tone: 'unknown', title: t.noVerdict, steps: [t.noOfferYet] }
  // It says what is missing, so that its line need not.
  const hasButton = lacking !== undefined && lacking.state !== 'unavailable'
  const box = useRef<HTMLDivElement>(null)
  useFocusAfterRequest(lacking, box)
  return (
    <div class={`answer verdict ${text.tone}`}>
      <div class="answer-text" role="status" tabIndex={-1} ref={box}>
        <p>
          <strong>{text.title}</strong>
          {text.without && ` · ${text.without}`}
        </p>
        {text.each && (
          <p class="answer-detail">
            {text.order ? t.eachAndOrder(text.each, text.order) : text.each}
            {text.roi && (
              <>
                {' '}
                · <span class="roi">{text.roi}</span>
              </>
            )}
          </p>
        )}
        {!(hasButton && result?.margin) && (
          <p class={text.steps.length > 0 ? 'answer-detail' : 'answer-detail estimates'}>
            {text.steps[0] ?? text.estimates}
            {text.steps.length > 1 && ` (${t.andMore(text.steps.length - 1)})`}
          </p>
        )}
      </div>
      {priced && lacking && hasButton && (
        <div class="answer-action">
          <GetFigures offerId={priced.offer.offerId} lacking={lacking} />
          {text.failure && <span class="missing"> {text.failure}</span>}
        </div>
      )}
    </div>
  )
}

/** The button is gone once it is answered, and its focus must not go with it. */
function useFocusAfterRequest(
  lacking: LackingFigures | undefined,
  box: { current: HTMLElement | null },
): void {
  const isLoading = lacking?.state === 'loading'
  const wasLoading = useRef(false)
  useEffect(() => {
    if (wasLoading.current && !isLoading && document.activeElement === document.body) box.current?.focus()
    wasLoading.current = isLoading
  }, [isLoading])
}
