import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { signalsOf } from '../../model/supplier-signals.ts'
import { distinctOffers, type Seller } from '../../model/suppliers.ts'
import { BackButton } from '../components/back-button.tsx'
import { useApp } from '../state/app-context.tsx'
import { CoveredProducts } from './covered-products.tsx'
import { SellerFactsList } from './seller-facts-list.tsx'
import { SellerOffers } from './seller-offers.tsx'
import { SignalList } from './signal-list.tsx'
import { SuppliersExport } from './suppliers-export.tsx'
import type { Sellers } from './use-sellers.ts'

interface Props {
  seller: Seller
  sellers: Sellers
  search: Search | null
}

/** Who sells: what 1688 says, what speaks for a factory or a trader, one's products, and all loaded offers. */
export function SupplierPage({ seller, sellers, search }: Props) {
  const t = texts()
  const { navigate } = useApp()
  const offers = distinctOffers(seller)
  return (
    <section class="supplier-page" aria-label={t.supplierPage}>
      <div class="view-header">
        <BackButton />
        <h1>
          <bdi lang="zh">{seller.name ?? seller.loginId}</bdi>
        </h1>
        <button type="button" class="secondary all-suppliers" onClick={() => navigate('supplier')}>
          {t.allSuppliers}
        </button>
        <SuppliersExport shown={[seller]} sellers={sellers} />
      </div>
      <SignalList signals={signalsOf(seller, sellers.sharedPhotos)} />
      <SellerFactsList seller={seller} />
      {sellers.products.length > 0 && <CoveredProducts seller={seller} products={sellers.products} />}
      <SellerOffers offers={offers} sellers={sellers} search={search} />
    </section>
  )
}
