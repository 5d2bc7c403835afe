import { currencySign, decimalsOf } from '../pricing/format-money.ts'
import type { Kind } from './columns.ts'
import { escapeXml, xml } from './xml.ts'

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The index of each style that every workbook has. Those of money in the currencies of the table follow. */
export const STYLE = { plain: 0, header: 1, text: 2, lines: 3, url: 4, count: 5, rate: 6 }

const FONT = '<sz val="11"/><name val="Calibri"/>'
const WRAPPED = '<alignment vertical="top" wrapText="1"/>'
/** Of rows that are as high as their picture. */
const CENTRED = '<alignment vertical="center"/>'
const CENTRED_LINES = '<alignment vertical="center" wrapText="1"/>'
const COUNT_FORMAT = 164
/** Numbers below 164 are Excel's own. */
const FIRST_MONEY_FORMAT = COUNT_FORMAT + 1

/** The formats of a workbook's cells, which are numbered as they are needed. */
export class CellStyles {
  readonly #money: string[] = []

  ofNumber(kind: Kind, currency: string | null): number {
    if (kind === 'count' || kind === 'rate') return STYLE[kind]
    if (kind !== 'money') return STYLE.plain
    const format = moneyFormat(currency)
    if (!this.#money.includes(format)) this.#money.push(format)
    return STYLE.rate + 1 + this.#money.indexOf(format)
  }

  /** Excel requires the two fills. */
  xml(): string {
    const formats = ['#,##0', ...this.#money].map(
      (format, index) => `<numFmt numFmtId="${COUNT_FORMAT + index}" formatCode="${escapeXml(format)}"/>`,
    )
    // Built-in formats: 49 is text, 9 a whole percentage.
    const styles = [
      ...[style(0, 0), style(0, 1, WRAPPED), style(49, 0), style(49, 0, CENTRED_LINES), style(49, 2)],
      ...[style(COUNT_FORMAT, 0), style(9, 0)],
      ...this.#money.map((_, index) => style(FIRST_MONEY_FORMAT + index, 0)),
    ]
    return xml(
      `<styleSheet xmlns="${MAIN}">` +
        `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` +
        `<fonts count="3"><font>${FONT}</font><font><b/>${FONT}</font>` +
        '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>' +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border/></borders>' +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs>` +
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    )
  }
}

/**
 * The currency's sign and its decimals; without a known currency two. Up to two more, because small parts cost less than a
 * cent, but none for a currency without decimals: Excel would leave its point behind whole numbers.
 */
function moneyFormat(currency: string | null): string {
  const decimals = currency ? decimalsOf(currency) : 2
  const number = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}##`
  return currency ? `[$${currencySign(currency)}]${number}` : number
}

function style(format: number, font: number, alignment = CENTRED): string {
  const applied = `applyNumberFormat="1" applyFont="1" applyAlignment="1"`
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" ${applied}>${alignment}</xf>`
}
