import type { Supplier } from '@find-on-1688/shared'
import type { Seller } from './suppliers.ts'

/** What 1688 says of a seller, put together from all offers of it. Unknown is `null` or an empty list. */
export interface SellerFacts {
  years: number | null
  /** Addresses of the company, as 1688 writes them. */
  locations: string[]
  /** Where goods are sent from. */
  sentFrom: string[]
  badges: string[]
  scores: NonNullable<Supplier['scores']>
  rates: NonNullable<Supplier['rates']>
  /** Up to 5. */
  tradeScore: number | null
}

/** Of figures that differ from offer to offer the first counts: they are the seller's, asked for at different times. */
export function factsOf({ offers }: Seller): SellerFacts {
  const told = offers.flatMap(({ offer, details }) => [details?.supplier ?? [], offer.supplier].flat())
  return {
    years: told.find(({ years }) => years !== null)?.years ?? null,
    locations: distinct(told.flatMap(({ location }) => location ?? [])),
    sentFrom: distinct(offers.flatMap(({ details }) => details?.sentFrom ?? [])),
    badges: distinct(told.flatMap(({ badges }) => badges)),
    scores: firstOfEach(told.flatMap(({ scores = [] }) => scores)),
    rates: firstOfEach(told.flatMap(({ rates = [] }) => rates)),
    tradeScore:
      offers.flatMap(({ offer, details }) => details?.tradeScore ?? offer.tradeScore ?? [])[0] ?? null,
  }
}

function distinct(all: string[]): string[] {
  return [...new Set(all)]
}

function firstOfEach<T extends { code: string }>(figures: T[]): T[] {
  return figures.filter(({ code }, at) => figures.findIndex((each) => each.code === code) === at)
}
