import {
  AFTER_SAVING,
  CONNECTORS,
  COUNTED,
  DELIVERY,
  EXTRA,
  FORMER,
  FREE_DELIVERY,
  INSTALMENT,
  INSTALMENTS,
  IS_EXCLUDED,
  IS_INCLUDED,
  LIST_PRICE,
  LOWEST,
  MEASURES,
  MONTHLY,
  OTHER_BASIS,
  OTHER_UNSPACED,
  PERIODS,
  PIECES,
  SAVING,
  SECOND_HAND,
  TAX_EXCLUDED,
  TAX_INCLUDED,
  TAXES,
  THRESHOLD,
  WITH,
  WITHOUT,
} from './price-words.ts'

/** What the words around an amount of money say it is. */
export type AmountRole =
  /** For one piece, as far as the words say. */
  | 'price'
  /** A list price, a saving, delivery, an instalment, a price by weight or of several pieces. */
  | 'other'
  /** A former price: only the page shows which of its neighbours replaced it. */
  | 'former'

export type Tax = 'included' | 'excluded' | undefined

const OTHER_LABELS = [LIST_PRICE, SAVING, DELIVERY, THRESHOLD, EXTRA, INSTALMENT, SECOND_HAND, OTHER_BASIS]
const OTHER_BEFORE = labels(OTHER_LABELS.flat())
const FORMER_BEFORE = labels(FORMER)
/** Nothing else than a label. */
const ONLY_LABEL = new RegExp(
  String.raw`^[^\p{L}\d]*(?:${labels([...OTHER_LABELS.flat(), ...FORMER]).source})`,
  'iu',
)
const UNSPACED_BEFORE = new RegExp(`(?:${OTHER_UNSPACED})[^\\d。、]{0,4}$`)
/** "Free shipping from $35": not what a piece costs. */
const FREE_FROM = new RegExp(
  `(?:${FREE_DELIVERY})[^\\d.;|]{0,12}(?<!\\p{L})(?:${CONNECTORS}|on|over|with) $`,
  'iu',
)
const FROM = new RegExp(`(?<!\\p{L})(?:${CONNECTORS}) $`, 'iu')
const FREE_AFTER = new RegExp(`^ ?(?:${FREE_DELIVERY})`, 'iu')
const LOWEST_BEFORE = new RegExp(`(?<!\\p{L})(?:${LOWEST})(?!\\p{L})[^;|•]{0,40}$`, 'iu')
/** "20% off $39.99": the saving is stated already. */
const PERCENT_OFF = new RegExp(`\\d ?% ?(?:${AFTER_SAVING})(?!\\p{L})`, 'giu')
/** Words that are no label, though they begin or end like one. */
const NEUTRAL = new RegExp(`${FREE_DELIVERY}|sales tax|discounted|discount price|retail store`, 'giu')
const WITHOUT_DELIVERY =
  /(?:excl|ex|plus|\+|zzgl|exkl|inkl|incl)\.? ?(?:shipping|delivery|versand(?:kosten)?|porto|verzendkosten|frakt|fragt)/giu
