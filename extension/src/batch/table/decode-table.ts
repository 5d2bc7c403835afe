import { analyse } from 'chardet'

/** What a byte order mark says (https://encoding.spec.whatwg.org/#bom-sniff). */
const MARKS: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** Of cells with letters; recognizing more costs time and changes nothing. */
const SAMPLE_BYTES = 256 * 1024

/** Separators and line ends; `|` may also be the second half of a character, which then stays beside the first. */
const CELL_ENDS = new Set([...',;\t|\r\n'].map((end) => end.charCodeAt(0)))

interface DecodedTable {
  text: string
  /** A label of the Encoding Standard. */
  encoding: string
}

/** The text of a file that does not say its encoding, as CSV files do not. */
export function decodeTable(bytes: Uint8Array<ArrayBuffer>, chosen?: string): DecodedTable {
  const encoding = chosen ?? recognizeEncoding(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

export function recognizeEncoding(bytes: Uint8Array<ArrayBuffer>): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return marked[0]
  const wide = wideEncoding(bytes.subarray(0, SAMPLE_BYTES))
  if (wide) return wide
  if (isUtf8(bytes)) return 'utf-8'
  const telling = cellsWithLetters(bytes)
  const order = orderOf(telling)
  const candidates = analyse(telling).flatMap(({ name, confidence }) => {
    const encoding = supportedName(name)
    return encoding
      ? [{ encoding, certainty: order.includes(encoding) ? Math.max(confidence, FEW) : confidence }]
      : []
  })
  candidates.sort(
    (one, other) =>
      other.certainty - one.certainty || order.indexOf(one.encoding) - order.indexOf(other.encoding),
  )
  // Every byte means something in a single-byte encoding, but a pair of a double-byte one may not exist.
  const possible = candidates.find(({ encoding }) => decodes(telling, encoding)) ?? candidates[0]
  return possible?.certainty ? possible.encoding : 'windows-1252'
}

/** A few words are no proof of anything: then one of Chinese is likelier than one of letters. */
const FEW = 20

/**
 * Which double-byte encoding is meant by a few words. In GB 2312 both bytes of a pair are high, in Big5 the second of every
 * other one is not.
 */
function orderOf(bytes: Uint8Array): string[] {
  let low = 0
  for (let at = 0; at < bytes.length - 1; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    at++
    const second = bytes[at] ?? 0
    if (second >= 0x40 && second < 0x7f) low++
  }
  const chinese = low > 0 ? ['big5', 'gbk', 'gb18030'] : ['gbk', 'gb18030', 'big5']
  return [...chinese, 'shift_jis', 'euc-kr', 'euc-jp']
}

/** UTF-16 without a mark: of separators and digits every second byte is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < bytes.length / 20) return undefined
  return odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : undefined
}

/**
 * Even if a stray byte or a pasted row is not: in other encodings hardly one character in five looks like one of UTF-8, and a
 * single fault must not spoil all other rows.
 */
function isUtf8(bytes: Uint8Array): boolean {
  let characters = 0
  let faults = 0
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at++] ?? 0
    if (lead < 0x80) continue
    const further = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
    let found = 0
    for (; found < further && ((bytes[at] ?? 0) & 0xc0) === 0x80; at++) found++
    if (further > 0 && found === further) characters++
    else faults++
  }
  return characters >= faults * CHARACTERS_PER_FAULT
}

const CHARACTERS_PER_FAULT = 4

function decodes(bytes: Uint8Array<ArrayBuffer>, encoding: string): boolean {
  const faults = new TextDecoder(encoding).decode(bytes).match(/\uFFFD/g)?.length ?? 0
  return faults <= bytes.length / 2000
}

/** The cells in which a byte is not ASCII: addresses and numbers look alike in all encodings, and would outweigh the rest. */
function cellsWithLetters(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const telling: number[] = []
  let start = 0
  let isTelling = false
  for (let at = 0; at < bytes.length && telling.length < SAMPLE_BYTES; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x80) isTelling = true
    if (!CELL_ENDS.has(byte) && at < bytes.length - 1) continue
    if (isTelling) for (const each of bytes.subarray(start, at + 1)) telling.push(each)
    start = at + 1
    isTelling = false
  }
  return new Uint8Array(telling)
}

/** By the name that browsers know; GBK and Big5 are read with all their extensions. */
function supportedName(name: string): string | undefined {
  try {
    // Windows' own encoding, which Excel writes, is told from this one by a few letters only.
    return name === 'ISO-8859-2' ? 'windows-1250' : new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}
