import { useId } from 'preact/hooks'
import { SUPPLIER_LABELS } from '../../export/supplier-labels.ts'
import { toSupplierTable } from '../../export/suppliers.ts'
import { isChinese, texts } from '../../i18n/index.ts'
import { factsOf } from '../../model/seller-facts.ts'
import { signalsOf } from '../../model/supplier-signals.ts'
import { distinctOffers, type Seller } from '../../model/suppliers.ts'
import { MenuItem } from '../components/menu-item.tsx'
import { exportLabel } from '../export/export-menu.tsx'
import { TABLE_FILES, useTableFiles } from '../export/use-table-files.ts'
import { labelOf } from '../offer/supplier.tsx'
import { wholeReason } from './signal-text.ts'
import { coveredBy, type Sellers } from './use-sellers.ts'

/** Saves suppliers as a sheet. */
export function SuppliersExport({ shown, sellers }: { shown: Seller[]; sellers: Sellers }) {
  const t = texts()
  const id = useId()
  const language = isChinese() ? 'zh' : 'en'
  const { products, sharedPhotos } = sellers
  const files = useTableFiles(async () =>
    toSupplierTable(
      {
        rows: shown.map((seller) => {
          const facts = factsOf(seller)
          const signals = signalsOf(seller, sharedPhotos)
          const reasons = (toward: 'factory' | 'trader' | null) =>
            signals.filter((signal) => signal.toward === toward).map(wholeReason)
          return {
            ...{ seller, facts, badges: facts.badges.map(labelOf) },
            offers: distinctOffers(seller).map(({ offer }) => offer),
            products: coveredBy(seller, products).map(({ name }) => name ?? t.productGone),
            signals: { factory: reasons('factory'), trader: reasons('trader'), neither: reasons(null) },
          }
        }),
        allProducts: products.length,
        generatedAt: new Date(),
      },
      SUPPLIER_LABELS[language],
    ),
  )
  return (
    <>
      <button type="button" class="secondary export" popovertarget={id}>
        {t.exportMenu}
      </button>
      <div id={id} class="menu" popover="auto">
        {TABLE_FILES.map((name) => (
          <MenuItem key={name} name={name} label={exportLabel(name, t)} onChoose={files[name]} />
        ))}
      </div>
    </>
  )
}
