/** What the words around an amount of money say it is. */
export type AmountRole =
  /** For one piece, as far as the words say. */
  | 'price'
  /** A list price, a saving, shipping, an instalment, a price by weight or of several pieces. */
  | 'other'
  /** A former price: only the page shows which of its neighbours replaced it. */
  | 'former'

export type Tax = 'included' | 'excluded' | undefined

/** Amounts that the words before tell apart. Each list is matched as whole words, in any case. */
const BEFORE_OTHER = words(
  // List prices
  `msrp|rrp|srp|uvp|list(?: price)?|regular(?:ly)?(?: price)?|reg|typical(?:ly)?(?: price)?|original(?:ly)?(?: price)?|compare at|comp\\. value|recommended(?: retail)? price|retail(?: price)?|preisempfehlung|listenpreis|originalpreis|normalpreis|prix (?:conseillé|public|de base|barré|habituel|d'origine)|pvpr|p\\.?v\\.?p\\.? recomendado|precio (?:de lista|habitual|original|recomendado|regular)|preço (?:original|de lista|de tabela|normal)|prezzo (?:di listino|consigliato|originale|di riferimento)|listino|adviesprijs|ordinarie(?: pris)?|ord\\.? ?pris|rek\\.? ?pris|normalpris|vejl\\.?(?: ?pris)?|veil\\.?(?: ?pris)?|ovh|normaali ?hinta|cena (?:katalogowa|regularna|sugerowana)|najniższa cena[^:]*|běžná cena|bežná cena|doporučená cena|listaár|preț (?:de listă|vechi|recomandat)|prp|piyasa fiyatı|liste fiyatı|рекомендованная цена|розничная цена|базовая цена|giá (?:gốc|niêm yết|thị trường)|harga (?:asli|normal|coret)`,
  // Savings
  `save(?: up to)?|you save|savings?|discount|coupon|voucher|promo(?: code)?|cashback|earn|rebate|sparen|sie sparen|ersparnis|gutschein|rabatt|nachlass|économisez|économies?|remise|réduction|bon d'achat|ahorras?|ahorro|descuento|cup[oó]n|desconto|economize|cupom|risparmi|risparmio|sconto|buono|korting|bespaar|spara|spar|rabat|säästä|alennus|oszczędzasz|rabat|zniżka|sleva|ušetříte|zľava|ušetríte|kedvezmény|economisești|reducere|indirim|kupon|скидка|выгода|экономия|знижка|giảm(?: giá)?|diskon|hemat|ส่วนลด|ลด|خصم|وفر|تخفیف|הנחה`,
  // Delivery and thresholds
  `shipping(?: fee| cost)?|delivery(?: fee)?|postage|p&p|s&h|versand(?:kosten)?|lieferung|livraison|frais de port|envío|gastos de envío|frete|entrega|spedizione|verzending|verzendkosten|frakt|fragt|toimitus|wysyłka|dostawa|doprava|poštovné|szállítás|livrare|kargo|доставка|ongkir|ค่าส่ง|شحن|משלוח|over|above|more than|orders? (?:of|over|above)|spend|min(?:imum|\\.)?(?: order| purchase)?|mindestbestellwert`,
  // Parts of a price
  `dont|davon|zzgl|plus|inkl|incl|including|deposit|pfand|consigne|pant|statiegeld|eco-?part\\p{L}*|éco-?part\\p{L}*|fee|duty|customs`,
  // Instalments
  `payments?(?: of)?|instal?lments?(?: of)?|per month|monthly|pay(?: today)?|monatlich|raten?(?: (?:von|zu|à))?|mensualités?(?: de)?|cuotas?(?: de)?|mensualidades(?: de)?|parcelas?(?: de)?|rate (?:da|di)|rat(?: po)?|splátk\\p{L}*|taksit\\p{L}*|klarna|afterpay|affirm|zip`,
  // Second-hand pieces and auctions
  `used|refurbished|renewed|pre-?owned|open box|gebraucht|generalüberholt|d'occasion|occasion|reconditionné|usados?|segunda mano|reacondicionado|usat[oi]|ricondizionato|tweedehands|brugt|begagna\\p{L}*|brukt|używan\\p{L}*|б/у|(?:current|starting|winning|high(?:est)?) bid|bid|bids|gebot|startpreis|enchère|puja|offerta attuale|ставка`,
  // Several pieces, and prices by weight
  `total|subtotal|unit price per|grundpreis|price per|preis (?:pro|je)|prix (?:au|par)|cena za (?:kg|l|100)|kilopris|kilopreis|literpreis|jämförpris|jmf-?pris|jmf|up to|bis zu|jusqu'à|jusqu'a|hasta|até|fino a|upp till|op til|tot|до|max`,
)
/** Scripts without spaces between words. */
const BEFORE_OTHER_CJK =
  /(?:定価|希望小売価格|参考価格|通常価格|元値|原价|原價|市场价|市場價|划线价|建議售價|정가|소비자가|権利|送料|运费|運費|배송비|割引|クーポン|ポイント|立减|立減|优惠券?|優惠券?|满减|滿額|省|할인|쿠폰|월|月々|分期|每期|単価|中古|現在価格|合計|小計|合计|ราคาเต็ม|ราคาปกติ)[^\d。、]{0,4}$/
