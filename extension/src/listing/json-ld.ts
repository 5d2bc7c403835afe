/** One script's text is at most this long; longer ones are whole catalogues. */
const MOST_CHARACTERS = 1_000_000

/**
 * What a JSON-LD script says; `undefined` where it cannot be read. Shops wrap it in HTML comments or CDATA, leave commas
 * and line breaks where none may be, and end it with a semicolon: all that changes nothing of what it says.
 */
export function parseJsonLd(text: string): unknown {
  if (text.length > MOST_CHARACTERS) return undefined
  return parsed(text) ?? parsed(tidied(text))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trim())
  } catch {
    return undefined
  }
}

function tidied(text: string): string {
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
