import { strToU8, zipSync } from 'fflate'
import type { Table } from './table.ts'
import { worksheet } from './worksheet.ts'
import { escapeXml, xml } from './xml.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
/** The earliest time that a zip file can have, so that the same table gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * The table as an Excel workbook with one sheet, a frozen header row and a filter (ECMA-376). Written here because such a file takes a
 * page of markup, and a library for any workbook is as large as the whole popup.
 */
export function toXlsx(table: Table): Blob {
  const { sheet, relationships, texts, styles, filtered } = worksheet(table)
  const files = {
    '[Content_Types].xml': xml(
      `<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
        `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
        '</Types>',
    ),
    '_rels/.rels': relationshipsXml(
      `<Relationship Id="book" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${DOCUMENT}">` +
        `<sheets><sheet name="${escapeXml(table.name)}" sheetId="1" r:id="sheet1"/></sheets>` +
        // Excel writes this name beside each filter; without it some programs show none.
        `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${filterName(table.name, filtered)}</definedName></definedNames></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationshipsXml(
      `<Relationship Id="sheet1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="styles" Type="${DOCUMENT}/styles" Target="styles.xml"/>` +
        `<Relationship Id="texts" Type="${DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/>`,
    ),
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': texts,
    'xl/worksheets/sheet1.xml': sheet,
    ...(relationships && { 'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml(relationships) }),
  }
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { mtime: NO_TIME },
  )
  return new Blob([packed as Uint8Array<ArrayBuffer>], { type: `${TYPE}.sheet` })
}

/** `'Offers'!$A$1:$AF$21` */
function filterName(sheet: string, cells: string): string {
  const absolute = cells.replace(/([A-Z]+)(\d+)/g, (_, letters, row) => `$${letters}$${row}`)
  return escapeXml(`'${sheet.replaceAll("'", "''")}'!${absolute}`)
}

function relationshipsXml(relationships: string): string {
  return xml(`<Relationships xmlns="${PACKAGE}/relationships">${relationships}</Relationships>`)
}
