import { inspectPicture, unsupportedFormat, unusualJpeg } from '@find-on-1688/shared'
import { browser } from 'wxt/browser'
import { fail, failureOf } from '../model/failure.ts'
import { emptinessOfPixels } from './empty-pixels.ts'
import type { DocumentTask, TaskAnswer } from './in-document.ts'
import { rasterizeInDocument } from './svg-rasterizer.ts'

const TIMEOUT_MS = 8000
/** Frames of an animation that are looked at. */
const FRAMES = 12
const SIDE = 32
/** Mean difference, 0 to 255, of what compression does to the same frame. */
const SAME = 4

/** @throws AppError that names what is wrong with the file */
export async function runTask({ type, url }: DocumentTask): Promise<string | undefined> {
  const file = await (await fetch(url)).blob()
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = inspectPicture(bytes)?.kind
  const picture = new Blob([file], { type: kind ? `image/${kind}` : '' })
  if (type === 'laterFrame') return laterFrame(picture)
  if (kind) return redraw(picture).catch(() => failDamaged(bytes))
  return drawOther(picture, bytes)
}

/** In the background's hidden document: does what that sends. */
export function runTasksOnRequest(): void {
  browser.runtime.onMessage.addListener((task: DocumentTask, _, answer: (answer: TaskAnswer) => void) => {
    if (task.type !== 'draw' && task.type !== 'laterFrame') return
    runTask(task).then(
      (url) => answer({ url }),
      (error) => answer({ failure: failureOf(error) }),
    )
    return true
  })
}

function failDamaged(bytes: Uint8Array): never {
  const unusual = unusualJpeg(bytes)
  return unusual ? fail('picture_format', unusual) : fail('picture_damaged')
}

async function drawOther(picture: Blob, bytes: Uint8Array): Promise<string> {
  const kind = unsupportedFormat(bytes)
  if (kind === 'svg') return rasterizeInDocument(textOf(bytes))
  if (kind === 'html' || kind === 'empty' || kind === 'pdf' || kind === 'video')
    return fail('not_a_picture', kind)
  if (kind === 'broken') return fail('picture_damaged')
  if (kind) return fail('picture_format', kind)
  // This browser may know a kind that is not known here.
  return redraw(picture).catch(() => fail('not_a_picture'))
}

function textOf(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** An image element shows as much as can be decoded, where `createImageBitmap` refuses the whole file. */
async function redraw(picture: Blob): Promise<string> {
  const image = new Image()
  const url = URL.createObjectURL(picture)
  const late = new Promise<never>((_, reject) => setTimeout(reject, TIMEOUT_MS))
  const loaded = new Promise((resolve, reject) => {
    image.onload = resolve
    image.onerror = reject
  })
  image.src = url
  try {
    await Promise.race([loaded, late])
    const { canvas, context } = canvasOf(image.naturalWidth, image.naturalHeight)
    context.drawImage(image, 0, 0)
    return isClear(canvas) ? fail('picture_damaged') : canvas.toDataURL('image/png')
  } finally {
    URL.revokeObjectURL(url)
  }
}

/**
 * The frame that differs most from the first one, rather one that is not of a single colour, since an animation may fade
 * to black as well. `undefined` if none differs, or the browser cannot read single frames.
 */
async function laterFrame(picture: Blob): Promise<string | undefined> {
  if (!('ImageDecoder' in globalThis) || !(await ImageDecoder.isTypeSupported(picture.type))) return undefined
  const decoder = new ImageDecoder({ data: await picture.arrayBuffer(), type: picture.type })
  try {
    // Chrome completes before it knows the frames.
    await Promise.all([decoder.completed, decoder.tracks.ready])
    const count = decoder.tracks.selectedTrack?.frameCount ?? 1
    const first = small(await drawnFrame(decoder, 0))
    let best: { canvas: HTMLCanvasElement; rank: number } | undefined
    for (const index of spread(count)) {
      // Firefox decodes a frame once: the second time it answers with the same one, closed.
      const canvas = await drawnFrame(decoder, index)
      const pixels = small(canvas)
      const difference = differenceOf(first, pixels)
      const rank = difference + (emptinessOfPixels(pixels) ? 0 : 256)
      if (difference > SAME && rank > (best?.rank ?? 0)) best = { canvas, rank }
    }
    return best?.canvas.toDataURL('image/png')
  } finally {
    decoder.close()
  }
}

/** Evenly over all frames but the first. */
function spread(count: number): number[] {
  const looked = Math.min(FRAMES, count - 1)
  return Array.from({ length: Math.max(0, looked) }, (_, at) => Math.ceil(((at + 1) * (count - 1)) / looked))
}

async function drawnFrame(decoder: ImageDecoder, frameIndex: number): Promise<HTMLCanvasElement> {
  const { image } = await decoder.decode({ frameIndex })
  const { canvas, context } = canvasOf(image.displayWidth, image.displayHeight)
  context.drawImage(image, 0, 0)
  image.close()
  return canvas
}

function isClear(canvas: HTMLCanvasElement): boolean {
  return emptinessOfPixels(small(canvas)) === 'clear'
}

function small(canvas: HTMLCanvasElement): Uint8ClampedArray {
  const { context } = canvasOf(SIDE, SIDE)
  context.drawImage(canvas, 0, 0, SIDE, SIDE)
  return context.getImageData(0, 0, SIDE, SIDE).data
}

function differenceOf(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length
}

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return { canvas, context: canvas.getContext('2d') ?? fail('picture_damaged') }
}
