import { roleOf, taxBeside } from '../prices/amount-roles.ts'
import {
  BEM_ELEMENT,
  ELSEWHERE,
  ELSEWHERE_WHOLE,
  NOW_NAME,
  OLD_NAME,
  OTHER_NAME,
  PRICE_NAME,
  REGULAR_NAME,
} from './price-names.ts'

/*
 * What a price beside a product is, by the words around it and the names in its markup: the price of one new piece, or
 * another one.
 */

/** The list price if there is another one, else the price: many themes label it so with and without a sale. */
const REGULAR = words(
  `regular(?: price)?|normal(?: price)?|standard(?: price)?|normalpreis|prix (?:normal|habituel|régulier)|precio (?:normal|habitual|regular)|preço normal|
   prezzo (?:normale|regolare)|normale prijs|cena regularna|běžná cena|bežná cena|rendes ár|normalpris|ordinarie pris|normaalihinta|обычная цена|normal fiyat|通常価格|harga normal`,
)
const SALE =
  /(?:^|[-_\s])(?:sale|special|deal|reduced|promo\w*|action|aktion|angebot|oferta|soldes?|akce|akční|tilbud|erbjudande|rea|tarjous)(?:$|[-_\s])|sale price|special price|aktionspreis|акция|распродажа|特価|セール|特价|促销|할인가|할인 ?판매가|indirimli/iu
const NOW_LABEL = words(
  `now|new|buy new|neu|neuf|nuevo|nuovo|sale|sale price|special price|our price|deal|today|price|nur|jetzt|aktion|angebot|maintenant|prix|ahora|oferta|precio|por|por apenas|adesso|ora|prezzo|nu|cena|teraz|akce|nyní|akció|
   acum|preț|pris|nå|hinta|цена|сейчас|şimdi|fiyat|特価|販売価格|価格|税込|促销价|现价|活动价|券后|판매가|harga|giá`,
)

export function isOtherPrice({ text, before, after, names }: PriceContext): boolean {
  const [ownBefore = ''] = text.split(/\p{Nd}[\p{Nd}.,]*\D*$/u)
  return (
    SURCHARGE.test(text) ||
    FROM_OTHER_SELLERS.test(`${before} ${ownBefore}`) ||
    OTHER_SELLERS.test(`${before} ${text} ${after}`) ||
    isOldPrice(names) ||
    OTHER_NAME.test(
      PRICE_TO_PAY.test(names)
        ? names.replaceAll('a-text-price', '')
        : names.replace(/price-?and-?shipping/gi, ''),
    ) ||
    isCalledOther(text, before, after)
  )
}

/** Whether its markup calls it a former price or a list price, where nothing may show that it is struck through. */
export function isOldPrice(names: string): boolean {
  return OLD_NAME.test(names)
}

/** Whether it is the list price if there is another one. */
export function isRegularPrice({ before, own, names }: PriceContext): boolean {
  return REGULAR.test(before) || REGULAR.test(own) || REGULAR_NAME.test(names)
}

const LEAST_BEFORE = words(
  `from|starting at|as low as|ab|schon ab|à partir de|dès|a partir de|desde|da|a partire da|vanaf|od|već od|från|fra|alk|alkaen|mulai|chỉ từ|từ|от|від|od ceny|începând de la|de la|από|از|ابتداء من|החל מ`,
)
const LEAST_AFTER = /^\s*(?:\+|から|～|起|부터|alk\.)/u

/** Whether it is the lowest of several prices: "from $5", "$23.40+". */
export function isLowestPrice({ text, before }: Pick<PriceContext, 'text' | 'before'>): boolean {
  const [, ownBefore = '', ownAfter = ''] = OWN.exec(text) ?? []
  const label = `${before} ${ownBefore}`.trim().split(' ').slice(-3).join(' ')
  return LEAST_BEFORE.test(label) || LEAST_AFTER.test(ownAfter)
}

