import type { TellingWords } from './supplier-name.ts'
import type { Seller } from './suppliers.ts'

/** Where things are made. A street may be called 工业路 anywhere, and 产业园 and 科技园 have offices. */
const WORKS = /标准厂房|厂房|车间|厂区|生产基地|工业(?:园区?|小区|区|城)(?!\S{0,8}(?:路|街|大道))/
/** Where things are sold: markets, their booths and shops; parks for e-commerce; flats. */
const SHOP =
  /(?:国际)?商贸城|小商品(?:市场|城)|批发(?:市场|城|中心)|(?:市场|商城)(?!路|街|巷|大道|监)|摊位|档口|铺位|商铺|店面|门面|(?:电子商务|电商|跨境)\S{0,6}园|\d+单元/
/** Offices: a trader's, or a factory's own. */
const OFFICE = /写字楼|大厦|商务(?:中心|楼|大楼)|国际中心|\d+室/
/** A floor, or a room of one: in an industrial estate as often an office as a workshop. */
const FLOOR = /\d+(?:楼|层)|[栋幢座]\d{3,4}/

/**
 * What the company's address says, where 1688 gives more than a city: 工业区3号厂房 is a works, 国际商贸城4区 a market. An
 * address that has marks of both says nothing.
 */
export function readAddresses({ offers }: Seller): TellingWords | undefined {
  const addresses = new Set(
    offers.flatMap(({ offer, details }) => offer.supplier.location ?? details?.supplier.location ?? []),
  )
  const signals = [...addresses].flatMap((address) => readOne(address.normalize('NFKC')) ?? [])
  const [first] = signals
  return signals.every((signal) => signal.toward === first?.toward) ? first : undefined
}

function readOne(address: string): TellingWords | undefined {
  const works = WORKS.exec(address)?.[0]
  const shop = SHOP.exec(address)?.[0]
  const office = OFFICE.exec(address)?.[0]
  if (works && shop) return
  if (shop) return { toward: 'trader', words: shop }
  // An office in an industrial zone may be anyone's.
  if (works && ((!office && !FLOOR.test(address)) || /厂房|车间|厂区/.test(works)))
    return { toward: 'factory', words: works }
  if (office && !works && !/室$/.test(office)) return { toward: null, words: office }
}
