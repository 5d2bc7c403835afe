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

function Seller({ offer: { supplier, monthlySales, repurchaseRate, patented } }: { offer: Offer }) {
  const t = texts()
  const facts = [
    supplier.years !== null && t.years(supplier.years),
    supplier.location,
    monthlySales !== null && t.sold(whole(monthlySales)),
    repurchaseRate !== null && t.buyAgain(percent(repurchaseRate)),
  ].filter(Boolean)
  const badges = supplier.badges.map((badge) => t.badges[badge] ?? badge.replaceAll('_', ' '))
  return (
    <>
      <div class="who">
        {supplier.verified && <span class="badge verified">{t.verified}</span>}
        {badges.map((badge) => (
          <span key={badge} class="badge">
            {badge}
          </span>
        ))}
        {patented && <span class="badge warn">{t.patented}</span>}
        {supplier.name && (
          <span lang="zh" title={supplier.name}>
            {supplier.name}
          </span>
        )}
      </div>
      <div class="who">{facts.join(' · ')}</div>
    </>
  )
}

function Price({ offer: { price, priceTiers, minOrder } }: { offer: Offer }) {
  const t = texts()
  const steps = priceTiers.filter((tier) => tier.price !== price)
  const more = steps.length - STEPS_SHOWN
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
        {steps.slice(0, STEPS_SHOWN).map((tier) => (
          <div key={tier.minQuantity}>{stepText(tier)}</div>
        ))}
        {more > 0 && <div>{t.moreSteps(more)}</div>}
      </div>
    </div>
  )
}

function stepText({ minQuantity, price }: PriceTier): string {
  return `${texts().tierFrom(whole(minQuantity))} ¥${money(price)}`
}
