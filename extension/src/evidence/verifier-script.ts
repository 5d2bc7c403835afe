/// <reference path="./raw.d.ts" />
import check from './verifier/check.js?raw'
import dom from './verifier/dom.js?raw'
import encoding from './verifier/encoding.js?raw'
import main from './verifier/main.js?raw'
import renderChecks from './verifier/render-checks.js?raw'
import renderOfferReport from './verifier/render-offer-report.js?raw'
import renderOffers from './verifier/render-offers.js?raw'
import renderReport from './verifier/render-report.js?raw'
import signature from './verifier/signature.js?raw'

/** The modules of `verifier/` as one script, each after its imports, with their comments: readers can see what it does. */
export const VERIFIER_SCRIPT = [
  encoding,
  signature,
  check,
  dom,
  renderChecks,
  renderOffers,
  renderReport,
  renderOfferReport,
  main,
]
  .map(withoutImports)
  .join('\n')

function withoutImports(module: string): string {
  return module.replace(/^import .*\n/gm, '').replace(/^export /gm, '')
}
