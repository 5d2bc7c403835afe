import type { Check } from '@find-on-1688/shared'
import { codeIn, failureIn, prepareAop } from '../gateway/aop.ts'
import type { PrepareCall, SendCall } from '../gateway/call.ts'
import { errorOfStatus, GatewayError } from '../gateway/errors.ts'
import { prepareImageSearch } from '../gateway/image-search.ts'
import { asObject } from '../gateway/json.ts'
import { isKeyRefusal } from '../gateway/key-refusal.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import {
  CROSSBORDER_OFFER,
  CROSSBORDER_SEARCH,
  CROSSBORDER_UPLOAD,
  DROPSHIP_SEARCH,
} from '../providers/apis.ts'
import type { Tokens } from '../tokens/tokens.ts'
import { failed, passed, skipped } from './check.ts'

/** What became of a question: the platform's response with the failure in it, or the failure to get one. */
interface Answer {
  response?: GatewayResponse
  error?: GatewayError | undefined
  /** The platform's own code of a failure, from either kind of API; nothing else of what it wrote. */
  platformCode?: string | undefined
}

const CLOCK_TOLERANCE_MS = 5 * 60_000

/** Checks one thing after another against the platform: clock, key and signature, token, and each API. */
export async function diagnose(gatewayUrl: string, tokens: Tokens, call: SendCall): Promise<Check[]> {
  const ask = (prepare: PrepareCall): Promise<Answer> => call(prepare, answerIn).catch(notAsked)
  const aop = (api: string) => prepareAop(gatewayUrl, api, {})
  // Each API is called without its parameters: an app with access hears about the parameters, one without is refused first.
  const apis: [Check['name'], PrepareCall][] = [
    ['crossborder upload', aop(CROSSBORDER_UPLOAD)],
    ['crossborder search', aop(CROSSBORDER_SEARCH)],
    ['crossborder offer', aop(CROSSBORDER_OFFER)],
    ['dropship search', aop(DROPSHIP_SEARCH)],
    ['image-search', prepareImageSearch(gatewayUrl, () => ({}))],
  ]
  const time = await ask(aop('system/currentTime'))
  const checks = [checkClock(time), checkSignature(time)]
  const noToken = await tokens.ready().then(() => undefined, notAsked)
  const { accessToken } = await tokens.current()
  const answers = new Map<Check['name'], Answer>()
  for (const [name, prepare] of apis) answers.set(name, await ask(prepare))
  checks.push(noToken ? refused('token', noToken) : checkToken(answers, accessToken))
  for (const [name, answer] of answers) checks.push(checkGrant(name, answer))
  return checks
}

/** Any response will do; only an overloaded platform is worth a retry. */
function answerIn(response: GatewayResponse): Answer {
  const object = asObject(response.body)
  const error = object && failureIn(object, response.status)
  if (error?.retryable) throw error
  if (response.status >= 500) throw errorOfStatus(response.status)
  const code = object ? codeIn(object) : ''
  return { response, error, platformCode: /^[\w.-]{1,60}$/.test(code) ? code : undefined }
}

function notAsked(error: unknown): Answer {
  if (error instanceof GatewayError) return { error }
  const detail = 'The check could not run. Try again in a moment.'
  return { error: new GatewayError('upstream_unavailable', detail) }
}

function checkClock(time: Answer): Check {
  const platformMs = timeIn(time)
  if (platformMs === undefined) return skipped('clock', '1688 did not send its time.')
  const apartMs = Math.abs(Date.now() - platformMs)
  const detail = `1688's clock and this one are ${Math.round(apartMs / 1000)} s apart.`
  if (apartMs <= CLOCK_TOLERANCE_MS) return passed('clock', detail)
  const remedy = "Check the clock of the worker's machine, and GATEWAY_URL: this may not be 1688."
  return failed('clock', detail, remedy)
}

function checkSignature(time: Answer): Check {
  return timeIn(time) === undefined
    ? refused('key and signature', time)
    : passed('key and signature', '1688 accepts the key and its signature.')
}

function checkToken(answers: Map<Check['name'], Answer>, token: string | undefined): Check {
  if (!token) return skipped('token', 'No access token is set; only image-search works without one.')
  const refusal = [...answers.values()].find(({ error }) => error?.isTokenRefusal)
  if (refusal) return refused('token', refusal)
  return [...answers].some(([name, answer]) => name !== 'image-search' && isPastToken(answer))
    ? passed('token', '1688 accepts the access token.')
    : skipped('token', 'No call got as far as the access token check.')
}

/** 1688 checks the token before access, quota and parameters, and after API, key and signature. */
function isPastToken({ response, error, platformCode = '' }: Answer): boolean {
  if (!response || !asObject(response.body)) return false
  return !error || /(ACLDecline|ParamMissing|NoUsageLeftError)$/i.test(platformCode)
}

function checkGrant(name: Check['name'], answer: Answer): Check {
  const { response, error } = answer
  const isGranted = response && asObject(response.body) && !(error && isKeyRefusal(error.code))
  return isGranted ? passed(name, 'The app may use this API.') : refused(name, answer)
}

function refused(name: Check['name'], answer: Answer): Check {
  const { response, platformCode, error = unknownFailure(response?.status) } = answer
  const [detail = '', ...remedy] = error.message.split(/(?<=\.) (?![^“]*”)/)
  return {
    ...failed(name, detail, remedy.join(' ')),
    code: error.code,
    ...(platformCode !== undefined && { platformCode }),
  }
}

function unknownFailure(status = 0): GatewayError {
  return status >= 300
    ? errorOfStatus(status)
    : new GatewayError('upstream_bad_response', '1688 sent an unknown answer. Check GATEWAY_URL.')
}

/** The body is a JSON string such as `"20261010164552223+0800"`. */
function timeIn({ response }: Answer): number | undefined {
  const body = response?.body
  const form = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})([+-]\d\d)(\d\d)$/
  if (typeof body !== 'string' || !form.test(body)) return undefined
  return Date.parse(body.replace(form, '$1-$2-$3T$4:$5:$6.$7$8:$9')) || undefined
}
