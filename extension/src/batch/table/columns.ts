import { currencyCode, isMark, MARK, statedCurrency } from '../../listing/prices/currency.ts'
import { readPrice } from '../../listing/prices/read-price.ts'
import { isLowestPrice } from '../../listing/shown/price-role.ts'
import type { ProductInput } from '../../model/batch.ts'
import { isOurHeader } from '../decisions/our-columns.ts'
import { columnWord, FIELDS, type Field } from './column-words.ts'
import { looksLikePicture, NOTHING, readPicture } from './picture-cell.ts'
import { readQuantityCell } from './quantity-cell.ts'
import type { EmbeddedPicture, Table } from './table.ts'
import { readWeight, unitOf, type WeightUnit } from './weight-cell.ts'

/** Which column is what, by its index; `null` where none is. */
export type ColumnMap = Record<Field, number | null> & {
  /** Of weights that do not say it themselves; without one they are not known. */
  weightUnit: WeightUnit | null
  /** Of prices that do not say it themselves, as the header has it or the user corrected it; `null` if that is not known. */
  priceCurrency: string | null
}

/** So many rows tell what a column holds. */
const SAMPLE_ROWS = 200
/** A title in a spreadsheet may be a whole description. */
const MAX_TEXT = 500

/** What the columns are, by their headers and by what is in them. */
export function guessColumns(table: Table): ColumnMap {
  const columns = table.columns.map((header, index) => ({
    index,
    word: table.headerLine === null ? undefined : columnWord(header),
    isOurs: isOurHeader(header),
    ...contentOf(table, index),
  }))
  const map = Object.fromEntries(FIELDS.map((field) => [field, null])) as Record<Field, number | null>
  const taken = new Set<number>()
  const take = (field: Field, score: (column: (typeof columns)[number]) => number) => {
    const [best] = columns
      // The pictures in what is left of an exported file are those of offers.
      .filter(({ index, isOurs }) => !taken.has(index) && !(field === 'picture' && isOurs))
      .map((column) => ({ index: column.index, score: score(column) }))
      .filter((each) => each.score > 0)
      .sort((one, other) => other.score - one.score || one.index - other.index)
    if (!best) return
    map[field] = best.index
    taken.add(best.index)
  }
  const said = (field: Field) => (column: (typeof columns)[number]) =>
    column.word?.field === field ? 10 - column.word.rank : 0
  // A column that is called "image" and empty has the pictures themselves in it: the one with addresses is meant.
  take('picture', (column) => {
    const isSaid = column.word?.field === 'picture'
    // Many an address of a picture has no file ending. What is the same in every row is no product's: the shop's logo.
    const share = isSaid ? Math.max(column.pictures, column.addresses) : column.pictures
    return share * (column.isRepeated ? 1 : 20) + (column.filled > 0 ? said('picture')(column) : 0)
  })
  // A header may only say "URL" where the pictures are.
  if (map.picture === null) take('picture', ({ addresses }) => (addresses > 0.5 ? addresses : 0))
  for (const field of FIELDS) if (map[field] === null && field !== 'picture') take(field, said(field))
  if (map.link === null)
    take('link', ({ addresses, pictures, word }) =>
      word || addresses < 0.5 || pictures > 0.5 ? 0 : addresses,
    )
  if (map.price === null && map.salePrice === null)
    take('price', ({ prices, word }) => (word || prices < 0.7 ? 0 : prices))
  if (map.title === null) take('title', ({ words, word }) => (word ? 0 : words))
  if (map.productNumber === null && table.headerLine === null)
    take('productNumber', ({ codes }) => (codes < 0.8 ? 0 : codes))
  return {
    ...map,
    weightUnit: unitOf(table.columns[map.weight ?? -1] ?? ''),
    priceCurrency: currencyOfHeaders(table, map),
  }
}

/** What the headers of the columns with prices say. */
export function currencyOfHeaders(
  { columns, headerLine }: Pick<Table, 'columns' | 'headerLine'>,
  { price, salePrice }: Pick<ColumnMap, 'price' | 'salePrice'>,
): string | null {
  if (headerLine === null) return null
  return currencyOfHeader(columns[price ?? -1] ?? '') ?? currencyOfHeader(columns[salePrice ?? -1] ?? '')
}

