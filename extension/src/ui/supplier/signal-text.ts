import { isChinese, texts } from '../../i18n/index.ts'
import { findPlace } from '../../model/places.ts'
import type { SupplierSignal } from '../../model/supplier-signals.ts'
import { whole } from '../format/text.ts'
import { labelOf } from '../offer/supplier.tsx'

/** What a signal rests on, as a sentence. */
export function reasonText(signal: SupplierSignal): string {
  const t = texts()
  switch (signal.kind) {
    case 'badge':
      return t.badgeSays(labelOf(signal.badge))
    case 'certified':
      return t.certifiedSays
    case 'name':
      return t.nameSays(signal.words)
    case 'address':
      return t.addressSays(signal.words)
    case 'range':
      return t.rangeSays(whole(signal.offers), whole(signal.categories))
    case 'photo':
      return signal.factory ? t.photoOfFactory(signal.sellers) : t.photoSays(signal.sellers)
    case 'sentFrom':
      return t.sentFromSays(placeOf(signal.from), placeOf(signal.company))
  }
}

/** In the reader's language, as far as it is known. */
function placeOf(address: string): string {
  return (!isChinese() && findPlace(address)?.en) || address
}

/** As a sentence that needs no link beside it. */
export function wholeReason(signal: SupplierSignal): string {
  const factory = signal.kind === 'photo' && signal.factory?.name
  return factory ? `${reasonText(signal)} ${factory}` : reasonText(signal)
}

/** Where the signals for a role come from: `Factory: 1688 badge, registered name`. */
export function sourcesFor(toward: 'factory' | 'trader', signals: readonly SupplierSignal[]): string[] {
  const t = texts()
  const kinds = signals.filter((signal) => signal.toward === toward).map(({ kind }) => kind)
  return [...new Set(kinds)].map((kind) => t.signalSources[kind])
}
