import sharp, { type Sharp } from 'sharp'
import { type CutoutOptions, cutOut } from './cutout.ts'
import { renderScene, type Scene } from './scene.ts'

export interface PhotoPlan {
  scene: Scene
  /** the product's longer side against the frame's */
  fill: number
  /** how far the product's middle is from the frame's, against the frame's side */
  shift: readonly [x: number, y: number]
  mirrored: boolean
  /** degrees */
  tilt: number
  brightness: number
}

type Thing = Pick<CutoutOptions, 'emoji' | 'hue'>

/** A photo of the product: scene, soft shadow, product. Square, size × size px. */
export async function takePhoto(thing: Thing, plan: PhotoPlan, size = 800): Promise<Sharp> {
  const { mirrored, tilt, brightness } = plan
  const cutout = await cutOut({ ...thing, size: Math.round(plan.fill * size), mirrored, tilt, brightness })
  const left = Math.round(size * (0.5 + plan.shift[0]) - cutout.width / 2)
  const top = Math.round(size * (0.5 + plan.shift[1]) - cutout.height / 2)
  const shadow = softShadow(size, left + cutout.width / 2, top + cutout.height, cutout.width)
  const product = await insideFrame(cutout.png, cutout.width, cutout.height, left, top, size)
  return sharp(await renderScene(plan.scene, size)).composite([{ input: shadow }, product])
}

function softShadow(size: number, middle: number, bottom: number, width: number): Buffer {
  const [rx, ry] = [width * 0.5, size * 0.03]
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><radialGradient id="s"><stop stop-opacity=".34"/><stop offset=".6" stop-opacity=".16"/><stop offset="1" stop-opacity="0"/></radialGradient><ellipse cx="${middle}" cy="${bottom - ry * 0.35}" rx="${rx}" ry="${ry}" fill="url(#s)"/></svg>`,
  )
}

/** Composite refuses what is larger than or sticks out of the frame: cut it to the frame first. */
async function insideFrame(
  png: Buffer,
  width: number,
  height: number,
  left: number,
  top: number,
  size: number,
) {
  const box = {
    left: Math.max(0, -left),
    top: Math.max(0, -top),
    width: Math.min(size, left + width) - Math.max(0, left),
    height: Math.min(size, top + height) - Math.max(0, top),
  }
  const whole = box.width === width && box.height === height
  const input = whole ? png : await sharp(png).extract(box).png({ compressionLevel: 0 }).toBuffer()
  return { input, left: Math.max(0, left), top: Math.max(0, top) }
}
