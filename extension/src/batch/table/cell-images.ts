import { strFromU8, unzipSync } from 'fflate'
import { assembleCellImages, type CellImage, parseCellImages } from 'hucre'

const LIST = 'xl/cellimages.xml'
const RELATIONSHIPS = 'xl/_rels/cellimages.xml.rels'
const TYPES: Record<string, CellImage['type']> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
}

/**
 * Pictures that WPS puts into cells, with the ids by which `DISPIMG("ID_…",1)` names them. The library looks for them under
 * another relationship than WPS writes (http://www.wps.cn/officeDocument/2020/cellImage), so it finds none by itself.
 */
export function cellImagesOf(workbook: Uint8Array): CellImage[] {
  const parts = unzipSync(workbook, { filter: ({ name }) => name === LIST || name === RELATIONSHIPS })
  const { [LIST]: list, [RELATIONSHIPS]: relationships } = parts
  if (!list || !relationships) return []
  const targets = targetsOf(strFromU8(relationships))
  const wanted = new Set(targets.values())
  const files = unzipSync(workbook, { filter: ({ name }) => wanted.has(name) })
  const media = new Map<string, Pick<CellImage, 'data' | 'type'>>()
  for (const [id, name] of targets) {
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]
    const data = files[name]
    if (type && data) media.set(id, { data, type })
  }
  return assembleCellImages(parseCellImages(strFromU8(list)), media)
}

/** By id: `rId1` is `xl/media/image1.png`. */
function targetsOf(xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  for (const [element] of xml.matchAll(/<Relationship\s[^>]*>/g)) {
    const id = /\sId="([^"]*)"/.exec(element)?.[1]
    const target = /\sTarget="([^"]*)"/.exec(element)?.[1]
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  return targets
}
