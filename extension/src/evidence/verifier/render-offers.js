/** @import { CheckedAnswer, EvidenceAnswer, EvidenceData } from '../types.ts' */
import { element, fill, image, list, section, time } from './dom.js'

/** @typedef {EvidenceAnswer['offers'][number]} Offer */

/**
 * One answer with its offers, numbered on from the answers before it.
 *
 * @param {EvidenceData} data
 * @param {number} index
 * @param {CheckedAnswer} checked
 */
export function renderAnswer(data, index, { signed, signature }) {
  const { answers, words } = data
  const answer = /** @type {EvidenceAnswer} */ (answers[index])
  const first = answers.slice(0, index).reduce((sum, { offers }) => sum + offers.length, 1)
  const items = answer.offers.map((offer, at) => renderOffer(offer, first + at, data))
  const query = Object.entries(signed?.query ?? answer.query)
  const count = { place: index + 1, count: answers.length, offers: items.length }
  return section(
    fill(words.answer, count),
    list([
      [signature === 'holds' ? words.signedAt : words.claimedAt, signed && time(signed.iat * 1000)],
      [words.query, query.map(([name, value]) => `${name}: ${value}`).join(', ')],
      [words.provider, signed?.provider ?? answer.provider],
      [words.searchId, signed?.searchId ?? answer.searchId],
    ]),
    items.length > 0 ? element('ol', { class: 'offers' }, ...items) : element('p', {}, words.noOffers),
  )
}

/** @param {Offer} offer @param {number} place @param {EvidenceData} data */
function renderOffer(offer, place, { words, offerPictures, verdicts }) {
  const picture = offerPictures[offer.offerId]
  const verdict = verdicts?.[offer.offerId]
  const { name, location } = offer.supplier
  return element(
    'li',
    {},
    picture
      ? image(picture, fill(words.picture, { place }))
      : element('span', { class: 'none' }, words.noPicture),
    element(
      'div',
      {},
      element('h3', {}, `${place}. `, element('span', { lang: 'zh' }, offer.title)),
      offer.titleTranslated !== null && element('p', {}, offer.titleTranslated),
      list([
        [words.priceLabel, priceOf(offer, words)],
        [words.minimum, offer.minOrder !== null && `${offer.minOrder} ${offer.unit ?? ''}`.trim()],
        [words.supplier, [name, location].filter((part) => part !== null).join(' · ')],
        [words.offerId, offer.offerId],
        [words.address, linkTo(offer.detailUrl)],
        [
          words.verdict,
          verdict ? `${verdict.words} (${fill(words.method, { method: verdict.method })})` : null,
        ],
      ]),
    ),
  )
}

/**
 * The price tiers or, where an answer has none, its one price: a list price, whose quantity 1688 does not state.
 *
 * @param {Pick<Offer, 'price' | 'priceMax' | 'priceTiers'>} offer
 * @param {Pick<EvidenceData['words'], 'noPrice' | 'listPrice' | 'tier'>} words
 */
export function priceOf({ price, priceMax, priceTiers }, words) {
  if (priceTiers.length > 0) {
    const tiers = priceTiers.map((tier) => fill(words.tier, { count: tier.minQuantity, price: tier.price }))
    return tiers.join('; ')
  }
  if (price === null) return words.noPrice
  return fill(words.listPrice, { price: [price, priceMax].filter(Boolean).join('–') })
}

/**
 * Only the platform's own URLs become links: others may lead anywhere.
 *
 * @param {string} url
 */
export function linkTo(url) {
  const isPlatform = /^https:\/\/([a-z\d-]+\.)*1688\.com\//.test(url)
  return isPlatform ? element('a', { href: url, rel: 'noopener noreferrer' }, url) : url
}
