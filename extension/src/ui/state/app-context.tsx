import type { Offer, Rates } from '@find-on-1688/shared'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ShortlistEntry } from '../../db/schema.ts'
import type { Assumptions, LastingAssumptions, ProductFigures } from '../../model/assumptions.ts'
import type { Failure } from '../../model/failure.ts'
import type { Preferences, Surface } from '../../model/preferences.ts'
import type { Route } from './route.ts'

/** What every part of the app works with. */
export interface AppState {
  surface: Surface
  route: Route
  navigate(route: Route): void
  preferences: Preferences
  setPreferences(change: Partial<Preferences>): void
  assumptions: Assumptions
  setLasting(change: Change<LastingAssumptions>): void
  /** Of the product that was searched. */
  setFigures(change: Change<ProductFigures>): void
  /** Exchange rates, and the money that this person counts in. */
  money: DisplayCurrency
  /** By offer id. */
  shortlist: Map<string, ShortlistEntry>
  compared: Offer[]
  /** The offer of the row that the keys act on. */
  currentId: string | undefined
  setCurrentId(offerId: string | undefined): void
  /** Says it to whoever does not see the screen. */
  announce(text: string): void
  /** Says what was done, with a way back where there is one. */
  notify(text: string, undo?: () => void): void
}

/** `undefined` takes a figure back. */
type Change<T> = { [K in keyof T]?: T[K] | undefined }

export const AppContext = createContext<AppState | undefined>(undefined)

export function useApp(): AppState {
  const app = useContext(AppContext)
  if (!app) throw new Error('outside of the app')
  return app
}

/** Exchange rates as far as they are known, and the money that prices are shown in beside yuan. */
export interface DisplayCurrency {
  /** ISO 4217 */
  currency: string
  rates: Rates | undefined
  failure: Failure | undefined
}

/** Used where neither the person nor the listing says. */
export const DEFAULT_CURRENCY = 'USD'
