import { useEffect } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { type DetailsBatch, isAskable, isUnderWay, type Search } from '../../model/search.ts'
import { useApp } from '../state/app-context.tsx'

/** Asks for the price tiers of several offers, and says before what that costs; then its progress and outcome. */
export function DetailsBatchLine({ search, offerIds }: { search: Search; offerIds: string[] }) {
  const t = texts()
  const { announce } = useApp()
  const { details = {}, detailsBatch: batch } = search
  const outcome = batch && outcomeText(batch, details)
  useEffect(() => {
    if (outcome) announce(outcome)
  }, [outcome])
  if (batch && isUnderWay(batch))
    return (
      <p class="details-batch">
        <progress value={countEnded(batch, details)} max={batch.offerIds.length} />{' '}
        {t.gettingTiers(countEnded(batch, details), batch.offerIds.length)}{' '}
        {batch.state === 'stopping' ? (
          t.stoppingTiers
        ) : (
          <button
            type="button"
            class="link stop"
            onClick={() => sendToBackground({ type: 'stopDetailsBatch' })}
          >
            {t.stopTiers}
          </button>
        )}
      </p>
    )
  const askable = offerIds.filter((offerId) => isAskable(details[offerId]))
  if (askable.length === 0) return null
  return (
    <p class="details-batch">
      {outcome && `${outcome} `}
      <button
        type="button"
        class="link get-tiers"
        onClick={() => sendToBackground({ type: 'detailsBatch', offerIds: askable })}
      >
        {t.getTiersOf(askable.length)}
      </button>
    </p>
  )
}

type Details = NonNullable<Search['details']>

/** What has not gone well; nothing otherwise: the rows show the rest. */
function outcomeText(batch: DetailsBatch, details: Details): string | undefined {
  const t = texts()
  if (isUnderWay(batch)) return undefined
  const all = batch.offerIds.length
  if (batch.failure)
    return [t.tiersStopped(countDone(batch, details), all), t.failures[batch.failure.code].title].join(' ')
  if (batch.state === 'stopped') return t.tiersStopped(countDone(batch, details), all)
  const failed = all - countDone(batch, details)
  return failed > 0 ? t.tiersFailed(failed) : undefined
}

function countDone({ offerIds }: DetailsBatch, details: Details): number {
  return offerIds.filter((offerId) => details[offerId]?.state === 'done').length
}

function countEnded({ offerIds }: DetailsBatch, details: Details): number {
  return offerIds.filter((offerId) => ['done', 'failed'].includes(details[offerId]?.state ?? '')).length
}
