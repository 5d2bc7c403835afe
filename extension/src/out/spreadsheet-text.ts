/** More makes Excel call the file damaged. */
const MOST_CHARACTERS = 32_767

/**
 * Text as it has to stand in a workbook to be read as itself: Excel reads `_x0041_` as `A` (ECMA-376, ST_Xstring), so the
 * mark of that escape is escaped. A name that every JavaScript object has ("constructor") is escaped as well, because
 * write-excel-file 4.1 looks texts up in an object and would take the method for the text's number.
 */
export function spreadsheetText(text: string): string {
  const kept = text.slice(0, MOST_CHARACTERS).toWellFormed()
  const escaped = kept.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return escaped in Object.prototype ? escapeFirst(escaped) : escaped
}

function escapeFirst(text: string): string {
  const code = text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `_x${code}_${text.slice(1)}`
}
