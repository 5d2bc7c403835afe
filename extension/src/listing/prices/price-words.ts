/**
 * Words that shops write around amounts of money, as parts of patterns, a line for each group of languages. They are
 * matched as whole words in any case; the words of a list stand before an amount, unless it says otherwise.
 */

/** The price that an offer is compared with. */
export const LIST_PRICE = [
  'msrp|m\\.?r\\.?p|rrp|srp|list(?: price)?|reg|regular(?:ly)?(?: price)?|typical(?:ly)?(?: price)?|original(?:ly)?(?: price)?|normal(?: price)?',
  'compare at|comp\\. value|recommended(?: retail)? price|retail(?: price)?',
  'uvp|preisempfehlung|listenpreis|originalpreis|normalpreis|adviesprijs|ordinarie(?: pris)?|ord\\.? ?pris|rek\\.? ?pris|vejl\\.?(?: ?pris)?|veil\\.?(?: ?pris)?|ovh|normaali ?hinta',
  "prix (?:conseillé|public|de base|barré|habituel|d'origine)|pvpr|p\\.?v\\.?p\\.? recomendado|precio (?:de lista|habitual|original|recomendado|regular|normal)",
  'preço (?:original|de lista|de tabela|normal)|prezzo (?:di listino|consigliato|originale|di riferimento)|listino|preț (?:de listă|vechi|recomandat)|prp',
  'cena (?:katalogowa|regularna|sugerowana)|běžná cena|bežná cena|doporučená cena|redovna ci?j?ena|redna cena|listaár',
  'piyasa fiyatı|liste fiyatı|рекомендованная цена|розничная цена|базовая цена|giá (?:gốc|niêm yết|thị trường)|harga (?:asli|normal|coret)',
]

/** The lowest of the last 30 days, which shops in the European Union must tell: Directive (EU) 2019/2161. */
export const LOWEST =
  'lowest price|niedrigster(?: \\p{L}+)? preis|tiefstpreis|laagste prijs|lägsta pris|laveste pris|alin hinta|prix le plus bas|precio más bajo|preço mais baixo|prezzo più basso|najniższa cena|nejnižší cena|najnižšia cena|najniža ci?jena|najnižja cena|legalacsonyabb ár|cel mai mic preț|най-ниска цена|χαμηλότερη τιμή|30[- ](?:days?|tagen?|jours|días|dias|giorni|dni|dagar|dager|dage|dagen|dnů|dní|nap|zile|dana|päivän|дни|ημέρες)'

/** The price of the past. */
export const FORMER = [
  'was|were|before|previously|former(?:ly)?|vorher|statt|bisher|zuvor|früher|alter preis|van|voor|før|förr|tidigare|ennen',
  'avant|au lieu de|ancien prix|antes|de(?= ?:)|precio anterior|prima|invece di|prezzo precedente|preț anterior',
  'przed|poprzednia cena|stara ci?j?ena|dříve|původně|původní cena|pôvodná cena|régi ár|eredeti ár|eski fiyat|старая цена|раньше|було|trước đây|قبل',
]

export const SAVING = [
  'save(?: up to)?|you save|savings?|discount|coupon|voucher|promo(?: code)?|cashback|earn|collect|rebate|trade-?in|gift card',
  'sparen|sie sparen|ersparnis|gutschein|rabatt|nachlass|ankaufbonus|korting|bespaar|spara|spar|rabat|säästä|alennus',
  "économisez|économies?|remise|réduction|bon d'achat|ahorras?|ahorro|descuento|cup[oó]n|desconto|economize|cupom|risparmi|risparmio|sconto|buono|economisești|reducere",
  'oszczędzasz|zniżka|sleva|ušetříte|zľava|ušetríte|kedvezmény|ušteda|uštedite|prihranek|έκπτωση|indirim|kupon|скидка|выгода|экономия|знижка',
  'giảm(?: giá)?|diskon|hemat|ส่วนลด|ลด|خصم|وفر|تخفیف|הנחה',
]

export const DELIVERY = [
  'shipping(?: fee| cost)?(?: per \\p{L}+)?|delivery(?: fee)?(?: per \\p{L}+)?|postage|p&p|s&h|versand(?:kosten)?|lieferung|standard-?lieferung|verzending|verzendkosten|frakt|fragt|toimitus',
  'consegna|montaggio|installazione|livraison|frais de port|envío|gastos de envío|despacho|frete|entrega|spedizione|trasporto|livrare',
  'wysyłka|dostaw[aą]|z dostawą|doprava|poštovné|szállítás|μεταφορικά|kargo|доставка|phí vận chuyển|ongkir|ค่าส่ง|شحن|משלוח',
]

