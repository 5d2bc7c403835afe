import type { ProductFigures } from '../model/assumptions.ts'
import { numberKind } from './product-keys.ts'
import type { ProductEntry, Reading, Writing } from './schema.ts'
import { read, write } from './transactions.ts'

/** With one more, the one that was changed longest ago goes. */
export const MAX_PRODUCTS = 500
/** A product that is searched again and again with other pictures keeps its newest keys, and those of its number. */
const MAX_KEYS = 24

type InCurrency = ProductEntry['inCurrency'][number]

/** `undefined` takes a figure or the selling price away; what is not named stays. */
export interface ProductChange {
  figures?: FiguresChange
  inCurrency?: { currency: string; figures?: FiguresChange; sellingPrice?: string | undefined }
}

type FiguresChange = { [K in keyof ProductFigures]?: ProductFigures[K] | undefined }

/** What was typed for the product with any of these keys; see `productKeysOf`. */
export function getProduct(keys: readonly string[]): Promise<ProductEntry | undefined> {
  return read(['products'], async (transaction) => merged(await entriesOf(transaction, keys)))
}

/** Saves what was typed for a product under all of its keys. With the last of it the entry goes. */
export async function saveProduct(
  keys: readonly string[],
  change: ProductChange,
  at = Date.now(),
): Promise<void> {
  await write(['products'], async (transaction) => {
    const before = await entriesOf(transaction, keys)
    await replace(transaction, before, changed(merged(before) ?? emptyEntry(), keys, change, at))
  })
}

/**
 * Once more is known of a product, what was typed for it is found by the new keys too. Where something was typed twice, before
 * both were known to be the same product, the later counts.
 */
export async function linkProduct(keys: readonly string[]): Promise<void> {
  const isDone = await read(['products'], async (transaction) => {
    const [entry, ...others] = await entriesOf(transaction, keys)
    return !entry || (others.length === 0 && keys.every((key) => entry.keys.includes(key)))
  })
  if (isDone) return
  await write(['products'], async (transaction) => {
    const before = await entriesOf(transaction, keys)
    const entry = merged(before)
    if (entry) await replace(transaction, before, { ...entry, keys: joined(entry.keys, keys) })
  })
}

/** @returns what was removed, for `restoreProducts` */
export function eraseProducts(): Promise<ProductEntry[]> {
  return write(['products'], async (transaction) => {
    const all = await transaction.objectStore('products').getAll()
    await transaction.objectStore('products').clear()
    return all
  })
}

/** Undoes a removal. What was typed in the meantime stays. */
export async function restoreProducts(removed: readonly ProductEntry[]): Promise<void> {
  await write(['products'], async (transaction) => {
    for (const entry of removed)
      if ((await entriesOf(transaction, entry.keys)).length === 0)
        await transaction.objectStore('products').put(entry)
  })
}

/**
 * The entries with any of the keys, as far as they can all be of one product: two numbers of the same kind are two products,
 * even where both are shown with the same picture. What only a picture says is left out where it says several.
 */
async function entriesOf(
  transaction: Reading | Writing,
  keys: readonly string[],
): Promise<readonly ProductEntry[]> {
  const index = transaction.objectStore('products').index('keys')
  const found: ProductEntry[] = []
  let known = [...keys]
  for (const key of keys) {
    const fitting = (await index.getAll(key)).filter(
      (entry) => !found.some(({ id }) => id === entry.id) && areOfOneProduct([...known, ...entry.keys]),
    )
    const together = [...known, ...fitting.flatMap((entry) => entry.keys)]
    if (!areOfOneProduct(together)) continue
    found.push(...fitting)
    known = together
  }
  return found
}

/** Whether any of the keys is the same, and no two numbers say otherwise. A number in common decides. */
export function isSameProduct(keys: readonly string[], others: readonly string[]): boolean {
  const common = keys.filter((key) => others.includes(key))
  return common.some(numberKind) || (common.length > 0 && areOfOneProduct([...keys, ...others]))
}

function areOfOneProduct(keys: readonly string[]): boolean {
  const numbers = new Map<string, string>()
  return keys.every((key) => {
    const kind = numberKind(key)
    if (!kind) return true
    const isSame = (numbers.get(kind) ?? key) === key
    numbers.set(kind, key)
    return isSame
  })
}

function merged(entries: readonly ProductEntry[]): ProductEntry | undefined {
  const [first, ...later] = entries.toSorted((one, other) => one.at - other.at)
  return first && later.reduce((entry, each) => changedBy(entry, each), first)
}

function changedBy(entry: ProductEntry, later: ProductEntry): ProductEntry {
  return later.inCurrency.reduce(
    (before, inCurrency) => changed(before, [], { inCurrency }, later.at),
    changed(entry, later.keys, { figures: later.figures }, later.at),
  )
}

function changed(
  entry: ProductEntry,
  keys: readonly string[],
  { figures, inCurrency }: ProductChange,
  at: number,
): ProductEntry {
  return {
    id: entry.id,
    keys: joined(entry.keys, keys),
    at,
    figures: withoutUndefined({ ...entry.figures, ...figures }) as ProductFigures,
    inCurrency: inCurrency ? changedIn(entry.inCurrency, inCurrency) : entry.inCurrency,
  }
}

function changedIn(
  all: readonly InCurrency[],
  { currency, figures, ...rest }: NonNullable<ProductChange['inCurrency']>,
): InCurrency[] {
  const before = all.find((each) => each.currency === currency)
  const entry = withoutUndefined({
    ...before,
    ...rest,
    currency,
    figures: withoutUndefined({ ...before?.figures, ...figures }),
  }) as InCurrency
  const others = all.filter((each) => each !== before)
  return entry.sellingPrice === undefined && isEmpty(entry.figures) ? others : [...others, entry]
}

function joined(keys: readonly string[], more: readonly string[]): string[] {
  const all = [...keys.filter((key) => !more.includes(key)), ...more]
  const others = all.filter((key) => !numberKind(key))
  return [...all.filter(numberKind), ...others.slice(-MAX_KEYS)]
}

async function replace(
  transaction: Writing,
  before: readonly ProductEntry[],
  entry: ProductEntry,
): Promise<void> {
  const products = transaction.objectStore('products')
  for (const { id } of before) await products.delete(id)
  if (isEmpty(entry.figures) && entry.inCurrency.length === 0) return
  await products.put(entry)
  let surplus = (await products.count()) - MAX_PRODUCTS
  for (let cursor = await products.index('at').openKeyCursor(); cursor && surplus > 0; surplus--) {
    await products.delete(cursor.primaryKey)
    cursor = await cursor.continue()
  }
}

function emptyEntry(): ProductEntry {
  return { id: crypto.randomUUID(), keys: [], at: 0, figures: {}, inCurrency: [] }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}
