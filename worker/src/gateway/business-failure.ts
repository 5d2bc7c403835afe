import { errorOfKind, type FailureKind, type GatewayError, kindOfCode } from './errors.ts'
import type { Json } from './json.ts'

/** What a call asked about; `region` is a part of a picture. */
export type Subject = 'picture' | 'region' | 'offer'

/** What the platform's free text is about, in English and Chinese. The first match wins. A single word says nothing. */
const PHRASES: [FailureKind, RegExp, Subject?][] = [
  ['offer', /[商产]品.{0,4}(不存在|下架)|(offer|product) .{0,9}not (exist|found)/, 'offer'],
  ['relation', /exist relation/, 'offer'],
  ['region', /region .{0,9}invalid/, 'region'],
  [
    'picture',
    /(image|picture) .{0,20}(err|not|expired|too|invalid)|(invalid|handle) image|图片.{0,4}[不过无]/,
  ],
  ['platform', /system err|time ?out|系统(异常|繁忙)/],
  ['rate', /too (many|often)|throttl|qos|frequency|频繁/],
  ['quota', /no usage left|今日.{0,9}上限/],
  ['clock', /time ?stamp|request is expired/],
  ['token', /access token|user auth|session expired/],
  ['signature', /invalid sign/],
  ['key', /invalid app ?key/],
]

/**
 * What a failure in the body of a service means: its message first, then its code.
 *
 * @param about what the call asked about
 */
export function businessFailure(
  code: Json | undefined,
  message: Json | undefined,
  about?: Subject,
): GatewayError {
  const words = textOf(message)
  const name = textOf(code)
  const kind = kindOfWords(words, about) ?? kindOfCode(name) ?? kindOfWords(name, about) ?? 'unknown'
  return errorOfKind(kind, quotable(words || name))
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function kindOfWords(words: string, about: Subject | undefined): FailureKind | undefined {
  const plain = words
    .slice(0, 500)
    // What is quoted is somebody's title or keyword, unless it is the name of a parameter.
    .replace(/["“「《【](?!\w+["”])[^"”」》】]*["”」》】]/g, ' ')
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .replace(/[\s_:"'()[\]-]+/g, ' ')
    .trim()
  return PHRASES.find(([, phrase, only]) => (!only || only === about) && phrase.test(plain))?.[0]
}

const MAX_WORDS = 160

/** On one line, without addresses, keys, tokens, signatures and Base64. */
function quotable(words: string): string {
  const line = words
    .slice(0, 2000)
    .replace(/<[^>]*>|(?:\w+:)?\/\/\S+/g, ' … ')
    .replace(/((?:key|token|sign|signature|secret|password|session)\W{0,3}[=:]\W{0,3})[^\s,;&，。]+/gi, '$1…')
    .replace(/(?=[\w+/=%-]*\d)[\w+/=%-]{16,}|[\w+/=%.-]{32,}/g, '…')
    .replace(/[\p{C}\s“”]+/gu, ' ')
    .trim()
  const characters = [...line]
  return characters.length > MAX_WORDS ? `${characters.slice(0, MAX_WORDS).join('')}…` : line
}
