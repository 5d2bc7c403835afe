import type { DutyId, FeeId, FreightId } from '../../model/assumptions.ts'

/** The form and the calculation below it. */
export const margin = {
  noVerdict: 'Not enough data',
  noVerdictYet: 'No verdict',
  verdicts: { good: 'Profitable', tight: 'Thin margin', loss: 'Loss' },
  /** After a verdict that leaves out what most sellers pay. */
  withoutLine: (line: string) => `without ${line}`,
  profitEach: (amount: string) => `${amount} profit each`,
  returnOnCost: (percent: string) => `ROI ${percent}`,
  andMore: (count: number) => `+${count} more below`,

  feeFields: 'VAT, duty and fees',
  orderFields: 'Sourcing costs and exchange rate',

  marketplace: 'Marketplace',
  chooseMarketplace: 'Choose…',
  otherMarketplace: 'Other country',
  marketplaceFrom: {
    chosen: 'Chosen for this product',
    shop: 'From the shop’s address',
    remembered: (currency: string) => `As chosen before for ${currency}`,
    currency: (currency: string) => `Assumed from ${currency}`,
  },
  listingTitle: 'Listing',
  sellingPrice: (currency: string) => `Selling price (${currency})`,
  vat: 'VAT/GST in the price',
  vatOfCountry: (rate: string) => `Standard rate, ${rate}`,
  vatNotIncluded: 'Not in the price',
  vatUnknown: 'Varies: enter yours',
  vatNone: 'None (not registered)',
  vatHint:
    'Import VAT isn’t a cost if you’re registered: you reclaim it. If you aren’t, add it to other costs.',
  fee: 'Marketplace fee',
  feePresets: { usual: 'Usual, 8–15%', none: 'None' } satisfies Record<FeeId, string>,
  feeMinimum: (currency: string) => `Minimum fee per piece (${currency})`,
  fulfilment: 'Fulfilment per piece',
  each: (currency: string) => `${currency} each`,
  fulfilmentOff: 'Not counted',
  fulfilmentFba: 'Amazon FBA fee',
  size: 'Size per piece (cm)',
  sides: { length: 'Length', width: 'Width', height: 'Height' },
  quote: 'Supplier’s quote per piece (¥)',
  freight: 'Freight',
  freightPresets: {
    express: 'Courier, ¥45–90/kg',
    air: 'Air, ¥30–60/kg',
    sea: 'Sea, ¥8–18/kg',
    lcl: 'Sea by m³, ¥800–2,000',
  } satisfies Record<FreightId, string>,
  customPerKg: 'Custom, per kg',
  customPerM3: 'Custom, per m³',
  perKg: '¥/kg',
  perM3: '¥/m³, at least 1 m³ per order',
  divisor: 'Volumetric weight',
  divisors: {
    '5000': 'cm³ ÷ 5000 (couriers)',
    '6000': 'cm³ ÷ 6000 (air)',
    '8000': 'cm³ ÷ 8000',
    none: 'Weight only',
  },
  chargedWeight: (kg: string) => `Charged: ${kg} kg per piece`,
  duty: 'Duty',
  dutyPresets: {
    country: 'Usual',
    high: 'High, 15–35%',
    none: 'None',
  } satisfies Record<DutyId, string>,
  dutyOfCountry: (range: string) => `Usual, ${range}`,
  dutiable: { goods: 'Charged on the goods', goodsAndFreight: 'Charged on goods and freight' },
  domestic: 'Freight to the forwarder',
  notCounted: 'Not counted',
  domesticPerKg: 'Per kg',
  domesticPerOrder: 'Per order',
  yuan: '¥',
  agentPercent: 'Buying agent (% of goods)',
  inspection: 'Inspection per order (¥)',
  defectsPercent: 'Defective pieces (%)',
  spreadPercent: 'Exchange loss (%)',
  otherCosts: (currency: string) => `Other costs per piece (${currency})`,
  customFigure: 'Custom',
  customRate: (currency: string) => `CNY→${currency} rate`,
  ratesAutomatic: 'today’s rate',
  numberLimits: {
    amount: 'Enter a number',
    positive: 'Enter a number above 0',
    percent: 'Enter a number from 0 to 100',
    belowHundred: 'Enter a number from 0 to below 100',
  },

  costLine: 'Per piece',
  costLow: 'Low',
  costHigh: 'High',
  costSource: 'Source',
  costSources: {
    given: 'given',
    preset: 'preset',
    estimated: 'estimated',
    missing: 'missing',
    notCounted: 'not counted',
  },
  orMore: (amount: string) => `${amount} or more`,
  orLess: (amount: string) => `${amount} or less`,
  leftOut: (lines: string) => `Not counted: ${lines}.`,
  landedCost: 'landed cost',
  profit: 'profit',
  orderTitle: (quantity: string) => `Order of ${quantity}`,
  orderTotal: 'To pay in all',
  orderTotalHint: 'goods, freight, duty and sourcing costs',
  orderProfit: 'Profit if all sell',
  orderRoi: 'ROI',
  payback: 'Money back after',
  breakEven: 'Break-even order',
  breakEvenHint: 'covers what is paid once per order',
  pieces: (count: string) => (count === '1' ? '1 piece' : `${count} pieces`),
  never: 'not reached',

  sourcesOf: (name: string, month: string) => `${name}, ${month}`,
  sourceIsOld: 'older than a year: check',
  sources: {
    freightMarket: 'Rough market range',
    couriers: 'Rough market range',
    airCargo: 'Rough market range',
    lclTariffs: 'Rough market range',
    euVat: 'European Commission',
    ukVat: 'GOV.UK',
    usSalesTax: 'US sales tax',
    caSalesTax: 'Canadian sales tax',
    brTaxes: 'Brazilian taxes',
    inGst: 'Indian GST',
    nationalVat: 'National tax authority',
    usDuty: 'US tariff, Section 301',
    euDuty: 'EU customs tariff',
    ukDuty: 'UK Global Tariff',
    chDuty: 'Swiss customs',
    noDuty: 'Norwegian customs',
    trDuty: 'Turkish customs',
    jpDuty: 'Japan Customs',
    auDuty: 'Australian Border Force',
    mxDuty: 'Mexican tariff of 2026',
    brDuty: 'Remessa Conforme',
    inDuty: 'Indian customs tariff',
    nationalDuty: 'National customs tariff',
    highDuty: 'Rough range',
    amazonReferral: 'Amazon fees',
    amazonFbaUs: 'Amazon.com fees',
    amazonFbaUk: 'Amazon.co.uk fees',
    amazonFbaDe: 'Amazon.de fees',
  },
  sourceNotes: {
    freightMarket:
      'Consolidated door to door, as small sellers buy it. Not a price list: ask your forwarder.',
    couriers: 'Not a price list: ask your forwarder. DHL, FedEx and UPS charge a kilogram for 5000 cm³.',
    airCargo:
      'Not a price list: ask your forwarder. Air cargo and most postal lines charge a kilogram for 6000 cm³.',
    lclTariffs:
      'Not a price list: ask your forwarder. A shared container is charged by the cubic metre or the tonne, whichever is more, and for at least one.',
    euVat: 'Standard rates of the member states. Some goods have a reduced rate: enter it.',
    ukVat: 'The standard rate; children’s clothes and books have 0%. VAT is a sixth of the price.',
    usSalesTax: 'Prices are shown without sales tax, which is added at checkout.',
    caSalesTax: 'Prices are shown without GST, HST and provincial tax.',
    brTaxes:
      'Prices include ICMS, PIS, COFINS and sometimes IPI, at rates that depend on state and goods: enter yours.',
    inGst: 'Prices include GST of 5% or 18%, depending on the goods; some are at 0% or 40%.',
    nationalVat:
      'The standard rate of VAT, GST or consumption tax. Some goods have a reduced rate: enter it.',
    usDuty:
      'The base rate, often 0–20%, plus Section 301: 25% on most goods from China, 7.5% on clothes and shoes, none on phones and most toys. The tariffs under IEEPA ended in February 2026; the 10% surcharge that followed was due to end in July 2026, and what came after it isn’t in this range. Parcels below $800 have not been duty-free since May 2025. Steel and aluminium pay more. Look up your tariff code.',
    euDuty:
      'Most consumer goods pay 2–12%, shoes up to 17%, toys and most electronics nothing. Parcels below €150 sent to buyers pay €3 for each kind of goods from July 2026. Import VAT comes on top, and is reclaimed.',
    ukDuty:
      'Most consumer goods pay 2–12%, shoes up to 16%, toys and most electronics nothing. Parcels up to £135 sent to buyers are free until 2029 at the latest. Import VAT comes on top, and is reclaimed.',
    chDuty: 'Industrial goods have been free of duty since January 2024.',
    noDuty: 'Clothes and other textiles pay up to 10.7%, most other goods nothing.',
    trDuty:
      'Many goods from China pay additional duty. The scheme for parcels up to €30 ended in February 2026.',
    jpDuty: 'Most consumer goods pay 0–10%, leather shoes more.',
    auDuty: 'Up to 5%; none with a certificate under the trade agreement with China.',
    mxDuty:
      'Since January 2026 clothes, shoes, toys and much else from China pay up to 35%, some goods up to 50%.',
    brDuty:
      'Parcels up to $50: 20%; above: 60% less $20. Imports of traders follow the tariff, with more taxes on top.',
    inDuty: 'Basic duty with the social welfare surcharge of a tenth. Anti-dumping duty may come on top.',
    nationalDuty:
      'The usual range for consumer goods. A trade agreement may lower it: look up your tariff code.',
    highDuty: 'For shoes, and for goods with anti-dumping or other additional duty.',
    amazonReferral:
      'Charged on all that the buyer pays, VAT included, and at least £0.25, €0.30 or $0.30 a piece in most categories. VAT on the fee itself is reclaimed.',
    amazonFbaUs:
      'Wider rows than Amazon’s own, for products that are not clothes, with fuel and peak-season surcharges, without inbound placement and storage. Amazon’s revenue calculator has the exact fee.',
    amazonFbaUk:
      'Wider rows than Amazon’s own, sold in the UK, with peak-season surcharges, without storage. Amazon’s revenue calculator has the exact fee.',
    amazonFbaDe:
      'Wider rows than Amazon’s own, sold in Germany, with peak-season surcharges, without storage. Amazon’s revenue calculator has the exact fee.',
  },

  marginDisclaimer:
    'Ranges for freight, duty and fees are rough: enter your own. Advertising, returns and storage aren’t counted. From 30% on we call it profitable.',
  ratesCustom: 'Exchange rate: custom.',
  ratesFrom: (date: string, isOld: boolean) =>
    `Exchange rates: European Central Bank, ${date}${isOld ? ', not updated since' : ''}.`,
  ratesLoading: 'Loading exchange rates.',
  ratesMissing: 'No exchange rates.',
  ratesMissingHint: 'The European Central Bank didn’t answer: enter your own, or try again later.',
  listingSources: { 'structured data': 'structured data', 'visible price': 'the price it shows' } as Record<
    string,
    string
  >,
  listingSource: (from: string) => `Read from the page (${from}). Stays in this browser.`,
}

export type MarginTexts = typeof margin
