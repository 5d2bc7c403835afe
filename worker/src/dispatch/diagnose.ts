import type { Check } from '@find-on-1688/shared'
import { codeIn, failureIn, prepareAop } from '../gateway/aop.ts'
import type { PrepareCall, SendCall } from '../gateway/call.ts'
import { errorOfStatus, GatewayError } from '../gateway/errors.ts'
import { prepareImageSearch } from '../gateway/image-search.ts'
import { asObject } from '../gateway/json.ts'
import { isKeyRefusal } from '../gateway/key-refusal.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import type { Tokens } from '../tokens/tokens.ts'
import { failed, passed, skipped } from './check.ts'

type Answer = GatewayResponse | GatewayError

const CLOCK_TOLERANCE_MS = 5 * 60_000
const CROSSBORDER = 'com.alibaba.fenxiao.crossborder'

/** Each API is called without its parameters: an app that may use it is told so, one that may not is refused first. */
const APIS: { name: Check['name']; prepare(gatewayUrl: string): PrepareCall }[] = [
  { name: 'crossborder upload', prepare: aop(`${CROSSBORDER}/product.image.upload`) },
  { name: 'crossborder search', prepare: aop(`${CROSSBORDER}/product.search.imageQuery`) },
  { name: 'crossborder offer', prepare: aop(`${CROSSBORDER}/product.search.queryProductDetail`) },
  { name: 'dropship search', prepare: aop('com.alibaba.product/alibaba.public.image.similar.offer.search') },
  { name: 'image-search', prepare: imageSearch },
]

/** Checks one thing after another against the platform: clock, key and signature, token, and each API. */
export async function diagnose(gatewayUrl: string, tokens: Tokens, call: SendCall): Promise<Check[]> {
  const ask = (prepare: PrepareCall) =>
    call(prepare, passUnlessOverloaded).catch((error: unknown) => asGatewayError(error))
  const time = await ask(aop('system/currentTime')(gatewayUrl))
  const checks = [checkClock(time), checkSignature(time)]
  const tokenError = await tokens.ready().then(
    () => undefined,
    (error: unknown) => asGatewayError(error),
  )
  const { accessToken } = await tokens.current()
  const responses = new Map<Check['name'], Answer>()
  for (const { name, prepare } of APIS) responses.set(name, await ask(prepare(gatewayUrl)))
  checks.push(tokenError ? refused('token', tokenError) : checkToken(responses, accessToken))
  for (const [name, response] of responses) checks.push(checkGrant(name, response))
  return checks
}

/** Any response will do; only an overloaded platform is worth a retry. */
function passUnlessOverloaded(response: GatewayResponse): GatewayResponse {
  const error = failureOf(response)
  if (error?.retryable) throw error
  if (response.status >= 500) throw errorOfStatus(response.status)
  return response
}

function checkClock(time: Answer): Check {
  const platformMs = 'status' in time ? timeIn(time) : undefined
  if (platformMs === undefined) return skipped('clock', '1688 did not tell its time.')
  const apartMs = Math.abs(Date.now() - platformMs)
  const detail = `1688's clock and this one are ${Math.round(apartMs / 1000)} s apart.`
  if (apartMs <= CLOCK_TOLERANCE_MS) return passed('clock', detail)
  const remedy = "Check the clock of the worker's machine, and GATEWAY_URL: this may not be 1688."
  return failed('clock', detail, remedy)
}

function checkSignature(time: Answer): Check {
  if (!('status' in time)) return refused('key and signature', time)
  if (timeIn(time) !== undefined)
    return passed('key and signature', '1688 accepts the key and its signature.')
  return refused('key and signature', errorIn(time), platformCode(time))
}

function checkToken(responses: Map<Check['name'], Answer>, token: string | undefined): Check {
  if (!token) return skipped('token', 'No access token is set; only image-search works without.')
  for (const response of responses.values()) {
    const error = 'status' in response ? failureOf(response) : response
    if (error?.isTokenRefusal)
      return refused('token', error, 'status' in response ? platformCode(response) : undefined)
  }
  return passed('token', '1688 accepts the access token.')
}

function checkGrant(name: Check['name'], response: Answer): Check {
  if (!('status' in response)) return refused(name, response)
  const error = failureOf(response)
  if (error && isKeyRefusal(error.code)) return refused(name, error, platformCode(response))
  if (!asObject(response.body)) return refused(name, errorIn(response))
  return passed(name, 'The app may use this API.')
}

function refused(name: Check['name'], error: GatewayError, code?: string): Check {
  const [detail = '', ...remedy] = error.message.split(/(?<=\.) (?![^“]*”)/)
  return {
    ...failed(name, detail, remedy.join(' ')),
    code: error.code,
    ...(code !== undefined && { platformCode: code }),
  }
}

function errorIn(response: GatewayResponse): GatewayError {
  const failure = failureOf(response)
  if (failure) return failure
  return response.status >= 300
    ? errorOfStatus(response.status)
    : new GatewayError('upstream_bad_response', '1688 answered with something unknown. Check GATEWAY_URL.')
}

function failureOf({ status, body }: GatewayResponse): GatewayError | undefined {
  const object = asObject(body)
  return object && failureIn(object, status)
}

/** The platform's own code of a failure, from either kind of API; nothing else of what it wrote. */
function platformCode({ body }: GatewayResponse): string | undefined {
  const object = asObject(body)
  const code = object ? codeIn(object) : ''
  return /^[\w.-]{1,60}$/.test(code) ? code : undefined
}

/** The body is a JSON string such as `"20261010164552223+0800"`. */
function timeIn({ body }: GatewayResponse): number | undefined {
  const form = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})([+-]\d\d)(\d\d)$/
  if (typeof body !== 'string' || !form.test(body)) return undefined
  return Date.parse(body.replace(form, '$1-$2-$3T$4:$5:$6.$7$8:$9')) || undefined
}

function asGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error
  return new GatewayError('upstream_unavailable', 'The question could not be asked. Try again in a moment.')
}

function aop(api: string) {
  return (gatewayUrl: string): PrepareCall =>
    (nowMs, app) =>
      prepareAop(gatewayUrl, api, {}, app, nowMs)
}

function imageSearch(gatewayUrl: string): PrepareCall {
  return (nowMs, app) => prepareImageSearch(gatewayUrl, {}, app, nowMs)
}
