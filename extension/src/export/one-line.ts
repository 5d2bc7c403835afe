/** A supplier's words without line breaks, so that they cannot pass for lines of ours. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
