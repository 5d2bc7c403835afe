import { seeded } from './random.ts'

export interface Supplier {
  name: string
  province: string
  city: string
  /** Most give none. */
  street?: string
  years: number
  identities: string[]
  isGold: boolean
  /** its prices against the middle of the market */
  priceLevel: number
}

const PLACES = [
  ['浙江省', '义乌市'],
  ['浙江省', '杭州市'],
  ['浙江省', '宁波市'],
  ['浙江省', '温州市'],
  ['浙江省', '台州市'],
  ['广东省', '广州市'],
  ['广东省', '深圳市'],
  ['广东省', '东莞市'],
  ['广东省', '汕头市'],
  ['广东省', '中山市'],
  ['福建省', '泉州市'],
  ['福建省', '莆田市'],
  ['河北省', '保定市'],
  ['山东省', '青岛市'],
  ['江苏省', '苏州市'],
] as const
const FIRST = ['澄', '岚', '禾', '沐', '蔚', '栎', '霁', '璟', '翎', '棠']
const SECOND = ['野', '屿', '麓', '桉', '澜', '砚', '栩', '溪']
const TRADE = ['日用百货', '贸易', '电子商务', '工贸', '进出口', '实业', '制品厂', '供应链管理']

/** Invented names out of rare pairs of characters: none is meant to be a real company's. */
export const SUPPLIERS: readonly Supplier[] = PLACES.flatMap((place, at) => [
  invent(place, at * 2),
  invent(place, at * 2 + 1),
])

function invent([province, city]: readonly [string, string], index: number): Supplier {
  const random = seeded(`supplier ${index}`)
  const word = `${FIRST[index % 10]}${SECOND[(index * 3) % 8]}${FIRST[(index * 7 + 3) % 10]}`
  const trade = random.pick(TRADE)
  const powerful = random.chance(0.45)
  return {
    name: `${city.replace('市', '')}${word}${trade}${trade.endsWith('厂') ? '' : '有限公司'}`,
    province,
    city,
    years: random.whole(1, 16),
    identities: [
      ...(random.chance(0.3) ? ['super_factory'] : []),
      ...(powerful ? ['powerful_merchants'] : []),
      'tp_member',
    ].slice(0, random.chance(0.85) ? 3 : 0),
    isGold: powerful || random.chance(0.3),
    priceLevel: random.between(0.82, 1.22),
  }
}
