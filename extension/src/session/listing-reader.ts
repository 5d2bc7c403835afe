import { callPageScript } from '../image/call-page-script.ts'
import type { Listing } from '../model/listing.ts'
import type { Source } from '../model/picture.ts'
import type { HistoryWriter } from './history-writer.ts'
import type { ActiveSearch, SearchSession } from './search-session.ts'
import { rememberShopCurrency, withShopCurrency } from './shop-currencies.ts'

/** Reads what the page of the first photo says about the product. */
export class ListingReader {
  readonly #session: SearchSession
  readonly #history: HistoryWriter

  constructor(session: SearchSession, history: HistoryWriter) {
    this.#session = session
    this.#history = history
  }

  /** Once for each search, which does not wait for it. */
  async read(active: ActiveSearch): Promise<void> {
    const { search, signal } = active
    if (search.source.tabId < 0 || search.listing !== undefined) return
    const listing = await withShopCurrency(await listingOn(search.source))
    if (signal.aborted) return
    search.listing = listing
    await this.#session.save()
    if (listing && search.isKept) await this.#history.save(active)
  }

  /**
   * Sets which currency the mark of the current listing's price means, and remembers it for the shop. Of a listing from the
   * history the shop is not known.
   */
  async chooseCurrency(currency: string | null): Promise<void> {
    const active = await this.#session.current()
    const listing = active?.search.listing
    if (!active || !listing?.currencyMark) return
    active.search.listing = { ...listing, currency }
    await this.#session.save()
    await rememberShopCurrency(listing, currency, active.search.source.incognito)
    if (active.search.isKept) await this.#history.save(active)
  }
}

/** `null` where the page says nothing, or cannot be entered. */
async function listingOn({ tabId, frameId, pictureId }: Source): Promise<Listing | null> {
  // Ids of pictures belong to their own frame, and the product to the page.
  const picture = frameId === 0 ? (pictureId ?? null) : null
  return (await callPageScript({ tabId, frameId: 0 }, 'listing', picture).catch(() => null)) ?? null
}
