import type { Browser } from 'wxt/browser'
import type { Surface } from '../model/preferences.ts'
import type { Search } from '../model/search.ts'
import { openInItem } from '../model/stored-items.ts'
import { ToolbarBadge } from './badge.ts'
import { followOpenIn, rememberedOpenIn } from './open-in-memory.ts'
import { OpenViews } from './open-views.ts'
import { openPopup } from './popup.ts'
import { ResultsTab } from './results-tab.ts'
import { setButtonAction } from './set-button-action.ts'
import { openSidePanel } from './side-panel.ts'
import { listenToToolbarButton } from './toolbar-button.ts'

type Tab = Pick<Browser.tabs.Tab, 'windowId' | 'incognito'>

/** Where results show themselves: the popup, the panel or a tab, and the badge for as long as nobody looks. */
export class Surfaces {
  readonly #views = new OpenViews()
  readonly #badge = new ToolbarBadge(this.#views)
  readonly #tab = new ResultsTab()

  /** To be called as the background starts. */
  listen(): void {
    this.#views.listen(() => this.#badge.onView())
    listenToToolbarButton()
    followOpenIn((surface) => setButtonAction(surface).catch(() => {}))
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
  open(surface: Surface, { windowId, incognito }: Tab): void {
    if (surface === 'panel') openSidePanel(windowId).catch(openPopup)
    else if (surface === 'tab' && !incognito) this.#tab.want(windowId)
    else openPopup()
  }

  /** For a key, which does not say where results open. */
  openByKey(tab: Tab): void {
    const surface = rememberedOpenIn()
    if (surface) this.open(surface, tab)
    else openInItem.getValue().then((learned) => this.open(learned, tab))
  }

  /** Before an area is drawn: a panel that opens afterwards would move what was drawn around. */
  makeRoom(tab: Tab): void {
    if (rememberedOpenIn() === 'panel') openSidePanel(tab.windowId).catch(() => {})
  }

  /** For an area that was drawn, in the page and not in a click that a browser would let open a panel. */
  async openForArea(tab: Tab): Promise<void> {
    const surface = await openInItem.getValue()
    if (surface !== 'panel') this.open(surface, tab)
    else if (!this.#views.hasPanel()) openPopup()
  }
}
