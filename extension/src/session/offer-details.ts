import { getOffer } from '../api/get-offer.ts'
import { requireProxy } from '../api/settings.ts'
import { titleLanguage } from '../api/title-language.ts'
import { getOfferDetails, saveOfferDetails } from '../db/offer-details.ts'
import { failureOf } from '../model/failure.ts'
import { chosenMatch, isAskable, type OfferDetails } from '../model/search.ts'
import type { VariantMatch } from '../model/variant-match.ts'
import type { ActiveSearch, SearchSession } from './search-session.ts'
import { withSearchSlot } from './search-slots.ts'

/** A request that has been sent counts as a search, so nothing ends it: its answer is stored for later searches. */
const UNENDED = new AbortController().signal

/** Loads details of single offers, a few at a time, in the order of the calls. */
export class OfferDetailsLoader {
  readonly #session: SearchSession

  constructor(session: SearchSession) {
    this.#session = session
  }

  /**
   * Once for each offer of a search, however often it is called; again only where it failed and may succeed, or where
   * `again` is set.
   *
   * @returns whether there is something new
   */
  async load(active: ActiveSearch, offerId: string, again = false): Promise<boolean> {
    const { search, signal } = active
    const before = search.details?.[offerId]
    if (!(again ? isKnown(before) && !before.renewing : isAskable(before))) return false
    if (!again && (await this.recall(active, [offerId]))) return true
    // While it was looked for, another call may have begun.
    if (!again && !isAskable(search.details?.[offerId])) return false
    const put = (details: OfferDetails) => {
      search.details = { ...search.details, [offerId]: details }
      return this.#session.save()
    }
    await put(isKnown(before) ? { ...before, renewing: true } : { state: 'loading' })
    return withSearchSlot(signal, async () => {
      try {
        signal.throwIfAborted()
        const answer = await getOffer(UNENDED, await requireProxy(), offerId, titleLanguage())
        if (!search.source.incognito) await saveOfferDetails(answer).catch(() => {})
        if (signal.aborted) return false
        await put({ state: 'done', offer: answer.offer, ...chosenMatch(before) })
        return true
      } catch (error) {
        const failure = failureOf(error)
        const failed = isKnown(before)
          ? ({ ...before, failure } as const)
          : ({ state: 'failed', failure } as const)
        if (!signal.aborted) await put(failed)
        return false
      }
    })
  }

  /**
   * Notes which variants are the searched product. A comparison of photos does not replace what the user chose.
   *
   * @returns whether there is something new
   */
  async match({ search }: ActiveSearch, matches: Record<string, VariantMatch | null>): Promise<boolean> {
    const changed = Object.entries(matches).flatMap(([offerId, match]) => {
      const details = search.details?.[offerId]
      if (!isKnown(details) || (match?.by === 'photo' && details.match?.by === 'hand')) return []
      const { match: _, ...rest } = details
      return [[offerId, match ? { ...rest, match } : rest] as const]
    })
    if (changed.length === 0) return false
    search.details = { ...search.details, ...Object.fromEntries(changed) }
    await this.#session.save()
    return true
  }

  /**
   * Details that earlier searches have paid for; a private search may read them too. Whatever cannot be read is asked for
   * again.
   *
   * @returns whether there were any
   */
  async recall({ search, signal }: ActiveSearch, offerIds: readonly string[]): Promise<boolean> {
    const missing = offerIds.filter((offerId) => isAskable(search.details?.[offerId]))
    if (missing.length === 0) return false
    const found = await getOfferDetails(missing).catch(() => [])
    const still = found.filter(({ offerId }) => isAskable(search.details?.[offerId]))
    if (still.length === 0 || signal.aborted) return false
    const recalled = still.map((offer) => [offer.offerId, { state: 'done', offer }] as const)
    search.details = { ...search.details, ...Object.fromEntries(recalled) }
    await this.#session.save()
    return true
  }
}

function isKnown(details: OfferDetails | undefined): details is Extract<OfferDetails, { state: 'done' }> {
  return details?.state === 'done'
}
