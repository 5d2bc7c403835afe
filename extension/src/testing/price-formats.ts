/** Prices of shops in many countries, as `Intl` and as people write them. */

/** Language and region of a page, its host, the country's currency, and a foreign one that its shops also charge. */
export const PAGES = `
  en-US shop.us USD EUR   en-GB shop.co.uk GBP EUR   en-CA shop.ca CAD USD
  fr-CA shop.ca CAD USD   en-AU shop.com.au AUD USD   en-NZ shop.co.nz NZD AUD
  en-SG shop.sg SGD USD   en-HK shop.hk HKD USD   en-IN shop.in INR USD
  hi-IN shop.in INR USD   en-ZA shop.co.za ZAR USD   en-IE shop.ie EUR GBP
  en-NG shop.ng NGN USD   en-KE shop.co.ke KES USD   en-PH shop.ph PHP USD
  en-PK shop.pk PKR USD   de-DE shop.de EUR CHF   de-AT shop.at EUR CHF
  de-CH shop.ch CHF EUR   fr-CH shop.ch CHF EUR   it-CH shop.ch CHF EUR
  fr-FR shop.fr EUR USD   fr-BE shop.be EUR GBP   nl-NL shop.nl EUR GBP
  nl-BE shop.be EUR USD   it-IT shop.it EUR USD   es-ES shop.es EUR GBP
  pt-PT shop.pt EUR USD   pt-BR shop.com.br BRL USD   es-MX shop.mx MXN USD
  es-AR shop.com.ar ARS USD   es-CL shop.cl CLP USD   es-CO shop.com.co COP USD
  es-PE shop.pe PEN USD   es-UY shop.uy UYU USD   es-EC shop.ec USD EUR
  es-CR shop.cr CRC USD   sv-SE shop.se SEK EUR   da-DK shop.dk DKK EUR
  nb-NO shop.no NOK EUR   fi-FI shop.fi EUR SEK   is-IS shop.is ISK EUR
  pl-PL shop.pl PLN EUR   cs-CZ shop.cz CZK EUR   sk-SK shop.sk EUR CZK
  hu-HU shop.hu HUF EUR   ro-RO shop.ro RON EUR   bg-BG shop.bg BGN EUR
  hr-HR shop.hr EUR USD   sl-SI shop.si EUR USD   sr-RS shop.rs RSD EUR
  el-GR shop.gr EUR USD   tr-TR shop.com.tr TRY USD   et-EE shop.ee EUR USD
  lv-LV shop.lv EUR USD   lt-LT shop.lt EUR PLN   ru-RU shop.ru RUB USD
  uk-UA shop.ua UAH USD   kk-KZ shop.kz KZT RUB   ka-GE shop.ge GEL USD
  az-AZ shop.az AZN USD   he-IL shop.co.il ILS USD   ar-SA shop.sa SAR USD
  ar-AE shop.ae AED USD   ar-EG shop.eg EGP USD   ar-KW shop.kw KWD USD
  ar-MA shop.ma MAD EUR   fr-MA shop.ma MAD EUR   fr-TN shop.tn TND EUR
  fa-IR shop.ir IRR USD   th-TH shop.co.th THB USD   vi-VN shop.vn VND USD
  id-ID shop.co.id IDR USD   ms-MY shop.com.my MYR SGD   ja-JP shop.jp JPY USD
  ko-KR shop.kr KRW USD   zh-CN shop.cn CNY USD   zh-TW shop.tw TWD USD
  zh-HK shop.hk HKD USD   bn-BD shop.com.bd BDT USD   sw-KE shop.co.ke KES USD
  ne-NP shop.np NPR INR   fr-SN shop.sn XOF EUR   mk-MK shop.mk MKD EUR
  bs-BA shop.ba BAM EUR
`
  .trim()
  .split(/\s{2,}/)
  .map((row) => row.split(' '))
  .map(([language = '', host = '', currency = '', foreign = '']) => ({ language, host, currency, foreign }))

