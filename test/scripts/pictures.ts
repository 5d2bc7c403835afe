import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import type { BrowserName } from '../e2e/browser/driver.ts'
import { openEvidence, saveEvidence } from '../e2e/stage/evidence-file.ts'
import { allowPhotos, makeBase, openScene, setLocal } from '../e2e/stage/open-scene.ts'
import { OVERLAY, settled } from '../e2e/stage/page.ts'
import { SCENES } from '../e2e/stage/scenes/index.ts'
import type { Base, Scene } from '../e2e/stage/scenes/scene.ts'
import { openStage, type Stage, type StageOptions } from '../e2e/stage/stage.ts'
import { CACHE, ROOT } from '../tools/paths.ts'

// Takes pictures of all states of the app, in real browsers, into test/.cache/screens. With parts of pictures' names,
// such as `results` or `light-zh`, only those; with --docs, those of docs/pictures, which are then replaced.

const FOLDER = join(CACHE, 'screens')

/** The pictures in docs/pictures, and the screens that they show. */
const DOCS: Record<string, string> = {
  'results.png': 'tiers-light-en',
  'results-dark.png': 'results-dark-en',
  'results-chinese.png': 'results-light-zh',
  'side-panel.png': 'screen-panel-light-en',
  'margin.png': 'margin-light-en',
  'compare-photos.png': 'photo-match-beside-light-en',
  'evidence.png': 'evidence-light-en',
  'shortlist.png': 'shortlist-light-en',
}

/** How long the browser shows in a corner what was saved. */
const BUBBLE_MS = 7000

interface Look {
  name: string
  browser: BrowserName
  options: StageOptions
  /** All scenes if omitted. */
  scenes?: string[]
  others?: boolean
}

const MAIN = [
  'start',
  'queued',
  'results',
  'tiers',
  'list-prices',
  'offer-page',
  'offer-page-variants',
  'offer-page-tab',
  'known-prices',
  'compare-prices',
  'filters',
  'menu',
  'palette',
  'palette-found',
  'shortcuts',
  'photo-match-beside',
  'photo-match-over',
  'photo-reuse',
  'brand',
  'several-photos',
  'gallery',
  'crop-screenshot',
  'failure-page_closed',
  'region',
  'no-match',
  'evidence',
  'margin',
  'margin-mixed',
  'matched-variants',
  'matched-variants-tab',
  'compare-variants',
  'table',
  'margin-not-answered',
  'results-margin',
  'results-margin-open',
  'compare',
  'compare-four',
  'compare-other-product',
  'shortlist',
  'history',
  'history-kinds',
  'watch',
  'watch-stopped',
  'watch-offered',
  'currency-unknown',
  'currency-chosen-margin',
  'no-offers',
  'failure-busy',
  'welcome',
  'sample',
  'screenshot-limit',
  'results-tab',
  'suppliers',
  'supplier-factory',
  'supplier-factory-tab',
  'contact',
  'contact-several',
  'pictures',
  'shortlist-contacted',
  'desk',
  'desk-failed',
  'batch-start',
  'batch-import',
  'batch-plan',
  'batch-lists',
  'desk-export',
  'desk-read-back',
  'page-products',
  'page-products-gone',
  'page-products-unread',
]

const LOOKS: Look[] = [
  { name: 'light-en', browser: 'chromium', options: {}, others: true },
  { name: 'dark-en', browser: 'chromium', options: { colorScheme: 'dark' }, scenes: MAIN, others: true },
  { name: 'light-zh', browser: 'chromium', options: { language: 'zh' }, scenes: MAIN, others: true },
  {
    name: 'forced-en',
    browser: 'chromium',
    options: { forcedColors: true },
    scenes: ['results', 'tiers', 'margin', 'queued'],
  },
  {
    name: 'zoom200-en',
    browser: 'chromium',
    options: { zoom: 200 },
    scenes: ['results', 'margin', 'failure-busy', 'start', 'desk'],
  },
  {
    name: 'rtl',
    browser: 'chromium',
    options: { language: 'ar-XB' },
    scenes: ['results', 'margin', 'compare', 'desk'],
  },
  {
    name: 'firefox-dark-zh',
    browser: 'firefox',
    options: { colorScheme: 'dark', language: 'zh' },
    scenes: ['results', 'tiers', 'compare', 'welcome'],
  },
]

type Take = (stage: Stage, file: (screen: string) => string) => Promise<void>

/** What is no state of the app, by the screens that each of these shows. */
const OTHERS: [screens: string[], take: Take][] = [
  [['screen'], takePopup],
  [['evidence-file', 'evidence-file-changed'], takeEvidence],
  [['panel', 'screen-panel'], takePanel],
  [['area'], takeArea],
  [['options', 'options-wrong-code'], takeOptions],
]

