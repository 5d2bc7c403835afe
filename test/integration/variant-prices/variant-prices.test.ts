import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { stockOf, type VariantMatch } from '../../../extension/src/model/variant-match.ts'
import { withDetails } from '../../../extension/src/pricing/offer-with-details.ts'
import { type PriceAt, priceAt } from '../../../extension/src/pricing/price-at.ts'
import { CACHE } from '../../tools/paths.ts'
import { GROUPS, type Group, makeSamples, type Sample } from './offers.ts'
import { createMatcher, listedOffer, offerDetails } from './pipeline.ts'

// Nothing is stored here: the hashes of photos are passed along.
vi.mock('../../../extension/src/model/stored-items.ts', () => ({ photoHashesItem: {} }))

/** Pieces: one, a small order, and two that reach price tiers. */
const QUANTITIES = [1, 10, 100, 5000]

/**
 * What an offer is said to cost: one price, a range of prices, a list price that holds for no quantity in particular, or
 * nothing. `false`: one of these, and the variant that is in the photo costs something else.
 */
type Claim = 'price' | 'range' | 'list' | 'unknown' | 'false'
const CLAIMS: Claim[] = ['price', 'range', 'list', 'unknown', 'false']

interface Outcome extends Sample {
  /** Whether the platform showed the offer's page. */
  isKnown: boolean
  claims: Claim[]
  /** What would be said with the price that search results show. */
  naive: Claim
  /** The same with the lowest price of the offer's page. */
  lowest: Claim
  isStockRight: boolean
  /** The same if a stock that is not said were none. */
  isStockRightAsNone: boolean
  isPromotionRight: boolean
  match: VariantMatch | undefined
}

const samples = makeSamples()
const outcomes = await play()
afterAll(async () => {
  console.log(tableOf(outcomes))
  await mkdir(CACHE, { recursive: true })
  await writeFile(join(CACHE, 'variant-prices.txt'), `${tableOf(outcomes)}\n`)
})

test('there are a thousand offers, each once, in every group and with every kind of photo', () => {
  expect(new Set(samples.map(({ offer }) => offer.offerId)).size).toBe(1000)
  for (const [group, count] of Object.entries(GROUPS))
    expect(samples.filter((sample) => sample.group === group)).toHaveLength(count)
  for (const kind of ['own photo', "another colour's photo", "another product's photo"])
    expect(samples.filter(({ searched }) => searched.kind === kind).length).toBeGreaterThan(100)
})

test('none of them has a false price', () => {
  const wrong = outcomes.filter(({ claims }) => claims.includes('false'))
  expect(wrong.map(({ offer, searched, group }) => `${offer.offerId} ${group}, ${searched.kind}`)).toEqual([])
})

test('none of them has a false stock', () => {
  const wrong = outcomes.filter(({ isStockRight }) => !isStockRight)
  expect(wrong.map(({ offer, group }) => `${offer.offerId} ${group}`)).toEqual([])
})

test('none of them has a false promotion price', () => {
  const wrong = outcomes.filter(({ isPromotionRight }) => !isPromotionRight)
  expect(wrong.map(({ offer, group }) => `${offer.offerId} ${group}`)).toEqual([])
})

test('the price of search results would be false for hundreds of them', () => {
  const bait = outcomes.filter(({ group }) => group === 'with an accessory')
  expect(bait.filter(({ naive }) => naive === 'false').length).toBeGreaterThan(0.4 * bait.length)
})

test('so would the lowest price of their pages, and many a stock if one that is not said were none', () => {
  const bait = outcomes.filter(({ group }) => group === 'with an accessory')
  expect(bait.filter(({ lowest }) => lowest === 'false').length).toBeGreaterThan(0.4 * bait.length)
  expect(outcomes.filter(({ isStockRightAsNone }) => !isStockRightAsNone).length).toBeGreaterThan(100)
})

test('whenever variants are said to be in the photo, those that are in it are among them', () => {
  for (const { offer, searched, match } of outcomes)
    if (match && match.keys.length > 0)
      expect(match.keys, offer.offerId).toEqual(
        expect.arrayContaining(searched.shown.map(({ skuId }) => skuId)),
      )
})

test('one price is said of most of which only one variant has the searched photo', () => {
  const alone = outcomes.filter(({ isKnown, searched: { kind, shown }, offer }) => {
    const pictures = shown.map(({ picture }) => JSON.stringify(picture))
    const alike = offer.variants.filter(({ picture }) => pictures.includes(JSON.stringify(picture)))
    return isKnown && kind !== "another product's photo" && alike.length === 1
  })
  const priced = alone.filter(({ claims }) => claims[0] === 'price')
  console.log(`one variant has the photo: ${alone.length}, one price: ${priced.length}`)
  expect(alone.length).toBeGreaterThan(250)
  // Of things that are grey, such as knives, one colour looks like the other: there it is a range.
  expect(priced.length / alone.length).toBeGreaterThan(0.6)
})

