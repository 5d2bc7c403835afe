import type { Seller } from './suppliers.ts'

/** What words of a name or an address speak for; `null` if they are worth knowing but speak for neither. */
export interface TellingWords {
  toward: 'factory' | 'trader' | null
  words: string
}

/**
 * A registered name is place, chosen name, trade and legal form, so what a company does stands before the legal form:
 * 东莞市宏达箱包厂, 义乌市锂迪电子商务商行（个体工商户）. Only what stands there counts: 大厂 is also a county, 制造 also part of
 * chosen names.
 */
const LEGAL_FORM =
  /\s*(?:\([^()]*\)|公司\S{1,8}分公司|(?:有限)?责任公司|(?:集团)?股份有限公司|(?:集团)?有限公司|集团公司|(?:有限)?公司|有限|集团)$/

/** What makes things: a works (厂), manufacturing, processing. */
const FACTORY = /(?:[\u4e00-\u9fff]{0,2}(?:分?厂)|制造|加工(?:部|坊|点)?)$/

/** What trades: 商行, trade, import and export, e-commerce, supply chains, sales offices and shops. */
const TRADER =
  /(?:商行|商社|贸易行|批发部|批发行|批发|经营部|经销部|销售部|门市部|营业部|百货|超市|商店|网店|店|(?:进出口)?贸易|商贸|经贸|外贸|进出口|电子商务|电商|供应链)(?:发展|管理|服务|中心|部)?$/

/** Anywhere in a name whose end says trade, they make it ambiguous: 鞋厂门市部 is a factory's own shop. */
const MAKES = /厂|制造|加工|工贸|生产/
/** And these in a name whose end says factory. */
const TRADES = /贸易|商贸|经贸|工贸|进出口|电子商务|电商/

/** What the registered name says. Nothing, if it could be said of both: 科技, 实业, 工贸, 制品, 饰品 and most other trades. */
export function readName({ name, loginId }: Seller): TellingWords | undefined {
  // The name under which someone signs in is freely chosen, and often praises: 源头厂家.
  if (name === null || name === loginId) return
  const trade = withoutLegalForm(name.normalize('NFKC').trim())
  const factory = FACTORY.exec(trade)?.[0]
  if (factory) return TRADES.test(trade) ? undefined : { toward: 'factory', words: factory }
  const trader = TRADER.exec(trade)?.[0]
  if (trader && !MAKES.test(trade)) return { toward: 'trader', words: trader }
}

/** There may be several: 有限公司义乌分公司（个体工商户）. */
function withoutLegalForm(name: string): string {
  for (let rest = name; ; ) {
    const shorter = rest.replace(LEGAL_FORM, '')
    if (shorter === rest) return rest
    rest = shorter
  }
}
