import { joinSentences, texts } from '../../i18n/index.ts'
import { type Failure, NEXT_STEPS } from '../../model/failure.ts'
import { sendToBackground } from '../../model/messages.ts'
import { isAskable, type OfferDetails } from '../../model/search.ts'
import { failureHint, failureText } from '../changes/failure-text.ts'
import { CopyReport } from '../components/error-view.tsx'
import { ago } from '../format/text.ts'
import { openOptions } from '../state/surface.ts'

/** Older details say so by themselves. */
const OLD_MS = 86_400_000

interface Props {
  offerId: string
  details: OfferDetails | undefined
  /** Whether the API that answered the search has details. */
  canLoad: boolean
  hasSearch: boolean
  /** A saved offer is checked again in another way, which says what has changed. */
  isSaved: boolean
}

/** Whether the details are there, how old they are, what went wrong, and what to do about it. */
export function DetailsState({ offerId, details, canLoad, hasSearch, isSaved }: Props) {
  const t = texts()
  const load = (again?: true) => sendToBackground({ type: 'offerDetails', offerId, ...(again && { again }) })
  if (!details && !canLoad) return <p class="details-state">{missingText(hasSearch, isSaved)}</p>
  if (!details || details.state === 'loading')
    return (
      <p class="details-state" role="status">
        {t.detailsLoading}
      </p>
    )
  if (details.state === 'failed')
    return (
      <DetailsFailure
        failure={details.failure}
        text={t.detailsFailed(failureText(details.failure))}
        retry={isAskable(details) ? { label: t.loadDetails, run: () => load() } : undefined}
      />
    )
  const { fetchedAt } = details.offer
  if (details.renewing)
    return (
      <p class="details-state" role="status">
        {t.detailsRenewing}
      </p>
    )
  const retry = hasSearch && !isSaved ? { label: t.renewDetails, run: () => load(true) } : undefined
  if (details.failure)
    return (
      <DetailsFailure
        failure={details.failure}
        text={t.detailsNotRenewed(failureText(details.failure))}
        retry={retry}
      />
    )
  const at = fetchedAt && Date.parse(fetchedAt)
  const isOld = !at || Date.now() - at > OLD_MS
  const text = at ? (isOld ? t.detailsOld(ago(at)) : t.detailsFrom(ago(at))) : t.detailsOfUnknownAge
  return (
    <p class={isOld ? 'details-state old' : 'details-state'}>
      {text}{' '}
      {retry && (
        <button type="button" class="link renew" onClick={retry.run}>
          {retry.label}
        </button>
      )}
    </p>
  )
}

/** Why there are none and none are being loaded. Of a saved offer, the button beside it loads them, or says why it cannot. */
export function missingText(hasSearch: boolean, isSaved: boolean): string {
  const t = texts()
  if (isSaved) return t.detailsNotLoaded
  return hasSearch ? t.detailsNotSupported : t.detailsNeedSearch
}

interface FailureProps {
  failure: Failure
  text: string
  retry: { label: string; run(): void } | undefined
}

function DetailsFailure({ failure, text, retry }: FailureProps) {
  const t = texts()
  const steps = NEXT_STEPS[failure.code]
  return (
    <div class="details-state failed" role="alert">
      <p>{joinSentences(text, failureHint(failure))}</p>
      <div class="buttons">
        {retry && (
          <button type="button" class="secondary retry" onClick={retry.run}>
            {retry.label}
          </button>
        )}
        {steps.includes('settings') && (
          <button type="button" class="secondary" onClick={openOptions}>
            {t.settings}
          </button>
        )}
        <CopyReport failure={failure} variant="link" />
      </div>
    </div>
  )
}
