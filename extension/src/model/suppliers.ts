import type { DetailedOffer, Offer } from '@find-on-1688/shared'

/** An offer, and the saved search whose product it is; a saved search stands for the product that one looked for. */
export interface FoundOffer {
  offer: Offer
  details?: DetailedOffer | undefined
  /** Missing for one that was found only: a search lists what looks alike too. */
  productId?: string | undefined
}

/** Who sells, with all offers of theirs that are loaded, in the order they came. */
export interface Seller {
  key: string
  name: string | null
  loginId: string | null
  offers: FoundOffer[]
}

/**
 * The offers by seller, in the order of their first offers. Offers that name no seller are left out: they may be of one or
 * of several. An offer that was found several times is listed once, with the details of whichever has them.
 */
export function groupBySeller(found: readonly FoundOffer[]): Seller[] {
  const details = new Map(found.flatMap((each) => (each.details ? [[each.offer.offerId, each.details]] : [])))
  const named = found.map((each) => ({ each, ...namesOf(each, details.get(each.offer.offerId)) }))
  const keys = keysOf(named.map(({ names, logins }) => [...names, ...logins].map(plainName)))
  const sellers = new Map<string, Seller>()
  for (const { each, names, logins } of named) {
    const key = keys.get(plainName(names[0] ?? logins[0] ?? ''))
    if (key === undefined) continue
    const seller = sellers.get(key) ?? { key, name: null, loginId: null, offers: [] }
    seller.loginId ??= logins[0] ?? null
    const registered = names.find((name) => !logins.includes(name))
    // Some APIs give the login name in place of the company's, which any other offer may have.
    if (seller.name === null || seller.name === seller.loginId)
      seller.name = registered ?? seller.name ?? names[0] ?? null
    addOffer(seller.offers, each)
    sellers.set(key, seller)
  }
  return [...sellers.values()]
}

/** The seller that any of its offers gives that name or login name, however it is written. */
export function findSeller(sellers: readonly Seller[], name: string): Seller | undefined {
  const wanted = plainName(name)
  const isNamed = (each: FoundOffer) => {
    const { names, logins } = namesOf(each)
    return [...names, ...logins].some((own) => plainName(own) === wanted)
  }
  return sellers.find(({ key, offers }) => key === wanted || offers.some(isNamed))
}

/** How list and details call the seller. The details come first, as where an offer is shown. */
function namesOf({ offer, details: own }: FoundOffer, details = own): { names: string[]; logins: string[] } {
  const suppliers = [own?.supplier, details?.supplier, offer.supplier].filter((each) => each !== undefined)
  const isSaid = (text: string) => plainName(text) !== ''
  return {
    names: suppliers.flatMap(({ name }) => name ?? []).filter(isSaid),
    logins: suppliers.flatMap(({ loginId }) => loginId ?? []).filter(isSaid),
  }
}

/**
 * What tells sellers apart, by each of their names. No two companies of mainland China have the same registered name, and
 * nobody else has the same login name: whoever shares one of them is one seller, whichever is found first.
 */
function keysOf(named: readonly string[][]): Map<string, string> {
  const keys = new Map<string, string>()
  for (const names of named) {
    const known = new Set(names.flatMap((name) => keys.get(name) ?? []))
    const [key = names[0]] = known
    if (key === undefined) continue
    if (known.size > 1) for (const [name, before] of keys) if (known.has(before)) keys.set(name, key)
    for (const name of names) keys.set(name, key)
  }
  return keys
}

/** Its offers without those that are listed for several products; with details where any of them has them. */
export function distinctOffers({ offers }: { offers: readonly FoundOffer[] }): FoundOffer[] {
  const byId = new Map<string, FoundOffer>()
  for (const each of offers) {
    const known = byId.get(each.offer.offerId)
    if (!known || (!known.details && each.details)) byId.set(each.offer.offerId, each)
  }
  return [...byId.values()]
}

/** The saved searches for whose product it has an offer. */
export function productsOf({ offers }: Seller): string[] {
  return [...new Set(offers.flatMap(({ productId }) => productId ?? []))]
}

/** The same offer may have been found for several products: each is kept. */
function addOffer(offers: FoundOffer[], added: FoundOffer): void {
  const known = offers.find(
    ({ offer, productId }) => offer.offerId === added.offer.offerId && productId === added.productId,
  )
  if (known) known.details ??= added.details
  else offers.push({ ...added })
}

/** One spelling of a name: brackets and letters may be of full or half width, and blanks mean nothing in Chinese. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}
