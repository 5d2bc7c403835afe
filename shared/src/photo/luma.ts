/** Pixels as a canvas gives them: four bytes each, red, green, blue and alpha, row by row. */
export interface Pixels {
  data: Uint8ClampedArray | Uint8Array
  width: number
  height: number
}

/** A picture in grey: one value a pixel, 0 black to 255 white, row by row. */
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
 * The picture in grey with the weights that PDQ takes (.299, .587, .114), transparent pixels over white.
 * @throws RangeError where sides and bytes do not belong together
 */
export function lumaOf({ data, width, height }: Pixels): Luma {
  const isPicture = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0
  if (!isPicture || data.length !== width * height * 4)
    throw new RangeError(`${data.length} bytes are no picture of ${width} × ${height}`)
  const values = new Float32Array(width * height)
  for (let at = 0, from = 0; at < values.length; at++, from += 4) {
    // Whole numbers up to the one division: a grey of 7 becomes exactly 7.
    const grey =
      299 * (data[from] as number) + 587 * (data[from + 1] as number) + 114 * (data[from + 2] as number)
    const alpha = data[from + 3] as number
    values[at] = (grey * alpha + 255_000 * (255 - alpha)) / 255_000
  }
  return { values, width, height }
}
