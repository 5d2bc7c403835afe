import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { findSeller } from '../../model/suppliers.ts'
import { Message } from '../components/message.tsx'
import { useApp } from '../state/app-context.tsx'
import { SupplierList } from './supplier-list.tsx'
import { SupplierPage } from './supplier-page.tsx'
import { useSellers } from './use-sellers.ts'
import './supplier.css'

/** One supplier, if the address names one, or else all of those whose offers are loaded. */
export function SupplierView({ search }: { search: Search | null }) {
  const t = texts()
  const { routeArgument, navigate } = useApp()
  const sellers = useSellers(search)
  if (!sellers) return null
  if (routeArgument === '') return <SupplierList sellers={sellers} search={search} />
  const seller = findSeller(sellers.all, routeArgument)
  if (seller) return <SupplierPage key={seller.key} seller={seller} sellers={sellers} search={search} />
  return (
    <Message alone title={t.supplierNotLoaded} text={t.supplierNotLoadedHint}>
      <button type="button" class="secondary" onClick={() => navigate('supplier')}>
        {t.allSuppliers}
      </button>
    </Message>
  )
}