/** A plus, or a minus that belongs to the number. */
const SIGN_BEFORE = /\+ ?$|(?:^|[\s(])[-−–]$/

/** Two or more: "1 piece" is one. */
const SEVERAL = String.raw`(?!1(?![\d.,]))\d[\d.,]*`
const FOR = 'for|für|pour|por|per|za|за|voor|för|for kun|til|/|på|点で|個で'
const SEVERAL_BEFORE = [
  // "12x", "3 x de", "10x à"
  String.raw`\d ?[x×✕*] ?(?:de|da|di|à|zu|von|of|a|:)? ?`,
  // "2 for", "3 pieces for", "2/"
  String.raw`${SEVERAL} ?(?:\p{L}{1,12}\.? )?(?:${FOR}) ?`,
  String.raw`(?:packs?|sets?|box|case|lot|bundle|dozen|pairs?) of \d+\D{0,3}`,
  // "2 pack", "12er-Pack", "(25 st.)"
  String.raw`${SEVERAL}[ -]?(?:er-?)?(?:${COUNTED})\.?(?:[ -]?(?:pack|set))?[^\d.]{0,3}`,
  // "12 rata:"
  String.raw`\d (?:\p{L}+ )?(?:${INSTALMENTS})(?!\p{L})[^\d.]{0,6}`,
  // "1 l ="
  '= ?',
  // "10 or more:"
  String.raw`\d ?(?:\+|or more|and up|oder mehr|ou plus|o más)[^\d]{0,3}`,
].map((source) => new RegExp(`(?:${source})$`, 'iu'))

const PER =
  '(?:/|／|a |an |per |pro |je |par |por |al |alla |au |le |la |il |à |à la |za |за |na |på |i |w |в |om |pr\\.? ?|the |every |each )'
const UNITS_AFTER = [
  // "for 2", "/ 100 g", "x 12"
  `(?:for|für|pour|por|per|za|за|voor|för|/|／) ?${SEVERAL}(?! ?%)`,
  String.raw`[x×✕] ?\d`,
  // "/ lot", "per filter", but not "/ piece"
  String.raw`[([]?(?:[/／]|per |pro |je ) ?(?:1 ?)?(?!(?:${PIECES}|in[ckq]l\p{L}*|ttc|iva|vat|tax)(?!\p{L}))\p{L}`,
  // "kg", "le kg", "a month", "per 100"
  String.raw`[([]?${PER}? ?(?:1 ?)?(?:${MEASURES})(?!\p{L})(?= ?(?:$|[)\].,;/|]))`,
  String.raw`[([]?${PER} ?(?:1 ?)?(?:${MEASURES}|${PERIODS}|lot|pack|box|case|dozen|carton|100)(?!\p{L})`,
  String.raw`[([]?(?:(?:${MONTHLY})(?!\p{L})|/?[月월])`,
  // "(10 pieces)", "/ lot (5 pcs)", "pack of 6"
  String.raw`[([/]? ?(?:/ ?\p{L}+ ?[([] ?)?${SEVERAL}[ -]?(?:er-?)?(?:${COUNTED})(?!\p{L})`,
  String.raw`[([]?(?:pack|set|box|case|lot|bundle|dozen|pair)s? of \d`,
].map((source) => new RegExp(`^ ?${source}`, 'iu'))
/** Not if they are the label of the next amount. */
const WORDS_AFTER = [
  String.raw`[-)]? ?(?:${AFTER_SAVING})(?!\p{L})`,
  String.raw`(?:for |de |di )?(?:${DELIVERY.join('|')}|送料|运费|運費|배송비)(?!\p{L})(?! (?:calculated|free|included|gratis))`,
  // "$35+ orders", "and under"
  String.raw`\+? ?(?:orders?|ve üzeri|(?:or|and|&|und) (?:under|less|below|up|more|above|over|mehr|darüber|darunter))(?!\p{L})`,
  String.raw`.{0,3}\d+ (?:bids?|gebote?|enchères?|pujas?|offerte|ставок)(?!\p{L})`,
  `[([]?(?:with|mit|avec|con|com|im) (?:subscri|(?:spar-?)?abo|coupon|code|gutschein|s&s|cup[oó]n|cupom)`,
  String.raw`(?:club |for )?members?(?!\p{L})`,
  // "$100 min" of an order
  String.raw`(?:min(?:imum)?|moq)(?![\p{L}.])(?! ?(?:order|qty|quantity|:))`,
  String.raw`(?:msrp|rrp|uvp|srp|list(?: price)?|retail(?: price)?|value|wert|used|refurbished|gebraucht|d'occasion|usados?|usat[oi])(?!\p{L})`,
  `(?:each )?(?:when|if) you (?:buy|mix|order)`,
].map((source) => new RegExp(`^ ?${source}`, 'iu'))
/** Words further away say nothing about an amount. */
const MAX_DISTANCE = 80

/** What the texts before and after an amount say, up to the amounts beside it. Marks belong to the amount. */
export function roleOf(textBefore: string, textAfter: string, isLast: boolean): AmountRole {
  const [before, after] = [textBefore.slice(-MAX_DISTANCE), textAfter.slice(0, MAX_DISTANCE)]
  const lead = before.replace(NEUTRAL, ' ').replace(PERCENT_OFF, ' ')
  const trail = after
    .replace(/^ ?[*†‡]+/, '')
    .replace(NEUTRAL, ' ')
    .replace(WITHOUT_DELIVERY, ' ')
  if (SIGN_BEFORE.test(before) || FREE_FROM.test(before)) return 'other'
  if (FROM.test(before) && FREE_AFTER.test(after)) return 'other'
  if ([...SEVERAL_BEFORE, UNSPACED_BEFORE, LOWEST_BEFORE].some((pattern) => pattern.test(lead)))
    return 'other'
  if (UNITS_AFTER.some((pattern) => pattern.test(trail))) return 'other'
  const isOfNext = !isLast && (ONLY_LABEL.test(trail) || UNSPACED_BEFORE.test(trail))
  if (!isOfNext && WORDS_AFTER.some((pattern) => pattern.test(trail))) return 'other'
  if (FORMER_BEFORE.test(labelIn(lead))) return 'former'
  return OTHER_BEFORE.test(labelIn(lead)) ? 'other' : 'price'
}

function labelIn(text: string): string {
  return (text.split(/[;|•·)\]\d]/).at(-1) ?? '').slice(-48)
}