/** Delivery that costs nothing, from an amount on if one follows. */
export const FREE_DELIVERY =
  '(?:free|fast|express|gratis|kostenlose[rn]?)(?: \\S+)? (?:shipping|delivery|returns|versand|lieferung|frakt|fragt)|versandkostenfrei|portofrei|(?:lieferung|versand) kostenlos|(?:livraison|frete|envío|spedizione|livrare) (?:gratuite|offerte|gr[aá]tis|gratuit[aă])|kargo bedava|ücretsiz kargo|darmowa(?: dostawa)?|doprava zdarma|ingyenes szállítás|(?:fri|gratis) (?:frakt|fragt|levering)|бесплатная доставка|δωρεάν μεταφορικά|送料無料|包邮|무료배송'

/** What an amount is said to be the least of. */
export const THRESHOLD = [
  'under|below|less than|unter|moins de|menos de|meno di|sotto|onder|poniżej|дешевле',
  'over|above|on|more than|orders? (?:of|over|above)|spend|min(?:imum|\\.)?(?: order| purchase)?|mindestbestellwert',
  "up to|bis zu|jusqu'à|jusqu'a|hasta|até|fino a|upp till|op til|tot|pana la|до|max",
]

/** Parts of a price, and what is bought with it. */
export const EXTRA = [
  'dont|davon|zzgl|plus|inkl|incl|including|deposit|pfand|consigne|pant|statiegeld|[eé]co-?part\\p{L}*|fee|duty|customs|add',
  'protection(?: plan)?|protect|warranty|insurance|(?:year|month) plan|cover|assembly|installation|versicherung|garantie|assurance',
]

export const INSTALMENT = [
  'emi(?: starts at| from)?|payments?(?: of)?|instal?lments?(?: of)?|per month|monthly|pay(?: today)?|financing|klarna|afterpay|affirm|zip',
  'monatlich|ratenzahlung|raten?(?: (?:von|zu|à))?|mensualités?(?: de)?|cuotas?(?: de)?|mensualidades(?: de)?|parcelas?(?: de)?|rate (?:da|di)',
  'rat(?: po)?|splátk\\p{L}*|taksit\\p{L}*',
]

/** After a number: "24 άτοκες δόσεις των", "12 rata". */
export const INSTALMENTS =
  'months?|payments?|raten|mois|meses|plazos|cuotas|mensualidades|parcelas|rate|rata|rat|splátek|taksit|δόσεις|месяцев|платеж\\p{L}*'

export const SECOND_HAND = [
  'used|refurbished|renewed|pre-?owned|open box|gebraucht|generalüberholt|tweedehands|brugt|begagna\\p{L}*|brukt|używan\\p{L}*|б/у',
  "d'occasion|occasion|reconditionné|usados?|segunda mano|reacondicionado|usat[oi]|ricondizionato",
  '(?:current|starting|winning|high(?:est)?) bid|bid|bids|gebot|startpreis|enchère|puja|offerta attuale|ставка',
]

/** Prices by weight, of a whole order, in another currency, or for some people only. */
export const OTHER_BASIS = [
  'approx(?:imately)?|ungefähr|environ|aproximadamente',
  'total|subtotal|price per|grundpreis|preis (?:pro|je)|prix (?:au|par)|cena za (?:kg|l|100)|kilopris|kilopreis|literpreis|jämförpris|jmf-?pris|jmf',
  'members?(?: prices?)?|club|subscribe & save|subscription|spar-?abo|abonnement|assinatura',
]

/** Scripts without spaces between words: list prices, savings, delivery, instalments, second-hand pieces, prices by weight. */
export const OTHER_UNSPACED =
  '定価|希望小売価格|参考価格|通常価格|元値|原价|原價|市场价|市場價|划线价|建議售價|정가|소비자가|ราคาเต็ม|ราคาปกติ|割引|クーポン|ポイント|立减|立減|优惠券?|優惠券?|满减|省|할인|쿠폰|送料|运费|運費|배송비|월|月々|分期|每期|中古|現在価格|合計|小計|合计|単価|あたり|当たり|につき|당|定期便|定期おトク便'

/** Words between a label and its amount: "shipping from". */
export const CONNECTORS =
  'at|of|for|from|only|fee|price|now|ab|von|nur|vanaf|fra|från|de|a|à|à partir de|a partir de|desde|dès|da|de la|od|от|mulai|pris|cena'

