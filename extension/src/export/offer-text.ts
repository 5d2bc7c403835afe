import type { DetailedOffer, OfferVariant } from '@find-on-1688/shared'
import { type KnownOffer, variantName, variantsOf } from '../model/variant-match.ts'
import { dateAndTime } from './file-name.ts'
import type { MissingPicture, ReadPicture } from './offer-pictures.ts'
import { OFFER_TEXT_LABELS, type OfferTextLabels } from './offer-text-labels.ts'
import { oneLine, yuanRange } from './plain-text.ts'

/** What was saved, and what was not. */
export interface SavedPictures {
  read: readonly ReadPicture[]
  missing: readonly MissingPicture[]
  /** When. */
  at: Date
}

/**
 * What an offer says of itself, for whoever opens its pictures later. Seller's texts are in the original with their
 * translation; the rest is in the reader's language. What is not known is left out, except where it would be missed.
 */
export function offerText(offer: KnownOffer, saved: SavedPictures, language: 'en' | 'zh'): string {
  const labels = OFFER_TEXT_LABELS[language]
  const blocks = [
    [both(offer.title, offer.titleTranslated, '\n'), offer.detailUrl],
    facts(offer, saved, labels),
    ...('shipping' in offer ? [attributes(offer, labels), variants(offer, saved, labels)] : []),
    pictures(saved, labels),
    ...(saved.missing.length > 0 ? [missing(saved, labels)] : []),
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function facts(offer: KnownOffer, { at }: SavedPictures, labels: OfferTextLabels): string[] {
  const { supplier, minOrder, unit } = offer
  const details = 'shipping' in offer ? offer : undefined
  const line = (label: string, value: string | null | undefined) => (value ? [labels.line(label, value)] : [])
  return [
    labels.line(labels.offerId, offer.offerId),
    ...line(labels.supplier, supplier.name && oneLine(supplier.name)),
    ...line(labels.location, supplier.location && oneLine(supplier.location)),
    ...line(labels.sentFrom, details?.sentFrom && oneLine(details.sentFrom)),
    ...line(labels.minOrder, minOrder === null ? null : [minOrder, unit].filter(Boolean).join(' ')),
    labels.line(
      labels.detailsAt,
      details?.fetchedAt ? dateAndTime(new Date(details.fetchedAt)) : labels.notLoaded,
    ),
    labels.line(labels.savedAt, dateAndTime(at)),
  ]
}

function attributes({ attributes: all = [] }: DetailedOffer, labels: OfferTextLabels): string[] {
  const lines = all.map(({ name, value, nameTranslated, valueTranslated }) => {
    const text = both(value, valueTranslated)
    return name ? labels.line(both(name, nameTranslated), text) : text
  })
  return [labels.attributes, ...(lines.length > 0 ? lines : [labels.noneGiven])]
}

function variants(offer: KnownOffer, { read }: SavedPictures, labels: OfferTextLabels): string[] {
  const all = variantsOf(offer)
  const lines = all.map((variant, index) => {
    const original = variantName(variant, true)
    const picture = read.find(({ url }) => url === variant.imageUrl)
    const parts = [
      priceOf(variant, labels),
      variant.stock === null
        ? labels.stockUnknown
        : labels.stock(variant.stock.toLocaleString(labels.locale)),
      ...(variant.weightKg === null ? [] : [`${variant.weightKg} kg`]),
      ...(picture ? [picture.name] : []),
    ]
    return `${index + 1}. ${labels.line(both(original, variantName(variant, false)), parts.join(labels.comma))}`
  })
  return [labels.variants, ...(lines.length > 0 ? lines : [labels.noneGiven])]
}

function priceOf({ price, promotionPrice }: OfferVariant, labels: OfferTextLabels): string {
  const yuan = (amount: string) => yuanRange({ low: amount, high: null }, labels.locale)
  const promoted = promotionPrice === null ? '' : labels.promotion(yuan(promotionPrice))
  return `${price === null ? labels.priceUnknown : yuan(price)}${promoted}`
}

function pictures({ read }: SavedPictures, labels: OfferTextLabels): string[] {
  return [labels.pictures, ...read.map(({ name, url }) => `${name}  ${url}`)]
}

function missing({ missing: all }: SavedPictures, labels: OfferTextLabels): string[] {
  return [labels.missing, ...all.map(({ url, why }) => labels.line(url, labels.why[why]))]
}

/** A text of the seller with its translation, unless that is missing or the same. */
function both(original: string, translated: string | null | undefined, separator = ' / '): string {
  const [one, other] = [oneLine(original), oneLine(translated ?? '')]
  return [one, other].filter((text, at) => text !== '' && (at === 0 || text !== one)).join(separator)
}