const FORMER = words(
  `was|were|before|previously|former(?:ly)?|vorher|statt|bisher|zuvor|früher|alter preis|avant|au lieu de|ancien prix|antes|precio anterior|prima|invece di|prezzo precedente|was|van|voor|før|förr|tidigare|ennen|przed|poprzednia cena|stara cena|dříve|původně|původní cena|pôvodná cena|régi ár|eredeti ár|preț anterior|eski fiyat|старая цена|раньше|було|trước đây|قبل`,
)
const PIECES =
  "ea|each|pcs?|pce|pieces?|units?|items?|pair|pairs|set|st|stk|stck|stück|stuk|stuks|styck|kpl|tk|gab|vnt|szt|sztuk[aię]|ks|kus|db|darab|buc|bucat[aă]|kom|kos|шт|штук[аи]|бр|adet|ud|uds|u|unidad|unidade|un|pz|pza|pezzo|pezzi|pi[eè]ce|l'unité|unité|unidades|τεμ|יח|יחידה|cái|chiếc|ชิ้น|개|個|个|件|台|本|枚|張|张|只|支|双|雙|点|pers"
const UNITS =
  'kg|kilos?|g|gr|gram|grams|mg|lbs?|pounds?|oz|ounces?|fl|l|liters?|litres?|ml|cl|dl|m|m2|m3|meters?|metres?|cm|mm|sq|sqft|ft|foot|feet|yd|yards?|in|inch|count|ct|load|sheet|tablet|capsule|wash|use|dose|portion|serving|km|kwh|gb|кг|г|л|м|мл|กก|กรัม|斤|克|公斤'
const PERIODS =
  'mo|mth|month|months|monthly|yr|year|week|wk|day|night|hour|hr|monat|jahr|woche|tag|nacht|mois|an|semaine|jour|nuit|mes|año|semana|día|mês|ano|mese|anno|maand|måned|måneder|månad|md|mdr|mån|kk|mies|miesiąc|miesięcznie|měsíc|mesiac|hó|hónap|lună|ay|мес|месяц|міс|tháng|bulan|เดือน|月|월|年|شهر|חודש'
