import type { CheckResult, EvidenceData, EvidenceFrame, Subtle } from '../types.ts'
import { check } from '../verifier/check.js'

/** The parts of a file as its own script reads them from the document. */
export function readFile(html: string): {
  data: EvidenceData
  frame: EvidenceFrame
  checksums: Record<string, string>
} {
  const one = (pattern: RegExp) => pattern.exec(html)?.[1] ?? ''
  const text = one(/<script type="application\/json" id="evidence">(.*?)<\/script>/s)
  return {
    data: JSON.parse(text),
    frame: {
      policy: one(/<meta http-equiv="Content-Security-Policy" content="(.*?)">/),
      style: one(/<style id="style">(.*?)<\/style>/s),
      script: one(/<script type="module" id="script">(.*?)<\/script>/s),
      data: text,
    },
    checksums: JSON.parse(one(/<script type="application\/json" id="checksums">(.*?)<\/script>/s)),
  }
}

/** What a file says about itself. Throws if it cannot be parsed; the file itself then says that nothing was checked. */
export async function checkFile(
  html: string,
  subtle: Subtle | undefined = crypto.subtle,
): Promise<CheckResult> {
  const { data, frame, checksums } = readFile(html)
  return check(data, frame, checksums, subtle)
}
