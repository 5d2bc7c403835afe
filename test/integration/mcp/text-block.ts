/** Code points that no text for an agent may have: models read what is written in them, and people do not see it. */
const HIDDEN = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xe0000, 0xe0fff],
] as const

const AMOUNT = String.raw`\d+(\.\d+)?`
const QUOTED = '"q"'
const ADDRESS = String.raw`https?://[\w.:-]+/[^\s<>[\](){}\`|"'\\]*`

/** Each form that a line of the block may have, with what is quoted replaced. A seller's words are nowhere but in quotes. */
const FORMS = [
  `offer \\d{6,19} · price (unknown|${AMOUNT}( to ${AMOUNT})? CNY)( · tiers ${AMOUNT} from \\d+(, ${AMOUNT} from \\d+)*)?( · promotion price ${AMOUNT} CNY)?( · price of one piece sent to a customer ${AMOUNT} CNY)? · minimum order (\\d+|unknown)( \\(unit ${QUOTED}\\))? · sold in a month (\\d+|unknown)( · bought again by ${AMOUNT} %)?`,
  `  title ${QUOTED}(, original ${QUOTED})?`,
  `  supplier (unknown|${QUOTED})(, ${QUOTED})?(, \\d+ years on 1688)?, (verified|not verified|verification unknown)(, ${QUOTED})*`,
  `  page https://[\\w.]*1688\\.com${ADDRESS.slice(ADDRESS.indexOf('/['))}( · picture ${ADDRESS})?`,
  `status (active|unavailable|unknown) · sold in lots of (\\d+|unknown) · stock (\\d+|unknown) · weight as shipped (unknown|${AMOUNT} kg) · size as shipped (unknown|${AMOUNT} × ${AMOUNT} × ${AMOUNT} cm)`,
  `attribute ${QUOTED}: ${QUOTED}`,
  `variant (unknown|${QUOTED}: ${QUOTED}(, ${QUOTED}: ${QUOTED})*) · price (unknown|${AMOUNT} CNY) · stock (\\d+|unknown)`,
  '\\d+ more (attributes|variants) in the structured content',
].map((form) => new RegExp(`^${form}$`))

/**
 * What is quoted in a text that a tool answers with.
 *
 * @throws if anything in it could be taken for something else than it is: hidden characters, a block that ends too early or
 * late, a line that no line of ours looks like, markup, or a link
 */
export function quotesIn(text: string): string[] {
  if (hasHidden(text)) throw new Error(`hidden: ${JSON.stringify(text)}`)
  const lines = text.split('\n')
  const at = lines.findIndex((line) => /^<data-from-1688 id="\w{8}">$/.test(line))
  const close = lines[at]?.replace('<', '</')
  if (at < 1 || lines.indexOf(`${close}`) !== lines.length - 1) throw new Error('the block is not one')
  if (
    lines
      .slice(0, at)
      .join('')
      .match(/[<>`]|\]\(/)
  )
    throw new Error('markup before the block')
  const quotes: string[] = []
  for (const line of lines.slice(at + 1, -1)) {
    const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, (quote) => {
      if (/[<>[\]`{}|＜＞［］﹤﹥]|:\/\//.test(quote)) throw new Error(`markup: ${quote}`)
      quotes.push(JSON.parse(quote))
      return QUOTED
    })
    if (!FORMS.some((form) => form.test(bare))) throw new Error(`no line of ours: ${bare}`)
  }
  return quotes
}

export function hasHidden(text: string): boolean {
  return [...text].some((character) => {
    const code = character.codePointAt(0) ?? 0
    return HIDDEN.some(([first, last]) => code >= first && code <= last)
  })
}
