import { useState } from 'preact/hooks'
import { joinList, texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { factsOf } from '../../model/seller-facts.ts'
import { type SupplierSignal, signalsOf } from '../../model/supplier-signals.ts'
import { distinctOffers, type Seller } from '../../model/suppliers.ts'
import { Message } from '../components/message.tsx'
import { PlaceName } from '../offer/place-name.tsx'
import { labelOf, supplierAddress } from '../offer/supplier.tsx'
import { useApp } from '../state/app-context.tsx'
import { sourcesFor } from './signal-text.ts'
import { SuppliersExport } from './suppliers-export.tsx'
import { coveredBy, SCOPES, type Scope, type Sellers } from './use-sellers.ts'

/** Who sells the offers of the current search, or of the shortlist: those with most of one's products first. */
export function SupplierList({ sellers, search }: { sellers: Sellers; search: Search | null }) {
  const t = texts()
  const { shortlist } = useApp()
  const [scope, setScope] = useState<Scope>(search || shortlist.size === 0 ? 'search' : 'shortlist')
  const shown = inOrder(scope, sellers)
  const unnamed = sellers.unnamed[scope]
  return (
    <section class="supplier-list" aria-label={t.suppliers}>
      <div class="view-header">
        <h1>{t.supplierCount(shown.length)}</h1>
        <fieldset class="segmented" aria-label={t.supplierScope}>
          {SCOPES.map((each) => (
            <button key={each} type="button" aria-pressed={scope === each} onClick={() => setScope(each)}>
              {t.supplierScopes[each]}
            </button>
          ))}
        </fieldset>
        {shown.length > 0 && <SuppliersExport shown={shown} sellers={sellers} />}
      </div>
      {shown.length === 0 && <Message title={t.noSuppliers} text={t.noSuppliersHint} />}
      <ul>
        {shown.map((seller) => (
          <SellerItem key={seller.key} seller={seller} scope={scope} sellers={sellers} />
        ))}
      </ul>
      {unnamed > 0 && <p class="supplier-section fine-print">{t.unnamedOffers(unnamed)}</p>}
    </section>
  )
}

/** Of as many products, the one with more offers first; of as many offers, the one that was found first. */
function inOrder(scope: Scope, { all, products, isIn }: Sellers): Seller[] {
  return all
    .map((seller) => ({
      seller,
      offers: distinctOffers(seller).filter(({ offer }) => isIn(scope, offer.offerId)).length,
      // A single product is covered by whoever sells it.
      covered: products.length > 1 ? coveredBy(seller, products).length : 0,
    }))
    .filter(({ offers }) => offers > 0)
    .sort((one, other) => other.covered - one.covered || other.offers - one.offers)
    .map(({ seller }) => seller)
}

function SellerItem({ seller, scope, sellers }: { seller: Seller; scope: Scope; sellers: Sellers }) {
  const t = texts()
  const { products, sharedPhotos, isIn } = sellers
  const { years, locations, badges } = factsOf(seller)
  const [location] = locations
  const offers = distinctOffers(seller).filter(({ offer }) => isIn(scope, offer.offerId))
  const covered = coveredBy(seller, products)
  return (
    <li class="seller">
      <a class="seller-link" href={supplierAddress(seller.key)}>
        <bdi lang="zh">{seller.name ?? seller.loginId}</bdi>
      </a>
      <div class="seller-lines">
        <p class="seller-line">
          <strong>{t.supplierOffers(offers.length)}</strong>
          {covered.length > 0 && products.length > 1 && (
            <span>{t.coversProducts(covered.length, products.length)}</span>
          )}
          {years !== null && <span>{t.yearsOnPlatform(years)}</span>}
          {location && <PlaceName location={location} />}
          {badges.map((badge) => (
            <span key={badge}>{labelOf(badge)}</span>
          ))}
        </p>
        <SignalLine signals={signalsOf(seller, sharedPhotos)} />
      </div>
    </li>
  )
}

/** What there are signals for, and where they come from. Which are more, or weigh more, is not said. */
function SignalLine({ signals }: { signals: SupplierSignal[] }) {
  const t = texts()
  const lines = (['factory', 'trader'] as const)
    .map((toward) => ({ toward, sources: sourcesFor(toward, signals) }))
    .filter(({ sources }) => sources.length > 0)
  return (
    <p class="seller-line seller-signals">
      {lines.length === 0 && <span>{t.signalsForNeither}</span>}
      {lines.map(({ toward, sources }) => (
        <span key={toward}>{t.choiceOf(t.signalsFor[toward], joinList(sources))}</span>
      ))}
    </p>
  )
}
