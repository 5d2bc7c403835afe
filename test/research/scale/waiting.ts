/**
 * The wait for one server with a constant service time and Poisson arrivals (M/D/1), in units of the service time.
 *
 * @param load arrivals times service time, below 1
 */
export function meanWait(load: number): number {
  return load / (2 * (1 - load))
}

/** The wait that the given share of arrivals does not exceed. */
export function waitQuantile(load: number, share: number): number {
  const atMost = waitDistribution(load)
  let low = 0
  let high = 1
  while (atMost(high) < share) high *= 2
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (atMost(middle) < share) low = middle
    else high = middle
  }
  return high
}

/** P(wait ≤ t), after Franx (2001): a sum of positive terms, stable at any load, whereas Erlang's alternates. */
function waitDistribution(load: number): (t: number) => number {
  const waiting = waitingCounts(load)
  return (t) => {
    const k = Math.floor(t) + 1
    const x = load * (k - t)
    let term = Math.exp(-x)
    let sum = 0
    for (let j = 0; j < k; j++) {
      sum += term * (waiting[Math.min(k - j - 1, waiting.length - 1)] ?? 1)
      term *= x / (j + 1)
    }
    return sum
  }
}

/** P(at most j wait), from the balance of transitions up and down between the numbers in the system. */
function waitingCounts(load: number): number[] {
  const more = poissonTails(load)
  const above = (count: number) => more[count] ?? 0
  const present = [1 - load]
  let total = 1 - load
  while (1 - total > 1e-12 && present.length < 5000) {
    const j = present.length - 1
    let up = (present[0] ?? 0) * above(j)
    for (let i = Math.max(1, j + 1 - more.length); i <= j; i++) up += (present[i] ?? 0) * above(j - i + 1)
    const next = up * Math.exp(load)
    present.push(next)
    total += next
  }
  let sum = present[0] ?? 0
  return present.slice(1).map((probability) => {
    sum += probability
    return sum
  })
}

/** P(more than k arrive during one service). */
function poissonTails(load: number): number[] {
  const tails: number[] = []
  let term = Math.exp(-load)
  let sum = term
  for (let k = 0; k < 40; k++) {
    tails.push(Math.max(0, 1 - sum))
    term *= load / (k + 1)
    sum += term
  }
  return tails
}
