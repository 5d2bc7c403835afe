const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = [...'àƀçđéƒĝĥíĵķĺɱñóþǫŕšţúṽŵẋýžÀƁÇĐÉƑĜĤÍĴĶĹṀÑÓÞǪŔŠŢÚṼŴẊÝŽ']

/**
 * The texts as `[Ŝéàŕçĥ ···]`, about 40 % longer, to reveal what is truncated, fixed in width or hard-coded. Arguments of
 * a text, such as a size or a host, stay as they are.
 */
export function pseudo<Words>(texts: Words): Words {
  return changed(texts) as Words
}

function changed(value: unknown, given: string[] = []): unknown {
  if (typeof value === 'string') return accented(value, given)
  if (typeof value === 'function') return (...args: unknown[]) => changed(value(...args), stringsIn(args))
  if (Array.isArray(value)) return value.map((each) => changed(each, given))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each, given)]))
}

function accented(text: string, given: string[]): string {
  if (text === '') return text
  let own = 0
  const parts = split(text, given).map((part) => {
    if (given.includes(part)) return part
    own += part.length
    return part.replace(/[a-z]/gi, (letter) => ACCENTED[LETTERS.indexOf(letter)] ?? letter)
  })
  return `[${parts.join('')} ${padding(Math.ceil(own * 0.4))}]`
}

/** At the arguments; the longest first, because one may contain another. */
function split(text: string, given: string[]): string[] {
  const [first, ...rest] = given.toSorted((a, b) => b.length - a.length)
  if (!first) return [text]
  return text
    .split(first)
    .flatMap((part, index) => [...(index > 0 ? [first] : []), ...split(part, rest)])
    .filter((part) => part !== '')
}

/** In words, so that it wraps like a text. */
function padding(length: number): string {
  return '·'.repeat(Math.max(1, length)).replace(/·{5}(?=·)/g, '····· ')
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
