import type { DetailedOffer, Offer, Supplier } from '@find-on-1688/shared'
import { address, quoted } from './untrusted-text.ts'

const UNKNOWN = 'unknown'

/** The main of an offer in four lines. What 1688 does not say is unknown, never 0. */
export function offerLines(offer: Offer): string[] {
  const { offerId, title, titleTranslated, minOrder, unit, monthlySales, repurchaseRate } = offer
  return [
    [
      `offer ${offerId}`,
      ...prices(offer),
      `minimum order ${minOrder ?? UNKNOWN}${unit ? ` (unit ${quoted(unit, 20)})` : ''}`,
      `sold in a month ${monthlySales ?? UNKNOWN}`,
      ...(repurchaseRate === null ? [] : [`bought again by ${percent(repurchaseRate)}`]),
    ].join(' · '),
    `  title ${quoted(titleTranslated ?? title)}${titleTranslated ? `, original ${quoted(title)}` : ''}`,
    `  supplier ${supplierText(offer.supplier)}`,
    `  page ${address(offer.detailUrl)}${offer.imageUrl ? ` · picture ${address(offer.imageUrl)}` : ''}`,
  ]
}

function prices({ price, priceMax, promotionPrice, dropshipPrice, priceTiers }: Offer): string[] {
  const range = priceMax != null && priceMax !== price ? `${price} to ${priceMax}` : price
  const tiers = priceTiers.map(({ minQuantity, price }) => `${price} from ${minQuantity}`)
  return [
    price === null ? 'price unknown' : `price ${range} CNY`,
    ...(tiers.length > 0 ? [`tiers ${tiers.join(', ')}`] : []),
    ...(promotionPrice == null ? [] : [`promotion price ${promotionPrice} CNY`]),
    ...(dropshipPrice == null ? [] : [`price of one piece sent to a customer ${dropshipPrice} CNY`]),
  ]
}

function supplierText({ name, location, years, verified, badges }: Supplier): string {
  return [
    name === null ? UNKNOWN : quoted(name, 80),
    ...(location === null ? [] : [quoted(location, 80)]),
    ...(years === null ? [] : [`${years} years on 1688`]),
    verified === null ? 'verification unknown' : verified ? 'verified' : 'not verified',
    ...badges.slice(0, 5).map((badge) => quoted(badge, 40)),
  ].join(', ')
}

const MOST_ATTRIBUTES = 30
const MOST_VARIANTS = 20

/** What only the offer's own page has. */
export function detailLines(offer: DetailedOffer): string[] {
  const { status, lotSize, stock, shipping, attributes = [], variants = [] } = offer
  const { weightKg, lengthCm, widthCm, heightCm } = shipping
  const size = [lengthCm, widthCm, heightCm]
  return [
    [
      `status ${status ?? UNKNOWN}`,
      `sold in lots of ${lotSize ?? UNKNOWN}`,
      `stock ${stock ?? UNKNOWN}`,
      `weight as shipped ${weightKg === null ? UNKNOWN : `${weightKg} kg`}`,
      `size as shipped ${size.includes(null) ? UNKNOWN : `${size.join(' × ')} cm`}`,
    ].join(' · '),
    ...attributes.slice(0, MOST_ATTRIBUTES).map((attribute) => `attribute ${attributeText(attribute)}`),
    ...variants
      .slice(0, MOST_VARIANTS)
      .map(
        ({ attributes, price, stock }) =>
          `variant ${attributes.map(attributeText).join(', ') || UNKNOWN} · ${price === null ? 'price unknown' : `price ${price} CNY`} · stock ${stock ?? UNKNOWN}`,
      ),
    ...left('attributes', attributes.length - MOST_ATTRIBUTES),
    ...left('variants', variants.length - MOST_VARIANTS),
  ]
}

type Attribute = NonNullable<DetailedOffer['attributes']>[number]

function attributeText({ name, value, nameTranslated, valueTranslated }: Attribute): string {
  return `${quoted(nameTranslated ?? name ?? '', 40)}: ${quoted(valueTranslated ?? value, 80)}`
}

function left(what: string, count: number): string[] {
  return count > 0 ? [`${count} more ${what} in the structured content`] : []
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
