import { useId } from 'preact/hooks'
import { fileName } from '../../export/file-name.ts'
import { supplierInquiry } from '../../export/inquiry.ts'
import { LABELS } from '../../export/labels.ts'
import { toPlainText } from '../../export/plain-text.ts'
import { type ExportInput, toTable } from '../../export/table.ts'
import { isChinese, texts } from '../../i18n/index.ts'
import type { Listing } from '../../model/listing.ts'
import { download } from '../components/download.ts'
import { MenuItem } from '../components/menu-item.tsx'
import type { PricedOffer } from '../offer/priced-offer.ts'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { useApp } from '../state/app-context.tsx'

interface Props {
  rows: { row: PricedOffer; foundBy?: number | undefined; note?: string; decision?: string }[]
  listing: Listing | null
}

/** Saves offers as files, or copies them as text or as an inquiry. */
export function ExportMenu({ rows, listing }: Props) {
  const t = texts()
  const id = useId()
  const actions = useExport(rows, listing)
  const items = [
    ['xlsx', t.saveXlsx, actions.xlsx],
    ['csv', t.saveCsv, actions.csv],
    ['text', t.copyText, actions.text],
    ['inquiry', t.copyInquiry, actions.inquiry],
  ] as const
  return (
    <>
      <button type="button" class="secondary export" popovertarget={id}>
        {t.exportMenu}
      </button>
      <div id={id} class="menu" popover="auto">
        {items.map(([name, label, run]) => (
          <MenuItem key={name} name={name} label={label} onChoose={run} />
        ))}
      </div>
    </>
  )
}

/** The exports, for these rows. */
export function useExport(rows: Props['rows'], listing: Listing | null, photos?: number) {
  const t = texts()
  const { preferences, money, notify } = useApp()
  const { copy } = useOfferActions()
  const labels = LABELS[isChinese() ? 'zh' : 'en']
  const input = (): ExportInput => ({
    offers: rows.map(({ row: { offer, at, converted }, foundBy, note, decision }) => ({
      offer,
      ...at,
      converted: at.unitPrice === null ? null : (converted?.low ?? null),
      ...(foundBy && { foundBy }),
      ...(note && { note }),
      ...(decision && { decision }),
    })),
    quantity: preferences.quantity,
    currency: money.currency,
    generatedAt: new Date(),
    listing,
    ...(photos && photos > 1 && { photos }),
  })

  async function save(kind: 'xlsx' | 'csv'): Promise<void> {
    try {
      const blob =
        kind === 'xlsx'
          ? await (await import('../../export/xlsx.ts')).toXlsx(toTable(input(), labels))
          : await (await import('../../export/csv.ts')).toCsv(toTable(input(), labels))
      const name = fileName(kind, new Date())
      download(blob, name)
      notify(t.fileSaved(name))
    } catch {
      notify(t.fileNotSaved)
    }
  }

  return {
    xlsx: () => save('xlsx'),
    csv: () => save('csv'),
    text: () => copy(toPlainText(input(), labels), t.offersCopied(rows.length)),
    inquiry: () =>
      copy(
        rows
          .map(({ row: { offer, at } }) => {
            const { zh, en } = supplierInquiry({ offer, quantity: preferences.quantity, ...at })
            return `${zh}\n\n${en}`
          })
          .join('\n\n———\n\n'),
        t.inquiryCopied,
      ),
  }
}
