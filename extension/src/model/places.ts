import { PLACE_NAMES } from './place-names.ts'

export interface Place {
  /** Without its suffix: `深圳`. */
  zh: string
  /** With its province where two places share a name: `Suzhou, Anhui`. */
  en: string
}

interface City {
  zh: string
  en: string
  province: Province
}

interface Province {
  zh: string
  en: string
}

const provinces: Province[] = []
const cities: City[] = []
for (const [names, list] of Object.entries(PLACE_NAMES)) {
  const [, zh = '', en = ''] = /^(\S+) (.+)$/.exec(names) ?? []
  const province = { zh, en }
  provinces.push(province)
  for (const [, city = '', name = ''] of list.matchAll(/(\S+) (\S+)/g))
    cities.push({ zh: city, en: name, province })
}

const PROVINCE_SUFFIX = /^(?:省|(?:壮族|回族|维吾尔)?自治区|特别行政区)/
const MUNICIPALITIES = new Set(['北京', '天津', '上海', '重庆'])
/** What follows a city's name; without it 东方大厦 (a building) would be 东方 (a city). */
const CITY_END = /^(?:市|地区|盟|\S{0,6}?自治州|州|\s|$)/

/**
 * The city in a supplier's address, as 1688 writes it: `广东 深圳市`, `浙江省金华市义乌市`, `上海市`. The province if it knows no
 * city there; `undefined` if it knows neither.
 */
export function findPlace(location: string): Place | undefined {
  const address = location.trim().replace(/^中国\s*/, '')
  const province = provinces.find(({ zh }) => address.startsWith(zh))
  if (province) {
    const rest = address.slice(province.zh.length)
    if (MUNICIPALITIES.has(province.zh)) return province
    // 吉林市 is a city of the province 吉林.
    if (!rest.startsWith('市')) {
      const inProvince = rest.replace(PROVINCE_SUFFIX, '').trimStart()
      return placeIn(inProvince, province) ?? province
    }
  }
  return placeIn(address, undefined)
}

/** The Chinese name of an address's province, without its suffix; `undefined` if neither it nor a city of it is known. */
export function findProvince(location: string): string | undefined {
  const address = location.trim().replace(/^中国\s*/, '')
  const province = provinces.find(({ zh }) => address.startsWith(zh))
  return province?.zh ?? longestStart(cities, address)?.province.zh
}

function placeIn(address: string, province: Province | undefined): Place | undefined {
  const known = province ? cities.filter((city) => city.province === province) : cities
  const city = longestStart(known, address)
  if (!city) return undefined
  const rest = address.slice(city.zh.length)
  if (!province && !CITY_END.test(rest)) return undefined
  const below = rest.replace(CITY_END, '').trimStart()
  const countyCity = longestStart(
    cities.filter((each) => each.province === city.province),
    below,
  )
  const isCity = countyCity && /^[^市]*市/.test(below.slice(0, countyCity.zh.length + 1))
  return named(isCity ? countyCity : city)
}

function longestStart(known: City[], address: string): City | undefined {
  return known
    .filter(({ zh }) => address.startsWith(zh))
    .reduce<City | undefined>(
      (best, city) => (best && best.zh.length >= city.zh.length ? best : city),
      undefined,
    )
}

function named({ zh, en, province }: City): Place {
  const isShared = [...provinces, ...cities].filter((each) => each.en === en).length > 1
  return { zh, en: isShared ? `${en}, ${province.en}` : en }
}
