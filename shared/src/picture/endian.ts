// Big-endian and little-endian numbers; `undefined` beyond the end, so that a parser stops there.

export function u16be(bytes: Uint8Array, at: number): number | undefined {
  const [a, b] = [bytes[at], bytes[at + 1]]
  return a === undefined || b === undefined ? undefined : a * 256 + b
}

export function u32be(bytes: Uint8Array, at: number): number | undefined {
  const [high, low] = [u16be(bytes, at), u16be(bytes, at + 2)]
  return high === undefined || low === undefined ? undefined : high * 65_536 + low
}

export function u16le(bytes: Uint8Array, at: number): number | undefined {
  const [a, b] = [bytes[at], bytes[at + 1]]
  return a === undefined || b === undefined ? undefined : a + b * 256
}

export function u24le(bytes: Uint8Array, at: number): number | undefined {
  const [low, high] = [u16le(bytes, at), bytes[at + 2]]
  return low === undefined || high === undefined ? undefined : low + high * 65_536
}
