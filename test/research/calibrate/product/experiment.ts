import type { Pixels } from '@find-on-1688/shared'
import sharp from 'sharp'
import { lumaOf } from '../../../../shared/src/photo/luma.ts'
import { allProducts, type Product } from '../../../fakes/gateway/catalogue/product.ts'
import { seeded } from '../../../fakes/gateway/catalogue/random.ts'
import { lowerBound, upperBound } from '../binomial.ts'
import { photographs } from '../photographs.ts'
import { type Feature, featuresOf } from './features.ts'
import { huesOf, shared } from './hues.ts'
import { agreeing } from './match.ts'
import { CONDITIONS, type Condition, families, offerOf, queryOf, TRAPS, type Trap, trap } from './shots.ts'

/** How much two photos look like one product. */
export interface Scores {
  /** features that agree */
  features: number
  /** colours in common, 0 to 1 */
  colours: number
}

const METHODS = ['features', 'colours', 'both'] as const
type Method = (typeof METHODS)[number]

export interface Outcome {
  method: Method
  /** the least features and colours in common to be called the same product */
  threshold: Scores
  /** in lists of twenty offers: three of the product, eight of the same kind */
  shown: number
  right: number
  precision: number
  atLeast: number
  recall: Record<Condition, number>
  /** false matches: of any other product, of one of the same kind, of another colour of the same product */
  falseRate: number
  falseAtMost: number
  falseOfKind: number
  anotherColour: number
  /** other products presented the same way by one shop, and photographs against each other */
  traps: Record<Trap | 'photographs', number>
}

export interface ProductResult {
  seed: string
  products: Record<'tuning' | 'held', number>
  outcomes: Outcome[]
  /** milliseconds to analyse twenty thumbnails, and to compare them with the query */
  ms: { see: number; compare: number }
}

/** The least precision of a threshold on the half that chooses: somewhat more than is required of the other. */
const PRECISION = 0.97
const PER_LIST = { own: 3, ofKind: 8, all: 20 }
const LISTS = 10
const CHOICES = {
  features: range(4, 40, 1),
  colours: range(0.3, 0.99, 0.03),
}

/** px */
const QUERY_SIDE = 260

interface Seen {
  features: Feature[]
  hues: Float64Array
}

interface Compared extends Scores {
  query: string
  of: 'own' | 'kind' | 'colour' | 'other'
  condition: Condition
}

/** Tries to recognise a product in another photo of it. Chooses thresholds on one half of the products and measures the other. */
export async function tryProducts(seed: string, tell: (line: string) => void): Promise<ProductResult> {
  const random = seeded(`products ${seed}`)
  const shuffled = families()
    .map((product) => ({ product, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ product }) => product)
  const halves = {
    tuning: shuffled.filter((_, at) => at % 2 === 0),
    held: shuffled.filter((_, at) => at % 2 === 1),
  }
  tell(`${halves.tuning.length} products to choose thresholds …`)
  const tuning = await compareAll(halves.tuning)
  tell(`${halves.held.length} others to measure them …`)
  const held = await compareAll(halves.held)
  tell('the same ground, the same mark, photographs …')
  const traps = await compareTraps(halves.held)
  const outcomes = METHODS.map((method) => outcome(method, choose(method, tuning, seed), held, traps, seed))
  const products = { tuning: halves.tuning.length, held: halves.held.length }
  return { seed, products, outcomes, ms: await timed(halves.held) }
}

/** Each product's query against every photo of every product in the half, and of its own other colours. */
async function compareAll(products: readonly Product[]): Promise<Compared[]> {
  const offers: { product: Product; condition: Condition; seen: Seen }[] = []
  const variants = allProducts().filter(
    ({ hue, family }) => hue !== 0 && products.some((product) => product.family === family),
  )
  for (const product of [...products, ...variants])
    for (const condition of product.hue === 0 ? CONDITIONS : (['another ground'] as const))
      offers.push({ product, condition, seen: await see(await offerOf(product, condition)) })
  const compared: Compared[] = []
  for (const query of products) {
    const mine = await see(
      await sharp(await queryOf(query))
        .resize(QUERY_SIDE)
        .jpeg()
        .toBuffer(),
    )
    for (const { product, condition, seen } of offers) {
      // The other colours of another family are just other products.
      if (product.hue !== 0 && product.family !== query.family) continue
      const isKind = product.kind === query.kind
      const of = product === query ? 'own' : product.hue !== 0 ? 'colour' : isKind ? 'kind' : 'other'
      compared.push({ query: query.id, of, condition, ...compareSeen(mine, seen) })
    }
  }
  return compared
}

type Traps = Record<Trap | 'photographs', Scores[]>

