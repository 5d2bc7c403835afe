import { jpegSize } from '@find-on-1688/shared'
import type { PictureColumn } from './table.ts'
import { escapeXml, xml } from './xml.ts'

/** Of a row with a picture, in points: 84 pixels. */
export const PICTURE_ROW_HEIGHT = ' ht="63" customHeight="1"'
/** In characters: 89 pixels in Excel's own font. */
export const PICTURE_COLUMN_WIDTH = 12
/** A picture's longest side. It stays inside its cell, so that it is sorted and filtered with its row. */
const SIDE_PX = 72
const MARGIN_PX = 6
/** English Metric Units, in which drawings are measured, to the pixel. */
const EMU = 9525

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The drawing of a sheet: its pictures, where they lie, and the files that they are in. */
export interface Drawing {
  drawing: string
  /** Which file each picture of it is in. */
  relationships: string
  /** By name below `xl/media/`; the same picture is there once. */
  media: Map<string, Uint8Array<ArrayBuffer>>
}

/** Pictures are in the rows below the header; what is no JPEG is left out. */
export function drawingOf(columns: readonly PictureColumn[]): Drawing {
  const names = new Map<Uint8Array, string>()
  const media: Drawing['media'] = new Map()
  const anchors: string[] = []
  for (const { column, jpegs } of columns)
    for (const [index, jpeg] of jpegs.entries()) {
      const size = jpeg && jpegSize(jpeg)
      if (!jpeg || !size) continue
      const name = names.get(jpeg) ?? `picture${names.size + 1}.jpeg`
      names.set(jpeg, name)
      media.set(name, jpeg)
      anchors.push(anchor({ column, row: index + 1, number: anchors.length + 1, name, ...size }))
    }
  const targets = [...media.keys()].map(
    (name) =>
      `<Relationship Id="${escapeXml(name)}" Type="${RELATIONSHIPS}/image" Target="../media/${escapeXml(name)}"/>`,
  )
  return {
    drawing: xml(
      `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONSHIPS}">${anchors.join('')}</xdr:wsDr>`,
    ),
    relationships: targets.join(''),
    media,
  }
}

interface Placed {
  column: number
  /** From 0, with the header. */
  row: number
  number: number
  name: string
  width: number
  height: number
}

/** `twoCell`: it moves with its cell, and is hidden with it where rows are filtered. */
function anchor({ column, row, number, name, width, height }: Placed): string {
  const factor = Math.min(1, SIDE_PX / Math.max(width, height))
  const [shownWidth, shownHeight] = [width, height].map(
    (side) => Math.max(1, Math.round(side * factor)) * EMU,
  )
  const corner = (x: number, y: number) =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>${x}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${y}</xdr:rowOff>`
  const from = MARGIN_PX * EMU
  return (
    `<xdr:twoCellAnchor editAs="twoCell"><xdr:from>${corner(from, from)}</xdr:from>` +
    `<xdr:to>${corner(from + (shownWidth ?? 0), from + (shownHeight ?? 0))}</xdr:to>` +
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${number + 1}" name="Picture ${number}"/>` +
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>' +
    `<xdr:blipFill><a:blip r:embed="${escapeXml(name)}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${shownWidth}" cy="${shownHeight}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>'
  )
}