/** How many of the cells that are not empty are what. */
function contentOf({ rows, pictures = [] }: Table, column: number) {
  const embedded = new Map(
    pictures.filter((picture) => picture.column === column).map(({ line, path }) => [line, path]),
  )
  const cells = rows
    .slice(0, SAMPLE_ROWS)
    .map(({ line, cells }) => embedded.get(line) ?? cells[column]?.trim() ?? '')
    .filter((cell) => cell !== '' && !NOTHING.test(cell))
  const share = (test: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  return {
    filled: cells.length,
    isRepeated: cells.length > 1 && new Set(cells).size === 1,
    pictures: share(looksLikePicture),
    addresses: share((cell) => /^(?:https?:)?\/\//i.test(cell)),
    // A plain whole number may be anything.
    prices: share((cell) => /\p{Sc}|[a-z]{3}|\d[.,]\d\d?$/iu.test(cell) && readPrice(cell) !== null),
    words: share(isTitle) * (share((cell) => /\s|\p{Script=Han}/u.test(cell)) + 0.1),
    codes: share((cell) => /^(?=.*\d)[A-Z0-9][\w./-]{3,}$/i.test(cell) && !looksLikePicture(cell)),
  }
}

/** More letters than anything that numbers, codes and addresses are made of. */
function isTitle(cell: string): boolean {
  const letters = cell.match(/\p{L}/gu)?.length ?? 0
  const others = cell.match(/[\p{N}\p{Sc}/_]/gu)?.length ?? 0
  return (
    letters >= 2 &&
    letters > others &&
    cell.length < MAX_TEXT &&
    !/^(?:https?:)?\/\//i.test(cell) &&
    !looksLikePicture(cell)
  )
}

/** The products of a table. What its cells do not say is `null`; rows that name no picture say so. */
export function inputsOf(
  { columns, rows, headerLine, pictures = [] }: Table,
  map: ColumnMap,
): ProductInput[] {
  const embedded = new Map<number, EmbeddedPicture>()
  for (const picture of pictures)
    if (!embedded.has(picture.line) || picture.column === map.picture) embedded.set(picture.line, picture)
  const furtherPictures = columns.flatMap((header, index) =>
    headerLine !== null &&
    index !== map.picture &&
    columnWord(header)?.field === 'picture' &&
    !isOurHeader(header)
      ? [index]
      : [],
  )
  return rows.map(({ line, cells }) => {
    const cell = (field: Field) => cells[map[field] ?? -1]?.trim() ?? ''
    const text = (field: Field) => cell(field).replace(/\s+/g, ' ').slice(0, MAX_TEXT) || null
    const currency = currencyOf(cell('currency')) ?? map.priceCurrency
    const paid = [cell('salePrice'), cell('price')].find((each) => readPrice(each, { currency })) ?? ''
    const price = readPrice(paid, { currency })
    const isFrom = price?.to === null && isLowestPrice({ text: paid, before: '' })
    return {
      line,
      own: cells,
      title: text('title'),
      productNumber: text('productNumber'),
      link: linkOf(cell('link')),
      price: price?.amount ?? null,
      ...(price?.to && { priceTo: price.to }),
      ...(isFrom && { isFrom }),
      currency: price?.currency ?? currency,
      quantity: readQuantityCell(cell('quantity')),
      weightKg: readWeight(cell('weight'), map.weightUnit),
      ...(map.picture === null
        ? readPicture('')
        : pictureOf(
            [map.picture, ...furtherPictures].map((each) => cells[each]?.trim() ?? ''),
            embedded.get(line),
          )),
    }
  })
}

/** What the cell names, else what lies in the sheet. */
function pictureOf(cells: readonly string[], embedded: EmbeddedPicture | undefined) {
  const [cell = ''] = cells
  const named = readPicture(cell)
  if (named.picture.kind === 'address' || looksLikePicture(cell)) return named
  // Another column of pictures counts where the chosen one names none.
  const isNothing = named.failure?.code === 'no_picture_named'
  const further = isNothing && cells.map(readPicture).find(({ picture }) => picture.kind !== 'none')
  if (!embedded) return further || named
  return { picture: { kind: 'file', name: embedded.path } } as const
}

function currencyOf(text: string): string | null {
  return text === '' ? null : (currencyCode(text) ?? statedCurrency(text, {}).currency)
}

const WHOLE_MARK = new RegExp(`^(?:${MARK})$`, 'u')

/**
 * "Price (USD)", "售价(元)", "price_eur". Most codes are words too ("Cup price", "Std price", "Price all"): those count only in
 * capitals that the rest of the header does not have, in brackets or at its end.
 */
function currencyOfHeader(header: string): string | null {
  if (/元|人民币|人民幣/.test(header) && !/[日美欧澳加港]元/.test(header)) return 'CNY'
  const hasSmall = /\p{Ll}|\p{Lo}/u.test(header)
  for (const { 0: word, index } of header.matchAll(/[\p{L}\p{Sc}$]+/gu)) {
    const after = header.slice(index + word.length)
    const isInBrackets = /[([{（【]\s*$/.test(header.slice(0, index)) && /^\s*[)\]}）】]/.test(after)
    const isAtEnd = /^[\s*:.]*$/.test(after) && isMark(word, { isBefore: true })
    const isCode = currencyCode(word) !== null
    const isPlain = !isCode || WHOLE_MARK.test(word.toLowerCase())
    const isCapital = hasSmall && word === word.toUpperCase()
    const currency = isPlain || (isCapital && (isInBrackets || isAtEnd)) ? currencyOf(word) : null
    if (currency) return currency
  }
  return null
}

function linkOf(text: string): string | null {
  const url = URL.parse(text)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
