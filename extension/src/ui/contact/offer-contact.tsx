import { texts } from '../../i18n/index.ts'
import { chatUrl } from '../../model/chat-link.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { contactedText } from '../offer/contacted-text.ts'
import { useApp } from '../state/app-context.tsx'

/** On an offer's page: when its supplier was written to, the ways to do so, and to its pictures. */
export function OfferContact({ offer }: Pick<PricedOffer, 'offer'>) {
  const t = texts()
  const { shortlist, navigate } = useApp()
  const { offerId } = offer
  const chat = chatUrl(offer)
  const when = contactedText(shortlist.get(offerId)?.contacted)
  return (
    <div class="offer-contact">
      {when && <p class="contact-state done">{when}</p>}
      <div class="buttons">
        <button type="button" class="secondary message-supplier" onClick={() => navigate('contact', offerId)}>
          {t.contact.actionOne}
        </button>
        {chat && (
          <a
            class="secondary chat-link"
            href={chat}
            target="_blank"
            rel="noreferrer noopener"
            title={t.contact.chatHint}
          >
            {t.contact.chat}
          </a>
        )}
        <button type="button" class="secondary save-pictures" onClick={() => navigate('pictures', offerId)}>
          {t.offerPictures.action}
        </button>
      </div>
    </div>
  )
}
