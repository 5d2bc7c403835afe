import type { Files } from '../tools/unzip.ts'
import type { Package } from './package-file.ts'

const END_OF_ZIP = Buffer.from('PK\x05\x06', 'latin1')
const END_BYTES = 22

/** What is different in a package from what a commit gives, a line each. Empty if nothing is. */
export function differences(found: Package, built: Package): string[] {
  const files = differentFiles(found, built.files)
  if (files.length > 0 || !found.zip || !built.zip || found.zip.equals(built.zip)) return files
  return [`the files are the same, the zip around them is not: ${differentZip(found.zip, built.zip)}`]
}

function differentFiles({ files, alone }: Package, built: Files): string[] {
  const names = [...new Set([...files.keys(), ...(alone ? [] : built.keys())])].sort()
  return names.flatMap((name) => {
    const [ours, theirs] = [built.get(name), files.get(name)]
    if (!ours) return `${name} is not in the build`
    if (!theirs) return `${name} is missing`
    return ours.equals(theirs) ? [] : `${name} differs: ${firstDifference(theirs, ours)}`
  })
}

function firstDifference(found: Buffer, built: Buffer): string {
  const at = found.findIndex((byte, index) => byte !== built[index])
  if (at === -1) return `it ends after ${found.length} of ${built.length} bytes`
  if (at >= built.length) return `${found.length - built.length} bytes follow its end`
  return `byte ${at} is ${hex(found[at])}, not ${hex(built[at])}`
}

function differentZip(found: Buffer, built: Buffer): string {
  const extra = found.length - built.length
  if (extra > 0 && found.subarray(0, built.length).equals(built)) return `${extra} bytes follow its end`
  const end = found.lastIndexOf(END_OF_ZIP)
  const isComment = extra > 0 && found.subarray(0, end + END_BYTES - 2).equals(built.subarray(0, -2))
  return isComment ? 'it has a comment' : `byte ${found.findIndex((byte, at) => byte !== built[at])} differs`
}

function hex(byte = 0): string {
  return `0x${byte.toString(16).padStart(2, '0')}`
}
