import sharp from 'sharp'

/** A picture in CIE Lab, three floats a pixel. */
export interface LabPicture {
  width: number
  height: number
  lab: Float32Array
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

const WORK_SIDE = 176
const MAX_PIXELS = 60_000_000

/**
 * Decodes to at most 176 px a side; transparent becomes white.
 * @throws when the bytes are no picture that sharp decodes
 */
export async function readPicture(bytes: Uint8Array, region?: Box): Promise<LabPicture> {
  let picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' }).rotate()
  if (region) picture = picture.extract(region)
  const { data, info } = await picture
    .resize({ width: WORK_SIDE, height: WORK_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, lab: toLab(data, info.width * info.height, info.channels) }
}

const LINEAR = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
})

function toLab(rgb: Uint8Array, count: number, channels: number): Float32Array {
  const lab = new Float32Array(count * 3)
  for (let at = 0; at < count; at++) {
    const red = LINEAR[rgb[at * channels] ?? 0] ?? 0
    const green = LINEAR[rgb[at * channels + (channels > 2 ? 1 : 0)] ?? 0] ?? 0
    const blue = LINEAR[rgb[at * channels + (channels > 2 ? 2 : 0)] ?? 0] ?? 0
    const x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    const y = curve(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
    const z = curve((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
    lab[at * 3] = 116 * y - 16
    lab[at * 3 + 1] = 500 * (x - y)
    lab[at * 3 + 2] = 200 * (y - z)
  }
  return lab
}

function curve(value: number): number {
  return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116
}

export function crop({ width, lab }: LabPicture, box: Box): LabPicture {
  const cut = new Float32Array(box.width * box.height * 3)
  for (let y = 0; y < box.height; y++) {
    const from = ((box.top + y) * width + box.left) * 3
    cut.set(lab.subarray(from, from + box.width * 3), y * box.width * 3)
  }
  return { width: box.width, height: box.height, lab: cut }
}
