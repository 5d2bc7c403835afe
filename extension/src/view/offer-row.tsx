import type { Offer, PriceTier } from '@find-on-1688/shared'
import { isChinese, texts } from '../text/index.ts'
import { money, percent, whole } from './numbers.ts'

const STEPS_SHOWN = 2

/** One row is one decision: picture, title, who sells it, and what it costs from which quantity on. */
export function OfferRow({ offer }: { offer: Offer }) {
  return (
    <li>
      <a
        class="offer"
        href={offer.detailUrl}
        target="_blank"
        rel="noreferrer noopener"
        data-offer={offer.offerId}
      >
        <div class="pic">
          {offer.imageUrl && <img src={offer.imageUrl} alt="" loading="lazy" referrerpolicy="no-referrer" />}
        </div>
        <div class="about">
          <Title offer={offer} />
          <Seller offer={offer} />
        </div>
        <Price offer={offer} />
      </a>
    </li>
  )
}

function Title({ offer: { title, titleTranslated } }: { offer: Offer }) {
  const translated = isChinese() ? null : titleTranslated
  return (
    <>
      <div class="title" title={translated ?? title}>
        {translated ?? <span lang="zh">{title}</span>}
      </div>
      {translated && (
        <div class="original" lang="zh" title={title}>
          {title}
        </div>
      )}
    </>
  )
}

/** The mere paid membership says little; it is shown only where there is nothing better. */
const MEMBERSHIP = 'tp_member'

function Seller({ offer: { supplier, patented } }: { offer: Offer }) {
  const t = texts()
  const better = supplier.badges.filter((badge) => badge !== MEMBERSHIP)
  const badges = (better.length > 0 ? better : supplier.badges).map(
    (badge) => t.badges[badge] ?? plain(badge),
  )
  const facts = [supplier.years !== null && t.years(supplier.years), cityOf(supplier.location)].filter(
    Boolean,
  )
  return (
    <>
      <div class="who">
        {supplier.verified && <span class="badge verified">{t.verified}</span>}
        {patented && <span class="badge warn">{t.patented}</span>}
        {supplier.name && (
          <span lang="zh" title={supplier.name}>
            {supplier.name}
          </span>
        )}
      </div>
      <div class="who" title={[...badges, supplier.location].filter(Boolean).join(' · ')}>
        {badges.slice(0, 1).map((badge) => (
          <span key={badge} class="badge">
            {badge}
          </span>
        ))}
        {facts.join(' · ')}
      </div>
    </>
  )
}

function plain(badge: string): string {
  return badge.replaceAll('_', ' ')
}

/** `浙江省宁波市` as `宁波市`: the province is in the tooltip. */
function cityOf(location: string | null): string | null {
  return location?.replace(/^.+?(省|自治区)(?=.)/u, '') ?? null
}

function Price({ offer }: { offer: Offer }) {
  const t = texts()
  const { price, priceTiers, minOrder } = offer
  return (
    <div class="right">
      {price === null ? (
        <div class="unknown">{t.noPrice}</div>
      ) : (
        <div class="price">
          <small>¥</small>
          {money(price)}
        </div>
      )}
      {minOrder !== null && <div class="minimum">{t.minimum(whole(minOrder))}</div>}
      <div class="steps" title={priceTiers.map(stepText).join('\n')}>
        {furtherLines(offer).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </div>
  )
}

/** The price steps after the first; where there are none, how well it sells. */
function furtherLines({ price, priceTiers, monthlySales, repurchaseRate }: Offer): string[] {
  const t = texts()
  const steps = priceTiers.filter((tier) => tier.price !== price)
  const more = steps.length - STEPS_SHOWN
  if (more > 0) return [...steps.slice(0, STEPS_SHOWN - 1).map(stepText), t.moreSteps(more + 1)]
  if (steps.length > 0) return steps.map(stepText)
  return [
    monthlySales === null ? '' : t.sold(whole(monthlySales)),
    repurchaseRate === null ? '' : t.buyAgain(percent(repurchaseRate)),
  ].filter(Boolean)
}

function stepText({ minQuantity, price }: PriceTier): string {
  return `${texts().tierFrom(whole(minQuantity))} ¥${money(price)}`
}
