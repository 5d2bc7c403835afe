import type { Offer } from '@find-on-1688/shared'
import { asObject, type JsonObject } from '../gateway/json.ts'
import { count, measure, percentage } from './numbers.ts'
import { codes, flag, offerUrl, text } from './sanitize.ts'
import { readServices, shippingOf } from './services.ts'

/** The platform's own checks of a supplier; paid membership alone is none. */
const VERIFIED = new Set(['super_factory', 'powerful_merchants'])
const BEST_SCORE = 5

/** The fields that search and details name alike. */
export function readCommon(item: JsonObject, offerId: string) {
  const badges = codes(item.sellerIdentities)
  const tradeScore = measure(item.tradeScore)
  const isListed = Array.isArray(item.sellerIdentities) || badges.length > 0
  return {
    titleTranslated: text(item.subjectTrans),
    minOrder: count(item.minOrderQuantity, 1),
    supplier: {
      name: text(item.companyName),
      location: text(item.companyAddress) ?? text(shippingOf(item)?.sendGoodsAddressText),
      years: count(asObject(item.sellerDataInfo)?.tpYear ?? item.tpYear),
      verified: isListed ? badges.some((badge) => VERIFIED.has(badge)) : null,
      badges,
    },
    detailUrl: offerUrl(offerId),
    monthlySales: count(item.monthSold),
    repurchaseRate: percentage(item.repurchaseRate),
    patented: flag(item.isPatentProduct),
    services: readServices(item),
    tradeScore: tradeScore !== null && tradeScore <= BEST_SCORE ? tradeScore : null,
  } satisfies Partial<Offer>
}
