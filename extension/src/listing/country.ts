/** Where a page is from, as far as it tells. */
export interface Locality {
  /** `amazon.co.jp` */
  host?: string
  /** BCP 47, the document's `lang`. */
  language?: string
}

/** Endings of countries that sites from anywhere use. `co` is Colombia's only as `com.co`. */
const ANYWHERE = new Set(
  'ac ag ai am bz cc cd co cx dj eu fm gg gl gs hm im io la lc ly me mn ms nu pw sc sh so st su tk to tv vc vg ws'.split(
    ' ',
  ),
)

/**
 * ISO 3166: by the host's ending, else by the language. A language without a region counts as that of its largest
 * country, so a page in English on a host of no country is one of the United States.
 */
export function countryOf({ host, language }: Locality): string | undefined {
  return countryOfHost(host) ?? localeOf(language)?.maximize().region
}

export function countryOfHost(host = ''): string | undefined {
  const [, before, ending] = /(?:([^.]+)\.|^)([a-z]{2})\.?$/.exec(host.toLowerCase()) ?? []
  if (!ending || (ANYWHERE.has(ending) && before !== 'com')) return undefined
  return ending === 'uk' ? 'GB' : ending.toUpperCase()
}

/** What `lang` says; shops write `en_US`, and worse. */
export function localeOf(language: string | undefined): Intl.Locale | undefined {
  try {
    return language ? new Intl.Locale(language.trim().replaceAll('_', '-')) : undefined
  } catch {
    return undefined
  }
}
