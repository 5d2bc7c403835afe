import pica from 'pica'
import {
  isNativeScalingFaithful,
  type Scale,
  scale,
  scaleNatively,
  scaleWithLanczos,
} from '../../../../../extension/src/image/resize.ts'
import type { Size } from '../../../../../extension/src/model/box.ts'

// Runs in the extension's background, where pictures are scaled down. There is no window and no worker.

const draw: Scale = async (picture, crop, size) => {
  const canvas = new OffscreenCanvas(size.width, size.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, crop.x, crop.y, crop.width, crop.height, 0, 0, size.width, size.height)
  return canvas
}

const lanczosOfPica: Scale = async (picture, _, size) => {
  const source = new OffscreenCanvas(picture.width, picture.height)
  source.getContext('2d', { willReadFrequently: true })?.drawImage(picture, 0, 0)
  const canvas = new OffscreenCanvas(size.width, size.height)
  const resizer = pica({
    features: ['js', 'wasm'],
    createCanvas: (w: number, h: number) => new OffscreenCanvas(w, h),
  } as never)
  await resizer.resize(source as never, canvas as never, { filter: 'lanczos3', unsharpAmount: 0 } as never)
  return canvas
}

const ROUTES: Record<string, Scale> = {
  ours: scale,
  native: scaleNatively,
  own: scaleWithLanczos,
  drawImage: draw,
  pica: lanczosOfPica,
}

async function run(route: string, url: string, size: Size, times: number) {
  const blob = await (await fetch(url)).blob()
  const ms: number[] = []
  let png = ''
  let bytes = 0
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    const picture = await createImageBitmap(blob)
    const crop = { x: 0, y: 0, width: picture.width, height: picture.height }
    const canvas = await (ROUTES[route] as Scale)(picture, crop, size)
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
    picture.close()
    ms.push(performance.now() - start)
    bytes = jpeg.size
    if (i > 0) continue
    const lossless = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
    for (let at = 0; at < lossless.length; at += 8192)
      png += String.fromCharCode(...lossless.subarray(at, at + 8192))
  }
  return { png: btoa(png), bytes, ms }
}

Object.assign(globalThis.window ?? globalThis, {
  reducing: {
    run,
    faithful: {
      native: () => isNativeScalingFaithful(scaleNatively),
      own: () => isNativeScalingFaithful(scaleWithLanczos),
    },
  },
})
