import type { RefObject } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { joinList, texts } from '../../i18n/index.ts'
import type { OfferDetails } from '../../model/search.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { whole } from '../format/text.ts'
import { AnnounceContext } from '../state/app-context.tsx'
import { priceBasis, yuanRange } from './price-text.ts'

/**
 * Announces the price once the tiers that were asked for have come: otherwise it changes in silence. The focus, lost with
 * the button that was pressed, goes to what replaced it.
 */
export function useAskedTiers(
  priced: PricedOffer,
  details: OfferDetails | undefined,
  isCurrent: boolean,
): RefObject<HTMLDivElement | null> {
  const announce = useContext(AnnounceContext)
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(details?.state)
  useEffect(() => {
    const isAnswer = before.current === 'loading' && details && details.state !== 'loading'
    before.current = details?.state
    // Of several that were asked for at once, their number is announced.
    if (!isAnswer || !isCurrent) return
    announce(details.state === 'failed' ? texts().failures[details.failure.code].title : priceNow(priced))
    if (document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>('.price-tiers[tabindex]')?.focus()
  }, [details?.state])
  return place
}

function priceNow({ at, shown, quantity }: PricedOffer): string {
  const t = texts()
  if (!shown) return t.priceUnknown
  const [price, basis] = [`¥${yuanRange(shown)}`, priceBasis(at)]
  return basis ? joinList([price, basis]) : t.priceAtQuantity(price, whole(quantity))
}
