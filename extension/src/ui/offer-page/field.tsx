import type { DetailedOffer } from '@find-on-1688/shared'
import type { ComponentChildren } from 'preact'
import { texts } from '../../i18n/index.ts'
import type { KnownOffer } from '../../model/variant-match.ts'

/** Whether the offer's own page was read: only then does a missing field mean that 1688 does not say. */
export function isDetailed(offer: KnownOffer): offer is KnownOffer & DetailedOffer {
  return 'shipping' in offer
}

interface Props {
  offer: KnownOffer
  label: string
  /** Nothing if it is not known. */
  children: ComponentChildren
}

/** One fact. Each is unknown by itself, and says whether 1688 does not tell or was not asked. */
export function Field({ offer, label, children }: Props) {
  const isMissing = children === null || children === undefined || children === false || children === ''
  return (
    <div class="field">
      <dt>{label}</dt>
      <dd>{isMissing ? <Unknown offer={offer} /> : children}</dd>
    </div>
  )
}

export function Unknown({ offer }: Pick<Props, 'offer'>) {
  const t = texts()
  return <span class="unknown">{isDetailed(offer) ? t.amountUnknown : t.notLoaded}</span>
}
