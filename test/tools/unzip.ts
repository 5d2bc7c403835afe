import { crc32, inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const DEFLATED = 8

/** Contents by name, as in a zip: with slashes. */
export type Files = ReadonlyMap<string, Buffer>

/** These bytes are no zip, or not all of one. The message continues a sentence that begins with the file's name. */
export class ZipError extends Error {}

/** The unpacked files of a zip, by name. Without Zip64 and encryption, which no store accepts. Throws a {@link ZipError}. */
export function unzip(zip: Buffer): Files {
  try {
    return filesIn(zip)
  } catch (error) {
    if (error instanceof ZipError) throw error
    throw new ZipError('is damaged')
  }
}

function filesIn(zip: Buffer): Map<string, Buffer> {
  let end = zip.length - END_BYTES
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--
  if (end < 0) throw new ZipError(zip.subarray(0, 2).toString() === 'PK' ? 'is cut off' : 'is not a zip')
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new ZipError('is damaged')
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((field) =>
      zip.readUInt16LE(at + field),
    )
    const name = zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength)
    if (files.has(name)) throw new ZipError(`has two files named ${name}`)
    if (!name.endsWith('/')) files.set(name, content(zip, at, name))
    at += ENTRY_BYTES + nameLength + extraLength + commentLength
  }
  return files
}

/** The lengths in a local header may differ from those in the directory. */
function content(zip: Buffer, entry: number, name: string): Buffer {
  const local = zip.readUInt32LE(entry + 42)
  const start = local + LOCAL_BYTES + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20))
  const bytes = zip.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(packed) : packed
  if (crc32(bytes) !== zip.readUInt32LE(entry + 16)) throw new ZipError(`is damaged: ${name}`)
  return bytes
}
