import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserName, Driver } from '../../e2e/browser/driver.ts'
import { launch } from '../../e2e/browser/launch.ts'
import { openStage } from '../../e2e/stage/stage.ts'
import { buildExtension } from '../../tools/build-extension.ts'
import { CACHE } from '../../tools/paths.ts'

const OPENINGS = 15
/** As large as ours but empty: what the browser itself takes to show a popup. */
const EMPTY =
  '<!doctype html><meta charset="utf-8"><style>div{width:460px;height:600px;background:#eee}</style><div>.</div>'

/** Milliseconds since the popup opened, by its own clock. */
interface Opening {
  firstPaint: number
  /** All rows of a list of twenty offers are rendered. */
  list: number
  /** The pictures in view have loaded too. */
  pictures: number
}

/** How long a popup with earlier results takes to open, compared with an empty one. Medians. */
export async function popup() {
  const results = []
  for (const browser of ['chromium', 'firefox'] as const) {
    const empty = await emptyPopup(browser)
    const stage = await openStage(browser, { provider: 'crossborder' })
    try {
      const first = await stage.search('main')
      await first.popup.waitFor('document.querySelector(".offer[data-offer]")')
      await first.popup.close()
      const openings: Opening[] = []
      for (let i = 0; i <= OPENINGS; i++) openings.push(await open(stage.driver))
      // The first one starts with cold caches.
      const warm = openings.slice(1)
      const firstPaint = median(warm.map((each) => each.firstPaint))
      results.push({
        browser,
        openings: warm.length,
        emptyFirstPaintMs: empty,
        firstPaintMs: firstPaint,
        listMs: median(warm.map(({ list }) => list)),
        picturesMs: median(warm.map(({ pictures }) => pictures)),
        firstPaintPerEmpty: Number((firstPaint / empty).toFixed(2)),
      })
    } finally {
      await stage.close()
    }
  }
  return results
}

/** Firefox reports only the first contentful paint. */
const FIRST_PAINT = `(performance.getEntriesByName('first-paint')[0] ?? performance.getEntriesByName('first-contentful-paint')[0])?.startTime`

async function open(driver: Driver): Promise<Opening> {
  const view = await driver.openPopup()
  const firstPaint = await view.waitFor<number>(FIRST_PAINT)
  const list = await view.waitFor<number>(`performance.getEntriesByName('offers shown')[0]?.startTime`)
  const pictures = await view.waitFor<number>(`(() => {
    const shown = [...document.querySelectorAll('.offer .offer-photo img')].slice(0, 4)
    if (shown.some((image) => !image.complete)) return 0
    const ends = shown.map(({ src }) => performance.getEntriesByName(src)[0]?.responseEnd ?? 0)
    return Math.max(performance.getEntriesByName('offers shown')[0].startTime, ...ends)
  })()`)
  await view.close()
  return { firstPaint, list, pictures }
}

async function emptyPopup(browser: BrowserName): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'empty-popup-'))
  const built = await buildExtension(browser === 'chromium' ? 'chrome' : 'firefox', {
    outDir: join(CACHE, 'bench'),
  })
  await cp(built, folder, { recursive: true })
  await writeFile(join(folder, 'popup.html'), EMPTY)
  const driver = await launch(browser, { extensionDir: folder })
  try {
    await driver.open('about:blank')
    const paints: number[] = []
    for (let i = 0; i <= OPENINGS; i++) {
      const view = await driver.openPopup()
      paints.push(await view.waitFor<number>(FIRST_PAINT))
      await view.close()
    }
    return median(paints.slice(1))
  } finally {
    await driver.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function median(values: number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN)
}
