import { expect, test } from 'vitest'
import { readPrice } from './read-price.ts'

const page = (host: string, language: string) => ({ host, language })
const us = page('shop.com', 'en-US')
const uk = page('shop.co.uk', 'en-GB')
const de = page('shop.de', 'de')
const fr = page('shop.fr', 'fr')
const br = page('shop.com.br', 'pt-BR')
const jp = page('shop.jp', 'ja')
const read = (text: string, hint = us) => {
  const price = readPrice(text, hint)
  return price && `${price.amount}${price.to ? `–${price.to}` : ''} ${price.currency ?? '?'}`
}

test.each([
  ['7,709円（税込8,480円）', jp, '8480 JPY'],
  ['7,709円（税抜）8,480円（税込）', jp, '8480 JPY'],
  ['税抜7,709円 税込8,480円', jp, '8480 JPY'],
  ['税込 8,480円', jp, '8480 JPY'],
  ['£24.00 ex VAT £28.80 inc VAT', uk, '28.80 GBP'],
  ['ex. VAT £24.00 inc. VAT £28.80', uk, '28.80 GBP'],
  ['£28.80 (£24.00 excl. VAT)', uk, '28.80 GBP'],
  ['110,50 € HT 132,60 € TTC', fr, '132.60 EUR'],
  ['124,00€ Χωρίς ΦΠΑ: 100,00€', page('shop.gr', 'el'), '124.00 EUR'],
  ['1 299 kr inkl. moms (1 039,20 kr exkl. moms)', page('shop.se', 'sv'), '1299 SEK'],
  ['24,90 € inkl. 19 % MwSt. zzgl. Versand', de, '24.90 EUR'],
])('of a net and a gross price the gross one is paid: “%s”', (text, hint, price) => {
  expect(read(text, hint)).toBe(price)
})

test.each([
  ['7,709円（税抜）', jp],
  ['7,709円(税別)', jp],
  ['本体価格 7,709円', jp],
  ['£24.00 excl. VAT', uk],
  ['£24.00 + VAT', uk],
  ['24,90 € zzgl. MwSt.', de],
  ['netto 24,90 €', de],
  ['110,50 €HT', fr],
  ['12,50 € + IVA', page('shop.it', 'it')],
  ['899 Kč bez DPH', page('shop.cz', 'cs')],
  ['1 500 ₽ без НДС', page('shop.ru', 'ru')],
  ['1.039,20 kr. ekskl. moms', page('shop.dk', 'da')],
  // Which of them is net is not said, and they do not differ by a tax.
  ['49,99 € 39,99 € inkl. MwSt.', de],
  ['£12.00 ex VAT £10.00', uk],
])('a net price alone is none: “%s”', (text, hint) => expect(read(text, hint)).toBeNull())

test.each([
  ['List Price: $89.00 $64.50', us, '64.50 USD'],
  ['UVP 89,00 € 64,50 €', de, '64.50 EUR'],
  ['64,50 € UVP 89,00 €', de, '64.50 EUR'],
  ['64,50 € (statt 89,00 €)', de, '64.50 EUR'],
  ['$64.50 You save $24.50', us, '64.50 USD'],
  ['$64.50 (-$24.50)', us, '64.50 USD'],
  ['$64.50 ($10 off)', us, '64.50 USD'],
  ['-28% $64.50', us, '64.50 USD'],
  ['4.6 (2,310) $64.50', us, '64.50 USD'],
  ['$64.50 + $5.99 shipping', us, '64.50 USD'],
  ['$64.50 & FREE Shipping', us, '64.50 USD'],
  ['64,50 € zzgl. Versandkosten', de, '64.50 EUR'],
  ['64,50 € zzgl. 4,99 € Versand', de, '64.50 EUR'],
  ['2,49 € zzgl. 0,25 € Pfand', de, '2.49 EUR'],
  ['$64.50 or 4 payments of $16.13', us, '64.50 USD'],
  ['R$ 240,00 ou 10x de R$ 24,00 sem juros', br, '240.00 BRL'],
  ['R$ 240,00 até 3x de R$ 80,00', br, '240.00 BRL'],
  ['7 options from $64.50', us, '64.50 USD'],
  ['$64.50 18 used from $31.00', us, '64.50 USD'],
  ['ab 64,50 €', de, '64.50 EUR'],
  ['à partir de 64,50 €', fr, '64.50 EUR'],
  ['desde 64,50 €', page('shop.es', 'es'), '64.50 EUR'],
  ['As low as $64.50', us, '64.50 USD'],
  ['US $64.50 / piece', us, '64.50 USD'],
  ['64,50 €/Stück', de, '64.50 EUR'],
  ['64,50 zł / szt.', page('shop.pl', 'pl'), '64.50 PLN'],
  ['2,99 € (5,98 € / kg)', de, '2.99 EUR'],
  ['$64.50 shipping $5.99', us, '64.50 USD'],
  ['US $12.50 - $18.00 / piece', us, '12.50–18.00 USD'],
  ['20% Rabatt 64,50 €', de, '64.50 EUR'],
  ['20% off $64.50', us, '64.50 USD'],
  ['64,50 € / Paar', de, '64.50 EUR'],
  ['64,50 zł Najniższa cena z 30 dni przed obniżką: 59,90 zł', page('shop.pl', 'pl'), '64.50 PLN'],
  ['US $64.50 Approximately £50.10', uk, '64.50 USD'],
  ['AED 240 (USD 65)', page('shop.ae', 'en'), '240 AED'],
])('amounts beside the price are known for what they are: “%s” is %s', (text, hint, price) => {
  expect(read(text, hint)).toBe(price)
})