/** A label at the end of a text: "List price:", "shipping from". */
function labels(words: string[]): RegExp {
  const behind = String.raw`\.?[^\d\p{L}+]{0,4}(?:(?:${CONNECTORS})[ :]{1,2})?$`
  return new RegExp(String.raw`(?<![\p{L}&])(?:${words.join('|')})(?!\p{L})${behind}`, 'iu')
}

const TAX = String.raw`(?:the )?(?:gesetzl(?:iche[rn]?|\.)? ?)?(?:\d+[.,]?\d* ?% ?)?(?:of )?(?:all )?(?:${TAXES})(?!\p{L})`
const INCLUDED = new RegExp(
  String.raw`(?<!\p{L})(?:${TAX_INCLUDED}|(?:${WITH})\.? ?${TAX}|(?:${TAXES}) (?:is )?(?:${IS_INCLUDED})(?!\p{L}))|税込|税入|含税`,
  'iu',
)
const EXCLUDED = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${TAX_EXCLUDED})(?!\p{L})|(?:(?:${WITHOUT})\.?|s/|\+) ?${TAX}|(?:${TAXES}) (?:is )?(?:${IS_EXCLUDED}))|税抜|税別|本体|未税|不含税|\+ ?税|プラス税`,
  'iu',
)
/** French; small letters may be a part of anything. */
const TOUTES_TAXES = /(?<![\p{L}.])(?:TTC|T\.T\.C)(?!\p{L})/u
const HORS_TAXE = /(?<![\p{L}.])H\.?T\.?(?!\p{L})/u

/** What a text beside an amount says about tax. */
function taxIn(text: string): Tax {
  const plain = text.replace(NEUTRAL, ' ')
  if (EXCLUDED.test(plain) || HORS_TAXE.test(plain)) return 'excluded'
  return INCLUDED.test(plain) || TOUTES_TAXES.test(plain) ? 'included' : undefined
}

/**
 * What the texts between amounts say about the tax of each amount, given the texts before, between and after them. Words in
 * brackets belong to the amount they follow, or to the amount inside; others follow the amounts, unless the first is after
 * its word.
 */
export function taxBeside(gaps: string[]): Tax[] {
  const sides = gaps.map((gap, at) => sidesOf(gap, at === 0, at === gaps.length - 1))
  const leads = taxIn(sides[0]?.before ?? '') !== undefined
  return gaps.slice(1).map((_, at) => {
    const [own, next] = [sides[at], sides[at + 1]]
    const isLed = at === 0 || leads || own?.isDivided || /: ?$/.test(own?.before ?? '')
    const isFollowed =
      at === gaps.length - 2 || !(leads || /: ?$/.test(next?.before ?? '')) || next?.isDivided
    const lead = isLed ? taxIn((own?.before ?? '').slice(-30)) : undefined
    return lead ?? (isFollowed ? taxIn((next?.after ?? '').slice(0, 40)) : undefined)
  })
}

/** The parts of a text between two amounts that belong to the one before it and to the one after it. */
function sidesOf(gap: string, isFirst: boolean, isLast: boolean) {
  if (isFirst) return { after: '', before: gap, isDivided: true }
  if (isLast) return { after: gap, before: '', isDivided: true }
  const [, inside, rest = ''] = /^\s?[([]([^()[\]]*)[)\]](.*)$/.exec(gap) ?? []
  if (inside !== undefined) return { after: inside, before: rest, isDivided: true }
  const at = gap.search(/[()[\]]/)
  if (at >= 0) return { after: gap.slice(0, at), before: gap.slice(at + 1), isDivided: true }
  return { after: gap, before: gap, isDivided: false }
}
