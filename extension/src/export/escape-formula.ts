/** What begins a formula, also full-width, in the small forms and as a true minus, which some programs read alike. */
const SIGN = String.raw`[=+\-@＝＋－＠﹦﹢﹣﹫−]`
/** What a program may skip before it: blanks, quotes, and characters that are not seen. */
const SKIPPED = String.raw`[\s\p{Cc}\p{Cf}"]`
/** Within a line and a field of any program. */
const SKIPPED_WITHIN = String.raw`[${SKIPPED}--[;\t\r\n]]`
/**
 * OWASP advises against a tab or line break at the beginning, whatever follows. Further inside, a sign matters behind
 * what another program takes for the end of a cell: Excel splits at `;` where decimals have commas, and then at line
 * breaks in spite of quotes.
 */
const DANGEROUS = new RegExp(
  `^(?=[\\t\\r\\n]|${SKIPPED}*${SIGN})|(?<=[;\\t\\r\\n])(?=${SKIPPED_WITHIN}*${SIGN})`,
  'gv',
)

/**
 * Text for a CSV cell that no spreadsheet runs as a formula: an apostrophe stands where one could begin (OWASP, "CSV
 * Injection").
 */
export function escapeFormula(text: string): string {
  return text.replace(DANGEROUS, "'")
}
