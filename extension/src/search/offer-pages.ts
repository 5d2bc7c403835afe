import { failureOf } from '../failure.ts'
import { getOffer } from '../proxy/get-offer.ts'
import { requireProxy } from '../proxy/settings.ts'
import type { Begun, Moment } from './moment.ts'
import type { Details } from './state.ts'
import { titleLanguage } from './title-language.ts'
import { inTurn } from './turns.ts'

/** Asks for what single offers' own pages tell, a few at a time, in the order of the wishes. */
export class OfferPages {
  readonly #moment: Moment

  constructor(moment: Moment) {
    this.#moment = moment
  }

  /**
   * Once for each offer of a search, however often it is wished; again only where it failed and may succeed.
   *
   * @returns whether there is something new
   */
  async load({ search, signal }: Begun, offerId: string): Promise<boolean> {
    if (!isOpen(search.details?.[offerId])) return false
    const put = (details: Details) => {
      search.details = { ...search.details, [offerId]: details }
      return this.#moment.save()
    }
    await put({ state: 'loading' })
    return inTurn(signal, async () => {
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

function isOpen(details: Details | undefined): boolean {
  if (!details) return true
  return details.state === 'failed' && details.failure.code !== 'not_supported'
}
