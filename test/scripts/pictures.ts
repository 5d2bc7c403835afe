import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { BrowserName, View } from '../e2e/browser/index.ts'
import { openEvidence, savedEvidence } from '../e2e/saved-evidence.ts'
import { allowPhotos, type Base, makeBase, openScene, SCENES, type Scene, setLocal } from '../e2e/scenes.ts'
import { OVERLAY, openStage, type Stage, type StageOptions, settled } from '../e2e/stage.ts'
import { CACHE, ROOT } from './paths.ts'

// Takes the pictures in docs/screens anew, of the real browsers. Run by hand after a change of what they show.
const FOLDER = join(ROOT, 'docs', 'screens')

/** As long as the browser shows in a corner what was saved. */
const BUBBLE_MS = 7000

interface Look {
  name: string
  browser: BrowserName
  options: StageOptions
  /** Of the scenes; all where it is left out. */
  scenes?: string[]
  others?: boolean
}

const MAIN = [
  'idle',
  'queued',
  'results',
  'steps',
  'filters',
  'photos-beside',
  'photos-over',
  'reuse',
  'photos',
  'gallery',
  'subject',
  'no-match',
  'evidence',
  'margin',
  'compare',
  'shortlist',
  'history',
  'none',
  'failure-busy',
  'welcome',
  'results-tab',
]

const LOOKS: Look[] = [
  { name: 'light-en', browser: 'chromium', options: {}, others: true },
  { name: 'dark-en', browser: 'chromium', options: { colorScheme: 'dark' }, scenes: MAIN, others: true },
  { name: 'light-zh', browser: 'chromium', options: { language: 'zh' }, scenes: MAIN, others: true },
  {
    name: 'forced-en',
    browser: 'chromium',
    options: { forcedColors: true },
    scenes: ['results', 'steps', 'margin', 'queued'],
  },
  {
    name: 'zoom200-en',
    browser: 'chromium',
    options: { zoom: 200 },
    scenes: ['results', 'margin', 'failure-busy', 'idle'],
  },
  {
    name: 'rtl',
    browser: 'chromium',
    options: { language: 'ar-XB' },
    scenes: ['results', 'margin', 'compare'],
  },
  {
    name: 'firefox-dark-zh',
    browser: 'firefox',
    options: { colorScheme: 'dark', language: 'zh' },
    scenes: ['results', 'steps', 'compare', 'welcome'],
  },
]

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
const looks = LOOKS.filter(({ name }) => values.only?.includes(name) ?? true)
if (!values.only) await rm(FOLDER, { recursive: true, force: true })
await mkdir(FOLDER, { recursive: true })

for (const { name, browser, options, scenes, others } of looks) {
  const stage = await openStage(browser, { provider: 'crossborder', ...options })
  const file = (scene: string) => join(FOLDER, `${scene}-${name}.png`)
  try {
    await allowPhotos(stage)
    const base = await makeBase(stage)
    const wanted = SCENES.filter((scene) => scenes?.includes(scene.name) ?? true)
    for (const scene of wanted) await take(stage, scene, base, file(scene.name))
    if (others) await takeOthers(stage, file)
  } finally {
    await stage.close()
  }
}
process.exit(0)

async function take(stage: Stage, scene: Scene, base: Base, path: string): Promise<void> {
  const view = await openScene(stage, scene, base)
  await settledPictures()
  await view.screenshot(path)
  await dismiss(view)
}

async function dismiss(view: View): Promise<void> {
  // A field for words takes the first Escape for itself.
  await view.evaluate('document.activeElement?.blur()')
  await view.close()
}

/** Pictures arrive a little after what is written. */
function settledPictures(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500))
}

/** The whole screen, the panel, the options and the page's own overlay: none of them is a state of the app. */
async function takeOthers(stage: Stage, file: (name: string) => string): Promise<void> {
  const { driver } = stage
  const { tab, popup } = await stage.search('main')
  await settled(popup)
  await settledPictures()
  await driver.screenshot(file('screen'))
  await dismiss(popup)
  await takeEvidence(stage, file)
  await setLocal(stage, { openIn: 'panel' })
  await tab.findOn1688('[data-story="main"]')
  const panel = await driver.panel()
  await settled(panel)
  await settledPictures()
  await panel.screenshot(file('panel'))
  await driver.screenshot(file('screen-panel'))
  await panel.close()
  await setLocal(stage, { openIn: 'popup' })
  await driver.press('alt+shift+1')
  await tab.waitFor(OVERLAY)
  await driver.drag(tab, { x: 110, y: 80 }, { x: 505, y: 470 })
  await settledPictures()
  await tab.screenshot(file('area'))
  await driver.press('Escape')
  await tab.close()
  const options = await stage.openOptions()
  await settledPictures()
  await options.screenshot(file('options'))
  await options.close()
}

/** The file as it was saved, and with one price changed in it. */
async function takeEvidence({ driver }: Stage, file: (name: string) => string): Promise<void> {
  const app = await openEvidence(driver)
  const html = await savedEvidence(app)
  await app.close()
  await new Promise((resolve) => setTimeout(resolve, BUBBLE_MS))
  const path = join(CACHE, 'evidence.html')
  for (const [name, text] of [
    ['evidence-file', html],
    ['evidence-file-changed', html.replace(/"price":"(?=\d)/, '$&1')],
  ] as const) {
    await writeFile(path, text)
    const tab = await driver.open(pathToFileURL(path).href)
    await tab.waitFor('document.querySelector("#status").dataset.state !== "not_run"')
    await settledPictures()
    await tab.screenshot(file(name))
    await tab.close()
  }
  await rm(path)
}