/** Whether the words beside a price say that tax is added to it. */
export function isWithoutTax({ before, after }: PriceContext): boolean {
  return taxBeside([`${before} `, ` ${after}`])[0] === 'excluded'
}

export function isElsewhere(names: string): boolean {
  const blocks = names.replace(BEM_ELEMENT, ' ')
  return ELSEWHERE.test(blocks) || ELSEWHERE_WHOLE.test(blocks)
}

export function isPriceName(names: string): boolean {
  return PRICE_NAME.test(names)
}

/** Whether markup or label call it the price of now, beside an old one. */
export function isNamedNow({ before, own, names }: PriceContext): boolean {
  return NOW_NAME.test(names) || NOW_LABEL.test(before) || NOW_LABEL.test(own)
}

/** Whether they call it a reduced price, which beats the shop's usual one. */
export function isSalePrice({ before, own, names }: PriceContext): boolean {
  return SALE.test(names) || SALE.test(before) || SALE.test(own)
}

/** The surroundings of a price; texts are short and on one line. */
export interface PriceContext {
  /** The text of its element. */
  text: string
  /** The label before it, up to the price before. */
  before: string
  /** The words beside the number in its own element. */
  own: string
  after: string
  /** Classes, ids and the like of its element and the nearest around it. */
  names: string
}

/** "31 new from £5.20": what others sell it for. */
const FROM_OTHER_SELLERS =
  /(?:\d\s+|&\s*|\+\s*)(?:new|used|neu|gebraucht|neufs?|d.occasion|nuov[oi]|usat[oi]|nuevos?|usados?|novos?|nieuw|tweedehands|neuwertig)[^\d]{0,25}$/iu
const OTHER_SELLERS =
  /more buying (?:choices|options)|other sellers|(?:andere|weitere) (?:anbieter|verkäufer)|autres vendeurs|altri venditori|otros vendedores|outros vendedores|andere verkopers|inni sprzedawcy|\(?\d+ (?:used|new|gebraucht|neu)(?: (?:&|and|und) (?:new|used|neu|gebraucht))? (?:offers?|from|ab|angebote?)/iu
/** Amazon strikes out, or does not, what has the one class: the other decides. */
const PRICE_TO_PAY = /price-?to-?pay/i
/** "King +$30" */
const SURCHARGE = /(?<![\p{Nd}\p{L}])\+\s?(?:\p{Sc}|\p{Nd})/u
/** Beside the number in its own element. */
const OWN = /^(.*?)(?:\p{Sc}|\p{Nd})[\s\S]*?((?:(?!\p{Nd}).)*)$/u

/** Whether the words beside a price say that it is another one. Those in its own element were heard when it was read. */
function isCalledOther(text: string, before: string, after: string): boolean {
  // A regular price is the price until there is another one, and a reduced price is no saving.
  const label = before.replace(REGULAR, ' ').replace(SALE, ' ')
  return (
    roleOf(`${label} `, ` ${after}`, true) !== 'price' ||
    [LENDERS, STORE_CARD, SUBSCRIPTION].some((pattern) => pattern.test(`${before} ${text} ${after}`))
  )
}

const SUBSCRIPTION =
  /subscri(?:be|ption)|auto-?(?:ship|replenish|deliver)|spar-?abo|suscr[ií]|abonnez|定期(?:便|購入)/iu
/** "$7.60 with RedCard" */
const STORE_CARD =
  /(?<!\p{L})(?:with|con|avec|mit|com|cu|met|z)(?!\p{L})[^.\p{Nd}]{0,20}(?:card|tarjeta|carte|karte|cartão|karta|kart[aą])/iu
/** Who pays in instalments, whatever the language around the name. */
const LENDERS =
  /(?<!\p{L})(?:klarna|afterpay|clearpay|affirm|laybuy|zip ?pay|sezzle|scalapay|alma|oney|cofidis|paypal|twisto|tabby|tamara|billink|in3)(?!\p{L})/iu

function words(list: string): RegExp {
  const all = list.split('|').map((word) => word.trim())
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}
