import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { useApp } from '../state/app-context.tsx'
import { plainKey } from '../state/shortcuts.ts'
import type { GalleryKeys } from './offer-gallery.tsx'

/** The keys of a row act on the offer whose page is open; left and right go through its pictures. */
export function useOfferShortcuts(priced: PricedOffer, gallery: RefObject<GalleryKeys | null>): void {
  const { save, compare, copyMessage, contacted } = useOfferActions()
  const { navigate } = useApp()
  const { offer } = priced
  const seller = offer.supplier.name
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = {
        s: () => save(offer),
        x: () => compare(offer),
        i: () => copyMessage(priced),
        m: () => contacted(offer),
        p: () => gallery.current?.compare(),
        u: seller ? () => navigate('supplier', seller) : undefined,
        ArrowLeft: () => gallery.current?.move(-1),
        ArrowRight: () => gallery.current?.move(1),
      }[plainKey(event) ?? '']
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}
