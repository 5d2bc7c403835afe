import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { OfferDetails } from '../../model/search.ts'
import { ago } from '../format/text.ts'
import { tiersAge } from './price-text.ts'

interface Props {
  offerId: string
  details: Extract<OfferDetails, { state: 'done' }>
  /** In a row there is space for a sign only; its tooltip says the rest. */
  short: boolean
  tabIndex: number
}

/** How old an offer's price tiers are, with a button that asks for them again. */
export function DetailsAge({ offerId, details: { offer, renewing, failure }, short, tabIndex }: Props) {
  const t = texts()
  if (renewing) return <span class="details-age">{t.loadingTiers}</span>
  const when = offer.fetchedAt && ago(Date.parse(offer.fetchedAt))
  const age = tiersAge(offer) ?? t.tiersOfUnknownAge
  const reason = failure && t.failures[failure.code].title
  return (
    <span class="details-age">
      {!short && when && `${t.askedWhen(when)} `}
      <button
        type="button"
        class={failure ? 'link renew failed' : 'link renew'}
        tabIndex={tabIndex}
        aria-label={short ? `${age} ${t.renewTiers}` : undefined}
        data-tooltip={[short && age, reason, t.renewTiersTooltip].filter(Boolean).join(' ')}
        onClick={() => sendToBackground({ type: 'offerDetails', offerId, again: true })}
      >
        {short ? '↻' : t.renewTiers}
      </button>
    </span>
  )
}
