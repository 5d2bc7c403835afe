import { browser } from 'wxt/browser'
import { resultListOf } from '../model/fused-list.ts'
import { isRunning, type Search } from '../model/search.ts'
import type { OpenViews } from './open-views.ts'

export interface Badge {
  text: string
  colour: string
}

const GREEN = '#0b6e5f'
const AMBER = '#b45309'
const EMPTY: Badge = { text: '', colour: GREEN }
/** A badge has room for four characters. */
const MAX_COUNT = 999

/** That a search is running, and how it ended, until somebody has seen that. */
export function badgeOf(search: Search | null, isSeen: boolean): Badge {
  if (!search) return EMPTY
  if (isRunning(search)) return { text: '…', colour: GREEN }
  if (isSeen) return EMPTY
  const list = resultListOf(search)
  if (search.reading === 'failed' || list?.state === 'failed') return { text: '!', colour: AMBER }
  if (list?.state !== 'done') return EMPTY
  const count = list.total ?? list.offers.length
  return { text: count > MAX_COUNT ? `${MAX_COUNT}+` : String(count), colour: GREEN }
}

/** The badge on the toolbar's button. */
export class ToolbarBadge {
  readonly #views: OpenViews
  #search: Search | null = null
  #isSeen = false
  #shown: string | undefined

  constructor(views: OpenViews) {
    this.#views = views
  }

  onChange(search: Search | null): void {
    this.#search = search
    if (!search || isRunning(search)) this.#isSeen = false
    else if (this.#views.isAny()) this.#isSeen = true
    this.#show()
  }

  onView(): void {
    if (!this.#search || !isRunning(this.#search)) this.#isSeen = true
    this.#show()
  }

  /** There is something to see, and no view could be opened to show it. */
  markUnseen(): void {
    this.#isSeen = false
    this.#show()
  }

  #show(): void {
    const { text, colour } = badgeOf(this.#search, this.#isSeen)
    if (text === this.#shown) return
    this.#shown = text
    browser.action.setBadgeBackgroundColor({ color: colour })
    browser.action.setBadgeTextColor({ color: '#fff' })
    browser.action.setBadgeText({ text })
  }
}