async function compareTraps(products: readonly Product[]): Promise<Traps> {
  const found: Traps = { 'the same ground': [], 'the same mark': [], photographs: [] }
  for (const [at, one] of products.entries())
    for (const kind of TRAPS)
      for (const step of [1, 7, 19]) {
        const [query, offer] = await trap(kind, one, products[(at + step) % products.length] as Product)
        const smaller = await sharp(query).resize(QUERY_SIDE).jpeg().toBuffer()
        found[kind].push(compareSeen(await see(smaller), await see(offer)))
      }
  const files = await photographs()
  const seen = await Promise.all(
    files.map(async (file) => see(await sharp(file).resize(220, 220, { fit: 'inside' }).jpeg().toBuffer())),
  )
  for (const [at, one] of seen.entries())
    for (const other of seen.slice(at + 1)) found.photographs.push(compareSeen(one, other))
  return found
}

async function timed(products: readonly Product[]): Promise<ProductResult['ms']> {
  const pictures: Pixels[] = []
  for (const product of products.slice(0, 21)) {
    const jpeg = await offerOf(product, 'a photograph as ground')
    const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    pictures.push({ data, width: info.width, height: info.height })
  }
  const start = performance.now()
  const [query, ...offers] = pictures.map((picture) => seeIn(picture)) as [Seen, ...Seen[]]
  const half = performance.now()
  for (const offer of offers) compareSeen(query, offer)
  return { see: Math.round(half - start), compare: Math.round(performance.now() - half) }
}

async function see(picture: Buffer): Promise<Seen> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return seeIn({ data, width: info.width, height: info.height })
}

export function seeIn(pixels: Pixels): Seen {
  return { features: featuresOf(lumaOf(pixels)), hues: huesOf(pixels) }
}

export function compareSeen(mine: Seen, theirs: Seen): Scores {
  return { features: agreeing(mine.features, theirs.features), colours: shared(mine.hues, theirs.hues) }
}

/** Of the thresholds that are precise enough, the one that finds most. */
function choose(method: Method, compared: readonly Compared[], seed: string): Scores {
  const choices: Scores[] =
    method === 'features'
      ? CHOICES.features.map((features) => ({ features, colours: 0 }))
      : method === 'colours'
        ? CHOICES.colours.map((colours) => ({ features: 0, colours }))
        : CHOICES.features.flatMap((features) => CHOICES.colours.map((colours) => ({ features, colours })))
  const lists = listsOf(compared, seed)
  const rated = choices.map((threshold) => ({ threshold, ...rate(lists, threshold) }))
  const good = rated.filter(({ shown, right }) => shown > 0 && right / shown >= PRECISION)
  const best = good.toSorted((one, other) => other.right - one.right)[0]
  return best?.threshold ?? { features: Number.POSITIVE_INFINITY, colours: 1 }
}

function outcome(
  method: Method,
  threshold: Scores,
  held: readonly Compared[],
  traps: Traps,
  seed: string,
): Outcome {
  const { shown, right } = rate(listsOf(held, seed), threshold)
  const share = (all: readonly Scores[]) =>
    all.length === 0 ? 0 : all.filter((one) => isShown(one, threshold)).length / all.length
  const own = held.filter(({ of }) => of === 'own')
  const others = held.filter(({ of }) => of === 'kind' || of === 'other')
  return {
    method,
    threshold,
    shown,
    right,
    precision: shown === 0 ? 0 : right / shown,
    atLeast: shown === 0 ? 0 : lowerBound(right, shown),
    recall: Object.fromEntries(
      CONDITIONS.map((condition) => [condition, share(own.filter((one) => one.condition === condition))]),
    ) as Outcome['recall'],
    falseRate: share(others),
    falseAtMost: upperBound(others.filter((one) => isShown(one, threshold)).length, others.length),
    falseOfKind: share(held.filter(({ of }) => of === 'kind')),
    anotherColour: share(held.filter(({ of }) => of === 'colour')),
    traps: Object.fromEntries(
      Object.entries(traps).map(([name, all]) => [name, share(all)]),
    ) as Outcome['traps'],
  }
}

function isShown({ features, colours }: Scores, threshold: Scores): boolean {
  return features >= threshold.features && colours >= threshold.colours
}

function rate(lists: readonly Compared[][], threshold: Scores): { shown: number; right: number } {
  const shown = lists.flat().filter((one) => isShown(one, threshold))
  return { shown: shown.length, right: shown.filter(({ of }) => of === 'own').length }
}

/** Plausible answers to a search: ten lists of twenty for each query. */
function listsOf(compared: readonly Compared[], seed: string): Compared[][] {
  return [...Map.groupBy(compared, ({ query }) => query)].flatMap(([query, all]) => {
    const random = seeded(`lists ${seed} ${query}`)
    const some = (of: Compared['of'], count: number) => {
      const left = all.filter((one) => one.of === of)
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(random.whole(0, left.length - 1), 1),
      ).flat()
    }
    return Array.from({ length: LISTS }, () => {
      const near = [...some('own', PER_LIST.own), ...some('kind', PER_LIST.ofKind)]
      return [...near, ...some('other', PER_LIST.all - near.length)]
    })
  })
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step)
}
