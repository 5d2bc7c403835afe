/** A version of a picture, and how large it is said to be: its width, or its density. */
export interface Candidate {
  address: string
  size: number
}

/** The addresses of a `srcset`, the largest first: by width, or by density. */
export function largestFirst(srcset: string): string[] {
  return candidatesOf(srcset).map(({ address }) => address)
}

/**
 * The candidates of a `srcset`, the largest first, split as HTML says ("parse a srcset attribute"): an address ends at
 * white space, so that it may contain commas, and a candidate with a wrong descriptor does not count.
 */
export function candidatesOf(srcset: string): Candidate[] {
  const found: Candidate[] = []
  let rest = srcset
  for (;;) {
    rest = rest.replace(/^[\s,]+/, '')
    const [token = ''] = /^\S+/.exec(rest) ?? []
    if (!token) return found.sort((a, b) => b.size - a.size)
    const address = token.replace(/,+$/, '')
    rest = rest.slice(token.length)
    // Commas in parentheses do not separate: so HTML leaves room for later descriptors.
    const [descriptors = ''] = address === token ? (/^(?:\([^)]*\)?|[^,(])*/.exec(rest) ?? []) : []
    rest = rest.slice(descriptors.length)
    const size = sizeOf(descriptors.trim().split(/\s+/).filter(Boolean))
    if (size !== undefined) found.push({ address, size })
  }
}

function sizeOf(descriptors: string[]): number | undefined {
  const parsed = descriptors.map((each) => /^(\d+)([wh])$|^([\d.]+(?:e[+-]?\d+)?)x$/i.exec(each))
  const of = (unit: string) => parsed.filter((each) => each?.[2] === unit)
  const [width, height, density] = [of('w'), of('h'), parsed.filter((each) => each?.[3])]
  const isValid =
    parsed.every(Boolean) &&
    width.length <= 1 &&
    density.length + Math.max(width.length, height.length) <= 1 &&
    // A height says nothing without a width.
    height.length <= width.length
  if (!isValid) return undefined
  return Number(width[0]?.[1] ?? density[0]?.[3] ?? 1)
}

/** The addresses in a CSS value: `url()`, alone or within `image-set()`, whose largest comes first. */
export function addressesIn(value: string): string[] {
  const found = [
    ...value.matchAll(
      /url\((?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^)]*))\)(?:\s*([\d.]+)(?:x|dppx))?/g,
    ),
  ]
  return found
    .map(([, double, single, bare, density = '1']) => ({
      address: (double ?? single ?? bare ?? '').replace(/\\(.)/g, '$1').trim(),
      density: Number(density),
    }))
    .filter(({ address }) => address && !address.startsWith('#'))
    .sort((a, b) => (value.includes('image-set(') ? b.density - a.density : 0))
    .map(({ address }) => address)
}
