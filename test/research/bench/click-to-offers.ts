import { settled } from '../../e2e/stage/page.ts'
import { openStage, type Stage } from '../../e2e/stage/stage.ts'

const RUNS = 10
const LATENCY_MS = 300
const PICTURES = ['main', 'cors', 'fresh']
/** Changes a few random pixels, so that no cache along the way knows the picture. */
const FRESHEN = `(async () => {
  const image = document.querySelector('[data-story="cors"]')
  const bitmap = await createImageBitmap(await (await fetch(image.src)).blob())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  context.drawImage(bitmap, 0, 0)
  for (let i = 0; i < 64; i++) {
    context.fillStyle = 'hsl(' + 360 * Math.random() + ' 80% 50%)'
    context.fillRect(2 * (i % 8), 2 * (i >> 3), 2, 2)
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
  image.src = 'data:image/jpeg;base64,' + new Uint8Array(await blob.arrayBuffer()).toBase64()
  await image.decode()
})()`

/** Times of one click on the menu item, in milliseconds. */
interface Click {
  /** From the click until the offers are drawn. */
  totalMs: number
  /** The part of it that the stand-in 1688 took. */
  gatewayMs: number
  calls: number
}

/** Measures both browsers and two APIs. */
export async function clickToOffers() {
  const results = []
  for (const browser of ['chromium', 'firefox'] as const)
    for (const provider of ['image-search', 'crossborder'] as const) {
      const stage = await openStage(browser, { provider, latencyMs: LATENCY_MS })
      try {
        for (const picture of PICTURES)
          results.push({ browser, provider, picture, ...(await clicksOn(stage, picture)) })
      } finally {
        await stage.close()
      }
    }
  return results
}

/** Click to offers, with and without 1688's own time: medians. The first click is a warm-up and does not count. */
async function clicksOn(stage: Stage, picture: string) {
  const clicks: Click[] = []
  for (let run = 0; run <= RUNS; run++) clicks.push(await click(stage, picture))
  const counted = clicks.slice(1)
  const medianOf = (value: (click: Click) => number) => median(counted.map(value))
  return {
    runs: counted.length,
    calls: medianOf(({ calls }) => calls),
    medianTotalMs: Math.round(medianOf(({ totalMs }) => totalMs)),
    medianOwnMs: Math.round(medianOf(({ totalMs, gatewayMs }) => totalMs - gatewayMs)),
    totalPerGateway: Number(medianOf(({ totalMs, gatewayMs }) => totalMs / gatewayMs).toFixed(2)),
  }
}

async function click({ sandbox, search }: Stage, picture: string): Promise<Click> {
  sandbox.gateway.arrivals.length = 0
  const { tab, popup } = await (picture === 'fresh' ? search('cors', FRESHEN) : search(picture))
  await settled(popup)
  const totalMs = await popup.evaluate<number>(`(async () => {
    const { search } = await (globalThis.browser ?? chrome).storage.session.get('search')
    const [shown] = performance.getEntriesByName('offers shown')
    return performance.timeOrigin + shown.startTime - search.startedAt
  })()`)
  await popup.close()
  await tab.close()
  // Calls of the next run must not wait for the slots of this one.
  await new Promise((resolve) => setTimeout(resolve, 500))
  const { arrivals } = sandbox.gateway
  return {
    totalMs,
    gatewayMs: arrivals.reduce((sum, { serviceMs }) => sum + serviceMs, 0),
    calls: arrivals.length,
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
