export const offers = {
  minimumOrder: (count: string, _unit: string | null) => `MOQ ${count}`,
  tierFrom: (count: string) => `${count}+`,
  priceUnknown: 'Price unknown',
  listPrice: 'list price',
  listPriceTooltip: '1688’s list price. It doesn’t say for which quantity.',
  byVariant: 'by variant',
  byVariantTooltip: 'Each variant has its own price, at any quantity.',
  fromQuantity: (quantity: string) => `from ${quantity}`,
  notAsked: (quantity: string) => `at ${quantity}: not asked`,
  notStated: (quantity: string) => `at ${quantity}: unknown`,
  costLess: (quantity: string) => `${quantity} cost less`,
  cheaperOrder: (more: string, quantity: string, total: string, instead: string) =>
    `${more} cost less than ${quantity}: ${total} instead of ${instead}`,
  verified: 'Verified',
  patented: 'Patented',
  yearsOnPlatform: (count: number) => (count === 1 ? '1 yr' : `${count} yrs`),
  monthlySales: (count: string) => `${count} sold`,
  repurchaseRate: (percent: string) => `${percent} buy again`,
  pricePerPiece: (price: string) => `${price} each`,
  tierCount: (count: number) => `${count} tiers`,
  getTiers: 'Get price tiers',
  /** In a row, which may be narrow. */
  getTiersShort: 'Get tiers',
  getTiersTooltip: 'Asks 1688 for the price tiers of this offer. Uses one search.',
  loadingTiers: 'asking…',
  getTiersOf: (count: number) =>
    count === 1
      ? 'Get price tiers for 1 offer · uses 1 search'
      : `Get price tiers for ${count} offers · uses ${count} searches`,
  gettingTiers: (done: number, all: number) => `Getting price tiers: ${done} of ${all}.`,
  stopTiers: 'Stop',
  tiersStopped: (done: number, all: number) => `Stopped at ${done} of ${all}.`,
  tiersFailed: (count: number) =>
    count === 1 ? '1 offer couldn’t be read.' : `${count} offers couldn’t be read.`,
  tiersOf: (when: string) => `Price tiers of ${when}.`,
  tiersOfUnknownAge: 'Price tiers of an earlier search.',
  tiersAgeLabel: 'Asked',
  renewTiers: 'Ask again',
  renewTiersTooltip: 'Asks 1688 again. May use one search.',
  retryTiers: 'Try again',
  onePrice: 'one price',
  onePriceTooltip: 'One price at any quantity.',
  noTiers: 'no tiers given',
  noTiersTooltip: '1688 gave no price tiers. Ask the supplier.',
  belowMinimum: (minimum: string) => `Your quantity is below the minimum of ${minimum}.`,
  saveOffer: 'Save',
  offerIsSaved: 'Saved',
  offerSaved: 'Saved to the shortlist.',
  offerRemoved: 'Taken off the shortlist.',
  verifiedTooltip: '1688 or the provider has checked the identity of this supplier.',
  patentedTooltip: 'Marked as a patented product: ask for a licence before you sell it.',
  badgeTooltips: {
    super_factory: 'Super factory (超级工厂): 1688 has inspected a factory of its own with this capacity.',
    powerful_merchants:
      'Powerful merchant (实力商家): a paid programme with checks of the company and its deposit.',
    gold_supplier: 'Gold supplier: a paid membership with a checked company.',
    tp_member: 'TrustPass (诚信通): a paid membership. It says little about quality.',
  } as Record<string, string>,
  unknownBadgeTooltip: (badge: string) => `1688 calls it “${badge}”; what that takes is not documented.`,
  badges: {
    super_factory: 'Super factory',
    powerful_merchants: 'Powerful merchant',
    gold_supplier: 'Gold supplier',
    tp_member: 'TrustPass member',
  } as Record<string, string>,
}

export type OfferTexts = typeof offers
