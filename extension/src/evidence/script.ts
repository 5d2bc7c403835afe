/// <reference path="./raw.d.ts" />
import check from './inside/check.js?raw'
import checks from './inside/checks.js?raw'
import element from './inside/element.js?raw'
import form from './inside/form.js?raw'
import main from './inside/main.js?raw'
import offers from './inside/offers.js?raw'
import report from './inside/report.js?raw'
import signature from './inside/signature.js?raw'

/**
 * The file's script: the modules of `inside/` as one, each after those that it imports, with their comments, for whoever
 * reads the file to see what it does.
 */
export const SCRIPT = [form, signature, check, element, checks, offers, report, main].map(joined).join('\n')

function joined(module: string): string {
  return module.replace(/^import .*\n/gm, '').replace(/^export /gm, '')
}
