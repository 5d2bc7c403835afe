import type { ProductInput } from '../../model/batch.ts'

const PICTURE_FILE = /\.(?:jpe?g|jfif|png|webp|gif|avif|bmp|svg|heic|tiff?)$/i
/** `img.example.com/a.jpg`: a host, and a path after it. */
const WITHOUT_SCHEME = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?::\d+)?\/\S+$/i
const ADDRESS = /https?:\/\/[^\s"<>]/i
/** Between two files: `a.jpg, b.jpg`. */
const AFTER_FILE = new RegExp(`(?<=${PICTURE_FILE.source.slice(0, -1)})\\s*[,;，；、]`, 'i')
const BRACKETS: Record<string, string> = { '(': ')', '[': ']', '{': '}', '（': '）', '【': '】' }
/** What people write where there is no picture, nor anything else. */
export const NOTHING =
  /^(?:[-–—_./\\?]+|n\/?a\.?|none|null|nil|no(?: (?:image|picture|photo))?|tbd|(?:暂|暫)?(?:无|無|没有)(?:图片?|圖片?)?|なし|없음)$/i
const MAX_DETAIL = 200

/** Whether a cell names a picture, going by how it is written. */
export function looksLikePicture(cell: string): boolean {
  const first = firstOf(cell)
  const path = /^(?:https?:)?\/\//i.test(first) ? (URL.parse(first, 'https://x')?.pathname ?? '') : first
  return PICTURE_FILE.test(path)
}

/** Where the picture is that a cell names: an address, or a file by its path. Of several the first. */
export function readPicture(cell: string): Pick<ProductInput, 'picture' | 'failure'> {
  const first = firstOf(cell)
  // What a spreadsheet shows where a formula failed, or where a picture of WPS is.
  if (first === '' || NOTHING.test(first) || /^#[A-Z/]+[?!]?$|^=?DISPIMG\(/i.test(first)) return NONE
  const address = addressOf(first)
  if (address === undefined) return { picture: { kind: 'file', name: pathOf(first) } }
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
    return { ...NONE, failure: { code: 'address_invalid', detail: first.slice(0, MAX_DETAIL) } }
  return { picture: { kind: 'address', address: url.href } }
}

const NONE: Pick<ProductInput, 'picture' | 'failure'> = {
  picture: { kind: 'none' },
  failure: { code: 'no_picture_named' },
}

/** Of several the first that certainly is one. Addresses are separated by commas too, which file names may contain. */
function firstOf(cell: string): string {
  const parts = cell
    .split(/[\r\n|]|[,;，；、]\s*(?=https?:|\/\/)/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const first = parts.find((part) => ADDRESS.test(part) || PICTURE_FILE.test(part)) ?? parts[0] ?? ''
  return writtenAddress(first) ?? first.split(AFTER_FILE)[0] ?? ''
}

/** The address in a sentence, a tag or brackets. */
function writtenAddress(text: string): string | undefined {
  // It may have another in its query.
  const found = text.startsWith('//') || WITHOUT_SCHEME.test(text) ? null : ADDRESS.exec(text)
  if (!found) return undefined
  const [before, rest] = [text.slice(0, found.index), text.slice(found.index)]
  const address = rest.slice(0, endOf(rest, before.at(-1) === "'")).trim()
  const [first = ''] = address.split(/\s/, 1)
  // A name may have spaces, which are left as they are in many a list.
  const isWhole = before === '' && PICTURE_FILE.test(address) && !PICTURE_FILE.test(first)
  return (isWhole && !ADDRESS.test(address.slice(first.length)) ? address : first).replace(
    /(?<![,;.，；。、])[,;.，；。、]+$/,
    '',
  )
}

/** Where a quote ends it, a tag, or a bracket that was opened before it. */
function endOf(address: string, isInApostrophes: boolean): number {
  const open: string[] = []
  for (const { 0: letter, index: at } of address.matchAll(/[\s\S]/g)) {
    if (/["<>“”「」『』]/.test(letter) || (isInApostrophes && letter === "'")) return at
    if (letter in BRACKETS) open.push(BRACKETS[letter] as string)
    else if (Object.values(BRACKETS).includes(letter) && open.pop() !== letter) return at
  }
  return address.length
}

/** `undefined` for a file. `C:` is a drive. */
function addressOf(text: string): string | undefined {
  if (text.startsWith('//')) return `https:${text}`
  if (/^file:/i.test(text)) return undefined
  if (/^[a-z][a-z0-9+.-]+:/i.test(text)) return text
  return WITHOUT_SCHEME.test(text) ? `https://${text}` : undefined
}

/** With slashes, as browsers write paths, and without what only says where the folder is. */
function pathOf(text: string): string {
  return text
    .replace(/^file:\/{2,3}/i, '')
    .replaceAll('\\', '/')
    .replace(/^(?:[a-z]:)?(?:\.{0,2}\/)+/i, '')
}
