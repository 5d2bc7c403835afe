import type { Check } from '@find-on-1688/shared'
import { aopCall } from '../gateway/aop.ts'
import type { AppCredentials, PrepareCall, SendCall } from '../gateway/call.ts'
import { failureOfCode, failureOfStatus, GatewayFailure } from '../gateway/failure.ts'
import { asObject } from '../gateway/json.ts'
import type { Answer } from '../gateway/post.ts'
import { signImageSearch } from '../gateway/signing.ts'
import type { Tokens } from '../tokens/tokens.ts'

const CLOCK_TOLERANCE_MS = 5 * 60_000
const CROSSBORDER = 'com.alibaba.fenxiao.crossborder'

/** An API is asked without what it needs: who may use it is told so, who may not is refused before. */
const APIS: { name: Check['name']; prepare(gatewayUrl: string): PrepareCall }[] = [
  { name: 'crossborder upload', prepare: aop(`${CROSSBORDER}/product.image.upload`) },
  { name: 'crossborder search', prepare: aop(`${CROSSBORDER}/product.search.imageQuery`) },
  { name: 'crossborder offer', prepare: aop(`${CROSSBORDER}/product.search.queryProductDetail`) },
  { name: 'dropship search', prepare: aop('com.alibaba.product/alibaba.public.image.similar.offer.search') },
  { name: 'image-search', prepare: imageSearch },
]

/** Asks the platform one question after the other: time, key and signature, token, and each API. */
export async function examine(gatewayUrl: string, tokens: Tokens, call: SendCall): Promise<Check[]> {
  const ask = (prepare: PrepareCall) =>
    call(prepare, passUnlessOverloaded).catch((error: unknown) => asFailure(error))
  const asked = await ask(aop('system/currentTime')(gatewayUrl))
  const checks = [checkClock(asked), checkSignature(asked)]
  const tokenFailure = await tokens.ready().then(
    () => undefined,
    (error: unknown) => asFailure(error),
  )
  const { accessToken } = await tokens.current()
  const answers = new Map<Check['name'], Answer | GatewayFailure>()
  for (const { name, prepare } of APIS) answers.set(name, await ask(prepare(gatewayUrl)))
  checks.push(tokenFailure ? failed('token', tokenFailure) : checkToken(answers, accessToken))
  for (const [name, answer] of answers) checks.push(checkGrant(name, answer))
  return checks
}

/** An answer of whatever kind is what is asked for; only a platform that has no time for it is worth another try. */
function passUnlessOverloaded(answer: Answer): Answer {
  const code = platformCode(answer)
  const failure = code === undefined ? undefined : failureOfCode(code, '')
  if (failure?.retryable) throw failure
  if (answer.status >= 500) throw failureOfStatus(answer.status)
  return answer
}

function checkClock(asked: Answer | GatewayFailure): Check {
  const platformMs = 'status' in asked ? timeIn(asked) : undefined
  if (platformMs === undefined)
    return { name: 'clock', status: 'skipped', detail: '1688 did not tell its time.' }
  const apartMs = Math.abs(Date.now() - platformMs)
  const detail = `1688's clock and this one are ${Math.round(apartMs / 1000)} s apart.`
  if (apartMs <= CLOCK_TOLERANCE_MS) return { name: 'clock', status: 'ok', detail }
  return { name: 'clock', status: 'failed', detail, remedy: 'Check GATEWAY_URL: this may not be 1688.' }
}

function checkSignature(asked: Answer | GatewayFailure): Check {
  if (!('status' in asked)) return failed('key and signature', asked)
  if (timeIn(asked) !== undefined)
    return { name: 'key and signature', status: 'ok', detail: '1688 accepts the key and its signature.' }
  return failed('key and signature', failureIn(asked), platformCode(asked))
}

function checkToken(answers: Map<Check['name'], Answer | GatewayFailure>, token: string | undefined): Check {
  if (!token)
    return {
      name: 'token',
      status: 'skipped',
      detail: 'No access token is set; only image-search works without.',
    }
  for (const answer of answers.values()) {
    const code = 'status' in answer ? platformCode(answer) : undefined
    if (code === '401' && 'status' in answer) return failed('token', failureIn(answer), code)
  }
  return { name: 'token', status: 'ok', detail: '1688 accepts the access token.' }
}

const NOT_GRANTED = new Set([
  'upstream_access_denied',
  'upstream_unauthorized',
  'upstream_signature_rejected',
  'upstream_quota_exhausted',
])

function checkGrant(name: Check['name'], answer: Answer | GatewayFailure): Check {
  if (!('status' in answer)) return failed(name, answer)
  const code = platformCode(answer)
  const failure = code === undefined ? undefined : failureOfCode(code, '')
  if (failure && NOT_GRANTED.has(failure.code)) return failed(name, failure, code)
  if (code === undefined && !asObject(answer.body)) return failed(name, failureIn(answer))
  return { name, status: 'ok', detail: 'The app may use this API.' }
}

function failed(name: Check['name'], failure: GatewayFailure, code?: string): Check {
  const [detail = '', ...remedy] = failure.message.split(/(?<=\.) /)
  return {
    name,
    status: 'failed',
    code: failure.code,
    ...(code !== undefined && { platformCode: code }),
    detail,
    ...(remedy.length > 0 && { remedy: remedy.join(' ') }),
  }
}

function failureIn(answer: Answer): GatewayFailure {
  const code = platformCode(answer)
  const known = code === undefined ? undefined : failureOfCode(code, '')
  if (known) return known
  return answer.status >= 300
    ? failureOfStatus(answer.status)
    : new GatewayFailure('upstream_bad_response', '1688 answered with something unknown. Check GATEWAY_URL.')
}

/** The platform's own word for a failure, in either dialect; nothing else of what it wrote. */
function platformCode({ body }: Answer): string | undefined {
  const object = asObject(body)
  const inner = asObject(object?.error_response)
  const code = String(inner?.code ?? object?.error_code ?? object?.errorCode ?? '')
  return /^[\w.-]{1,60}$/.test(code) ? code : undefined
}

/** Such as `20261010164552223+0800`, as a bare JSON string. */
function timeIn({ body }: Answer): number | undefined {
  const parts =
    typeof body === 'string'
      ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})([+-]\d\d)(\d\d)$/.exec(body)
      : null
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second, ms, zoneHours, zoneMinutes] = parts
  const time = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}${zoneHours}:${zoneMinutes}`,
  )
  return Number.isNaN(time) ? undefined : time
}

function asFailure(error: unknown): GatewayFailure {
  if (error instanceof GatewayFailure) return error
  return new GatewayFailure('upstream_unavailable', 'The question could not be asked. Try again in a moment.')
}

function aop(api: string) {
  return (gatewayUrl: string): PrepareCall =>
    (nowMs, app) =>
      aopCall(gatewayUrl, api, {}, app, nowMs)
}

function imageSearch(gatewayUrl: string): PrepareCall {
  return async (nowMs: number, { appKey, appSecret }: AppCredentials) => {
    const params = { app_key: appKey, timestamp: String(nowMs) }
    const sign = await signImageSearch(params, appSecret)
    return {
      url: `${gatewayUrl}/param2/1/com.alibaba.product/alibaba.product.image.search/`,
      params: { ...params, sign },
    }
  }
}
