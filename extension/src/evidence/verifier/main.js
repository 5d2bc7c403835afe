import { check, checkOffer } from './check.js'
import { renderOfferReport } from './render-offer-report.js'
import { renderReport } from './render-report.js'

/** @param {string} id */
const textOf = (id) => document.getElementById(id)?.textContent ?? ''

/**
 * Until this succeeds, the document says that nothing was checked. The report is rendered from the data alone: anything else
 * written into the document is removed.
 */
async function start() {
  const data = JSON.parse(textOf('evidence'))
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''
  const frame = { policy, style: textOf('style'), script: textOf('script'), data: textOf('evidence') }
  const checksums = JSON.parse(textOf('checksums'))
  const report =
    'details' in data
      ? renderOfferReport(data, await checkOffer(data, frame, checksums, crypto.subtle))
      : renderReport(data, await check(data, frame, checksums, crypto.subtle))
  for (const node of [...document.body.childNodes]) if (!(node instanceof HTMLScriptElement)) node.remove()
  document.title = data.words.title
  document.documentElement.lang = data.language
  document.body.prepend(report)
}

await start()
