import type { EvidenceData } from '../evidence.ts'
import { inScript } from '../frame.ts'
import { checksumsOf } from '../verifier/check.js'
import { readFile } from './read-file.ts'

/** The file with other data; with checksums that fit them, if asked for. */
export async function tamperedFile(
  good: string,
  change: (data: EvidenceData) => unknown,
  isForged: boolean,
): Promise<string> {
  const { data, frame, checksums } = readFile(good)
  change(data)
  const text = inScript(data)
  const sums = isForged
    ? await checksumsOf(JSON.parse(text), { ...frame, data: text }, crypto.subtle)
    : checksums
  return good.replace(frame.data, () => text).replace(inScript(checksums), () => inScript(sums))
}
