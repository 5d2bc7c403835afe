import { ask } from '../search/wish.ts'
import { texts } from '../text/index.ts'
import { Message } from './message.tsx'

/** No match is an answer too, with the next best step. */
export function NoOffers({ similarLeft }: { similarLeft: boolean }) {
  const t = texts()
  const pick = (
    <button type="button" class="quiet pick" onClick={() => ask({ type: 'pick' })}>
      {t.pickCrop}
    </button>
  )
  if (!similarLeft)
    return (
      <Message title={t.noMatch} text={t.noSimilarNext} role="status">
        {pick}
      </Message>
    )
  return (
    <Message title={t.noMatch} text={t.noOffersNext} role="status">
      <button type="button" class="main" onClick={() => ask({ type: 'mode', mode: 'similar' })}>
        {t.searchSimilar}
      </button>
      {pick}
    </Message>
  )
}
