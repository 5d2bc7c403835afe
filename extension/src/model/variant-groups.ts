import type { OfferVariant } from '@find-on-1688/shared'

/** Hundreds of sizes of each colour, for dozens of offers, would fill the session's storage. */
const MOST_VARIANTS = 200

/**
 * All variants, or, of too many, one for all that have the same price, picture and weight, named by the attributes that they
 * share: that leaves the price of each picture, and the range of all, what they are.
 *
 * Such a group has an id of its own: with that of a real variant, a later answer would take the one for the other. It is that of
 * the picture and weight, so that it stays when the price changes; where there are several prices, each has another one.
 */
export function fewerVariants(variants: OfferVariant[]): OfferVariant[] {
  if (variants.length <= MOST_VARIANTS) return variants
  const groups = Map.groupBy(variants, ({ id: _, attributes: __, stock: ___, ...same }) =>
    JSON.stringify(same),
  )
  const looks = Map.groupBy(
    [...groups.values()].flatMap(([first]) => first ?? []),
    lookOf,
  )
  return [...groups].flatMap(([key, [first, ...others]]) => {
    if (!first || others.length === 0) return first ?? []
    const isWhole = looks.get(lookOf(first))?.length === 1
    return { ...others.reduce(withBoth, first), id: isWhole ? `all of ${lookOf(first)}` : PART + key }
  })
}

/**
 * Whether it stands for variants of one price among others that look the same. Those that it stands for may be others in the next
 * answer, so its stock says nothing of theirs.
 */
export function isPartOfLook({ id }: OfferVariant): boolean {
  return id?.startsWith(PART) ?? false
}

/** No id of 1688's begins like this. */
const PART = 'some of '

function lookOf({ imageUrl, weightKg }: OfferVariant): string {
  return JSON.stringify([imageUrl, weightKg])
}

/** With what the two have in common. What is unknown of one is unknown of the sum. */
function withBoth(one: OfferVariant, other: OfferVariant): OfferVariant {
  const isShared = (value: string) => other.attributes.some((attribute) => attribute.value === value)
  return {
    ...one,
    attributes: one.attributes.filter(({ value }) => isShared(value)),
    stock: one.stock === null || other.stock === null ? null : one.stock + other.stock,
  }
}
