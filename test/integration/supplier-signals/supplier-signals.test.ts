import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Offer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { type SupplierSignal, signalsOf } from '../../../extension/src/model/supplier-signals.ts'
import { groupBySeller, type Seller } from '../../../extension/src/model/suppliers.ts'
import { reuseOf } from '../../../extension/src/photo-match/reuse.ts'
import { openCatalogue } from '../../fakes/gateway/catalogue/index.ts'
import type { KnownSupplier } from '../../fakes/gateway/catalogue/resold.ts'
import { crossborderItem } from '../../fakes/gateway/items.ts'
import { CACHE, ROOT } from '../../tools/paths.ts'
import { hashOfThumbnail } from '../photo-match/pictures.ts'
import { type KnownSeller, makeSellers, type Role } from './sellers.ts'

const SELLERS = 1500
const LEAST_RIGHT = 0.95

/** What is used of a module whose own types need the worker's runtime. */
interface Provider {
  crossborder: { search(source: object, query: object, upstream: object): Promise<{ offers: Offer[] }> }
}

/** The items as a worker passes them on, a page at a time. */
async function offersFrom(sellers: KnownSeller[]): Promise<Offer[]> {
  const { crossborder }: Provider = await import(join(ROOT, 'worker/src/providers/crossborder.ts'))
  const pages = sellers.map(async ({ items: data }) => {
    const page = { totalRecords: data.length, totalPage: 1, pageSize: 50, currentPage: 1, data }
    const body = { result: { success: 'true', code: '200', result: page } }
    const query = { mode: 'same', page: 1, pageSize: 50, sort: 'relevance', language: 'en' }
    const { offers } = await crossborder.search({ url: 'https://cbu01.alicdn.com/x.jpg' }, query, {
      gatewayUrl: 'https://gateway.test/openapi',
      call: async (_prepare: unknown, read: (response: object) => unknown) =>
        read({ status: 200, body: JSON.parse(JSON.stringify(body)) }),
    })
    return offers
  })
  return (await Promise.all(pages)).flat()
}

/** For each photo, the sellers that show it. */
function photosShared(sellers: Seller[]): Seller[][] {
  const byPhoto = Map.groupBy(
    sellers.flatMap((seller) => seller.offers.map(({ offer }) => ({ seller, photo: offer.imageUrl }))),
    ({ photo }) => photo,
  )
  return [...byPhoto.values()]
    .map((uses) => [...new Set(uses.map(({ seller }) => seller))])
    .filter((uses) => uses.length > 1)
}

interface Count {
  right: number
  wrong: number
}

/** How often the signals of each kind speak for what the seller is. */
function countSignals(signals: Map<string, SupplierSignal[]>, roleOf: (name: string) => Role | undefined) {
  const counts = new Map<string, Count>()
  for (const [name, all] of signals)
    for (const { kind, toward } of all) {
      if (toward === null) continue
      const key = `${kind}, for a ${toward}`
      const count = counts.get(key) ?? { right: 0, wrong: 0 }
      count[toward === roleOf(name) ? 'right' : 'wrong']++
      counts.set(key, count)
    }
  return counts
}

const share = ({ right, wrong }: Count) => right / (right + wrong)

/** @param signalsBy the rules that are measured */
async function measured(signalsBy = signalsOf) {
  const known = makeSellers(SELLERS)
  const offers = await offersFrom(known)
  const sellers = groupBySeller(offers.map((offer) => ({ offer })))
  expect(sellers).toHaveLength(known.length)
  const shared = photosShared(sellers)
  const signals = new Map(sellers.map((seller) => [seller.name ?? '', signalsBy(seller, shared)]))
  const roles = new Map(known.map(({ name, role }) => [name, role]))
  return { known, signals, roles }
}