const AMOUNTS = [
  0.01, 0.5, 0.99, 1, 9.99, 10, 39.9, 99, 100, 118.99, 999, 1000, 1298, 1299.5, 12_990, 129_900.9, 1_299_000,
  9_999_999.99,
]

/** What people who write prices by hand do with an amount, given its whole part in groups and its cents. */
const STYLES: Record<string, ((whole: string, cents: string) => string)[]> = {
  USD: [
    (w, c) => `$${w}.${c}`,
    (w, c) => `$ ${w}.${c}`,
    (w, c) => `US $${w}.${c}`,
    (w, c) => `$${w}. ${c}`,
    (w, c) => `USD$${w}.${c}`,
    (w, c) => `$${w}${raised(c)}`,
  ],
  GBP: [
    (w, c) => `£${w}.${c}`,
    (w, c) => `£ ${w}.${c} inc VAT`,
    (w, c) => `${w}.${c} £`,
    (w, c) => `GBP ${w}.${c}`,
  ],
  CAD: [
    (w, c) => `CAD$${w}.${c}`,
    (w, c) => `C$${w}.${c}`,
    (w, c) => `C $${w}.${c}`,
    (w, c) => `$${w}.${c} CAD`,
    (w, c) => `$CAD ${w}.${c}`,
  ],
  AUD: [(w, c) => `AU $${w}.${c}`, (w, c) => `A$${w}.${c}`, (w, c) => `$${w}.${c} AUD`],
  EUR: [
    (w, c) => `${w},${c} €`,
    (w, c) => `€ ${w},${c}`,
    (w, c) => `${w},${c}€*`,
    (w, c) => `${w}, ${c} €`,
    (w, c) => `ab ${w},${c} €`,
    (w, c) => `${w}${raised(c)} €`,
    (w, c) => `EUR ${w},${c}`,
    (w, c) => `${w},${c} EUR`,
    (w, c) => `${w}€${c}`,
  ],
  CHF: [(w, c) => `CHF ${w}.${c}`, (w, c) => `Fr. ${w}.${c}`, (w, c) => `${w}.${c} CHF`],
  SEK: [(w, c) => `${w},${c} kr`, (w, c) => `${w}:${c} kr`, (w, c) => `${w},${c} SEK`],
  DKK: [(w, c) => `${w},${c} kr.`, (w, c) => `kr. ${w},${c}`, (w, c) => `DKK ${w},${c}`],
  NOK: [(w, c) => `kr ${w},${c}`, (w, c) => `${w},${c} kr`, (w, c) => `NOK ${w},${c}`],
  PLN: [
    (w, c) => `${w},${c} zł`,
    (w, c) => `${w},${c} PLN`,
    (w, c) => `${w},${c} pln`,
    (w, c) => `${w}${raised(c)} zł`,
  ],
  CZK: [(w, c) => `${w},${c} Kč`, (w, c) => `${w},${c} CZK`],
  HUF: [(w, c) => `${w},${c} Ft`],
  RON: [(w, c) => `${w},${c} lei`, (w, c) => `${w},${c} LEI`, (w, c) => `${w}${raised(c)} Lei`],
  TRY: [(w, c) => `${w},${c} TL`, (w, c) => `${w}, ${c} TL`, (w, c) => `₺${w},${c}`],
  BRL: [(w, c) => `R$ ${w},${c}`, (w, c) => `R$${w},${c}`],
  RUB: [
    (w, c) => `${w},${c} руб.`,
    (w, c) => `${w},${c} р.`,
    (w, c) => `${w},${c} ₽`,
    (w, c) => `${w},${c} Р`,
  ],
  UAH: [(w, c) => `${w},${c} грн.`, (w, c) => `${w},${c} ₴`],
  INR: [
    (w, c) => `₹${w}.${c}`,
    (w, c) => `Rs. ${w}.${c}`,
    (w, c) => `Rs.${w}.${c}`,
    (w, c) => `INR ${w}.${c}`,
  ],
  ZAR: [(w, c) => `R${w}.${c}`, (w, c) => `R ${w}.${c}`, (w, c) => `R ${w},${c}`],
  CNY: [(w, c) => `¥${w}.${c}`, (w, c) => `￥${w}.${c}`, (w, c) => `${w}.${c}元`, (w, c) => `RMB ${w}.${c}`],
  TWD: [(w, c) => `NT$${w}.${c}`, (w, c) => `NT$ ${w}.${c}`],
  THB: [(w, c) => `฿${w}.${c}`, (w, c) => `${w}.${c} บาท`],
  MYR: [(w, c) => `RM${w}.${c}`, (w, c) => `RM ${w}.${c}`],
  ILS: [(w, c) => `₪${w}.${c}`, (w, c) => `‏${w}.${c} ‏₪`, (w, c) => `${w}.${c} ש"ח`],
  EGP: [(w, c) => `${w}.${c} جنيه`, (w, c) => `EGP ${w}.${c}`, (w, c) => `${w}.${c} ج.م`],
  AED: [(w, c) => `AED ${w}.${c}`, (w, c) => `Dhs. ${w}.${c}`, (w, c) => `${w}.${c} درهم`],
  SAR: [(w, c) => `SR ${w}.${c}`, (w, c) => `${w}.${c} ر.س`],
  RSD: [(w, c) => `${w},${c} din.`, (w, c) => `${w},${c} RSD`],
  BGN: [(w, c) => `${w},${c} лв.`],
  PEN: [(w, c) => `S/ ${w}.${c}`, (w, c) => `S/. ${w}.${c}`, (w, c) => `S/.${w}.${c}`],
}
/** The same without cents, which some countries leave out, or do not have. */
const WHOLE_STYLES: Record<string, ((whole: string) => string)[]> = {
  USD: [(w) => `$${w}`, (w) => `US $${w}`, (w) => `from $${w}`],
  GBP: [(w) => `£${w}`, (w) => `£${w}.-`],
  EUR: [(w) => `${w} €`, (w) => `${w},- €`, (w) => `${w},–€`, (w) => `€ ${w},-`, (w) => `${w}€`],
  CHF: [(w) => `CHF ${w}.–`, (w) => `CHF ${w}.-`, (w) => `Fr. ${w}.--`, (w) => `CHF ${w}`],
  SEK: [(w) => `${w} kr`, (w) => `${w}:- kr`, (w) => `${w} kr.`, (w) => `${w} SEK`],
  DKK: [(w) => `${w} kr.`, (w) => `${w},- kr`, (w) => `kr. ${w},-`],
  NOK: [(w) => `kr ${w},-`, (w) => `${w},- kr`, (w) => `${w} kr`],
  PLN: [(w) => `${w} zł`],
  CZK: [(w) => `${w} Kč`, (w) => `${w},- Kč`, (w) => `${w},-Kč`],
  HUF: [(w) => `${w} Ft`, (w) => `${w} HUF`, (w) => `${w},- Ft`],
  RUB: [(w) => `${w} руб.`, (w) => `${w} ₽`, (w) => `${w}р.`],
  TRY: [(w) => `${w} TL`],
  BRL: [(w) => `R$ ${w}`],
  INR: [(w) => `₹${w}`, (w) => `Rs. ${w}/-`, (w) => `Rs.${w}`],
  ZAR: [(w) => `R${w}`, (w) => `R ${w}`],
  CLP: [(w) => `$${w}`, (w) => `$ ${w}`, (w) => `CLP ${w}`],
  COP: [(w) => `$${w}`, (w) => `$ ${w}`, (w) => `COP ${w}`],
  ARS: [(w) => `$${w}`, (w) => `$ ${w}`],
  MXN: [(w) => `$${w}`, (w) => `$${w} MXN`],
  JPY: [
    (w) => `${w}円`,
    (w) => `¥${w}`,
    (w) => `￥${w}`,
    (w) => `￥${w}-`,
    (w) => `${w}円（税込）`,
    (w) => `税込 ${w}円`,
    (w) => `${w} 円～`,
  ],
  KRW: [(w) => `${w}원`, (w) => `₩${w}`, (w) => `${w} 원`],
  VND: [(w) => `${w}₫`, (w) => `${w} đ`, (w) => `${w}đ`, (w) => `${w} VNĐ`, (w) => `${w} VND`],
  IDR: [(w) => `Rp${w}`, (w) => `Rp ${w}`, (w) => `Rp. ${w}`, (w) => `IDR ${w}`, (w) => `Rp ${w},-`],
  IRR: [(w) => `${w} ریال`, (w) => `${w} ﷼`],
  TWD: [(w) => `NT$${w}`, (w) => `${w}元`, (w) => `$${w}`],
  CNY: [(w) => `¥${w}`, (w) => `${w}元`],
  ISK: [(w) => `${w} kr.`, (w) => `kr. ${w}`, (w) => `${w} ISK`],
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = (digits: string) => [...digits].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')

/** Deterministic: https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Page = (typeof PAGES)[number]
export interface Written {
  text: string
  value: number
  currency: string
}

const decimalsOf = (currency: string) =>
  /^(?:JPY|KRW|VND|CLP|ISK|XOF|IRR|IDR|HUF|COP)$/.test(currency) ? 0 : /^(?:KWD|TND)$/.test(currency) ? 3 : 2

/** From one cent to ten million; half of them without cents. */
function amountsFor(currency: string, random: () => number, count: number): number[] {
  const unit = 10 ** decimalsOf(currency)
  const drawn = Array.from({ length: count }, (_, at) => {
    const amount = 10 ** (random() * 9 - 2)
    return at % 2 ? Math.ceil(amount) : amount
  })
  const listed = Array.from({ length: count }, () => AMOUNTS[Math.floor(random() * AMOUNTS.length)] ?? 1)
  return [...listed, ...drawn].map((amount) => Math.max(1, Math.round(amount * unit)) / unit)
}

type Display = 'symbol' | 'narrowSymbol' | 'code' | 'name'

export function* writtenByIntl(
  { language, currency, foreign }: Page,
  random: () => number,
  displays: Display[],
): Generator<Written> {
  // A narrow sign of a foreign currency is that of the country: "$" in Canada.
  for (const code of [currency, foreign])
    for (const currencyDisplay of displays.filter((each) => code === currency || each !== 'narrowSymbol'))
      for (const useGrouping of [true, false])
        for (const hasCents of [true, false]) {
          const digits = hasCents ? decimalsOf(code) : 0
          const format = new Intl.NumberFormat(language, {
            style: 'currency',
            currency: code,
            currencyDisplay,
            useGrouping,
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          })
          for (const value of amountsFor(code, random, 2))
            if (hasCents || Number.isInteger(value))
              yield { text: format.format(value), value, currency: code }
        }
}

export function* writtenByHand({ language, currency }: Page, random: () => number): Generator<Written> {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1_234_567)
  const group = parts.find(({ type }) => type === 'group')?.value ?? ''
  const grouped = (whole: string, by: string) => whole.replace(/\B(?=(\d{3})+$)/g, by)
  const groups = new Set([
    group,
    '',
    ...(/\s/.test(group) ? [' ', '\u00a0', '\u202f'] : []),
    ...(group === '’' ? ["'"] : []),
  ])
  for (const by of groups)
    for (const value of amountsFor(currency, random, 3)) {
      const [whole = '', cents = ''] = value.toFixed(2).split('.')
      const all = /[.,]/.test(by) || decimalsOf(currency) === 2 ? (STYLES[currency] ?? []) : []
      // A style's own decimal separator cannot be the page's group.
      for (const style of decimalsOf(currency) === 2 ? all : []) {
        const text = style(grouped(whole, by), cents)
        if (!by || !/[.,]/.test(by) || !text.includes(`${by}${cents}`)) yield { text, value, currency }
      }
      if (Number.isInteger(value))
        for (const style of WHOLE_STYLES[currency] ?? [])
          yield { text: style(grouped(whole, by)), value, currency }
    }
}
