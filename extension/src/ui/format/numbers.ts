/** `12345` as `12,345`. */
export function whole(count: number): string {
  return count.toLocaleString('en')
}

/** Bytes as kilobytes: `51`, `0.8`. */
export function kilobytes(bytes: number): string {
  const value = bytes / 1000
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}

/** Yuan with at least two decimals, out of a decimal string and without a float in between. */
export function money(amount: string): string {
  const [units = '0', decimals = ''] = amount.split('.')
  return `${units.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals.padEnd(2, '0')}`
}

/** `0.13` as `13%`. */
export function percent(rate: number): string {
  return `${Math.round(rate * 100)}%`
}
