/**
 * sin(πx) by + − × ÷ alone, to within 1e-15: `Math.sin` may differ in the last bit between engines and versions, and a hash
 * must not.
 */
export function sinePi(x: number): number {
  const halfTurns = Math.round(x)
  const angle = (x - halfTurns) * Math.PI
  const square = angle * angle
  // The Taylor series from its last term: |angle| ≤ π/2, so the remainder is below 1e-17.
  let sum = 1
  for (let n = 20; n >= 2; n -= 2) sum = 1 - (square / (n * (n + 1))) * sum
  return halfTurns % 2 === 0 ? angle * sum : -angle * sum
}
