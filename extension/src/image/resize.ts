import type { Box, Size } from '../model/box.ts'
import { fail } from '../model/failure.ts'
import { type Pixels, resample } from './lanczos.ts'

/** `crop` is in the picture's own pixels. */
export type Scale = (picture: ImageBitmap, crop: Box, size: Size) => Promise<OffscreenCanvas>

/** The browser reduces quickly and coarsely to this many times the requested size; Lanczos does the rest. */
const PRESCALED = 2.5

/**
 * Reduces with the browser alone where that is as good as Lanczos, otherwise with our own Lanczos. Which of the two is
 * tried once, on a picture that shows the difference, not guessed from the browser's name.
 */
export const scale: Scale = async (picture, crop, size) => {
  trusted ??= isNativeScalingFaithful(scaleNatively)
  return (await trusted) ? scaleNatively(picture, crop, size) : scaleWithLanczos(picture, crop, size)
}
let trusted: Promise<boolean> | undefined

/** Cut out first: Firefox before 150 ignores the part of a bitmap that it is to resize (bug 2010125). */
export const scaleNatively: Scale = async (picture, crop, size) => {
  const resized = await createImageBitmap(cutOut(picture, crop), {
    resizeWidth: size.width,
    resizeHeight: size.height,
    resizeQuality: 'high',
  })
  const canvas = onWhite(resized, { x: 0, y: 0, ...size }, size)
  resized.close()
  return canvas
}

function cutOut(picture: ImageBitmap, { x, y, width, height }: Box): ImageBitmap | OffscreenCanvas {
  if (x === 0 && y === 0 && width === picture.width && height === picture.height) return picture
  const canvas = new OffscreenCanvas(width, height)
  contextOf(canvas).drawImage(picture, x, y, width, height, 0, 0, width, height)
  return canvas
}

export const scaleWithLanczos: Scale = async (picture, crop, size) => {
  const { width, height } = prescaled(crop, size)
  const canvas = onWhite(picture, crop, { width, height })
  if (width === size.width && height === size.height) return canvas
  const source = contextOf(canvas).getImageData(0, 0, width, height)
  const { data } = resample(source, size.width, size.height)
  const result = new OffscreenCanvas(size.width, size.height)
  const image = new ImageData(data as Uint8ClampedArray<ArrayBuffer>, size.width, size.height)
  contextOf(result).putImageData(image, 0, 0)
  return result
}

/** Halved as often as possible: only halving weights all pixels equally. */
function prescaled(from: Size, to: Size): Size {
  const times = Math.min(from.width / to.width, from.height / to.height)
  const halvings = Math.max(0, Math.floor(Math.log2(times / PRESCALED)))
  return { width: Math.ceil(from.width / 2 ** halvings), height: Math.ceil(from.height / 2 ** halvings) }
}

function onWhite(picture: ImageBitmap, crop: Box, size: Size): OffscreenCanvas {
  const context = whiteContext(size)
  context.drawImage(picture, crop.x, crop.y, crop.width, crop.height, 0, 0, size.width, size.height)
  return context.canvas
}

/** JPEG has no transparency: clear pixels would come out black. */
export function whiteContext({ width, height }: Size): OffscreenCanvasRenderingContext2D {
  const context = contextOf(new OffscreenCanvas(width, height))
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'medium'
  return context
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  return canvas.getContext('2d', { willReadFrequently: true }) ?? fail('picture_too_large')
}

const PLATE = 320
const BESIDE = 40
const REDUCED = 96
/** Largest mean square difference from Lanczos, in levels squared, that counts as the same. */
const FAITHFUL = 4

/** Tried on rings that become finer outwards, until they are finer than the result can show, in a part of a picture. */
export async function isNativeScalingFaithful(candidate: Scale): Promise<boolean> {
  const plate = zonePlate(PLATE)
  const around = new OffscreenCanvas(PLATE + BESIDE, PLATE + BESIDE)
  const image = new ImageData(plate.data as Uint8ClampedArray<ArrayBuffer>, PLATE, PLATE)
  contextOf(around).putImageData(image, BESIDE, BESIDE)
  const picture = await createImageBitmap(around)
  const size = { width: REDUCED, height: REDUCED }
  const canvas = await candidate(picture, { x: BESIDE, y: BESIDE, width: PLATE, height: PLATE }, size)
  picture.close()
  const { data } = contextOf(canvas).getImageData(0, 0, REDUCED, REDUCED)
  return meanSquare(data, resample(plate, REDUCED, REDUCED).data) <= FAITHFUL
}

function zonePlate(side: number): Pixels {
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const phase = (Math.PI * (x * x + y * y)) / (2 * side)
      data.fill(127.5 + 127.5 * Math.cos(phase), (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  return { data, width: side, height: side }
}

function meanSquare(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += ((one[i] as number) - (other[i] as number)) ** 2
  return sum / one.length
}
