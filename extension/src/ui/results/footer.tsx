import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { lazy } from '../components/lazy.tsx'
import { useApp } from '../state/app-context.tsx'

const MarginSummary = lazy(async () => (await import('./margin-summary.tsx')).MarginSummary)

/** The margin on the listing, and a link to the compare view. It has its height before the margin is computed. */
export function Footer({ search, rows }: { search: Search; rows: PricedOffer[] }) {
  const t = texts()
  const { compared, navigate } = useApp()
  return (
    <footer>
      <MarginSummary search={search} rows={rows} />
      {compared.length > 0 && (
        <button type="button" class="link compare-link" onClick={() => navigate('compare')}>
          {t.compareCount(compared.length)}
        </button>
      )}
    </footer>
  )
}
