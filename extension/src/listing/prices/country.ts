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

/** Languages that shops write for one country. Chinese is not one: shops in Japan write it, with prices in yen. */
const HOME: Record<string, string> = Object.fromEntries(
  'bs BA  da DK  fa IR  hi IN  is IS  ja JP  mk MK  nb NO  ne NP  nn NO  no NO  si LK  sv SE'
    .split('  ')
    .map((each) => each.split(' ')),
)

/**
 * ISO 3166, from the host's domain, else from the region of the language. A language alone is no country: shops in Canada
 * and Singapore write `en` on a .com domain. Only a few are at home in a single country.
 */
export function countryOf({ host, language }: Locality): string | undefined {
  const locale = localeOf(language)
  return countryOfHost(host) ?? locale?.region ?? HOME[locale?.language ?? '']
}

export function countryOfHost(host = ''): string | undefined {
  const [, before, ending] = /(?:([^.]+)\.|^)([a-z]{2})\.?$/.exec(host.toLowerCase()) ?? []
  if (!ending || (GENERIC.has(ending) && before !== 'com')) return undefined
  return ending === 'uk' ? 'GB' : ending.toUpperCase()
}

const LOCALES = new Map<string, Intl.Locale | undefined>()

/** The locale of a `lang` attribute; shops write `en_US`, and worse. */
export function localeOf(language: string | undefined): Intl.Locale | undefined {
  if (!language) return undefined
  if (!LOCALES.has(language)) LOCALES.set(language, parsedLocale(language))
  return LOCALES.get(language)
}

function parsedLocale(language: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(language.trim().replaceAll('_', '-'))
  } catch {
    return undefined
  }
}
