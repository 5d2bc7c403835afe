/** The natural logarithms of the factorials up to n. */
const LOGS = [0]

function logFactorial(n: number): number {
  while (LOGS.length <= n) LOGS.push((LOGS.at(-1) as number) + Math.log(LOGS.length))
  return LOGS[n] as number
}

/** The probability of at most this many hits in n tries with probability p each. */
function atMost(hits: number, n: number, p: number): number {
  if (p <= 0) return 1
  if (p >= 1) return hits >= n ? 1 : 0
  let sum = 0
  for (let k = 0; k <= hits; k++) {
    const ways = logFactorial(n) - logFactorial(k) - logFactorial(n - k)
    sum += Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p))
  }
  return sum
}

/**
 * The Clopper–Pearson upper bound at 95% confidence, one-sided: the highest rate at which this many hits or fewer still occur
 * one time in twenty. Without a hit it is about 3 / n.
 */
export function upperBound(hits: number, n: number): number {
  if (hits >= n) return 1
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (atMost(hits, n, middle) > 0.05) low = middle
    else high = middle
  }
  return high
}

/** The lower bound, likewise. */
export function lowerBound(hits: number, n: number): number {
  return 1 - upperBound(n - hits, n)
}
