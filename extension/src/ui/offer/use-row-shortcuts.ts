import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { plainKey } from '../state/shortcuts.ts'
import type { PricedOffer } from './priced-offer.ts'
import { useOfferActions } from './use-offer-actions.ts'

interface Rows {
  rows: RefObject<HTMLElement | null>
  priced: PricedOffer[]
  currentId: string | undefined
  /** Shows an offer's picture large, or none. */
  enlarge?(offerId: string | undefined): void
  /** Lays an offer's picture beside the one that was searched. */
  pair?(offerId: string): void
}

/** Moves among rows and acts on the current one. The arrows do what j and k do. */
export function useRowShortcuts({ rows, priced, currentId, enlarge, pair }: Rows): void {
  const { keep, compare } = useOfferActions()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = plainKey(event)
      if (!key) return
      const at = priced.findIndex(({ offer }) => offer.offerId === currentId)
      const offer = priced[at]?.offer
      const act = actionOf(key, at, offer)
      if (!act) return
      event.preventDefault()
      act()
    }
    const release = (event: KeyboardEvent) => event.key === 'v' && enlarge?.(undefined)
    document.addEventListener('keydown', press)
    document.addEventListener('keyup', release)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('keyup', release)
    }
  })

  function actionOf(key: string, at: number, offer: PricedOffer['offer'] | undefined) {
    switch (key) {
      case 'j':
      case 'ArrowDown':
        return () => focusRow(Math.min(at + 1, priced.length - 1))
      case 'k':
      case 'ArrowUp':
        return () => focusRow(Math.max(at - 1, 0))
      case 's':
        return offer && (() => keep(offer))
      case 'x':
        return offer && (() => compare(offer))
      case 'v':
        return offer && enlarge && (() => enlarge(offer.offerId))
      case 'p':
        return offer && pair && (() => pair(offer.offerId))
      default:
        return undefined
    }
  }

  function focusRow(index: number): void {
    const row = rows.current?.children[index]
    const link = row?.querySelector<HTMLElement>('a.offer-link')
    link?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
}
