import { STYLE } from './style.ts'
import type { Checksums, EvidenceData, EvidenceFrame, OfferEvidenceData, Subtle } from './types.ts'
import { VERIFIER_SCRIPT } from './verifier-script.ts'

type AnyEvidence = EvidenceData | OfferEvidenceData

/** The text of the file's data, and what surrounds it. The policy allows this very script and style, and nothing else. */
export async function htmlFrame(data: AnyEvidence, subtle: Subtle): Promise<EvidenceFrame> {
  const [script, style] = await Promise.all([VERIFIER_SCRIPT, STYLE].map((text) => cspHash(text, subtle)))
  const policy = [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return { policy, style: STYLE, script: VERIFIER_SCRIPT, data: jsonForScript(data) }
}

export function evidenceHtml(data: AnyEvidence, frame: EvidenceFrame, checksums: Checksums): string {
  const { title, noScript } = data.words
  return `<!doctype html>
<html lang="${data.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${frame.policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style id="style">${frame.style}</style>
</head>
<body>
<main><h1>${title}</h1><p id="status" class="status" data-state="not_run">${noScript}</p></main>
<script type="application/json" id="evidence">${frame.data}</script>
<script type="application/json" id="checksums">${jsonForScript(checksums)}</script>
<script type="module" id="script">${frame.script}</script>
</body>
</html>
`
}

/**
 * JSON that is safe inside a script element: without `<` nothing in it can end the element or begin a comment. The two
 * line separators, which old parsers stumble over, are escaped too.
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

async function cspHash(text: string, subtle: Subtle): Promise<string> {
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`
}
