import { aopFailure, ok, type ServiceAnswer } from './answer.ts'
import { queryOffers, upload } from './crossborder.ts'
import { queryDetail } from './detail.ts'
import { dropship } from './dropship.ts'
import type { ServiceCall } from './service.ts'
import { aopSignature, equal } from './signature.ts'

type Service = (call: ServiceCall) => Promise<ServiceAnswer>

const CROSSBORDER = 'com.alibaba.fenxiao.crossborder'
const SERVICES: Record<string, { service: Service; needsToken: boolean }> = {
  'system/currentTime': { service: async () => ok(currentTime()), needsToken: false },
  [`${CROSSBORDER}/product.image.upload`]: { service: upload, needsToken: true },
  [`${CROSSBORDER}/product.search.imageQuery`]: { service: queryOffers, needsToken: true },
  [`${CROSSBORDER}/product.search.queryProductDetail`]: { service: queryDetail, needsToken: true },
  'com.alibaba.product/alibaba.public.image.similar.offer.search': { service: dropship, needsToken: true },
}

/** AOP, with the platform's order of checks. `path` is what follows `param2/1/`. */
export async function aop(path: string, call: ServiceCall): Promise<ServiceAnswer> {
  const { form } = call
  const [namespace, name, appKey] = path.split('/')
  const api = SERVICES[`${namespace}/${name}`]
  if (!api) return aopFailure('gw.APIUnsupported', 'Unsupported API')
  if (!appKey) return aopFailure('gw.AppKeyMissing', 'AppKey is missing')
  const app = call.appOf(appKey)
  if (!app) return aopFailure('gw.AppKeyNotFound', 'AppKey not found')
  if (!form._aop_signature) return aopFailure('gw.SignatureMissing', 'Signature is missing')
  if (!equal(form._aop_signature, aopSignature(`param2/1/${path}`, form, app.appSecret)))
    return aopFailure('gw.SignatureInvalid', 'Invalid signature')
  if (api.needsToken && !form.access_token) return aopFailure('401', 'Request need user authenticated')
  if (api.needsToken && !equal(form.access_token ?? '', app.accessToken ?? ''))
    return aopFailure('401', 'Request need user authorized')
  if (app.denied?.some((part) => path.includes(part)))
    return aopFailure('gw.APIACLDecline', 'AppKey is not allowed(acl)')
  return call.refusal() ?? api.service(call)
}

/** For example `20261010164552223+0800`. */
function currentTime(): string {
  const digits = new Date(Date.now() + 8 * 3_600_000).toISOString().replace(/\D/g, '')
  return `${digits.slice(0, 17)}+0800`
}
