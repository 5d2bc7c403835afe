import { failureOf } from '../failure.ts'
import { getOffer } from '../proxy/get-offer.ts'
import { requireProxy } from '../proxy/settings.ts'
import type { Begun, Moment } from './moment.ts'
import type { Details } from './state.ts'
import { titleLanguage } from './title-language.ts'

/** As many calls as a client may have waiting at the worker's queue. */
const MOST_AT_ONCE = 3

/** Asks for what single offers' own pages tell, a few at a time, in the order of the wishes. */
export class OfferPages {
  readonly #moment: Moment
  #underWay = 0
  readonly #waiting: (() => void)[] = []

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
    await Promise.all([put({ state: 'loading' }), this.#turn()])
    try {
      signal.throwIfAborted()
      const offer = await getOffer(signal, await requireProxy(), offerId, titleLanguage())
      if (signal.aborted) return false
      await put({ state: 'done', offer })
      return true
    } catch (error) {
      if (!signal.aborted) await put({ state: 'failed', failure: failureOf(error) })
      return false
    } finally {
      this.#underWay--
      this.#waiting.shift()?.()
    }
  }

  async #turn(): Promise<void> {
    if (this.#underWay >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#underWay++
  }
}

function isOpen(details: Details | undefined): boolean {
  if (!details) return true
  return details.state === 'failed' && details.failure.code !== 'not_supported'
}
