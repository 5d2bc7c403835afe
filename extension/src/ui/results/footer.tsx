import { listed, locale, texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import type { Margin } from '../../pricing/margin.ts'
import { missingText, shareBand } from '../margin/margin-text.ts'
import { marginFor, type Priced } from '../offer/priced-offer.ts'
import { useDesk } from '../state/app-context.tsx'
import { saleItem, saleOf } from '../state/selling-price.ts'
import { useItem } from '../state/use-stored.ts'

/** What the whole list means for this listing, and the way on. */
export function Foot({ search, rows }: { search: Search; rows: Priced[] }) {
  const t = texts()
  const { compared, go, money, assumptions, currentId } = useDesk()
  const current = rows.find(({ offer }) => offer.offerId === currentId)
  const sale = saleOf(search, useItem(saleItem))
  // Cheaper offers further down are often of something else: the most would be made of those.
  const row = current ?? rows[0]
  const margin = sale && row && marginFor(row, sale, money, assumptions)
  return (
    <footer>
      <button type="button" class="worth" onClick={() => go('margin')}>
        {sale ? (
          <>
            {t.listing} <strong>{formatMoney(sale.price, sale.currency, locale())}</strong>{' '}
            {margin && <Outcome result={margin} isChosen={current !== undefined} />}
          </>
        ) : (
          t.noSale
        )}
      </button>
      {compared.length > 0 && (
        <button type="button" class="link compared" onClick={() => go('compare')}>
          {t.compareCount(compared.length)}
        </button>
      )}
    </footer>
  )
}

function Outcome({ result, isChosen }: { result: Margin; isChosen: boolean }) {
  const t = texts()
  if (!result.share) return <span class="miss">{missingText(result)}</span>
  return (
    <>
      → {isChosen ? t.margin : t.firstMargin} <strong>{shareBand(result.share)}</strong>{' '}
      {result.estimated.length > 0 && (
        <span class="miss">{t.estimatedLines(listed(result.estimated.map((name) => t.lines[name])))}</span>
      )}
    </>
  )
}
