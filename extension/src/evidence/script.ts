/// <reference path="./raw.d.ts" />
import check from './verifier/check.js?raw'
import checks from './verifier/checks.js?raw'
import element from './verifier/element.js?raw'
import form from './verifier/form.js?raw'
import main from './verifier/main.js?raw'
import offers from './verifier/offers.js?raw'
import report from './verifier/report.js?raw'
import signature from './verifier/signature.js?raw'

/**
 * The file's script: the modules of `inside/` as one, each after those that it imports, with their comments, for whoever
 * reads the file to see what it does.
 */
export const SCRIPT = [form, signature, check, element, checks, offers, report, main].map(joined).join('\n')

function joined(module: string): string {
  return module.replace(/^import .*\n/gm, '').replace(/^export /gm, '')
}
