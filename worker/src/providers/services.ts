import { SERVICES, type Service } from '@find-on-1688/shared'
import { asObject, type JsonObject } from '../gateway/json.ts'
import { share } from './numbers.ts'
import { codes, flag, objectsIn } from './sanitize.ts'

/** How the platform's codes and Chinese tags name a service. */
const NAMES: Partial<Record<Service, RegExp>> = {
  dropship: /^(is)?onepsale|一件代发|支持代发/i,
  ships24h: /^shipin(today|24hours)$|(当[日天]|24小时内?)发/i,
  ships48h: /^shipin48hours$|48小时内?发/i,
  returns7d: /^noreason7dreturn$|[7七]天(内)?无理由/i,
  certifiedFactory: /^certifiedfactory$|认证工厂|深度验厂/i,
}
const DENIAL = /不支持|暂不|不可/
const FEW_REFUNDS = 0.01

/** What the seller does, from every place that tells. A service that nothing tells of is not listed. */
export function readServices(item: JsonObject): Service[] {
  const { onePsale, isOnePsale, tags, sellerIdentities, offerIdentities } = item
  const told = objectsIn(item.tagInfoList).filter((tag) => flag(tag.value))
  const words = [
    flag(onePsale) || flag(isOnePsale) ? 'isOnePsale' : null,
    ...[told.map(({ key }) => key ?? null), tags, sellerIdentities, offerIdentities],
    shippingOf(item)?.shippingTimeGuarantee,
  ]
    .flatMap(codes)
    .filter((word) => !DENIAL.test(word))
  const refunds = share(asObject(item.sellerDataInfo)?.qualityRefundWithin30Day)
  return SERVICES.filter(
    (service) =>
      words.some((word) => NAMES[service]?.test(word)) ||
      (service === 'fewRefunds' && refunds !== null && refunds < FEW_REFUNDS),
  )
}

/** The part on shipping, which search and details name differently. */
export function shippingOf(item: JsonObject): JsonObject | undefined {
  return asObject(item.productShippingInfo) ?? asObject(item.productSimpleShippingInfo)
}
