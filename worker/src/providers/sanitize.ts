import { asObject, type Json, type JsonObject, parseJson, scalarText } from '../gateway/json.ts'

// The platform is not trusted: each value is either in the expected form or `null`.

const MAX_TEXT = 300

/**
 * What shows nothing and changes nothing that is shown: direction marks, tags, variation selectors but those of emoji. Text can
 * be hidden in it from people, but not from programs that read it.
 */
const INVISIBLE =
  /(?:[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]|[\ufe00-\ufe0d]|\u034f)+/gu

/**
 * One line of text, with entities decoded, without markup, control characters, what is invisible, and unpaired surrogates, which
 * UTF-8 cannot encode.
 */
export function text(value: Json | undefined): string | null {
  const clean = withoutMarkup(decoded(scalarText(value).slice(0, 4 * MAX_TEXT)).replace(INVISIBLE, ''))
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\xa0]+/gu, ' ')
    .trim()
  return /^(null|undefined|[-—]*)$/i.test(clean) ? null : clean.slice(0, MAX_TEXT).replace(/\p{Cs}$/u, '')
}

const NAMED_ENTITIES = new Map(
  'amp& lt< gt> quot" apos\' nbsp\xa0 times× middot· hellip… ldquo“ rdquo” rsquo’ ndash– mdash—'
    .split(' ')
    .map((entity) => [entity.slice(0, -1), entity.slice(-1)]),
)

/** Once: what an entity's text becomes is text. */
function decoded(value: string): string {
  return value.replace(/&(?:#(x?)([\da-f]{1,7})|(\w{2,8}));/gi, (entity, hex, digits, name) => {
    if (name) return NAMED_ENTITIES.get(name) ?? entity
    const code = Number(hex ? `0x${digits}` : digits)
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity
  })
}

/** Repeats, because removing a tag within a tag leaves a tag. `3 < 5` is no markup, and half a tag becomes none. */
function withoutMarkup(value: string): string {
  const less = value.replace(/<[a-z/!?][^<>]*>/gi, '')
  return less === value ? value.replace(/<(?=[a-z/!?])/gi, '< ') : withoutMarkup(less)
}

export function id(value: Json | undefined): string | null {
  const digits = scalarText(value).trim()
  return /^\d{1,20}$/.test(digits) && !/^0+$/.test(digits) ? digits : null
}

export function flag(value: Json | undefined): boolean | null {
  const word = typeof value === 'object' ? '' : String(value).trim()
  if (/^(true|1|y|yes|是)$/i.test(word)) return true
  return /^(false|0|n|no|否)$/i.test(word) ? false : null
}

/** What JSON within a text stands for; anything else as it is. */
export function unfolded(value: Json | undefined): Json | undefined {
  return typeof value === 'string' && /^\s*[[{]/.test(value) ? (parseJson(value) ?? value) : value
}

/** The objects in a list, at most so many. */
export function objectsIn(value: Json | undefined, most = 100): JsonObject[] {
  const list = unfolded(value)
  if (!Array.isArray(list)) return []
  return list
    .slice(0, most)
    .map(asObject)
    .filter((item) => item !== undefined)
}

const MOST_CODES = 20

/**
 * Codes in every recorded form: in a list, or separated by blanks or commas in a text, each alone or before its Chinese name
 * (`tp_member-诚信通`). A Chinese name without a code stays as it is.
 */
export function codes(value: Json | undefined): string[] {
  const texts = [unfolded(value)].flat().filter((text) => typeof text === 'string')
  const read = texts
    .flatMap((text) => text.slice(0, 1000).split(/[\s,，、;；|]+/))
    .flatMap((word) => /^(?!\d+$)(?:\w{1,40}(?=$|-)|[\p{Script=Han}\d]{2,20}$)/u.exec(word)?.[0] ?? [])
  return [...new Set(read)].slice(0, MOST_CODES)
}

/** Where the relative addresses of pictures lead. */
const PICTURE_HOST = 'https://cbu01.alicdn.com/'

/**
 * A picture's address as https; protocol-relative, relative and `http:` forms occur. Plain http stays only for the host of a
 * gateway that is itself reached by plain http, as in the sandbox.
 */
export function pictureUrl(value: Json | undefined, gatewayUrl: string): string | null {
  const isRelative = typeof value === 'string' && /^\s*\/?img\//.test(value)
  const url = httpUrl(isRelative ? PICTURE_HOST + value.trim().replace(/^\//, '') : value)
  if (!url) return null
  const gateway = new URL(gatewayUrl)
  const staysHttp = gateway.protocol === 'http:' && url.hostname === gateway.hostname
  if (url.protocol === 'http:' && !staysHttp) url.protocol = 'https:'
  return url.href
}

/** An offer's page, always on 1688's own host. */
export function offerUrl(offerId: string, value?: Json): string {
  const url = httpUrl(value)
  if (url && /(^|\.)1688\.com$/.test(url.hostname)) {
    url.protocol = 'https:'
    return url.href
  }
  return `https://detail.1688.com/offer/${offerId}.html`
}

function httpUrl(value: Json | undefined): URL | undefined {
  if (typeof value !== 'string' || value.length > 2000) return undefined
  const address = value.trim()
  const url = URL.parse(address.replace(/^(?=\/\/|[\w.-]+\.alicdn\.com\/)(\/\/)?/, 'https://'))
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined
  return url.username || url.password ? undefined : url
}
