import { formatMoney } from '../money/format-money.ts'
import type { Margin } from '../money/margin.ts'
import type { Search } from '../search/state.ts'
import { listed, locale, texts } from '../text/index.ts'
import { useDesk } from './desk.tsx'
import { missingText, shareBand } from './margin-text.ts'
import { marginFor, type Priced } from './priced.ts'
import { saleItem, saleOf } from './sale.ts'
import { useItem } from './use-item.ts'

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
