/**
 * sin(πx) by + − × ÷ alone, within 1e-15: `Math.sin` may differ in its last bit from engine to engine and from version
 * to version, and a hash must not.
 */
export function sinePi(x: number): number {
  const halfTurns = Math.round(x)
  const angle = (x - halfTurns) * Math.PI
  const square = angle * angle
  // The Taylor series from its last term on: |angle| ≤ π/2, so what is left out is below 1e-17.
  let sum = 1
  for (let n = 20; n >= 2; n -= 2) sum = 1 - (square / (n * (n + 1))) * sum
  return halfTurns % 2 === 0 ? angle * sum : -angle * sum
}
