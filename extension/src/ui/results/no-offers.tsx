import { texts } from '../../i18n/index.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { Message } from '../components/message.tsx'
import { SuggestionList } from './suggestion-list.tsx'

/** No match is an answer too, with the next best step. */
export function NoOffers({ search, sent }: { search: Search; sent: SentPicture | undefined }) {
  const t = texts()
  const similarLeft = search.mode === 'same' && search.lists.same?.modesDiffer
  return (
    <Message title={t.noMatch} text={similarLeft ? t.noOffersHint : t.noSimilarHint} role="status">
      {sent && <SuggestionList search={search} sent={sent} isEmpty />}
    </Message>
  )
}
