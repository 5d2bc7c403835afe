/** What a page tells about its country. */
export interface Locality {
  /** `amazon.co.jp` */
  host?: string
  /** BCP 47, the document's `lang`. */
  language?: string
}

/** Country domains that sites from anywhere use. `co` means Colombia only as `com.co`. */
const GENERIC = new Set(
  'ac ag ai am bz cc cd co cx dj eu fm gg gl gs hm im io la lc ly me mn ms nu pw sc sh so st su tk to tv vc vg ws'.split(
    ' ',
  ),
)

/**
 * ISO 3166, from the host's domain, else from the language. A language without a region counts as that of its largest
 * country, so an English page on a generic domain is from the United States.
 */
export function countryOf({ host, language }: Locality): string | undefined {
  return countryOfHost(host) ?? localeOf(language)?.maximize().region
}

export function countryOfHost(host = ''): string | undefined {
  const [, before, ending] = /(?:([^.]+)\.|^)([a-z]{2})\.?$/.exec(host.toLowerCase()) ?? []
  if (!ending || (GENERIC.has(ending) && before !== 'com')) return undefined
  return ending === 'uk' ? 'GB' : ending.toUpperCase()
}

/** The locale of a `lang` attribute; shops write `en_US`, and worse. */
export function localeOf(language: string | undefined): Intl.Locale | undefined {
  try {
    return language ? new Intl.Locale(language.trim().replaceAll('_', '-')) : undefined
  } catch {
    return undefined
  }
}
