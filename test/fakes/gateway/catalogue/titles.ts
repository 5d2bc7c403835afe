import { COLOURS } from './colours.ts'
import type { Product } from './product.ts'
import type { Random } from './random.ts'

const FRONT = ['跨境', '厂家批发', '外贸爆款', '源头工厂', '跨境专供', '现货批发', '电商热卖', '新款']
const MIDDLE = ['ins风', '简约', '欧美', '日系', '学生', '家用', '户外', '高颜值', '时尚', '复古']
const BACK = [
  '一件代发',
  '可定制logo',
  '现货速发',
  '支持定制',
  '工厂直销',
  '地摊货源',
  '厂家直供',
  '量大从优',
]

export function chineseTitle(product: Product, random: Random): string {
  const colour = random.chance(0.8) ? product.colourChinese : ''
  return `${random.pick(FRONT)}${random.pick(MIDDLE)}${colour}${product.chinese}${random.chance(0.85) ? ` ${random.pick(BACK)}` : ''}`
}

const START = ['Cross-border', 'Factory wholesale', 'New', 'Hot selling', 'Wholesale']
const END = ['', ', custom logo', ', ready stock', ', dropshipping', ', factory direct']

export function englishTitle(product: Product, random: Random): string {
  return `${random.pick(START)} ${COLOURS[product.colour][1]} ${product.english}${random.pick(END)}`
}
