import { jsonForScript } from '../html-template.ts'
import type { EvidenceData } from '../types.ts'
import { checksumsOf } from '../verifier/check.js'
import { readFile } from './read-file.ts'

/** The file with changed data, and with matching checksums if `isForged`. */
export async function tamperedFile(
  good: string,
  change: (data: EvidenceData) => unknown,
  isForged: boolean,
): Promise<string> {
  const { data, frame, checksums } = readFile(good)
  change(data)
  const text = jsonForScript(data)
  const sums = isForged
    ? await checksumsOf(JSON.parse(text), { ...frame, data: text }, crypto.subtle)
    : checksums
  return good.replace(frame.data, () => text).replace(jsonForScript(checksums), () => jsonForScript(sums))
}
