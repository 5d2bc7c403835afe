import type { Browser } from 'wxt/browser'
import { openInItem, type PlaceToOpen } from '../model/preferences.ts'
import type { Search } from '../model/search.ts'
import { ToolbarBadge } from './badge.ts'
import { followPlace, knownPlace } from './open-in-memory.ts'
import { Views } from './open-views.ts'
import { openPopup } from './popup.ts'
import { ResultsTab } from './results-tab.ts'
import { dressButton } from './set-button-action.ts'
import { openPanel } from './side-panel.ts'
import { listenToButton } from './toolbar-button.ts'

type Tab = Pick<Browser.tabs.Tab, 'windowId' | 'incognito'>

/** Where results show themselves: the popup, the panel or a tab, and the badge for as long as nobody looks. */
export class Places {
  readonly #views = new Views()
  readonly #badge = new ToolbarBadge(this.#views)
  readonly #tab = new ResultsTab()

  /** To be called as the background starts. */
  listen(): void {
    this.#views.listen(() => this.#badge.onView())
    listenToButton()
    followPlace((place) => dressButton(place).catch(() => {}))
  }

  /** Hears of every step of a search. */
  onChange(search: Search | null): void {
    this.#badge.onChange(search)
    this.#tab.onChange(search)
  }

  /**
   * Opens the place for a search that a click or key begins. It has to be the first thing that is done then. Where it
   * does not open, the popup does. A tab is no place for what is searched in a private window: Chrome would open it beside.
   */
  open(place: PlaceToOpen, { windowId, incognito }: Tab): void {
    if (place === 'panel') openPanel(windowId).catch(openPopup)
    else if (place === 'tab' && !incognito) this.#tab.want(windowId)
    else openPopup()
  }

  /** For a key, which does not say where results open. */
  openByKey(tab: Tab): void {
    const place = knownPlace()
    if (place) this.open(place, tab)
    else openInItem.getValue().then((learned) => this.open(learned, tab))
  }

  /** Before an area is drawn: a panel that opens afterwards would move what was drawn around. */
  makeRoom(tab: Tab): void {
    if (knownPlace() === 'panel') openPanel(tab.windowId).catch(() => {})
  }

  /** For an area that was drawn, in the page and not in a click that a browser would let open a panel. */
  async openForArea(tab: Tab): Promise<void> {
    const place = await openInItem.getValue()
    if (place !== 'panel') this.open(place, tab)
    else if (!this.#views.hasPanel()) openPopup()
  }
}
