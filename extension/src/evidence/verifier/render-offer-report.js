/** @import { CheckResult, CheckedDetails, EvidenceDetails, OfferEvidenceData } from '../types.ts' */
import { code, element, fill, section, time } from './dom.js'
import { renderCheckTables } from './render-checks.js'
import { linkTo, priceOf } from './render-offers.js'
import { renderIndependentCheck, renderLines, renderPrintButton, renderStatus } from './render-report.js'

/** @typedef {OfferEvidenceData['words']} Words */
/** @typedef {EvidenceDetails['offer']} Offer */
/** @typedef {NonNullable<Offer['variants']>[number]} Variant */
/** @typedef {string | false | null | undefined} Value unknown unless it is a text with something in it */

/**
 * What the worker said of one offer at several times, side by side.
 *
 * @param {OfferEvidenceData} data
 * @param {CheckResult<CheckedDetails>} checked
 */
export function renderOfferReport(data, checked) {
  const { words, details, version, workerAddress } = data
  const { answers, changed } = checked
  const rows = answers.map(({ signature, offer }) => [signature, offer])
  const texts = details.map(({ attestation }, index) => {
    const digest = answers[index]?.signed?.offerSha256
    return {
      attestation,
      digests: /** @type {[string, Node | undefined][]} */ ([
        [words.offerDigest, digest === undefined ? undefined : code(digest)],
      ]),
    }
  })
  return element(
    'main',
    {},
    element('h1', {}, words.title),
    renderStatus(words, checked),
    renderPrintButton(words),
    element('p', { class: 'printed' }, words.printed),
    renderAnswers(data, answers),
    renderCheckTables(words, [words.signature, words.offerChecked], rows, changed),
    section(words.proves, renderLines(Object.values(words.provesList))),
    section(words.notProves, renderLines(Object.values(words.notProvesList))),
    renderIndependentCheck(words, workerAddress, answers, texts),
    element('p', { class: 'made' }, fill(words.madeBy, { version })),
  )
}

/** @param {OfferEvidenceData} data @param {CheckedDetails[]} checked */
function renderAnswers({ words, details }, checked) {
  const offers = details.map(({ offer }) => offer)
  const heads = checked.map(({ signed, signature }, index) => {
    const { fetchedAt } = offers[index] ?? {}
    const answered = signature === 'holds' ? words.signedAt : words.claimedAt
    return element(
      'th',
      { scope: 'col' },
      fill(words.answerShort, { place: index + 1 }),
      element('br', {}),
      fill(words.at, { what: answered, time: signed ? time(signed.iat * 1000) : '?' }),
      element('br', {}),
      fetchedAt && fill(words.at, { what: words.saidAt, time: time(Date.parse(fetchedAt)) }),
    )
  })
  const rows = [
    ...fieldsOf(words).map(([name, of]) => fieldRow(words, name, offers.map(of))),
    ...variantRows(words, offers),
  ]
  return section(
    words.said,
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, words.field), ...heads)),
      element('tbody', {}, ...rows),
    ),
  )
}

/** @param {Words} words @returns {[string, (offer: Offer) => Value][]} */
function fieldsOf(words) {
  return [
    [words.offerTitle, ({ title, titleTranslated }) => [title, titleTranslated].filter(Boolean).join(' · ')],
    [words.available, ({ status }) => status && words.availability[status]],
    [words.priceLabel, (offer) => detailedPrice(offer, words)],
    [words.promotionPrice, ({ promotionPrice }) => yuan(promotionPrice, words)],
    [words.minimum, ({ minOrder, unit }) => minOrder !== null && `${minOrder} ${unit ?? ''}`.trim()],
    [words.stock, ({ stock }) => stock?.toString()],
    [words.supplier, ({ supplier }) => [supplier.name, supplier.location].filter(Boolean).join(' · ')],
    [words.sentFrom, ({ sentFrom }) => sentFrom],
    [words.offerId, ({ offerId }) => offerId],
    [words.address, ({ detailUrl }) => detailUrl],
  ]
}

/** @param {Offer} offer @param {Words} words */
function detailedPrice(offer, words) {
  const { price, priceMax, priceTiers, variants = [] } = offer
  const isByVariant = priceTiers.length === 0 && variants.length > 0 && price !== null
  if (isByVariant) return fill(words.byVariant, { price: [price, priceMax].filter(Boolean).join('–') })
  return priceOf(offer, words)
}

/**
 * One row for each variant that any of the answers has.
 *
 * @param {Words} words
 * @param {Offer[]} offers
 */
function variantRows(words, offers) {
  const all = offers.map(({ variants = [] }) => new Map(variants.map((variant) => [keyOf(variant), variant])))
  const first = new Map(all.toReversed().flatMap((variants) => [...variants]))
  return [...first].map(([key, variant]) =>
    fieldRow(
      words,
      fill(words.variant, { name: nameOf(variant) }),
      all.map((variants) => variantText(variants.get(key), words)),
    ),
  )
}

/** @param {Variant | undefined} variant @param {Words} words */
function variantText(variant, words) {
  if (!variant) return words.noVariant
  const { price, promotionPrice, stock } = variant
  return [
    yuan(price, words) ?? words.noPrice,
    promotionPrice !== null && `${words.promotionPrice} ${yuan(promotionPrice, words)}`,
    fill(words.stockIs, { stock: stock ?? words.notStated }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** @param {Variant} variant */
function keyOf({ id, attributes }) {
  return id ?? JSON.stringify(attributes)
}

/**
 * As the seller calls it, and translated.
 *
 * @param {Variant} variant
 */
function nameOf({ id, attributes }) {
  const values = attributes.map(({ value, valueTranslated }) =>
    valueTranslated && valueTranslated !== value ? `${value} (${valueTranslated})` : value,
  )
  return values.join(', ') || (id ?? '')
}

/** @param {string | null | undefined} amount @param {Words} words */
function yuan(amount, words) {
  return amount ? fill(words.yuan, { price: amount }) : undefined
}

/**
 * What is unknown is `null` in one answer and missing in another, which is no difference.
 *
 * @param {Value[]} values
 */
export function isDifferent([first, ...others]) {
  return others.some((value) => (value || undefined) !== (first || undefined))
}

/**
 * What differs is said in words too.
 *
 * @param {Words} words @param {string} name @param {Value[]} values
 */
function fieldRow(words, name, values) {
  const differs = isDifferent(values)
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name, differs && element('strong', {}, ` ${words.differs}`)),
    ...values.map((value) =>
      element('td', differs ? { class: 'differs' } : {}, value ? linkTo(value) : words.notStated),
    ),
  )
}
