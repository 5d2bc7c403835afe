import type { Offer, Rates } from '@find-on-1688/shared'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ShortlistEntry } from '../../db/schema.ts'
import type { Assumptions, LastingAssumptions, ProductFigures } from '../../model/assumptions.ts'
import type { Failure } from '../../model/failure.ts'
import type { Preferences, Surface } from '../../model/preferences.ts'
import type { Navigate, Route } from './route.ts'
import type { TypedProduct } from './typed-product.ts'

/** What every view works with. */
export interface AppState {
  surface: Surface
  route: Route
  /** What the view is of, such as an offer's id; empty if it needs nothing. */
  routeArgument: string
  navigate: Navigate
  /** Its offers are samples, which are not saved. */
  isSample?: true
  preferences: Preferences
  setPreferences(change: Partial<Preferences>): void
  assumptions: Assumptions
  setLasting(change: Change<LastingAssumptions>): void
  typed: TypedProduct
  /** For the searched product only. */
  setFigures(change: Change<ProductFigures>): void
  /** Of the searched product's listing in that currency; `undefined` removes it. */
  setSellingPrice(price: string | undefined, currency: string): void
  /** The display currency and the exchange rates. */
  money: DisplayCurrency
  /** By offer id. */
  shortlist: Map<string, ShortlistEntry>
  compared: Offer[]
  /** The offer of the row that shortcuts act on. */
  currentId: string | undefined
  setCurrentId(offerId: string | undefined): void
  /** For screen readers only. */
  announce(text: string): void
  /** Shows a toast, with an Undo button if `undo` is given, and a button for something `other` to do instead. */
  notify(text: string, undo?: () => void, other?: { label: string; run(): void }): void
}

/** `undefined` removes a figure. */
type Change<T> = { [K in keyof T]?: T[K] | undefined }

export const AppContext = createContext<AppState | undefined>(undefined)

/** For screen readers only. Apart from the rest, which changes often: a row that needs no more is then left alone. */
export const AnnounceContext = createContext<AppState['announce']>(() => {})

export function useApp(): AppState {
  const app = useContext(AppContext)
  if (!app) throw new Error('outside the app')
  return app
}

/** The currency that prices are shown in beside yuan, and the exchange rates if known. */
export interface DisplayCurrency {
  /** ISO 4217 */
  currency: string
  rates: Rates | undefined
  failure: Failure | undefined
}

/** Used if neither the user nor the listing has one. */
export const DEFAULT_CURRENCY = 'USD'
