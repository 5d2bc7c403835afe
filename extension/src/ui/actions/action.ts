import type { Texts } from '../../i18n/en.ts'
import type { Surface } from '../../model/preferences.ts'
import type { ResultList, Search } from '../../model/search.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import type { useExport } from '../export/export-menu.tsx'
import type { AppState } from '../state/app-context.tsx'

/** As the menu, the palette and the list of keys show them. */
export const GROUPS = ['offer', 'list', 'picture', 'search', 'export', 'view'] as const
export type Group = (typeof GROUPS)[number]

/** What can be opened over any view. */
export type Overlay = 'palette' | 'keys'

/** What an action can work with. */
export interface ActionContext {
  app: AppState
  search: Search | null
  /** Only where its offers are loaded. */
  list: ResultList | undefined
  /** The current row's. */
  offer: PricedOffer | undefined
  /** Of the rows that the view shows. */
  exports: ReturnType<typeof useExport>
  hasRows: boolean
  /** Where results open so far. */
  openIn: Surface | undefined
  show(overlay: Overlay): void
}

/** Something that a person can do, wherever it is offered. */
export interface Action {
  /** Unique; the menu's items are found by it. */
  name: string
  group: Group
  label(t: Texts): string
  /** As in `KeyboardEvent.key`, with the modifiers before it; `Mod` is ⌘ or Ctrl. */
  key?: string
  /** Of the manifest: the browser knows its key, and works in any page. */
  command?: string
  inMenu?: true
  isAvailable(context: ActionContext): boolean
  /** Without it, it works by its key alone, and only the list of keys has it. */
  run?(context: ActionContext): void
}

export const always = () => true
