import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openStage } from '../stories/stage.ts'
import { ROOT } from './paths.ts'

// Takes the pictures in docs/ of the real popup anew. Run by hand after a change of what it shows.
const docs = (name: string) => join(ROOT, 'docs', 'pictures', `${name}.png`)

await mkdir(join(ROOT, 'docs', 'pictures'), { recursive: true })

const LOOKS = [
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'zh'],
] as const
const FOUND = 'document.querySelector("a.offer[data-offer]")'
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
