import type { Action } from './action.ts'
import { LIST_ACTIONS, OFFER_ACTIONS } from './offer-actions.ts'
import { EXPORT_ACTIONS, PICTURE_ACTIONS, SEARCH_ACTIONS } from './search-actions.ts'
import { VIEW_ACTIONS } from './view-actions.ts'

/** Everything that can be done. The menu, the command palette and the list of keys show what is here, and nothing else. */
export const ACTIONS: Action[] = [
  ...OFFER_ACTIONS,
  ...LIST_ACTIONS,
  ...PICTURE_ACTIONS,
  ...SEARCH_ACTIONS,
  ...EXPORT_ACTIONS,
  ...VIEW_ACTIONS,
]
