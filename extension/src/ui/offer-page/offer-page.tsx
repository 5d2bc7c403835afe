import { texts } from '../../i18n/index.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { BackButton } from '../components/back-button.tsx'
import { Message } from '../components/message.tsx'
import { titleOf } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { useKnownOffer } from '../state/known-offers.ts'
import { LocatedOfferPage } from './located-offer-page.tsx'

interface Props {
  search: Search | null
  /** What was sent for it. */
  sent: SentPicture | undefined
}

/** Everything that is known of one offer. */
export function OfferPage({ search, sent }: Props) {
  const t = texts()
  const { routeArgument: offerId } = useApp()
  const located = useKnownOffer(offerId)
  if (located === undefined) return null
  if (located === null)
    return (
      <Message alone title={t.offerNotKnown} text={t.offerNotKnownHint}>
        <BackButton />
      </Message>
    )
  return (
    <LocatedOfferPage
      key={offerId}
      located={located}
      search={search}
      sent={sent}
      back={<BackButton />}
      title={titleOf(located.offer)}
    />
  )
}
