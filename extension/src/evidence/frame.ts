import type { EvidenceData, EvidenceFrame, Subtle } from './evidence.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

/** The text of the file's data, and all around it. The policy lets this very script and style in, and nothing else. */
export async function frameOf(data: EvidenceData, subtle: Subtle): Promise<EvidenceFrame> {
  const [script, style] = await Promise.all([SCRIPT, STYLE].map((text) => sourceOf(text, subtle)))
  const policy = [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return { policy, style: STYLE, script: SCRIPT, data: inScript(data) }
}

/**
 * JSON that may stand in a script element: without `<` nothing in it ends the element or begins a comment. The two line
 * separators, which old parsers stumble over, are written as escapes too.
 */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

async function sourceOf(text: string, subtle: Subtle): Promise<string> {
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`
}
