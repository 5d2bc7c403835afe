import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import type { ListedProduct } from './index.ts'

/** What a seller's own sheet has, in its words and order. The last two have nothing to do with a search. */
export const COLUMNS = ['SKU', 'Product name', 'Image', 'Price (USD)', 'Qty', 'Shelf', 'Remark'] as const

interface TableOptions {
  /** What stands in the column of pictures: by default the name of the file. */
  pictureOf?: (product: ListedProduct) => string
}

interface CsvOptions extends TableOptions {
  delimiter?: ',' | ';' | '\t'
}

/** The cells below the headers. Remarks have what CSV has to quote, and what must come back unchanged. */
export function cellsOf(products: readonly ListedProduct[], options: TableOptions = {}): string[][] {
  const { pictureOf = ({ fileName }) => fileName } = options
  return products.map((product, at) => [
    product.productNumber,
    product.title,
    pictureOf(product),
    product.price,
    String(product.quantity),
    `A-${String(at % 30).padStart(3, '0')}`,
    REMARKS[at % REMARKS.length] ?? '',
  ])
}

const REMARKS = ['', 'fragile', 'red, "large"', '=SUM(A1)', '两行\n第二行', '4006381333931', '0012; 3,5']

/** UTF-8 without a byte order mark, lines ending as Windows ends them. */
export function csvOf(products: readonly ListedProduct[], options: CsvOptions = {}): Buffer {
  const { delimiter = ',' } = options
  const quoted = (cell: string) =>
    /["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
  const lines = [[...COLUMNS], ...cellsOf(products, options)].map((cells) =>
    cells.map(quoted).join(delimiter),
  )
  return Buffer.from(`${lines.join('\r\n')}\r\n`)
}

/** As Excel saves it: numbers as numbers, and the product's number as text. */
export async function xlsxOf(
  products: readonly ListedProduct[],
  options: TableOptions = {},
): Promise<Buffer> {
  const cells = cellsOf(products, options).map(
    ([number = '', name = '', image = '', price, quantity, ...rest]) => [
      number,
      name,
      image,
      Number(price),
      Number(quantity),
      ...rest,
    ],
  )
  const bytes = await writeXlsx({ sheets: [{ name: 'Products', rows: [[...COLUMNS], ...cells] }] })
  return Buffer.from(bytes)
}

/** Writes the pictures, and beside them `products.csv` and `products.xlsx`, which name them. */
export async function writeFolder(products: readonly ListedProduct[], folder: string): Promise<void> {
  await mkdir(join(folder, 'pictures'), { recursive: true })
  const write = (name: string, bytes: Buffer) => writeFile(join(folder, name), bytes)
  await Promise.all(products.map(({ fileName, jpeg }) => write(join('pictures', fileName), jpeg)))
  await write('products.csv', csvOf(products))
  await write('products.xlsx', await xlsxOf(products))
}
