/** Pixels as a canvas returns them: red, green, blue and alpha bytes, row by row. */
export interface Pixels {
  data: Uint8ClampedArray | Uint8Array
  width: number
  height: number
}

/** A greyscale picture: one value per pixel, from 0 black to 255 white, row by row. */
export interface Luma {
  values: Float32Array
  width: number
  height: number
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/**
 * The picture in greyscale by PDQ's weights (.299, .587, .114), with transparent pixels on white.
 * @throws RangeError if the sides do not match the number of bytes
 */
export function lumaOf({ data, width, height }: Pixels): Luma {
  const isPicture = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0
  if (!isPicture || data.length !== width * height * 4)
    throw new RangeError(`${data.length} bytes are no picture of ${width} × ${height}`)
  const values = new Float32Array(width * height)
  for (let at = 0, from = 0; at < values.length; at++, from += 4) {
    // Whole numbers until a single division, so that a grey of 7 becomes exactly 7.
    const grey =
      299 * (data[from] as number) + 587 * (data[from + 1] as number) + 114 * (data[from + 2] as number)
    const alpha = data[from + 3] as number
    values[at] = (grey * alpha + 255_000 * (255 - alpha)) / 255_000
  }
  return { values, width, height }
}