const NUMERALS = String.raw`(?!1(?![\d.,]))\d[\d.,]*`
/** "12x R$", "2 for $", "2 pack $", "2/$" */
const BEFORE_SEVERAL = new RegExp(
  String.raw`(?:\d ?[x×✕*] ?(?:de |da |di |à |zu |von |of |a )?|${NUMERALS} ?(?:\p{L}{1,12}\.? )?(?:for|für|pour|por|per|za|за|voor|för|for kun|til|/|på|点で|個で) ?|(?:packs?|sets?|box|case|lot|bundle|dozen|pairs?) of \d+\D{0,3}|${NUMERALS}[ -]?(?:er-?)?(?:pack|packs|pk|pcs|pieces|pièces|stück|stk|szt|ks|шт|unidades|unid|uds|pezzi|stuks|db|adet|pairs|count|ct|本|個|枚|件|入り|セット|개)\.?(?:[ -]?(?:pack|set))?[^\d.]{0,3})$`,
  'iu',
)
const AFTER_OTHER = [
  // "for 2", "/ 100 g", "x 12"
  new RegExp(`^ ?(?:for|für|pour|por|per|za|за|voor|för|/|／) ?${NUMERALS}(?! ?%)`, 'iu'),
  /^ ?[x×✕] ?\d/iu,
  // "/ lot", but not "/ piece"
  new RegExp(
    String.raw`^ ?[/／] ?(?:1 ?)?(?!(?:${PIECES}|in[ckq]l\p{L}*|ttc|iva|vat|tax)(?!\p{L}))\p{L}`,
    'iu',
  ),
  new RegExp(
    String.raw`^ ?[([]? ?(?:/|a |an |per |pro |je |par |por |al |alla |au |le |la |il |à |à la |za |за |na |på |i |в |the )? ?(?:1 ?)?(?:${UNITS})(?!\p{L})(?= ?(?:$|[)\].,;/|]))`,
    'iu',
  ),
  new RegExp(
    String.raw`^ ?[([]?(?:/|a |an |per |pro |je |par |por |al |à |au |na |w |за |в |i |om |pr\.? ?|every |each ) ?(?:1 ?)?(?:${UNITS}|${PERIODS}|lot|pack|box|case|dozen|carton|100)(?!\p{L})`,
    'iu',
  ),
  /^ ?[([]?(?:monthly|mtl|monatlich|mensuel\p{L}*|mensua\p{L}*|mensile|mensais|mensal|p\.?m\.?|miesięcznie|měsíčně|mesačne|havonta|ежемесячно|щомісяця|aylık|\/?月|월)(?!\p{L})/iu,
  // "(10 pieces)", "2 pack"
  new RegExp(
    String.raw`^ ?[([/]? ?(?:/ ?\p{L}+ ?[([] ?)?${NUMERALS}[ -]?(?:er-?)?(?:pack|pk|pcs|pieces?|pairs|pièces|stück|stk|szt|ks|шт|unidades|uds|pezzi|stuks|adet|count|ct|本|個|枚|件|入り|개|units)(?!\p{L})`,
    'iu',
  ),
  /^ ?[([]?(?:pack|set|box|case|lot|bundle|dozen|pair)s? of \d/iu,
  // Savings, delivery, deposits, list prices, thresholds
  /^ ?[-)]? ?(?:off|discount|saved|savings|cashback|coupon|voucher|rebate|rabatt|nachlass|gespart|sparen|gutschein|ersparnis|de (?:réduction|remise|rabais|descuento|desconto|ahorro)|di sconto|korting|rabatu|rabat|sleva|slevy|zľava|kedvezmény|indirim|скидк\p{L}+|割引|引き|OFF|オフ|クーポン|ポイント|할인|쿠폰|立减|优惠券|خصم|تخفیف)(?!\p{L})/iu,
  /^ ?(?:for )?(?:shipping|delivery|postage|p&p|s&h|versand(?:kosten)?|lieferung|(?:de )?livraison|frais de port|(?:de )?envío|(?:de )?frete|(?:di )?spedizione|verzending|verzendkosten|frakt|fragt|toimitus|wysyłka|dostawa|doprava|szállítás|livrare|kargo|доставка|送料|运费|運費|배송비)(?!\p{L})(?! (?:calculated|free|included|gratis))/iu,
  /^ ?(?:pfand|deposit|consigne|pant|statiegeld|(?:d')?[eé]co|environmental)/iu,
  /^ ?(?:or|and|&|und) (?:under|less|below|up|more|above|over|mehr|darüber|darunter)(?!\p{L})/iu,
  /^.{0,3}\d+ (?:bids?|gebote?|enchères?|pujas?|offerte|ставок)(?!\p{L})/iu,
  /^ ?[([]?(?:with|mit|avec|con|com|im) (?:subscri\p{L}+|(?:spar-?)?abo\p{L}*|coupon|code|gutschein|s&s|cup[oó]n|cupom|abonnement)/iu,
]
/** Labels that also come before an amount. */
const AFTER_LAST =
  /^ ?(?:msrp|rrp|uvp|srp|list(?: price)?|retail(?: price)?|value|wert|used|refurbished|gebraucht|d'occasion|usados?|usat[oi])(?!\p{L})/iu
const SUBSCRIPTION =
  /(?:subscribe & save|subscription|spar-?abo|abonnement|suscr[ií]\p{L}+|assinatura|定期(?:便|购)|定期おトク便)[^\d]{0,12}$/iu
/** Words that are no label, though they begin like one. */
const NEUTRAL =
  /(?:free|fast|express|gratis|kostenlose[rn]?) (?:shipping|delivery|returns|versand|lieferung|frakt|fragt)|versandkostenfrei|(?:livraison|frete|envío|spedizione) (?:gratuite|offerte|gr[aá]tis|gratuita)|送料無料|包邮|무료배송|(?:excl|ex|plus|\+|zzgl|exkl|inkl|incl)\.? ?(?:shipping|delivery|versand(?:kosten)?|porto|verzendkosten|frakt|fragt)|sales tax|discounted|discount price|retail store/giu

const INCLUDED =
  /税込|税入|含税|含稅|税金込|부가세 ?포함|VAT ?포함|brutto|(?<!\p{L})(?:inc(?:l|luding|lusive(?: of)?)?\.?|inkl\.?|mit|with|avec|con|z|s|com|cu|sis\.?|m\.?|с|з|με) ?(?:the )?(?:\d+[.,]?\d* ?% ?)?(?:of )?(?:all )?(?:vat|tax(?:es)?|gst|hst|mwst|ust|mehrwertsteuer|moms|mva|tva|iva|i\.v\.a|btw|dph|pdv|ddv|kdv|alv|ндс|пдв|ддс|φπα)(?!\p{L})|(?:vat|tax|gst|iva|tva|btw|kdv|dph|alv) (?:is )?(?:inc(?:l(?:uded|usive|\.)?)?|included|incl\.?|inclus[ao]?|incluid[ao]|compres[ao]|inbegrepen|inclu[sz][aă]?|dahil|sis)|(?<![\p{L}.])(?:TTC|T\.T\.C)(?!\p{L})|KDV ?dahil|đã (?:có|bao gồm) VAT|شامل الضريبة|כולל מע"מ/iu
const EXCLUDED =
  /税抜|税別|税拔|本体価格|本体|未税|未稅|不含税|不含稅|부가세 ?별도|VAT ?별도|(?<!\p{L})nett[oó]?(?!\p{L}| weight)|(?<!\p{L})(?:exc(?:l|luding|lusive(?: of)?)?\.?|ex\.?|exkl\.?|eks\.?|ekskl\.?|without|w\/o|zzgl\.?|plus|ohne|zuzügl(?:ich|\.)?|hors|sans|sin|s\/|más|mas|senza|esclusa|sem|fără|bez|plus|utan|uden|uten|ilman|zonder|без|ар|χωρίς|\+) ?(?:the )?(?:gesetzl(?:iche[rn]?|\.)? ?)?(?:\d+[.,]?\d* ?% ?)?(?:vat|taxe?s?|gst|mwst|ust|mehrwertsteuer|moms|mva|tva|iva|i\.v\.a|btw|dph|pdv|ddv|kdv|alv|pvn|podatku|ндс|пдв|ддс|φ\.?π\.?α)(?!\p{L})|(?:vat|tax|gst|iva|tva|btw|kdv|dph|alv) (?:is )?(?:not incl\p{L}*|excl\p{L}*\.?|no inclu\p{L}*|non compres[ao]|esclus[ao]|hariç)|áfa nélkül|veroton|chưa (?:có|bao gồm) VAT|غير شامل|لا يشمل|לפני מע"מ|ללא מע"מ|before tax/iu
/** French; small letters may be a part of anything. */
const HORS_TAXE = /(?<![\p{L}.])H\.?T\.?(?!\p{L})/u
/** What the text before and after an amount says, up to the amounts beside it. Marks belong to the amount. */
export function roleOf(before: string, after: string, isLast: boolean): AmountRole {
  const [lead, trail] = [before.replace(NEUTRAL, ' '), after.replace(NEUTRAL, ' ')]
  if (BEFORE_SEVERAL.test(lead) || AFTER_OTHER.some((pattern) => pattern.test(trail))) return 'other'
  if (isLast && AFTER_LAST.test(trail)) return 'other'
  // A plus, or a minus that belongs to the number.
  if (/\+ ?$|(?:^|[\s(])[-−–]$/.test(before)) return 'other'
  const label = (lead.split(/[;|•·)\]\d]/).at(-1) ?? '').slice(-48)
  if (FORMER.test(label)) return 'former'
  if (BEFORE_OTHER.test(label) || BEFORE_OTHER_CJK.test(lead) || SUBSCRIPTION.test(label)) return 'other'
  return 'price'
}

/** What a text beside an amount says about tax. */
function taxIn(text: string): Tax {
  const plain = text.replace(NEUTRAL, ' ')
  if (EXCLUDED.test(plain) || HORS_TAXE.test(plain)) return 'excluded'
  return INCLUDED.test(plain) ? 'included' : undefined
}

/** Whole words at the end of a text, with a colon, a few more letters or nothing behind them. */
function words(...lists: string[]): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}&])(?:${lists.join('|')})(?!\p{L})\.?[^\d\p{L}+]{0,4}(?:(?:at|of|for|from|ab|von|de|a|à|price|only|nur|pris|cena|fee|now)[ :]{1,2})?$`,
    'iu',
  )
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
