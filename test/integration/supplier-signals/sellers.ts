import { type Random, seeded } from '../../fakes/gateway/catalogue/random.ts'

/** What a seller is: it makes what it sells, or it buys it. */
export type Role = 'factory' | 'trader'

/** An item of a search, as the platform writes it. */
type Item = Record<string, unknown>

export interface KnownSeller {
  name: string
  role: Role
  items: Item[]
}

/** The same picture stands for the same photo. */
const PHOTO = 'https://cbu01.alicdn.com/img/ibank/'

const CITIES = [
  ['浙江省', '义乌市', ['稠江街道', '佛堂镇', '北苑街道']],
  ['浙江省', '金华市', ['永康市经济开发区', '武义县壶山街道']],
  ['浙江省', '台州市', ['黄岩区新前街道', '路桥区蓬街镇', '温岭市大溪镇']],
  ['浙江省', '温州市', ['苍南县金乡镇', '瑞安市塘下镇']],
  ['广东省', '东莞市', ['虎门镇', '长安镇', '清溪镇']],
  ['广东省', '深圳市', ['龙岗区坂田街道', '宝安区沙井街道']],
  ['广东省', '汕头市', ['澄海区莲下镇', '潮南区峡山街道']],
  ['广东省', '广州市', ['白云区石井街道', '花都区狮岭镇']],
  ['福建省', '泉州市', ['晋江市陈埭镇', '南安市水头镇']],
  ['河北省', '保定市', ['白沟镇', '安新县']],
  ['山东省', '临沂市', ['兰山区枣园镇', '河东区']],
] as const

const WORDS = [
  '鑫源',
  '博雅',
  '恒达',
  '嘉美',
  '宏晟',
  '锐驰',
  '乐优',
  '皓月',
  '金龙',
  '新视界',
  '百汇',
  '诚信达',
  '云帆',
  '优品',
  '德兴',
]
const GOODS = [
  '塑料',
  '五金',
  '玩具',
  '箱包',
  '针织',
  '家居用品',
  '饰品',
  '电器',
  '文具',
  '服饰',
  '鞋业',
  '工艺品',
]

/** How factories and traders are registered, with how many of a hundred. What follows the goods tells little in most names. */
const NAMES: Record<Role, [parts: number, ending: string][]> = {
  factory: [
    [22, '厂'],
    [14, '制品有限公司'],
    [6, '制造有限公司'],
    [5, '加工厂'],
    [30, '有限公司'],
    [9, '科技有限公司'],
    [6, '实业有限公司'],
    [5, '工贸有限公司'],
    [2, '贸易有限公司'],
    [1, '电子商务有限公司'],
  ],
  trader: [
    [18, '贸易有限公司'],
    [15, '电子商务有限公司'],
    [9, '商贸有限公司'],
    [7, '进出口有限公司'],
    [5, '商行'],
    [5, '经营部'],
    [4, '供应链管理有限公司'],
    [3, '百货店'],
    [18, '有限公司'],
    [9, '科技有限公司'],
    [3, '工贸有限公司'],
    [3, '制品有限公司'],
    [1, '厂'],
  ],
}

function nameOf(role: Role, city: string, random: Random): string {
  const ending = random.pick(NAMES[role].flatMap(([parts, each]) => Array<string>(parts).fill(each)))
  const goods = random.chance(0.75) || ending === '厂' ? random.pick(GOODS) : ''
  return `${city.replace('市', '')}${random.chance(0.7) ? '市' : ''}${random.pick(WORDS)}${random.pick(WORDS)}${goods}${ending}`
}

