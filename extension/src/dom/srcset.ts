/** The addresses of a `srcset`, the largest first: by width, or by density. */
export function largestFirst(srcset: string): string[] {
  const candidates = [...srcset.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)]
  return candidates
    .map(([, address = '', size = '1']) => ({ address, size: Number(size) }))
    .sort((a, b) => b.size - a.size)
    .map(({ address }) => address)
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