test("no variant is said to be in another product's photo", () => {
  for (const { searched, match } of outcomes)
    if (searched.kind === "another product's photo") expect(match?.keys ?? []).toEqual([])
})

async function play(): Promise<Outcome[]> {
  const matchOf = createMatcher()
  const played: Outcome[] = []
  for (const sample of samples) {
    const listed = await listedOffer(sample)
    const details = await offerDetails(sample)
    const match = details && (await matchOf(sample, details))
    const offer = details
      ? withDetails(listed, { state: 'done', offer: details, ...(match && { match }) })
      : listed
    played.push({
      ...sample,
      match,
      isKnown: details !== undefined,
      claims: QUANTITIES.map((quantity) =>
        claimOf(priceAt(offer, quantity), truthOf(sample, quantity), details !== undefined),
      ),
      naive: claimOf({ unitPrice: listed.price }, truthOf(sample, 1)),
      isPromotionRight: !details || isPromotionRight(offer.promotionPrice ?? null, sample),
      lowest: claimOf({ unitPrice: details?.price ?? null }, truthOf(sample, 1)),
      isStockRightAsNone: !details || isStockRight(stockOf(offer) ?? 0, sample, match),
      isStockRight: !details || isStockRight(stockOf(offer), sample, match),
    })
  }
  return played
}

/** What the pieces cost that are in the photo, or else each of them, at a quantity or at the smallest order above it. */
function truthOf({ offer, searched }: Sample, quantity: number): string[] {
  const ordered = Math.max(quantity, offer.minOrder)
  const tier = offer.priceTiers.findLast(({ minQuantity }) => minQuantity <= ordered)
  if (tier) return [tier.price]
  const variants = searched.shown.length > 0 ? searched.shown : offer.variants
  return variants.length > 0 ? variants.map(({ price }) => price) : [offer.price]
}

/** @param isKnown whether the offer's page is: a list price from elsewhere is called that, and not held against the page */
function claimOf(
  at: Partial<Pick<PriceAt, 'unitPrice' | 'atMinimum' | 'variantPrices' | 'listPrice'>>,
  truth: string[],
  isKnown = true,
): Claim {
  const amounts = truth.map(Number)
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  const exact = at.unitPrice ?? at.atMinimum?.unitPrice
  if (exact) return Number(exact) === least && Number(exact) === most ? 'price' : 'false'
  const range = at.variantPrices ?? at.listPrice
  if (!range) return 'unknown'
  if (!isKnown && at.listPrice) return 'list'
  const isIn = Number(range.low) <= least && most <= Number(range.high ?? range.low)
  return isIn ? (at.variantPrices ? 'range' : 'list') : 'false'
}

/** Unknown, or that of each of those in the photo; that of a search is the promotion of its cheapest variant. */
function isPromotionRight(promotionPrice: string | null, { offer, searched, group }: Sample): boolean {
  const isOfAll = group === 'no variants' || group === 'colours, priced by quantity'
  const variants = searched.shown.length > 0 ? searched.shown : offer.variants
  const truth = isOfAll ? [offer.terms.promotionPrice] : variants.map((variant) => variant.promotionPrice)
  return promotionPrice === null || truth.every((price) => Number(price) === Number(promotionPrice))
}

/** Of those in the photo, as far as the comparison tells them apart; what is unknown of one is unknown of all. */
function isStockRight(stock: number | null, { offer }: Sample, match: VariantMatch | undefined): boolean {
  const { variants } = offer
  if (variants.length === 0) return stock === offer.terms.stock
  const counted = match?.keys.length ? variants.filter(({ skuId }) => match.keys.includes(skuId)) : variants
  const counts = counted.map((variant) => variant.stock)
  return (
    stock === (counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0))
  )
}

/** Offers by group and photo: at each of the quantities the same is said of nearly all, so the first one is counted. */
function tableOf(all: Outcome[]): string {
  const line = (cells: (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(56) : String(cell).padStart(8))).join('')
  const kinds = [...new Set(all.map(({ searched }) => searched.kind))].sort()
  const rows = (Object.keys(GROUPS) as Group[]).flatMap((group) =>
    kinds.map((kind) => {
      const these = all.filter((one) => one.group === group && one.searched.kind === kind)
      const counts = CLAIMS.map((claim) => these.filter(({ claims }) => claims[0] === claim).length)
      const naive = these.filter((one) => one.naive === 'false').length
      return [`${group}; ${kind}`, these.length, ...counts, naive]
    }),
  )
  const sums = rows[0]?.slice(1).map((_, at) => rows.reduce((sum, row) => sum + Number(row[at + 1]), 0)) ?? []
  return [['', 'offers', ...CLAIMS, 'naive'], ...rows, ['all', ...sums]]
    .map((cells) => line(cells as never))
    .join('\n')
}
