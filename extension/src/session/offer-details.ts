import { getOffer } from '../api/get-offer.ts'
import { requireProxy } from '../api/settings.ts'
import { titleLanguage } from '../api/title-language.ts'
import { failureOf } from '../model/failure.ts'
import type { OfferDetails } from '../model/search.ts'
import type { ActiveSearch, SearchSession } from './search-session.ts'
import { withSearchSlot } from './search-slots.ts'

/** Loads details of single offers, a few at a time, in the order of the calls. */
export class OfferDetailsLoader {
  readonly #session: SearchSession

  constructor(session: SearchSession) {
    this.#session = session
  }

  /**
   * Once for each offer of a search, however often it is called; again only where it failed and may succeed.
   *
   * @returns whether there is something new
   */
  async load({ search, signal }: ActiveSearch, offerId: string): Promise<boolean> {
    if (!isMissing(search.details?.[offerId])) return false
    const put = (details: OfferDetails) => {
      search.details = { ...search.details, [offerId]: details }
      return this.#session.save()
    }
    await put({ state: 'loading' })
    return withSearchSlot(signal, async () => {
      try {
        signal.throwIfAborted()
        const offer = await getOffer(signal, await requireProxy(), offerId, titleLanguage())
        if (signal.aborted) return false
        await put({ state: 'done', offer })
        return true
      } catch (error) {
        if (!signal.aborted) await put({ state: 'failed', failure: failureOf(error) })
        return false
      }
    })
  }
}

function isMissing(details: OfferDetails | undefined): boolean {
  if (!details) return true
  return details.state === 'failed' && details.failure.code !== 'not_supported'
}
