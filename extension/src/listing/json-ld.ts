/** Longer scripts are whole catalogues. */
const MAX_CHARACTERS = 1_000_000

/**
 * The value of a JSON-LD script; `undefined` if it cannot be parsed. Tolerates what shops do without changing its meaning:
 * HTML comments or CDATA around it, trailing commas, line breaks within strings, and a semicolon at the end.
 */
export function parseJsonLd(text: string): unknown {
  if (text.length > MAX_CHARACTERS) return undefined
  return tryParse(text) ?? tryParse(repaired(text))
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text.trim())
  } catch {
    return undefined
  }
}

function repaired(text: string): string {
  return (
    text
      .replace(/^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/, '')
      .replace(/\s*(?:\/\/|\/\*)?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*$/, '')
      .replace(/;\s*$/, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is wrong
      .replace(/[\u0000-\u001F]/g, ' ')
      .replace(/"(?:\\.|[^"\\])*"|,(?=\s*[}\]])/g, (found) => (found === ',' ? '' : found))
  )
}
