import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { OVERLAY, openStage, type Stage } from '../stories/stage.ts'
import { ROOT } from './paths.ts'

// Takes the pictures in docs/ of the real popup anew. Run by hand after a change of what it shows.
const docs = (name: string) => join(ROOT, 'docs', 'pictures', `${name}.png`)

await mkdir(join(ROOT, 'docs', 'pictures'), { recursive: true })

const LOOKS = [
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'zh'],
] as const
const FOUND = 'document.querySelector(".offer[data-offer]")'
const MESSAGE = 'document.querySelector(".message")'

for (const [colorScheme, language] of LOOKS) {
  const stage = await openStage('chromium', { provider: 'crossborder', colorScheme, language })
  const { gateway } = stage.sandbox
  const take = async (story: string, name: string, until: string, receipt = false) => {
    const { tab, popup } = await stage.search(story)
    await popup.waitFor(until, 20_000)
    await settledPictures()
    await popup.screenshot(docs(`${name}-${colorScheme}-${language}`))
    if (receipt) {
      if (colorScheme === 'light' && language === 'en') await stage.driver.screenshot(docs('screen'))
      await popup.click('.sub .link')
      await popup.screenshot(docs(`receipt-${colorScheme}-${language}`))
    }
    await popup.close()
    await tab.close()
  }
  try {
    await take('main', 'found', FOUND, true)
    gateway.setFault('slow', { times: 1, delayMs: 2500 })
    await take(
      'no-cors',
      'loading',
      'document.querySelector(".skeleton") && document.querySelector(".sub .link")',
    )
    await take('unknown', 'none', MESSAGE)
    gateway.setFault('reset')
    await take('webp', 'error', MESSAGE)
    gateway.clearFaults()
    await takeOthers(stage, (name) => docs(`${name}-${colorScheme}-${language}`))
    const options = await stage.setProxy({ clientKey: 'f1688_wrong' })
    await options.screenshot(docs(`options-${colorScheme}-${language}`))
  } finally {
    await stage.close()
  }
}

// Price steps come with the other provider, and Firefox draws some things in its own way.
const steps = await openStage('firefox', { provider: 'image-search', colorScheme: 'dark' })
try {
  const { popup } = await steps.search('small')
  await popup.waitFor(FOUND, 20_000)
  await settledPictures()
  await popup.screenshot(docs('steps-firefox-dark-en'))
} finally {
  await steps.close()
}

/** Offers' pictures arrive a little after the offers. */
function settledPictures(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 700))
}

/** What needs another page than the shop's listing. */
async function takeOthers(stage: Stage, file: (name: string) => string): Promise<void> {
  const { driver, sandbox } = stage
  const page = await driver.open(`${sandbox.shop.url}hiding`)
  await page.waitFor('document.documentElement.dataset.drawn === ""')
  await page.findOn1688('[data-place="background"]')
  const popup = await driver.popup()
  await popup.waitFor('document.querySelector(".choice")')
  await settledPictures()
  await popup.screenshot(file('choose'))
  await popup.close()
  await page.close()

  const shop = await driver.open(sandbox.shop.url)
  await driver.press('alt+shift+1')
  await shop.waitFor(OVERLAY)
  await driver.drag(shop, { x: 110, y: 80 }, { x: 505, y: 470 })
  await settledPictures()
  await shop.screenshot(file('area'))
  await driver.press('Escape')
  await shop.close()

  const options = await stage.openOptions()
  await options.click('#ask-first')
  const { tab, popup: asking } = await stage.search('cors')
  await asking.waitFor('document.querySelector(".ready .send")')
  await settledPictures()
  await asking.screenshot(file('ready'))
  await asking.click('.send')
  await asking.waitFor(FOUND)
  await asking.close()
  await tab.close()
  await options.click('#ask-first')
  await options.close()

  const app = await driver.extensionPage('app.html')
  await app.waitFor(FOUND)
  await settledPictures()
  await app.screenshot(file('tab'))
  await app.close()
}
