import { slices } from '../async/serialize.ts'
import { drawingOf } from './drawing.ts'
import type { Progress, Rows, Table } from './table.ts'
import { worksheet } from './worksheet.ts'
import { escapeXml, xml } from './xml.ts'
import { ZipFile } from './zip-file.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/**
 * The table as an Excel workbook with one sheet, a frozen header row and a filter (ECMA-376). Written here because such a file takes a
 * page of markup, and a library for any workbook is as large as the whole popup.
 */
export async function toXlsx(table: Table<Rows>, { signal, onRows }: Progress = {}): Promise<Blob> {
  const { pieces, relationships, texts, styles, filtered } = worksheet(table)
  const drawn = table.pictures && drawingOf(table.pictures)
  const { rest } = slices()
  const zip = new ZipFile()
  zip.add('[Content_Types].xml', contentTypes(drawn !== undefined))
  zip.add(
    '_rels/.rels',
    relationshipsXml(`<Relationship Id="book" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>`),
  )
  zip.add('xl/workbook.xml', workbook(table.name, filtered))
  zip.add(
    'xl/_rels/workbook.xml.rels',
    relationshipsXml(
      `<Relationship Id="sheet1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="styles" Type="${DOCUMENT}/styles" Target="styles.xml"/>` +
        `<Relationship Id="texts" Type="${DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/>`,
    ),
  )
  const sheet = zip.open('xl/worksheets/sheet1.xml')
  // The head and the header row come first.
  let done = -2
  for (const piece of pieces()) {
    signal?.throwIfAborted()
    sheet.push(piece)
    done = Math.min(done + 1, table.rows.length)
    await rest()
    if (done > 0) onRows?.(done)
  }
  sheet.end()
  const targets = relationships()
  if (targets) zip.add('xl/worksheets/_rels/sheet1.xml.rels', relationshipsXml(targets))
  zip.add('xl/styles.xml', styles())
  zip.add('xl/sharedStrings.xml', texts())
  if (drawn) {
    zip.add('xl/drawings/drawing1.xml', drawn.drawing)
    zip.add('xl/drawings/_rels/drawing1.xml.rels', relationshipsXml(drawn.relationships))
    for (const [name, bytes] of drawn.media) {
      zip.addStored(`xl/media/${name}`, bytes)
      await rest()
    }
  }
  return new Blob(zip.end(), { type: `${TYPE}.sheet` })
}

function contentTypes(hasDrawing: boolean): string {
  return xml(
    `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      (hasDrawing ? '<Default Extension="jpeg" ContentType="image/jpeg"/>' : '') +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
      (hasDrawing
        ? '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'
        : '') +
      '</Types>',
  )
}

function workbook(name: string, filtered: string): string {
  return xml(
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${DOCUMENT}">` +
      `<sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="sheet1"/></sheets>` +
      // Excel writes this name beside each filter; without it some programs show none.
      `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${filterName(name, filtered)}</definedName></definedNames></workbook>`,
  )
}

/** `'Offers'!$A$1:$AF$21` */
function filterName(sheet: string, cells: string): string {
  const absolute = cells.replace(/([A-Z]+)(\d+)/g, (_, letters, row) => `$${letters}$${row}`)
  return escapeXml(`'${sheet.replaceAll("'", "''")}'!${absolute}`)
}

function relationshipsXml(relationships: string): string {
  return xml(`<Relationships xmlns="${PACKAGE}/relationships">${relationships}</Relationships>`)
}
