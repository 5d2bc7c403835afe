import type { Offer } from '@find-on-1688/shared'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ShortlistEntry } from '../../db/shortlist.ts'
import type { Habits } from '../../model/preferences.ts'
import type { Assumptions, LastingAssumptions, ProductFigures } from '../../pricing/presets.ts'
import type { Money } from './currency-context.ts'
import type { Section } from './route.ts'
import type { Where } from './surface.ts'

/** What every part of the app works with. */
export interface Desk {
  where: Where
  section: Section
  go(section: Section): void
  habits: Habits
  setHabits(change: Partial<Habits>): void
  assumptions: Assumptions
  setLasting(change: Change<LastingAssumptions>): void
  /** Of the product that was searched. */
  setFigures(change: Change<ProductFigures>): void
  /** Exchange rates, and the money that this person counts in. */
  money: Money
  /** By offer id. */
  shortlist: Map<string, ShortlistEntry>
  compared: Offer[]
  /** The offer of the row that the keys act on. */
  currentId: string | undefined
  setCurrentId(offerId: string | undefined): void
  /** Says it to whoever does not see the screen. */
  announce(text: string): void
  /** Says what was done, with a way back where there is one. */
  tell(text: string, undo?: () => void): void
}

/** `undefined` takes a figure back. */
type Change<T> = { [K in keyof T]?: T[K] | undefined }

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('outside of the app')
  return desk
}
