import type { Feature } from 'write-excel-file/universal'
import {
  getCellAddress,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
} from 'write-excel-file/utility'
import type { Table } from './table.ts'

const SHEET = 'xl/worksheets/sheet{id}.xml'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** The order of a sheet's elements is part of the format (ECMA-376, CT_Worksheet): these may come before links. */
const UP_TO_LINKS = ['sheetData', 'mergeCells', 'conditionalFormatting', 'hyperlinks']
/** Excel calls a file damaged that has longer ones. */
const LONGEST_ADDRESS = 2_079

/** Makes the addresses of the table clickable, by links of the sheet and not by the formula HYPERLINK. */
export function links(table: Table): Feature<Blob> {
  const found = addressesIn(table)
  if (found.length === 0) return {}
  const elements = found.map(({ cell }, index) => `<hyperlink ref="${cell}" r:id="rId-link-${index}"/>`)
  const targets = found.map(
    ({ address }, index) =>
      `<Relationship Id="rId-link-${index}" Type="${RELATIONSHIPS}/hyperlink" Target="${sanitizeAttributeValue(address)}" TargetMode="External"/>`,
  )
  return {
    files: {
      transform: {
        [SHEET]: { transform: (xml) => insert(xml, `<hyperlinks>${elements.join('')}</hyperlinks>`) },
        'xl/worksheets/_rels/sheet{id}.xml.rels': { insert: () => targets.join('') },
      },
    },
  }
}

function addressesIn({ columns, rows }: Table): { cell: string; address: string }[] {
  return rows.flatMap((row, rowIndex) =>
    columns.flatMap(({ kind }, columnIndex) => {
      const address = kind === 'address' ? webAddress(row[columnIndex]) : null
      return address === null ? [] : [{ cell: getCellAddress(rowIndex + 1, columnIndex), address }]
    }),
  )
}

/** The web's own form of an address; what is none stays mere text. */
function webAddress(cell: unknown): string | null {
  const url = typeof cell === 'string' ? URL.parse(cell) : null
  if (!url || !/^https?:$/.test(url.protocol)) return null
  return url.href.length <= LONGEST_ADDRESS ? url.href : null
}

function insert(xml: string, element: string): string {
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, UP_TO_LINKS, 'worksheet')
}
