import { check } from './check.js'
import { showReport } from './report.js'

/** @param {string} id */
const textOf = (id) => document.getElementById(id)?.textContent ?? ''

/**
 * What the document held so far says that nothing was checked, and stays where this fails. What is shown is made of the
 * data alone: whatever else somebody wrote into the document goes.
 */
async function start() {
  const data = JSON.parse(textOf('evidence'))
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''
  const frame = { policy, style: textOf('style'), script: textOf('script'), data: textOf('evidence') }
  const report = showReport(data, await check(data, frame, JSON.parse(textOf('checksums')), crypto.subtle))
  for (const node of [...document.body.childNodes]) if (!(node instanceof HTMLScriptElement)) node.remove()
  document.title = data.words.title
  document.documentElement.lang = data.language
  document.body.prepend(report)
}

await start()
