/** A region of a picture, in its own pixels. */
export interface PixelBox {
  x: number
  y: number
  width: number
  height: number
}

/** The form in a query: `x,y,width,height`. */
export function regionText({ x, y, width, height }: PixelBox): string {
  return [x, y, width, height].join(',')
}

/** @param region from a validated query */
export function regionBox(region: string): PixelBox {
  const [x = 0, y = 0, width = 0, height = 0] = region.split(',').map(Number)
  return { x, y, width, height }
}
