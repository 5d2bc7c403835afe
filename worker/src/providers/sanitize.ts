import type { PriceTier } from '@find-on-1688/shared'
import { asObject, type Json } from '../gateway/json.ts'

// The platform is not trusted: each value is either in the expected form or `null`.

const MAX_TEXT = 300

/** One line of text, without markup, control characters and unpaired surrogates, which UTF-8 cannot encode. */
export function text(value: Json | undefined): string | null {
  if (typeof value !== 'string') return null
  const clean = withoutMarkup(value.slice(0, 4 * MAX_TEXT))
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
  return clean === '' ? null : clean.slice(0, MAX_TEXT).replace(/\p{Cs}$/u, '')
}

/** Repeats, because removing a tag within a tag leaves a tag. */
function withoutMarkup(value: string): string {
  const less = value.replace(/<[^<>]*>/g, '')
  return less === value ? value : withoutMarkup(less)
}

/** Yuan above zero as a decimal string. */
export function yuan(value: Json | undefined): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const amount = String(value).trim()
  return /^\d{1,9}(\.\d{1,4})?$/.test(amount) && Number(amount) > 0 ? amount : null
}

/**
 * One amount or a range, such as `125-128` or `¥2.00~3.50`. An amount by itself has no `priceMax`: nothing says that no
 * variant costs more. Words such as `面议` (negotiable) are no price.
 */
export function yuanRange(value: Json | undefined): { price: string | null; priceMax: string | null } {
  const parts = typeof value === 'string' ? value.split(/[-–~～至]/, 3) : [value]
  const [low = null, high = null] = parts.map((part) =>
    yuan(typeof part === 'string' ? part.replace(/^\s*[¥￥]|元\s*$/g, '') : part),
  )
  if (parts.length === 1) return { price: low, priceMax: null }
  if (parts.length > 2 || low === null || high === null) return { price: null, priceMax: null }
  return Number(low) <= Number(high)
    ? { price: low, priceMax: Number(low) === Number(high) ? null : high }
    : { price: high, priceMax: low }
}

/** A whole number from `min` on. */
export function count(value: Json | undefined, min = 0): number | null {
  const number = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= min ? number : null
}

export function id(value: Json | undefined): string | null {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return /^\d{1,20}$/.test(digits) && !/^0+$/.test(digits) ? digits : null
}

export function flag(value: Json | undefined): boolean | null {
  if (value === true || value === 'true') return true
  return value === false || value === 'false' ? false : null
}

/** `"13%"` as 0.13. */
export function percentage(value: Json | undefined): number | null {
  const number = typeof value === 'string' ? /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(value.trim())?.[1] : undefined
  return number !== undefined && Number(number) <= 100 ? Number((Number(number) / 100).toFixed(4)) : null
}

export function words(value: Json | undefined): string[] {
  if (!Array.isArray(value)) return []
  return value
    .filter((word): word is string => typeof word === 'string' && /^\w{1,40}$/.test(word))
    .slice(0, 20)
}

/**
 * A picture's address as https; protocol-relative and `http:` forms occur. Plain http stays only for the host of a gateway
 * that is itself reached by plain http, as in the sandbox.
 */
export function pictureUrl(value: Json | undefined, gatewayUrl: string): string | null {
  const url = httpUrl(value)
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
  const url = URL.parse(value.startsWith('//') ? `https:${value}` : value)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined
  return url.username || url.password ? undefined : url
}

const MOST_TIERS = 100

/**
 * Price tiers by ascending quantity, whatever the platform calls the fields. None if one of them cannot be read: the tier
 * before it would seem to hold for its quantities too.
 */
export function priceTiers(value: Json | undefined): PriceTier[] {
  if (!Array.isArray(value) || value.length > MOST_TIERS) return []
  const tiers = value.flatMap((entry) => {
    const tier = asObject(entry)
    const minQuantity = count(tier?.startQuantity ?? tier?.beginAmount ?? tier?.minQuantity, 1)
    const price = yuan(tier?.price)
    return minQuantity === null || price === null ? [] : [{ minQuantity, price }]
  })
  if (tiers.length < value.length) return []
  return tiers.sort((a, b) => a.minQuantity - b.minQuantity)
}

/** A measure above zero, such as a weight or a length. */
export function measure(value: Json | undefined): number | null {
  const number =
    typeof value === 'string' && /^\d{1,7}(\.\d{1,4})?$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && number > 0 && number < 1e6 ? number : null
}
