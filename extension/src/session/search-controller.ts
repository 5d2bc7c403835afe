import type { Mode } from '@find-on-1688/shared'
import type { Browser } from 'wxt/browser'
import type { VisibleBox } from '../model/box.ts'
import type { DetailsMessage, PhotoMessage } from '../model/messages.ts'
import type { Version } from '../model/page-picture.ts'
import type { Click } from '../model/page-script.ts'
import type { SentPicture, SourceFile } from '../model/picture.ts'
import { offerIdsOf, type Refinement, type Search } from '../model/search.ts'
import { photoHashesItem, sentItem, sourceFileItem } from '../model/stored-items.ts'
import { AdditionalPhotos } from './additional-photos.ts'
import { DetailsBatchRunner } from './details-batch.ts'
import { HistoryWriter } from './history-writer.ts'
import { ListingReader } from './listing-reader.ts'
import { OfferDetailsLoader } from './offer-details.ts'
import { PhotoReader } from './photo-reader.ts'
import { ResultLoader } from './result-loader.ts'
import { SearchRepeater } from './search-repeater.ts'
import { firstPhoto, SearchSession } from './search-session.ts'
import { SearchStarter } from './search-starter.ts'
import { clearAdditionalPictures } from './sent-pictures.ts'
import { WatchRunner } from './watch-runner.ts'

/** Everything that clicks, shortcuts and views can do with the current search. */
export class SearchController {
  /** Needs no current search. */
  readonly watch = new WatchRunner()
  readonly #session: SearchSession
  readonly #history: HistoryWriter
  readonly #listing: ListingReader
  readonly #results: ResultLoader
  readonly #reader: PhotoReader
  readonly #photos: AdditionalPhotos
  readonly #details: OfferDetailsLoader
  readonly #batch: DetailsBatchRunner
  readonly #starter: SearchStarter
  readonly #repeater: SearchRepeater

  /** @param onChange is called with every step of a search */
  constructor(onChange?: (search: Search | null) => void) {
    const session = new SearchSession(onChange)
    const history = new HistoryWriter(session)
    const details = new OfferDetailsLoader(session)
    const results = new ResultLoader(session, history, details)
    const listing = new ListingReader(session, history)
    const reader = new PhotoReader(session, results, listing)
    const photos = new AdditionalPhotos(session, reader, results, history)
    this.#session = session
    this.#history = history
    this.#listing = listing
    this.#results = results
    this.#reader = reader
    this.#photos = photos
    this.#details = details
    this.#batch = new DetailsBatchRunner(session, details)
    this.#starter = new SearchStarter(session, reader)
    this.#repeater = new SearchRepeater(session, reader, results, photos)
  }

  searchClick(click: Click, tab: Browser.tabs.Tab): Promise<void> {
    return this.#starter.searchClick(click, tab)
  }

  choose(index: number): Promise<void> {
    return this.#starter.choose(index)
  }

  pickArea(tab: Browser.tabs.Tab): Promise<void> {
    return this.#starter.pickArea(tab)
  }

  /** The area that was drawn. Where drawing was cancelled, the search before is gone all the same. */
  async searchArea(area: VisibleBox | undefined, tab: Browser.tabs.Tab): Promise<void> {
    await this.#session.current()
    await (area ? this.#starter.searchArea(area, tab) : this.forget())
  }

  /** Takes a screenshot of the current search's tab, where its picture cannot be read. */
  async screen(): Promise<void> {
    const active = await this.#session.current()
    if (active) await this.#starter.showScreen(active)
  }

  searchAddress(address: string, incognito: boolean, larger?: Version[]): Promise<void> {
    return this.#starter.searchAddress(address, incognito, larger)
  }

  searchUploaded(picture: SentPicture, incognito: boolean, file?: SourceFile): Promise<void> {
    return this.#starter.searchUploaded(picture, incognito, file)
  }

  /** Sends the picture that the user has looked at. */
  async send(): Promise<void> {
    const active = await this.#session.current()
    if (active) await this.#reader.send([firstPhoto(active)])
  }

  async setMode(mode: Mode): Promise<void> {
    const active = await this.#session.current()
    if (!active || active.search.mode === mode) return
    await this.#results.setMode(this.#photos.allOf(active), mode)
  }

  async loadMore(): Promise<void> {
    const active = await this.#session.current()
    if (active) await this.#results.loadMore(this.#photos.allOf(active))
  }

  /** The first photo; additional ones are retried one by one. */
  async retry(): Promise<void> {
    const active = await this.#session.current()
    if (active) await this.#reader.retry(firstPhoto(active))
  }

  readGranted(patterns: string[]): Promise<void> {
    return this.#repeater.readGranted(patterns)
  }

  refresh(): Promise<void> {
    return this.#repeater.refresh()
  }

  searchRegion(region: string | null): Promise<void> {
    return this.#repeater.searchRegion(region)
  }

  refine(refinement: Refinement): Promise<void> {
    return this.#repeater.refine(refinement)
  }

  async loadDetails(message: DetailsMessage): Promise<void> {
    const active = await this.#session.current()
    if (!active) return
    switch (message.type) {
      case 'offerDetails':
        if (await this.#details.load(active, message.offerId, message.again)) await this.#history.save(active)
        return
      case 'storedDetails':
        return void (await this.#details.recall(active, message.offerIds))
      case 'detailsBatch':
        await this.#batch.run(active, message.offerIds)
        return this.#history.save(active)
      case 'stopDetailsBatch':
        return this.#batch.stop(active)
      case 'matchVariants':
        if (message.searchId !== undefined && message.searchId !== active.search.id) return
        if (await this.#details.match(active, message.matches)) await this.#history.save(active)
    }
  }

  chooseListingCurrency(currency: string | null): Promise<void> {
    return this.#listing.chooseCurrency(currency)
  }

  changePhotos(message: PhotoMessage): Promise<void> {
    return this.#photos.handle(message)
  }

  async reopen(id: string): Promise<void> {
    await Promise.all([this.#history.reopen(id), sourceFileItem.removeValue()])
    const active = await this.#session.current()
    if (active) await this.#details.recall(active, offerIdsOf(active.search))
  }

  /** Nothing of the search and its pictures is left. */
  async forget(): Promise<void> {
    await Promise.all([
      this.#session.forget(),
      sentItem.setValue(null),
      clearAdditionalPictures(),
      photoHashesItem.removeValue(),
      sourceFileItem.removeValue(),
    ])
  }
}
