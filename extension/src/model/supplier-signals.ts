import { findProvince } from './places.ts'
import { readAddresses } from './supplier-address.ts'
import { readName } from './supplier-name.ts'
import type { Seller } from './suppliers.ts'

/**
 * One thing that is known of a seller and may tell a factory from a trader. `toward` is what it speaks for; `null` if it is
 * worth knowing but speaks for neither. Signals are neither weighed nor added up: a seller may have some of both kinds, and
 * one without any is unknown.
 */
export type SupplierSignal = { toward: 'factory' | 'trader' | null } & SignalReason

/** Where a signal comes from, and what it rests on. */
type SignalReason =
  /** 1688 says so, by a badge of the seller. */
  | { kind: 'badge'; badge: string }
  /** 1688 says so, by its mark on an offer: it has certified the factory. */
  | { kind: 'certified' }
  /** The words of the registered name that say it. */
  | { kind: 'name'; words: string }
  /** The words of the company's address that say it. */
  | { kind: 'address'; words: string }
  /** In how many of 1688's top categories the loaded offers are. */
  | { kind: 'range'; categories: number; offers: number }
  /** How many other sellers show a photo of theirs; `factory` is one of them that 1688 calls a factory. */
  | { kind: 'photo'; sellers: number; factory?: { key: string; name: string | null } }
  /** Goods leave from another place than the company's. */
  | { kind: 'sentFrom'; from: string; company: string }

/** From this number on a range is broad: a category of 1688 such as bags or toys is wide, and one factory may be in two. */
const BROAD_RANGE = 3

/** 1688's marks for a factory that it or its inspectors have visited. 实力商家 and 诚信通 are held by traders too. */
const FACTORY_BADGE = /^(super_?factory|certified_?factory|超级工厂|认证工厂|深度验厂)$/i

/**
 * What the loaded offers of a seller tell of its role, 1688's own word first.
 *
 * `sharedPhotos` has, for each photo that several sellers show, those sellers; it may hold photos of others.
 */
export function signalsOf(
  seller: Seller,
  sharedPhotos: readonly (readonly Seller[])[] = [],
): SupplierSignal[] {
  const name = readName(seller)
  const address = readAddresses(seller)
  const signals = [
    ...factoryMarks(seller),
    name && { kind: 'name' as const, ...name },
    address && { kind: 'address' as const, ...address },
    sentFromSignal(seller),
    rangeSignal(seller),
    photoSignal(seller, sharedPhotos),
  ].filter((signal) => signal !== undefined)
  return withoutContradiction(signals, isCertified(seller))
}

/**
 * Where some speak for a factory and others for a trader, they are still told and speak for neither; unless 1688 itself has
 * said that it is a factory, which only takes the others' voice.
 */
function withoutContradiction(signals: SupplierSignal[], certified: boolean): SupplierSignal[] {
  const sides = new Set(signals.flatMap(({ toward }) => toward ?? []))
  if (sides.size < 2) return signals
  return signals.map((signal) =>
    certified && signal.toward === 'factory' ? signal : { ...signal, toward: null },
  )
}

function factoryMarks({ offers }: Seller): SupplierSignal[] {
  // Of an empty list it is not known what it should have: neither answer takes back what the other says.
  const answers = offers.flatMap(({ offer, details }) => (details ? [offer, details] : [offer]))
  const badges = new Set(answers.flatMap(({ supplier }) => supplier.badges))
  const services = new Set(answers.flatMap((answer) => answer.services ?? []))
  const marks: SupplierSignal[] = [...badges]
    .filter((badge) => FACTORY_BADGE.test(badge))
    .map((badge) => ({ toward: 'factory', kind: 'badge', badge }))
  if (services.has('certifiedFactory')) marks.push({ toward: 'factory', kind: 'certified' })
  return marks
}

/** Whether 1688 calls the seller a factory. */
function isCertified(seller: Seller): boolean {
  return factoryMarks(seller).length > 0
}

/** A narrow range says nothing: only what was searched for is loaded, and traders have their fields too. */
function rangeSignal({ offers }: Seller): SupplierSignal | undefined {
  const categories = new Set(
    offers.flatMap(({ offer, details }) => offer.topCategoryId ?? details?.topCategoryId ?? []),
  )
  if (categories.size < BROAD_RANGE) return
  const ids = new Set(offers.map(({ offer }) => offer.offerId))
  return { toward: 'trader', kind: 'range', categories: categories.size, offers: ids.size }
}

/**
 * A photo in several shops was taken by one of them at most, and the photo does not tell by which: traders show those of
 * factories, but factories show those of others too. So it speaks for neither, and is worth asking about.
 */
function photoSignal(
  seller: Seller,
  sharedPhotos: readonly (readonly Seller[])[],
): SupplierSignal | undefined {
  const others = new Map(
    sharedPhotos
      .filter((sellers) => sellers.some(({ key }) => key === seller.key))
      .flatMap((sellers) => sellers.filter(({ key }) => key !== seller.key))
      .map((other) => [other.key, other]),
  )
  if (others.size === 0) return
  const factory = isCertified(seller) ? undefined : [...others.values()].find(isCertified)
  return {
    ...{ toward: null, kind: 'photo', sellers: others.size },
    ...(factory && { factory: { key: factory.key, name: factory.name } }),
  }
}

/** Only provinces are compared: the two are written with different detail, and a warehouse may be in the next city. */
function sentFromSignal({ offers }: Seller): SupplierSignal | undefined {
  for (const { offer, details } of offers) {
    const from = details?.sentFrom
    const company = offer.supplier.location ?? details?.supplier.location
    const [one, other] = [from, company].map((address) => address && findProvince(address))
    if (from && company && one && other && one !== other)
      return { toward: null, kind: 'sentFrom', from, company }
  }
}
