import type { Offer } from '@find-on-1688/shared'
import { asObject, type Json, type JsonObject } from '../gateway/json.ts'
import { count, measure, percentage, share } from './numbers.ts'
import { codes, flag, id, offerUrl, text } from './sanitize.ts'
import { readServices } from './services.ts'

/** The platform's own checks of a supplier; paid membership alone is none. */
const VERIFIED = new Set(['super_factory', 'powerful_merchants'])
const BEST_SCORE = 5
const SCORES = {
  service: 'compositeServiceScore',
  logistics: 'logisticsExperienceScore',
  product: 'offerExperienceScore',
  afterSales: 'afterSalesExperienceScore',
  dispute: 'disputeComplaintScore',
  consulting: 'consultingExperienceScore',
}
const REFUNDS = { qualityRefunds30d: 'qualityRefundWithin30Day' }
const SHIPPED = { shipped48h: 'collect30DayWithin48HPercent' }

/** The fields that search and details name alike. */
export function readCommon(item: JsonObject, offerId: string) {
  const badges = codes(item.sellerIdentities)
  const data = asObject(item.sellerDataInfo)
  const isListed = Array.isArray(item.sellerIdentities) || badges.length > 0
  return {
    titleTranslated: text(item.subjectTrans),
    minOrder: count(item.minOrderQuantity, 1),
    supplier: {
      name: text(item.companyName),
      location: text(item.companyAddress),
      years: count(data?.tpYear ?? item.tpYear),
      verified: isListed ? badges.some((badge) => VERIFIED.has(badge)) : null,
      badges,
      loginId: null,
      scores: figures(data, SCORES, score),
      // Without its sign a refund rate up to 1 may be a percentage as well as a fraction.
      rates: [...figures(data, REFUNDS, percentage), ...figures(data, SHIPPED, share)],
    },
    detailUrl: offerUrl(offerId),
    monthlySales: count(item.monthSold),
    repurchaseRate: percentage(item.repurchaseRate),
    patented: flag(item.isPatentProduct),
    services: readServices(item),
    topCategoryId: id(item.topCategoryId),
    tradeScore: score(item.tradeScore),
  } satisfies Partial<Offer>
}

function score(value: Json | undefined): number | null {
  const points = measure(value)
  return points !== null && points <= BEST_SCORE ? points : null
}

/** Those of the figures that can be read, by our codes. */
function figures(
  data: JsonObject | undefined,
  names: Record<string, string>,
  read: (value: Json | undefined) => number | null,
) {
  return Object.entries(names).flatMap(([code, name]) => {
    const value = read(data?.[name])
    return value === null ? [] : [{ code, value }]
  })
}
