import { SHOPS, SIZE, VERSION } from './shops.ts'

/** Services that are given a picture's address and reduce it. */
const REDUCERS = /\/(_next\/image|_vercel\/image|_image|\.netlify\/images|_ipx)$/

/**
 * The addresses of larger versions of a picture, the largest first. Only what asks for a size is left out or changed: all
 * are of the same file, though perhaps with another crop or padding. They may not exist.
 */
export function largerAddresses(address: string): string[] {
  const versions = versionsOf(address)
  const own = versions.indexOf(URL.parse(address)?.href ?? address)
  return own < 0 ? versions : versions.slice(0, own)
}

/** The address of the largest version, as far as addresses show: equal for all versions of a picture. */
export function largestAddress(address: string): string {
  return versionsOf(address)[0] ?? address
}

function versionsOf(address: string): string[] {
  const url = URL.parse(address)
  if (!url?.protocol.startsWith('http')) return []
  const inner = REDUCERS.test(url.pathname) && /[?&](?:url|href)=([^&]+)/.exec(url.search)?.[1]
  if (inner) return [...innerVersions(url, inner), url.href.replace(/([?&]w=)\d+/, '$13840')]
  const place = url.hostname + url.pathname
  const hasSize = parametersOf(url.href).some((name) => SIZE.test(name))
  let versions = [hasSize ? withoutVersion(url.href) : url.href]
  for (const { at, rules = [], drop } of SHOPS) {
    if (!at.test(place)) continue
    if (drop) versions = versions.map((each) => withoutParameters(each, drop))
    for (const [from, ...to] of rules)
      versions = versions.flatMap((each) => to.map((with_) => each.replace(from, with_)))
  }
  return [...new Set(versions)]
}

function innerVersions(url: URL, inner: string): string[] {
  let decoded = inner
  try {
    decoded = decodeURIComponent(inner)
  } catch {
    // A stray per cent sign: the address was not encoded.
  }
  const own = URL.parse(decoded, url.href)?.href
  return own ? [...new Set([...versionsOf(own), own])] : []
}

/** Without parameters that say which version of a picture is wanted. */
export function withoutVersion(address: string): string {
  return withoutParameters(withoutParameters(address, SIZE), VERSION)
}

function withoutParameters(address: string, names: RegExp): string {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)\??([^#]*)(.*)$/.exec(address) ?? []
  // Not `searchParams`: a page script in Firefox cannot iterate over it.
  const left = query.split('&').filter((part) => part && !names.test(nameOf(part)))
  return `${path}${left.length > 0 ? '?' : ''}${left.join('&')}${hash}`
}

function parametersOf(address: string): string[] {
  return (/\?([^#]*)/.exec(address)?.[1] ?? '').split('&').map(nameOf)
}

function nameOf(parameter: string): string {
  return parameter.replace(/=.*/, '')
}