/** For which one piece is sold. */
export const PIECES =
  "ea|each|pcs?|pce|pieces?|units?|items?|pairs?|paar|paire|par|paio|set|st|stk|stck|stück|stuks?|styck|kpl|tk|gab|vnt|szt|sztuk[aię]|ks|kus|db|darab|buc|bucat[aă]|kom|kos|шт|штук[аи]|бр|adet|uds?|u|unidad|unidade|un|pza?|pezz[oi]|pi[eè]ce|l'unité|unité|unidades|τεμ|יח|יחידה|cái|chiếc|ชิ้น|개|個|个|件|台|本|枚|張|张|只|支|双|雙|点|person|pers"

/** After a number: several pieces. */
export const COUNTED =
  'packs?|pk|pcs|pieces|pairs|units|count|ct|pièces|stück|stk|st|stuks|szt|ks|шт|unidades|unid|uds|pezzi|db|adet|本|個|枚|件|入り|セット|개'

export const MEASURES =
  'kg|kilos?|g|gr|grams?|mg|lbs?|pounds?|oz|ounces?|fl|l|lit(?:er|re)s?|ml|cl|dl|m|m2|m3|met(?:er|re)s?|cm|mm|sq|sqft|ft|foot|feet|yd|yards?|in|inch|count|ct|load|sheet|tablet|capsule|wash|use|dose|portion|serving|km|kwh|gb|кг|г|л|м|мл|กก|กรัม|斤|克|公斤'

export const PERIODS =
  'mo|mth|months?|monthly|yr|year|week|wk|day|night|hour|hr|monat|jahr|woche|tag|nacht|mois|an|semaine|jour|nuit|mes|año|semana|día|mês|ano|mese|anno|maand|måned|måneder|månad|md|mdr|mån|kk|mies|miesiąc|miesięcznie|měsíc|mesiac|hó|hónap|lună|ay|мес|месяц|міс|tháng|bulan|เดือน|月|월|年|شهر|חודש'

/** After an amount: by the month. */
export const MONTHLY =
  'monthly|mtl|monatlich|mensuel\\p{L}*|mensua\\p{L}*|mensile|mensais|mensal|p\\.?m\\.?|miesięcznie|měsíčně|mesačne|havonta|ежемесячно|щомісяця|aylık'

/** After an amount. */
export const AFTER_SAVING =
  "off|discount|saved|savings|cashback|coupon|voucher|rebate|gift card|new user|rabatt|nachlass|gespart|sparen|sichern|gutschein|ersparnis|de (?:réduction|remise|rabais|descuento|desconto|ahorro)|di sconto|korting|rabatu|rabat|slev[ay]|zľava|kedvezmény|indirim|скидк\\p{L}+|割引|引き|オフ|クーポン|ポイント|할인|쿠폰|立减|优惠券|خصم|تخفیف|pfand|deposit|consigne|pant|statiegeld|(?:d')?[eé]co\\p{L}*|environmental"

export const TAXES =
  'vat|taxe?s?|gst|hst|mwst|ust|mehrwertsteuer|moms|mva|tva|iva|i\\.v\\.a|btw|dph|pdv|ddv|kdv|alv|pvn|podatku|impuestos|ндс|пдв|ддс|φ\\.?π\\.?α'

export const WITH = 'inc(?:l|luding|lusive(?: of)?)?|inkl|mit|with|avec|con|z|s|com|cu|sis|m|с|з|με'
export const WITHOUT =
  'exc(?:l|luding|lusive(?: of)?)?|ex|exkl|eks|ekskl|without|w/o|zzgl|plus|ohne|zuzügl(?:ich)?|hors|sans|sin|más|mas|senza|esclusa|sem|fără|bez|utan|uden|uten|ilman|zonder|без|ар|χωρίς'
/** After the tax. */
export const IS_INCLUDED =
  'inc(?:l(?:uded|usive)?)?|inclus[ao]?|incluid[ao]s?|compres[ao]|inbegrepen|inclu[sz][aă]?|dahil|sis'
export const IS_EXCLUDED = 'not incl\\p{L}*|excl\\p{L}*|no inclu\\p{L}*|non compres[ao]|esclus[ao]|hariç'
export const TAX_INCLUDED =
  '税込|税入|含税|含稅|税金込|부가세 ?포함|VAT ?포함|brutto|đã (?:có|bao gồm) VAT|شامل الضريبة|כולל מע"מ'
export const TAX_EXCLUDED =
  '税抜|税別|税拔|本体価格|本体|未税|未稅|不含税|不含稅|부가세 ?별도|VAT ?별도|nett[oó]?(?! weight)|áfa nélkül|veroton|chưa (?:có|bao gồm) VAT|غير شامل|لا يشمل|לפני מע"מ|ללא מע"מ|before tax'