const { values, positionals } = parseArgs({ options: { docs: { type: 'boolean' } }, allowPositionals: true })
const inDocs = Object.values(DOCS)
const isWanted = (screen: string) =>
  values.docs
    ? inDocs.includes(screen)
    : positionals.length === 0 || positionals.some((part) => screen.includes(part))

await mkdir(FOLDER, { recursive: true })
for (const { name, browser, options, scenes, others } of LOOKS) {
  const wanted = SCENES.filter(
    (scene) => (scenes?.includes(scene.name) ?? true) && isWanted(`${scene.name}-${name}`),
  )
  const wantedOthers = OTHERS.filter(
    ([screens]) => others && screens.some((screen) => isWanted(`${screen}-${name}`)),
  )
  if (wanted.length + wantedOthers.length === 0) continue
  const stage = await openStage(browser, { provider: 'crossborder', ...options })
  const file = (screen: string) => join(FOLDER, `${screen}-${name}.png`)
  try {
    await allowPhotos(stage)
    const base = await makeBase(stage)
    for (const scene of wanted) await take(stage, scene, base, file(scene.name))
    for (const [, takeOther] of wantedOthers) await takeOther(stage, file)
  } finally {
    await stage.close()
  }
}
if (values.docs) for (const [name, screen] of Object.entries(DOCS)) await publish(`${screen}.png`, name)
process.exit(0)

/** In at most 256 colours: it looks like the screen, and has a third of its size. */
async function publish(screen: string, name: string): Promise<void> {
  const file = join(ROOT, 'docs', 'pictures', name)
  await sharp(join(FOLDER, screen))
    .png({ palette: true, quality: 95, effort: 10, compressionLevel: 9 })
    .toFile(file)
}

async function take(stage: Stage, scene: Scene, base: Base, path: string): Promise<void> {
  const view = await openScene(stage, scene, base)
  await photosLoad()
  await view.screenshot(path)
  await view.close()
}

/** Offers' photos arrive a little after the offers. */
function photosLoad(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500))
}

async function takePopup(...[stage, file]: Parameters<Take>): Promise<void> {
  const { tab, popup } = await stage.search('main')
  await settled(popup)
  await photosLoad()
  await stage.driver.screenshot(file('screen'))
  await popup.close()
  await tab.close()
}

async function takePanel(...[stage, file]: Parameters<Take>): Promise<void> {
  await setLocal(stage, { openIn: 'panel' })
  const tab = await stage.openShop()
  await tab.findOn1688('[data-story="main"]')
  const panel = await stage.driver.panel()
  await settled(panel)
  await photosLoad()
  await panel.screenshot(file('panel'))
  await stage.driver.screenshot(file('screen-panel'))
  await panel.close()
  await tab.close()
  await setLocal(stage, { openIn: 'popup' })
}

async function takeArea(...[stage, file]: Parameters<Take>): Promise<void> {
  const tab = await stage.openShop()
  await stage.driver.press('alt+shift+1')
  await tab.waitFor(OVERLAY)
  await stage.driver.drag(tab, { x: 110, y: 80 }, { x: 505, y: 470 })
  await photosLoad()
  await tab.screenshot(file('area'))
  await stage.driver.press('Escape')
  await tab.close()
}

async function takeOptions(...[stage, file]: Parameters<Take>): Promise<void> {
  const options = await stage.openOptions()
  await photosLoad()
  await options.screenshot(file('options'))
  if (await options.evaluate('document.querySelector(".replace") !== null')) await options.click('.replace')
  await options.click('.code-source summary')
  await options.fill('#code', 'find1688:http')
  await options.click('#test')
  await options.waitFor('document.querySelector(".outcome.bad")')
  await options.screenshot(file('options-wrong-code'))
  await options.close()
}

/** The file as it was saved, and with one price changed in it. */
async function takeEvidence(...[stage, file]: Parameters<Take>): Promise<void> {
  const results = await stage.results()
  await results.close()
  const app = await openEvidence(stage)
  const html = await saveEvidence(app)
  await app.close()
  await new Promise((resolve) => setTimeout(resolve, BUBBLE_MS))
  const path = join(CACHE, 'evidence.html')
  for (const [name, text] of [
    ['evidence-file', html],
    ['evidence-file-changed', html.replace(/"price":"(?=\d)/, '$&1')],
  ] as const) {
    await writeFile(path, text)
    const tab = await stage.driver.open(pathToFileURL(path).href)
    await tab.waitFor('document.querySelector("#status").dataset.state !== "not_run"')
    await photosLoad()
    await tab.screenshot(file(name))
    await tab.close()
  }
  await rm(path)
}
