import type { ComponentChildren } from 'preact'
import { isChinese, locale, texts } from '../../i18n/index.ts'
import { chatUrl } from '../../model/chat-link.ts'
import { findPlace } from '../../model/places.ts'
import { factsOf } from '../../model/seller-facts.ts'
import type { Seller } from '../../model/suppliers.ts'
import { PlaceName } from '../offer/place-name.tsx'
import { labelOf, tooltipOf } from '../offer/supplier.tsx'
import { WithChinese } from './with-chinese.tsx'

/** What 1688 says of the seller, in its own words; what it does not say is said to be unknown. */
export function SellerFactsList({ seller }: { seller: Seller }) {
  const t = texts()
  const { years, locations, sentFrom, badges, scores, rates, tradeScore } = factsOf(seller)
  const isAsked = seller.offers.some(({ details }) => details)
  const addresses = (all: string[]) =>
    all.map((address) => (
      <div key={address} class="address">
        {!isChinese() && findPlace(address) && <PlaceName location={address} />}{' '}
        <bdi lang="zh">{address}</bdi>
      </div>
    ))
  return (
    <section class="supplier-section" aria-labelledby="facts-title">
      <h2 id="facts-title">{t.aboutSupplier}</h2>
      <dl class="seller-facts">
        <Fact label={t.yearsOn1688}>{years !== null && t.yearsOnPlatform(years)}</Fact>
        <Fact label={t.badgesOn1688}>
          {badges.length > 0 && badges.map((badge) => <Badge key={badge} badge={badge} />)}
        </Fact>
        <Fact label={t.companyAddress}>{locations.length > 0 && addresses(locations)}</Fact>
        <Fact label={t.sendsFrom} unknown={isAsked ? undefined : t.inDetails}>
          {sentFrom.length > 0 && addresses(sentFrom)}
        </Fact>
        {seller.loginId !== null && (
          <Fact label={t.loginName}>
            <ChatLink seller={seller} />
          </Fact>
        )}
        <Fact label={t.tradeScore}>{tradeScore !== null && t.outOfFive(tradeScore.toFixed(1))}</Fact>
        <Fact label={t.scoresOn1688}>
          {scores.length > 0 &&
            scores.map(({ code, value }) => (
              <div key={code}>{t.figureOf(t.scoreNames[code] ?? code, value.toFixed(1))}</div>
            ))}
        </Fact>
        <Fact label={t.ratesOn1688}>
          {rates.length > 0 &&
            rates.map(({ code, value }) => (
              <div key={code}>{t.figureOf(t.rateNames[code] ?? code, rateText(value))}</div>
            ))}
        </Fact>
      </dl>
    </section>
  )
}

/** Its name, and what it takes to have it: most of the sentences on that begin with the name. */
function Badge({ badge }: { badge: string }) {
  const [name, about] = [labelOf(badge), tooltipOf(badge)]
  return (
    <div>
      <strong>{name}</strong>
      <span class="context">
        <WithChinese text={about.startsWith(name) ? about.slice(name.length) : ` ${about}`} />
      </span>
    </div>
  )
}

/** The login name, and 1688's own chat with it. */
function ChatLink({ seller: { loginId, offers } }: { seller: Seller }) {
  const { contact } = texts()
  const chat = offers.map(({ offer }) => chatUrl(offer)).find((url) => url !== undefined)
  return (
    <>
      <bdi lang="zh">{loginId}</bdi>{' '}
      {chat && (
        <a
          class="link open-chat"
          href={chat}
          target="_blank"
          rel="noreferrer noopener"
          data-tooltip={contact.chatHint}
        >
          {contact.chat}
        </a>
      )}
    </>
  )
}

/** With a decimal: 0.4 % of refunds are not none. */
function rateText(rate: number): string {
  return rate.toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 1 })
}

interface FactProps {
  label: string
  children: ComponentChildren
  unknown?: string | undefined
}

function Fact({ label, children, unknown }: FactProps) {
  const isKnown = children !== null && children !== undefined && children !== false
  return (
    <>
      <dt>{label}</dt>
      <dd>{isKnown ? children : <span class="context">{unknown ?? texts().amountUnknown}</span>}</dd>
    </>
  )
}
