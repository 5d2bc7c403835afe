/** More makes Excel call the file damaged. */
const MOST_CHARACTERS = 32_767
/** What no XML holds, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are meant.
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/**
 * Text as it has to stand in a workbook to be read as itself: Excel reads `_x0041_` as `A` (ECMA-376, ST_Xstring), so the
 * mark of that escape is escaped.
 */
export function spreadsheetText(text: string): string {
  const kept = text.slice(0, MOST_CHARACTERS).toWellFormed().replace(NOT_IN_XML, '')
  return kept.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}