test('at least 95 of 100 signals speak for what a seller is; of the others nothing is said', async () => {
  const { known, signals, roles } = await measured()
  const counts = countSignals(signals, (name) => roles.get(name))
  const silent = [...signals.values()].filter((all) => all.every(({ toward }) => toward === null)).length
  const rows = [...counts]
    .sort()
    .map(([kind, count]) => [...[kind, count.right, count.wrong, `${(100 * share(count)).toFixed(1)} %`]])
  const table = [
    '| signal | right | wrong | right |',
    '|---|---:|---:|---:|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    `${known.length} sellers, of ${silent} nothing is said.`,
  ].join('\n')
  await mkdir(CACHE, { recursive: true })
  await writeFile(join(CACHE, 'supplier-signals.md'), `${table}\n`)
  for (const [kind, count] of counts)
    expect(share(count), `${kind}\n${table}`).toBeGreaterThanOrEqual(LEAST_RIGHT)
  expect(counts.size, table).toBeGreaterThan(4)
  // Most say something of themselves.
  expect(silent / known.length, table).toBeLessThan(0.6)
})

test.each<[string, typeof signalsOf]>([
  [
    'a badge that is bought',
    ({ offers }) =>
      offers.some(({ offer }) => offer.supplier.badges?.includes('powerful_merchants'))
        ? [{ kind: 'badge', badge: 'powerful_merchants', toward: 'factory' }]
        : [],
  ],
  [
    'a photo that others show too',
    (seller, shared = []) =>
      shared.some((sellers) => sellers.includes(seller))
        ? [{ kind: 'photo', sellers: 1, toward: 'trader' }]
        : [],
  ],
  [
    'offers in one category only',
    ({ offers }) =>
      new Set(offers.map(({ offer }) => offer.topCategoryId)).size === 1
        ? [{ kind: 'range', categories: 1, offers: offers.length, toward: 'factory' }]
        : [],
  ],
])('%s would be wrong too often as a signal', async (_, wrongRule) => {
  const { signals, roles } = await measured(wrongRule)
  const [count] = countSignals(signals, (name) => roles.get(name)).values()
  expect(count && share(count)).toBeLessThan(LEAST_RIGHT)
})

test('of factories and of traders who show their photos, cropped or with a watermark, no signal is wrong', async () => {
  const { offers, picture } = await openCatalogue()
  const sold = Map.groupBy(
    offers.filter(({ supplier }) => 'role' in supplier),
    ({ supplier }) => supplier as KnownSupplier,
  )
  const known = [...sold].map(([{ name, role }, its]) => {
    const items = its.map((offer) => crossborderItem(offer, 'https://cbu01.alicdn.com/img/ibank'))
    return { name, role, items }
  })
  const found = await offersFrom(known)
  const hashed = await Promise.all(
    found.map(async ({ offerId, imageUrl, supplier }) => {
      const name = /([^/]+)\.jpg$/.exec(imageUrl ?? '')?.[1] ?? ''
      const hash = await hashOfThumbnail((await picture(name)) ?? expect.fail(`no picture ${imageUrl}`))
      return { offerId, supplier: supplier.name, hash }
    }),
  )
  const sellers = groupBySeller(found.map((offer) => ({ offer })))
  const sellerOf = (id: string) =>
    sellers.find((seller) => seller.offers.some(({ offer }) => offer.offerId === id)) ??
    expect.fail(`nobody sells ${id}`)
  // The photos of all eight products are found wherever they are shown, and no other is taken for one of them.
  const reused = reuseOf(hashed)
  expect(reused.map(({ uses }) => uses.length)).toEqual(Array.from({ length: 8 }, () => 4))
  expect(reused.some(({ uses }) => uses.some(({ cropped, trimmed }) => cropped || trimmed))).toBe(true)
  const shared = reused.map(({ uses }) => uses.map(({ offerId }) => sellerOf(offerId)))
  for (const { name, role } of known) {
    const seller = sellers.find((each) => each.name === name) ?? expect.fail(name)
    const signals = signalsOf(seller, shared)
    const toward = new Set(signals.flatMap((signal) => signal.toward ?? []))
    expect([...toward], name).toEqual([role])
    expect(
      signals.map(({ kind }) => kind),
      name,
    ).toContain('photo')
  }
})
