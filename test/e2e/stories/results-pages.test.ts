import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { PAGE_HOSTS, type PageServer, startPages } from '../../fakes/pages/server.ts'
import { shopAnswer } from '../../fakes/pages/shop-hosts.ts'
import { RESULTS_PAGES, type ResultsPage, type ShownProduct } from '../../fakes/results-pages/index.ts'
import { CACHE, ROOT } from '../../tools/paths.ts'
import type { Tab } from '../browser/driver.ts'
import { useStage } from '../stage/use-stage.ts'

const SOURCES = join(ROOT, 'extension', 'src')
const browser = inject('browser')
const stage = useStage({ hosts: PAGE_HOSTS })

/** What was read, with all addresses at which the picture may be. */
interface Read extends Omit<ShownProduct, 'picture'> {
  addresses: string[]
  section: 'list' | 'other'
  isAd: boolean
}

interface Score {
  page: string
  /** Of the page's products. */
  found: number
  products: number
  /** Taken for results, although they are advertisements, stand beside the results or are no products. */
  wrong: string[]
  /** Fields that say something else than the page, such as `title of red01`. */
  faults: string[]
}

/** Less than this and details are lost that tell products apart; px. */
const LEAST_SIDE = 480

let server: PageServer
let tab: Tab
let reader: string
const scores: Score[] = []

beforeAll(async () => {
  server = await startPages()
  const { outputFiles } = await build({
    stdin: {
      contents: `export { readProducts } from './listing/product-cards/read-products.ts'
        export { cardPicture } from './content/card-pictures.ts'`,
      resolveDir: SOURCES,
      loader: 'ts',
    },
    ...{ bundle: true, write: false, format: 'iife', globalName: 'reader', minify: true, target: 'es2024' },
  })
  reader = outputFiles[0]?.text ?? ''
  tab = await stage.openShop()
})

afterAll(async () => {
  await server.close()
  await save()
})

/** Reads a page as if it were served from the shop's own address. */
async function read({ name, address }: ResultsPage): Promise<Read[]> {
  await tab.goto(`${server.origin}/results/${name}`)
  return tab.evaluate(`(() => {
    ${reader}
    return reader.readProducts(document, new URL(${JSON.stringify(address)})).map(({ pictures, address, ...product }) => {
      const { addresses = [], larger = [] } = reader.cardPicture(pictures, address) ?? {}
      return { ...product, addresses: [...larger.map((version) => version.address), ...addresses] }
    })
  })()`)
}

test.each(RESULTS_PAGES)(
  '“$name”: each product is found once, with what the page says of it',
  async (page) => {
    const score = scoreOf(page, await read(page))
    scores.push(score)
    expect(score).toEqual({
      page: page.name,
      found: page.products.length,
      products: page.products.length,
      wrong: [],
      faults: [],
    })
  },
)

function scoreOf({ name, products }: ResultsPage, all: Read[]): Score {
  const results = all.filter(({ section, isAd }) => section === 'list' && !isAd)
  const shows = ({ picture }: ShownProduct, { addresses }: Read) =>
    addresses.some((address) => address.includes(picture))
  const pairs = products.map((product) => ({ product, found: results.find((each) => shows(product, each)) }))
  const right = new Set(pairs.map(({ found }) => found))
  return {
    page: name,
    found: right.size - (right.has(undefined) ? 1 : 0),
    products: products.length,
    wrong: results
      .filter((each) => !right.has(each))
      .map(({ title, addresses }) => title ?? addresses[0] ?? ''),
    faults: pairs.flatMap(({ product, found }) => (found ? faultsOf(product, found) : [])),
  }
}

function faultsOf(product: ShownProduct, found: Read): string[] {
  const { title, price, priceTo = null, currency, productNumber, link } = product
  const fields = { title, price, priceTo, currency, productNumber }
  const wrong = Object.entries(fields).flatMap(([field, right]) => {
    const said = found[field as keyof typeof fields] ?? null
    return said === right || (field.startsWith('price') && Number(said) === Number(right) && said)
      ? []
      : [`${field} ${said} for ${right}`]
  })
  const side = sideOf(found)
  if (side !== undefined && side < LEAST_SIDE) wrong.push(`picture of ${side} px`)
  const isLinked = link === null ? found.link === null : found.link?.includes(link)
  return isLinked ? wrong : [...wrong, `link ${found.link} for ${link}`]
}

/** The longer side of the first version that the shop's host has; `undefined` for the whole picture and other hosts. */
function sideOf({ addresses }: Read): number | undefined {
  const [first] = addresses.flatMap((address) => shopAnswer(new URL(address)) ?? [])
  return first?.box && Math.max(...first.box)
}

/** The whole result as a table. */
async function save(): Promise<void> {
  const line = ({ page, found, products, wrong, faults }: Score) =>
    `| ${page} | ${found} of ${products} | ${wrong.length} | ${faults.length} | ${[...wrong.slice(0, 2), ...faults.slice(0, 3)].join('; ')} |`
  const lines = ['| page | found | wrong | faults | |', '|---|---|---|---|---|', ...scores.map(line), '']
  await mkdir(CACHE, { recursive: true })
  await writeFile(join(CACHE, `results-pages-${browser}.md`), lines.join('\n'))
}
