import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { screenSize } from '../e2e/browser/display.ts'
import type { View } from '../e2e/browser/driver.ts'
import { allowPhotos } from '../e2e/stage/open-scene.ts'
import { keysWork } from '../e2e/stage/page.ts'
import { openStage, type Stage } from '../e2e/stage/stage.ts'
import { ROOT } from '../tools/paths.ts'
import { SCENES, type Scene, type Step } from './store-scenes.ts'
import { installSystemPackages } from './system-packages.ts'

// Takes the stores' screenshots in a real browser: all of them, or the scenes that are named.

/** What Chrome's and Edge's stores ask for; Firefox's takes the same. */
const SIZE = { width: 1280, height: 800 }
/** In true colour, as Chrome's store asks for it. */
const SMALLEST = { compressionLevel: 9, adaptiveFiltering: true }
const FOLDER = join(ROOT, 'docs', 'store', 'screens')
const only = process.argv.slice(2)

// A screen of the same size, so that nothing is cut or scaled.
Object.assign(screenSize, SIZE)
await mkdir(FOLDER, { recursive: true })
for (const remark of await installSystemPackages({ forStores: true })) console.log(remark)
for (const language of ['en', 'zh'] as const) {
  const scenes = SCENES.filter(
    ({ name, languages }) => languages.includes(language) && (only.length === 0 || only.includes(name)),
  )
  if (scenes.length === 0) continue
  const stage = await openStage('chromium', { provider: 'crossborder', language })
  try {
    await allowPhotos(stage)
    for (const scene of scenes) await take(stage, scene, join(FOLDER, `${scene.name}-${language}.png`))
  } finally {
    await stage.close()
  }
}

async function take(stage: Stage, { name, steps }: Scene, file: string): Promise<void> {
  const opened: View[] = []
  for (const step of steps) {
    try {
      await doStep(stage, step, opened)
    } catch (error) {
      throw new Error(`scene ${name} at ${JSON.stringify(step)}`, { cause: error })
    }
  }
  // Offers' pictures arrive a little after the offers.
  await new Promise((resolve) => setTimeout(resolve, 900))
  await stage.driver.screenshot(file)
  await writeFile(file, await sharp(file).png(SMALLEST).toBuffer())
  const { width, height, hasAlpha } = await sharp(file).metadata()
  if (width !== SIZE.width || height !== SIZE.height || hasAlpha)
    throw new Error(`${file} has ${width} × ${height} pixels${hasAlpha ? ' and alpha' : ''}`)
  console.log(file)
  for (const view of opened.reverse()) await view.close()
}

/** Steps act on the view that was opened last. */
async function doStep(stage: Stage, step: Step, opened: View[]): Promise<void> {
  if ('search' in step) {
    const { tab, popup } = await stage.search(step.search)
    return void opened.push(tab, popup)
  }
  if ('page' in step) return void opened.push(await stage.driver.extensionPage(step.page))
  const view = opened.at(-1)
  if (!view) throw new Error('nothing is open yet')
  if ('press' in step) {
    await stage.driver.press(...step.press)
    return keysWork(view)
  }
  const found = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`
  if ('wait' in step) await view.waitFor(found(step.wait))
  else if ('gone' in step) await view.waitFor(`!${found(step.gone)}`)
  else if ('click' in step) await view.click(step.click)
  else await view.fill(...step.fill)
}
