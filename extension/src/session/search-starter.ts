import type { Browser } from 'wxt/browser'
import { backgroundTexts } from '../i18n/background.ts'
import { callPageScript } from '../image/call-page-script.ts'
import type { VisibleBox } from '../model/box.ts'
import { fail } from '../model/failure.ts'
import type { Version } from '../model/page-picture.ts'
import type { Click } from '../model/page-script.ts'
import { NO_PAGE, type SentPicture, type Source, type SourceFile } from '../model/picture.ts'
import { addThumbnails, findPictures, sourceIn } from './find-pictures.ts'
import type { PhotoReader } from './photo-reader.ts'
import { type ActiveSearch, firstPhoto, type SearchSession, setSource } from './search-session.ts'
import { clearAdditionalPictures } from './sent-pictures.ts'

/**
 * Starts searches. Before a picture is read, `reading` may be `choosing`, where a click may mean several pictures, or
 * `picking`, while the user draws an area in the page.
 */
export class SearchStarter {
  readonly #session: SearchSession
  readonly #reader: PhotoReader

  constructor(session: SearchSession, reader: PhotoReader) {
    this.#session = session
    this.#reader = reader
  }

  /** Searches what was clicked: at once where only one picture can be meant, otherwise once the user has chosen. */
  async searchClick(click: Click, tab: Browser.tabs.Tab): Promise<void> {
    const active = await this.#begin({ ...sourceIn(tab), frameId: click.frameId })
    const { search, signal } = active
    await this.#reader.attempt(firstPhoto(active), async () => {
      const candidates = await findPictures(click, tab)
      signal.throwIfAborted()
      const [only] = candidates
      if (!only) return this.#letDraw(active)
      if (candidates.length === 1) return this.#read(active, only.source)
      search.choices = await addThumbnails(signal, candidates)
      signal.throwIfAborted()
      search.reading = 'choosing'
      await this.#session.save()
    })
  }

  async choose(index: number): Promise<void> {
    const active = await this.#session.current()
    if (active?.search.reading !== 'choosing') return
    const candidate = active.search.choices?.[index]
    if (candidate) await this.#read(active, candidate.source)
  }

  /** Lets the user draw an area in a tab. */
  async pickArea(tab: Browser.tabs.Tab): Promise<void> {
    const active = await this.#begin(sourceIn(tab))
    await this.#reader.attempt(firstPhoto(active), () => this.#letDraw(active))
  }

  async searchArea(area: VisibleBox, tab: Browser.tabs.Tab): Promise<void> {
    await this.#read(await this.#begin({ ...sourceIn(tab), area }))
  }

  /** The user crops the screenshot before anything is sent. */
  async showScreen({ source: before }: ActiveSearch): Promise<void> {
    const { beneath: _, pictureId: __, frameUrl: ___, larger: ____, ...source } = before
    await this.#read(await this.#begin({ ...source, addresses: [], screen: true }))
  }

  async searchAddress(address: string, incognito: boolean, larger: Version[] = []): Promise<void> {
    await this.#read(await this.#begin({ ...NO_PAGE, addresses: [address], larger, incognito }))
  }

  /** A picture that a view has read already. */
  async searchUploaded(picture: SentPicture, incognito: boolean, file?: SourceFile): Promise<void> {
    const active = await this.#begin({ ...NO_PAGE, incognito })
    await this.#reader.use(firstPhoto(active), async () => ({ picture, file }))
  }

  async #begin(source: Source): Promise<ActiveSearch> {
    const active = await this.#session.begin(source)
    await clearAdditionalPictures()
    return active
  }

  async #read(active: ActiveSearch, source?: Source): Promise<void> {
    if (source) setSource(active, source)
    delete active.search.choices
    await this.#reader.read([firstPhoto(active)])
  }

  async #letDraw({ search, signal }: ActiveSearch): Promise<void> {
    const top = { tabId: search.source.tabId, frameId: 0 }
    await callPageScript(top, 'pickArea', backgroundTexts().area).catch(() => fail('page_closed'))
    if (signal.aborted) return
    search.reading = 'picking'
    await this.#session.save()
  }
}
