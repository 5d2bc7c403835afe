import { dataOf, isPicture } from './data.ts'
import type { CheckResult, EvidenceInput } from './evidence.ts'
import { frameOf, inScript } from './frame.ts'
import { check, checksumsOf } from './verifier/check.js'

/**
 * The answers of the worker to one search, page by page, as one HTML file that shows them, checks them and loads nothing:
 * what is shown is made by the file's script out of the very data that it checks. It is some 30 kB large, 1 kB an offer,
 * and four thirds of the bytes of its pictures.
 *
 * @throws TypeError where a picture of the search is no `data:` address of a picture in Base64
 */
export async function evidenceFile(input: EvidenceInput, { subtle } = crypto): Promise<string> {
  for (const picture of [input.sent, input.found.picture])
    if (picture !== null && !isPicture(picture)) throw new TypeError('no data: address of a picture')
  const data = await dataOf(input)
  const frame = await frameOf(data, subtle)
  const checksums = await checksumsOf(JSON.parse(frame.data), frame, subtle)
  const { title, noScript } = data.words
  return `<!doctype html>
<html lang="${input.language === 'zh' ? 'zh-CN' : 'en'}">
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
<script type="application/json" id="checksums">${inScript(checksums)}</script>
<script type="module" id="script">${frame.script}</script>
</body>
</html>
`
}

/** What the file will say of itself, to tell before it is handed on. */
export async function evidenceState(input: EvidenceInput, { subtle } = crypto): Promise<CheckResult> {
  const frame = await frameOf(await dataOf(input), subtle)
  const data = JSON.parse(frame.data)
  return check(data, frame, await checksumsOf(data, frame, subtle), subtle)
}
