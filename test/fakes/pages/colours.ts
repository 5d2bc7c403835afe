/** Far enough apart to be distinguished after JPEG and a coarse pattern. */
export const COLOURS = {
  red: [214, 40, 40],
  green: [42, 157, 58],
  blue: [36, 85, 214],
  yellow: [242, 200, 15],
  violet: [138, 43, 226],
  teal: [26, 178, 178],
  pink: [240, 111, 176],
  brown: [112, 66, 28],
  orange: [247, 120, 0],
  grey: [140, 140, 140],
  white: [255, 255, 255],
  black: [0, 0, 0],
} as const satisfies Record<string, readonly [number, number, number]>

export type ColourName = keyof typeof COLOURS

/** The nine cells of `sheet`, row by row. */
export const SHEET: ColourName[] = [
  'red',
  'green',
  'blue',
  'yellow',
  'violet',
  'teal',
  'pink',
  'brown',
  'orange',
]

export function nearestColour(red: number, green: number, blue: number): ColourName {
  let [nearest, least]: [ColourName, number] = ['black', Number.POSITIVE_INFINITY]
  for (const [name, [r, g, b]] of Object.entries(COLOURS)) {
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2
    if (distance < least) [nearest, least] = [name as ColourName, distance]
  }
  return nearest
}
