import type { Offer } from '@find-on-1688/shared'
import { useContext } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { useApp } from '../state/app-context.tsx'
import { DetailsContext } from './offer-contexts.ts'

/** What can be done with an offer, by mouse or by keys. All of it can be undone. */
export function useOfferActions() {
  const t = texts()
  const app = useApp()
  const { shortlist, compared, notify, isSample } = app
  const details = useContext(DetailsContext)

  async function save(offer: Offer): Promise<void> {
    if (isSample) return notify(t.sampleNotSaved)
    await (await import('./save-offer.ts')).saveOffer(offer, details[offer.offerId], app)
  }

  async function compare(offer: Offer): Promise<void> {
    if (isSample) return notify(t.sampleNotSaved)
    const { compareOffer } = await import('./compare-offer.ts')
    await compareOffer(offer, notify)
  }

  async function copyMessage(priced: PricedOffer): Promise<void> {
    await (await import('./copy-messages.ts')).copyMessages([priced], app)
  }

  async function contacted(offer: Offer): Promise<void> {
    await (await import('./mark-contacted.ts')).markContacted([offer], app)
  }

  async function copy(text: string, confirmation: string): Promise<void> {
    await navigator.clipboard.writeText(text).then(
      () => notify(confirmation),
      () => notify(t.notCopied),
    )
  }

  return {
    isSaved: (offer: Offer) => shortlist.has(offer.offerId),
    isCompared: (offer: Offer) => compared.some(({ offerId }) => offerId === offer.offerId),
    save,
    compare,
    copyMessage,
    contacted,
    copy,
  }
}
