import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { plainKey } from '../state/shortcuts.ts'
import type { PricedOffer } from './priced-offer.ts'
import { useOfferActions } from './use-offer-actions.ts'

interface Rows {
  rows: RefObject<HTMLElement | null>
  priced: PricedOffer[]
  currentId: string | undefined
  /** Shows an offer's photo large, or none. */
  enlarge?(offerId: string | undefined): void
  /** Compares an offer's photo with the searched one. */
  comparePhotos?(offerId: string): void
}

/** Moves among rows and acts on the current one. Arrow keys work like j and k. */
export function useRowShortcuts({ rows, priced, currentId, enlarge, comparePhotos }: Rows): void {
  const { save, compare } = useOfferActions()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = plainKey(event)
      if (!key) return
      const index = priced.findIndex(({ offer }) => offer.offerId === currentId)
      const offer = priced[index]?.offer
      const action = actionOf(key, index, offer)
      if (!action) return
      event.preventDefault()
      action()
    }
    const onKeyUp = (event: KeyboardEvent) => event.key === 'v' && enlarge?.(undefined)
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('keyup', onKeyUp)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('keyup', onKeyUp)
    }
  })

  function actionOf(key: string, index: number, offer: PricedOffer['offer'] | undefined) {
    switch (key) {
      case 'j':
      case 'ArrowDown':
        return () => focusRow(Math.min(index + 1, priced.length - 1))
      case 'k':
      case 'ArrowUp':
        return () => focusRow(Math.max(index - 1, 0))
      case 's':
        return offer && (() => save(offer))
      case 'x':
        return offer && (() => compare(offer))
      case 'v':
        return offer && enlarge && (() => enlarge(offer.offerId))
      case 'p':
        return offer && comparePhotos && (() => comparePhotos(offer.offerId))
      default:
        return undefined
    }
  }

  function focusRow(rowIndex: number): void {
    const row = rows.current?.children[rowIndex]
    const link = row?.querySelector<HTMLElement>('a.offer-link')
    link?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
}
