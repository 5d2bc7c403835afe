import { PATHS, type PhotoVerdict, type SearchAnswer } from '@find-on-1688/shared'
import type { BatchAnswer, RowOutcome } from '../../../extension/src/model/batch.ts'
import { type ListedProduct, listProducts } from '../../fakes/product-list/index.ts'
import type { Sandbox } from '../../fakes/sandbox/index.ts'
import { type StoredList, storedList } from './product-lists.ts'

type Searched = Pick<Sandbox, 'workerUrl' | 'clientKey' | 'gateway'>

/** A list whose products have been searched, as many with the same picture as `distinct` leaves. */
export async function answeredList(sandbox: Searched, count: number, distinct: number): Promise<StoredList> {
  const products = await listProducts(sandbox.gateway.catalogue, distinct)
  const searched: SearchAnswer[] = []
  const waiting = products.entries()
  const searchAll = async () => {
    for (const [at, product] of waiting) searched[at] = await searchFor(sandbox, product)
  }
  await Promise.all([searchAll(), searchAll(), searchAll()])
  const repeated = Array.from({ length: count }, (_, at) => products[at % distinct] as ListedProduct)
  const list = await storedList(repeated, { state: 'done', searches: distinct })
  const { id } = list.batch
  const answers = new Map<string, BatchAnswer>()
  const rows = list.rows.map((row, at) => {
    const [product, answer] = [repeated[at], searched[at % distinct]]
    if (!product || !answer || row.digest === null) throw new Error(`no answer for row ${at}`)
    const stored = storedAnswer(id, row.digest, product, answer)
    answers.set(row.digest, stored)
    const state = 'done' as const
    return { ...row, state, productNumber: String(at + 1).padStart(6, '0'), outcome: outcomeOf(stored) }
  })
  return { ...list, rows, answers: [...answers.values()] }
}

async function searchFor({ workerUrl, clientKey }: Searched, { jpeg }: ListedProduct): Promise<SearchAnswer> {
  const address = `${workerUrl + PATHS.search}?mode=same&pageSize=20`
  const headers = { Authorization: `Bearer ${clientKey}`, 'Content-Type': 'image/jpeg' }
  for (;;) {
    const response = await fetch(address, { method: 'POST', headers, body: new Uint8Array(jpeg) })
    if (response.ok) return (await response.json()) as SearchAnswer
    const problem = await response.text()
    // A busy machine's platform answers too late.
    if (![429, 503, 504].includes(response.status)) throw new Error(problem)
    const seconds = Number(response.headers.get('Retry-After') ?? 1)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
}

/** With the verdicts that are right. */
function storedAnswer(
  batchId: string,
  digest: string,
  { photoOf, offerIds }: ListedProduct,
  answer: SearchAnswer,
): BatchAnswer {
  const { searchId, provider, mode, offers, image, notes, total } = answer
  const verdictOf = (offerId: string): PhotoVerdict =>
    offerId === photoOf ? 'same' : offerIds.includes(offerId) ? 'probably' : 'other'
  const query = { mode, page: 1, pageSize: 20, language: 'en' }
  return {
    ...{ batchId, digest, at: Date.now(), provider, total, offers, notes },
    answer: {
      searchId,
      provider,
      mode,
      offers,
      query,
      imageSha256: image?.sha256 ?? null,
      attestation: null,
    },
    verdicts: Object.fromEntries(offers.map(({ offerId }) => [offerId, verdictOf(offerId)])),
  }
}

function outcomeOf({ at, offers, verdicts }: BatchAnswer): RowOutcome {
  const having = (verdict: PhotoVerdict) => offers.filter(({ offerId }) => verdicts[offerId] === verdict)
  const [same, likely] = [having('same'), having('probably')]
  const suppliers = [...same, ...likely].flatMap(({ supplier }) => supplier.name ?? supplier.loginId ?? [])
  return {
    ...{ at, offers: offers.length, compared: offers.length, same: same.length, likely: likely.length },
    suppliers: [...new Set(suppliers)],
  }
}
