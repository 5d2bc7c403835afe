import { texts } from '../../i18n/index.ts'
import type { SupplierSignal } from '../../model/supplier-signals.ts'
import { supplierAddress } from '../offer/supplier.tsx'
import { reasonText } from './signal-text.ts'
import { WithChinese } from './with-chinese.tsx'

/** What speaks for a factory or a trader, each with its reason and source. They are not added up. */
export function SignalList({ signals }: { signals: SupplierSignal[] }) {
  const t = texts()
  return (
    <section class="supplier-section signals" aria-labelledby="signals-title">
      <h2 id="signals-title">{t.factoryOrTrader}</h2>
      {signals.every(({ toward }) => toward === null) && <p class="signals-unknown">{t.signalsUnknown}</p>}
      <ul>
        {signals.map((signal) => (
          <li
            key={keyOf(signal)}
            class="signal"
            data-signal={signal.kind}
            data-toward={signal.toward ?? 'neither'}
          >
            <span class="toward">{t.speaksFor[signal.toward ?? 'neither']}</span>
            <span class="reason">
              <WithChinese text={reasonText(signal)} /> <OtherSeller signal={signal} />
            </span>
            <span class="source">{t.signalSources[signal.kind]}</span>
          </li>
        ))}
      </ul>
      {signals.length > 0 && (
        <p class="fine-print">
          <WithChinese text={t.signalsNote} />
        </p>
      )}
    </section>
  )
}

function keyOf(signal: SupplierSignal): string {
  return signal.kind === 'badge' ? `badge ${signal.badge}` : signal.kind
}

/** The factory whose photo it is. */
function OtherSeller({ signal }: { signal: SupplierSignal }) {
  if (signal.kind !== 'photo' || !signal.factory) return null
  const { key, name } = signal.factory
  return (
    <a class="link" href={supplierAddress(key)}>
      <bdi lang="zh">{name ?? key}</bdi>
    </a>
  )
}
