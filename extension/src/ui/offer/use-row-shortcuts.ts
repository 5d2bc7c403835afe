import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { useApp } from '../state/app-context.tsx'
import { plainKey } from '../state/shortcuts.ts'
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
  const { save, compare, copyMessage, contacted } = useOfferActions()
  const { navigate, isSample } = useApp()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = plainKey(event)
      if (!key) return
      const index = priced.findIndex(({ offer }) => offer.offerId === currentId)
      const action = actionOf(key, index, priced[index])
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

  // Back from a view of one offer, one goes on where one was.
  useEffect(() => {
    if (document.activeElement?.matches('body, .body'))
      rows.current?.querySelector<HTMLElement>('.current a.offer-link')?.focus()
  }, [])

  function actionOf(key: string, index: number, row: PricedOffer | undefined) {
    const offer = row?.offer
    const sellerName = offer?.supplier.name
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
      case 'i':
        return row && (() => copyMessage(row))
      case 'm':
        return offer && (() => contacted(offer))
      case 'v':
        return offer && enlarge && (() => enlarge(offer.offerId))
      case 'p':
        return offer && comparePhotos && (() => comparePhotos(offer.offerId))
      case 'd':
        return offer && !isSample && (() => navigate('offer', offer.offerId))
      case 'u':
        return sellerName && !isSample ? () => navigate('supplier', sellerName) : undefined
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