test.each([
  ['12x R$ 24,00', br],
  ['10 x de R$ 24,00 sem juros', br],
  ['$16.13/mo', us],
  ['$16.13 per month', us],
  ['24,90 € mtl.', de],
  ['or 4 interest-free payments of $16.13', us],
  ['月々 2,120円', jp],
  ['$15 for 3', us],
  ['3 for $15', us],
  ['3/$15', us],
  ['2 Stück für 15 €', de],
  ['3 pack $15', us],
  ['Pack of 6: $15', us],
  ['$15 (12 pieces)', us],
  ['US $15.00 / lot (5 pieces)', us],
  ['$15 per dozen', us],
  ['$0.89 / 100 g', us],
  ['8,90 €/kg', de],
  ['1,49 € pro 100 ml', de],
  ['9,90 € le kg', fr],
  ['Save $15', us],
  ['$15 off', us],
  ['15 € Rabatt', de],
  ['-15 €', de],
  ['Coupon: $15', us],
  ['+ $5.99 shipping', us],
  ['Shipping: $5.99', us],
  ['Free shipping over $35', us],
  ['MSRP: $89.00', us],
  ['希望小売価格 9,800円', jp],
  ['UVP: 89,00 €', de],
  ['$89 value', us],
  ['Used from $31.00', us],
  ['Current bid: $31.00', us],
  ['$31.00 4 bids', us],
  ['Up to $31.00', us],
  ['$35 and under', us],
  ['With Subscribe & Save $61.28', us],
  ['Shipping: $5.99 - $12.99', us],
  ['(1 kg = 12,99 €)', de],
  ['Lägsta pris 30 dagar: 1 199 kr', page('shop.se', 'sv')],
  ['M.R.P.: ₹1,999', page('shop.in', 'en')],
  ['De: R$ 199,90', br],
  ['US $3.00 New User Coupon on orders over US $4.00', us],
  ['US $12.50 - $18.00 / lot', us],
  ['$16.13 per filter', us],
  ['(25,80 €* / 1 Liter)', de],
  ['Free delivery on $45+ orders', us],
  ['Versandkostenfrei ab 45,00 €', de],
  ['Livraison offerte dès 45 €', fr],
  ['Kargo bedava 150 TL ve üzeri', page('shop.com.tr', 'tr')],
  ['Lieferung ab 4,90 €', de],
  ['Доставка от 99 ₽', page('shop.ru', 'ru')],
  ['3-Year Protection for $4.99', us],
  ['12 rata: 3.333,25 RSD', page('shop.rs', 'sr')],
  ['Hasta 13 meses de $87.64', page('shop.mx', 'es')],
  ['24 άτοκες δόσεις των 24,96 €', page('shop.gr', 'el')],
  ['Buy 10 or more: $6.75 each', us],
  ['Doos (25 st.) € 19,75', page('shop.nl', 'nl')],
  ['100g당 324원', page('shop.co.kr', 'ko')],
  ['Precio sin impuestos nacionales: $ 28.925', page('shop.com.ar', 'es')],
])('“%s” is not the price of one', (text, hint) => expect(read(text, hint)).toBeNull())

test.each([
  ['Was $89.00 $64.50', us],
  ['statt 89,00 € nur 64,50 €', de],
  ['$89.00 $64.50', us],
  // Shipping says nothing of 64.50, but much of 5.99.
  ['$89.00 $64.50 shipping $5.99', us],
  ['$89.00 64.50', us],
  ['89,00|64,50 €', de],
  ['50 - $2.00', us],
  ['$12 - 20 colours', us],
])('“%s” does not tell which of them is the price', (text, hint) => expect(read(text, hint)).toBeNull())