/** Most answers name province and city alone. Where there is more, factories and offices may be in the same industrial estate. */
function addressOf(role: Role, random: Random, [province, city, towns]: (typeof CITIES)[number]): string {
  if (random.chance(0.55)) return `${province}${city}`
  const place = `${province}${city}${random.pick([...towns])}`
  const [number, floor] = [random.whole(1, 300), random.whole(2, 26)]
  const works = [
    `${random.pick(WORDS)}工业区${number}号`,
    `${random.pick(WORDS)}村${number}号`,
    `${random.pick(WORDS)}路${number}号${random.whole(1, 9)}号厂房`,
    `工业园${random.pick(['A', 'B', 'C'])}区${random.whole(1, 20)}幢`,
    `经济开发区${random.pick(WORDS)}路${number}号`,
  ]
  const offices = [
    `${random.pick(WORDS)}大厦${random.pick(['A', 'B'])}座${floor}0${random.whole(1, 9)}室`,
    `国际商贸城${random.whole(1, 5)}区${random.pick(['A', 'F', 'H'])}区${number}号`,
    `${random.pick(WORDS)}写字楼${floor}楼`,
    `电商产业园${random.whole(1, 9)}栋${floor}${random.whole(10, 40)}`,
    `${random.pick(WORDS)}路${number}号${random.whole(1, 9)}单元${floor}02室`,
    // Many an office is on a floor of what used to be a factory.
    `${random.pick(WORDS)}工业区${random.whole(1, 20)}栋${random.whole(3, 7)}楼${random.whole(301, 712)}`,
    `${random.pick(WORDS)}路${number}号`,
  ]
  const isUsual = random.chance(0.96)
  return place + random.pick((role === 'factory') === isUsual ? works : offices)
}

/** 1688 inspects a super factory; the other two are bought. */
function identitiesOf(role: Role, random: Random): string[] {
  return [
    ...(random.chance(role === 'factory' ? 0.22 : 0.004) ? ['super_factory'] : []),
    ...(random.chance(0.4) ? ['powerful_merchants'] : []),
    ...(random.chance(0.9) ? ['tp_member'] : []),
  ]
}

const KEPT = { factory: [0.88, 0.99], trader: [0.45, 0.7] } as const

/** How many of the platform's widest categories it sells in: the products of one workshop are much alike. */
function rangeOf(role: Role, random: Random): number[] {
  const [one, two] = KEPT[role]
  const chance = random.next()
  const count = chance < one ? 1 : chance < two ? 2 : random.whole(3, 6)
  return Array.from({ length: count }, () => random.whole(1, 99))
}

/** Sellers whose roles are known, with what a search and the platform's own forms say of them. */
export function makeSellers(count: number): KnownSeller[] {
  const random = seeded('sellers with known roles')
  const factoryPhotos: string[] = []
  const names = new Set<string>()
  return Array.from({ length: count }, (_, at) => {
    const role: Role = random.chance(0.45) ? 'factory' : 'trader'
    const place = random.pick(CITIES)
    let name = nameOf(role, place[1], random)
    while (names.has(name)) name = nameOf(role, place[1], random)
    names.add(name)
    const seller = {
      companyName: name,
      companyAddress: addressOf(role, random, place),
      sellerIdentities: identitiesOf(role, random),
      sellerDataInfo: { tpYear: String(random.whole(1, 18)) },
    }
    const range = rangeOf(role, random)
    const items = Array.from(
      { length: Math.max(range.length, random.whole(1, 6)) },
      (_item, number): Item => {
        // Traders take what factories photographed, and so do some factories.
        const isTaken = factoryPhotos.length > 0 && random.chance(role === 'trader' ? 0.35 : 0.06)
        const photo = isTaken ? random.pick(factoryPhotos) : `O1CN01${at}x${number}.jpg`
        if (!isTaken && role === 'factory') factoryPhotos.push(photo)
        return {
          ...seller,
          offerId: 600_000_000_000 + at * 100 + number,
          subject: `货源 ${at}-${number}`,
          imageUrl: PHOTO + photo,
          priceInfo: { price: '9.90' },
          topCategoryId: range[number % range.length],
        }
      },
    )
    return { name, role, items }
  })
}
