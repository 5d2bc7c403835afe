import type { Offer } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { useOfferActions } from './use-offer-actions.ts'

/** Two words a row: to keep it, and to lay it beside others. */
export function OfferActions({ offer, tabIndex }: { offer: Offer; tabIndex: number }) {
  const t = texts()
  const { isKept, isCompared, keep, compare } = useOfferActions()
  const [kept, compared] = [isKept(offer), isCompared(offer)]
  return (
    <div class={kept || compared ? 'offer-actions active' : 'offer-actions'}>
      <button
        type="button"
        class="offer-action save"
        tabIndex={tabIndex}
        aria-pressed={kept}
        onClick={() => keep(offer)}
      >
        {kept ? t.offerIsSaved : t.saveOffer}
      </button>
      <button
        type="button"
        class="offer-action compare"
        tabIndex={tabIndex}
        aria-pressed={compared}
        onClick={() => compare(offer)}
      >
        {compared ? t.isCompared : t.compare}
      </button>
    </div>
  )
}
