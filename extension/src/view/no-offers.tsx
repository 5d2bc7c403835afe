import { ask } from '../search/messages.ts'
import { texts } from '../text/index.ts'
import { Message } from './message.tsx'

/** No match is an answer too, with the next best step. */
export function NoOffers({ similarLeft }: { similarLeft: boolean }) {
  const t = texts()
  if (!similarLeft) return <Message title={t.noMatch} text={t.noSimilarNext} role="status" />
  return (
    <Message title={t.noMatch} text={t.noOffersNext} role="status">
      <button type="button" class="main" onClick={() => ask({ type: 'mode', mode: 'similar' })}>
        {t.searchSimilar}
      </button>
    </Message>
  )
}
