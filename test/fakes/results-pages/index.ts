import { AMAZON } from './amazon.ts'
import { ASIA } from './asia.ts'
import { EUROPE } from './europe.ts'
import { FURTHER_SHOPS } from './further-shops.ts'
import { MARKETPLACES } from './marketplaces.ts'
import type { ResultsPage } from './page.ts'
import { NO_RESULTS, PLAIN } from './plain.ts'
import { SHOP_SYSTEMS } from './shop-systems.ts'
import { UNLIKE_SHOPS } from './unlike-shops.ts'

export type { ResultsPage, ShownProduct } from './page.ts'

export const RESULTS_PAGES: ResultsPage[] = [
  ...AMAZON,
  ...MARKETPLACES,
  ...ASIA,
  ...EUROPE,
  ...SHOP_SYSTEMS,
  ...PLAIN,
  ...UNLIKE_SHOPS,
  ...NO_RESULTS,
  ...FURTHER_SHOPS,
]

/** The document that is served at `/results/NAME`; its links lead where they would at the shop. */
export function resultsDocument({ name, address, language = 'en', head = '', body }: ResultsPage): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${name}</title><base href="${address}">${head}
<style>body{margin:0;padding:16px;font:14px/1.4 Arial,sans-serif;background:#fff}</style></head><body>${body}</body></html>`
}
