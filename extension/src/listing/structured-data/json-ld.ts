/** Longer scripts are whole catalogues. */
const MAX_CHARACTERS = 1_000_000
const MAX_SCRIPTS = 50

/** A string, a comment, or what separates values. What is left over is a bare word or number. */
const TOKEN = /"(?:\\[\s\S]|[^"\\])*"|\/\*[\s\S]*?\*\/|(?<![:\w])\/\/[^\n]*|[{}[\],:]|[^\s{}[\],:"]+/g

export function jsonLdOf(document: Document): unknown[] {
  const scripts = document.querySelectorAll('script[type^="application/ld+json" i]')
  return [...scripts].slice(0, MAX_SCRIPTS).map(({ textContent }) => parseJsonLd(textContent ?? ''))
}

/**
 * The value of a JSON-LD script; `undefined` if it cannot be parsed. Tolerates what shops do without changing its meaning:
 * comments or CDATA, trailing and missing commas, line breaks and needless escapes within strings, and a semicolon at the end.
 * A quote within a text is not repaired: where it ends would be a guess.
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
  const json = text
    .replace(/^\uFEFF?\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/, '')
    .replace(/\s*(?:\/\/|\/\*)?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*$/, '')
    .replace(/;\s*$/, '')
  const tokens = (json.match(TOKEN) ?? []).filter((token) => !/^\/[/*]/.test(token))
  return tokens
    .map((token, at) => {
      const [before = '', after = ''] = [tokens[at - 1], tokens[at + 1]]
      if (token === ',') return /^[}\]]?$/.test(after) || /^[{[,]$/.test(before) ? '' : token
      // Two values in a row: between them a comma can only be missing.
      const isMissing = endsValue(before) && beginsValue(token)
      return `${isMissing ? ',' : ''}${token.startsWith('"') ? withoutNeedlessEscapes(token) : token}`
    })
    .join('')
}

function endsValue(token: string): boolean {
  return /["}\]]$/.test(token)
}

/** Only what cannot be a stray word after an unescaped quote. */
function beginsValue(token: string): boolean {
  return /^["{[]/.test(token)
}

/** JSON knows eight escapes and `\u`; line breaks and tabs must be escaped. */
function withoutNeedlessEscapes(string: string): string {
  return (
    string
      .replace(/\\x([\da-f]{2})/gi, '\\u00$1')
      .replace(/\\(?:u(?![\da-fA-F]{4})|[^"\\/bfnrtu])/g, (needless) => needless.slice(1))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is wrong
      .replace(/[\u0000-\u001F]/g, ' ')
  )
}
