import type { ReadPrice } from '../prices/read-price.ts'
import type { ShownPrice } from './shown-prices.ts'

/** The price that is paid among those of one product. */
export function chosenPrice(candidates: ShownPrice[]): ReadPrice | null {
  return chosenOf(candidates)?.price ?? null
}

/** The one of now, the one that is named a price, or the one in the largest type. */
export function chosenOf(candidates: ShownPrice[], heading?: Element): ShownPrice | undefined {
  const unless = (all: ShownPrice[], is: (each: ShownPrice) => boolean) => {
    const rest = all.filter((each) => !is(each))
    return rest.length ? rest : all
  }
  const steps = [
    (all: ShownPrice[]) => all,
    (all: ShownPrice[]) => unless(all, ({ isRegular, isSale }) => isRegular && !isSale),
    (all: ShownPrice[]) => unless(all, ({ isNamed }) => !isNamed),
    (all: ShownPrice[]) => firstTogether(all, heading),
    (all: ShownPrice[]) => unless(all, ({ isNow }) => !isNow),
    (all: ShownPrice[]) => unless(all, ({ isSale }) => !isSale),
    // Where a country changes its currency, shops show both: the first is the one to pay.
    (all: ShownPrice[]) => all.filter(({ price }) => price.currency === all[0]?.price.currency),
    largest,
  ]
  // A range, and what the chosen variant costs.
  const [range] = candidates.filter(({ price }) => price.to !== null)
  const within = candidates.filter(({ price }) => range && !price.to && isWithin(price, range.price))
  const [variant] = within
  if (variant && within.every(({ price }) => isSame(price.amount, variant.price.amount))) return variant
  let left = candidates
  for (const step of steps) {
    left = step(left)
    const whole = wholeOf(left)
    if (whole) return whole
  }
  return undefined
}

/** Those in the first part of the page after the heading, or before it where nothing follows. */
function firstTogether(all: ShownPrice[], heading: Element | undefined): ShownPrice[] {
  const partOf = ({ element }: ShownPrice) => {
    let part = element
    while (part.parentElement && !(heading && part.parentElement.contains(heading))) part = part.parentElement
    return part
  }
  if (!heading) return all
  const isAfter = (each: ShownPrice) =>
    (heading.compareDocumentPosition(each.element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const following = all.filter(isAfter)
  const first = following[0] ?? all.at(-1)
  return first ? all.filter((each) => partOf(each) === partOf(first)) : all
}

/** The one that all agree on: a range counts for the price at either of its ends. */
function wholeOf([first, ...others]: ShownPrice[]): ShownPrice | undefined {
  if (!first) return undefined
  const ranges = [first, ...others].filter(({ price }) => price.to !== null)
  const widest = ranges[0] ?? first
  const { amount, to } = widest.price
  const agrees = ({ price }: ShownPrice) =>
    isSame(price.amount, amount)
      ? isSame(price.to ?? price.amount, to ?? amount) || !price.to
      : to !== null && !price.to && isSame(price.amount, to)
  return [first, ...others].every(agrees) ? widest : undefined
}

function isWithin({ amount }: ReadPrice, range: ReadPrice): boolean {
  return Number(amount) > Number(range.amount) && Number(amount) < Number(range.to)
}

export function isSame(a: string, b: string): boolean {
  return Number(a) === Number(b)
}

function largest(all: ShownPrice[]): ShownPrice[] {
  const sizes = all.map(({ element }) =>
    Number.parseFloat(element.ownerDocument.defaultView?.getComputedStyle(element).fontSize ?? ''),
  )
  const most = Math.max(...sizes)
  const second = Math.max(0, ...sizes.filter((size) => size < most))
  return most >= 1.25 * second && second > 0 ? all.filter((_, at) => sizes[at] === most) : all
}
