import sharp from 'sharp'

const STUDIO = {
  rose: ['#fbeaec', '#ecc9cf'],
  mint: ['#eaf7f1', '#c5e3d6'],
  sky: ['#e9f2fb', '#c2d8ee'],
  sand: ['#fbf4e6', '#e9d8b8'],
  lilac: ['#f2eefb', '#d5cbec'],
} as const

const WOOD = {
  oak: ['#efe9e0', '#c99f6c', '.55 .40 .24'],
  walnut: ['#e6e3df', '#8d6748', '.34 .22 .14'],
} as const

export const SCENES = ['white', 'grey', 'rose', 'mint', 'sky', 'sand', 'lilac', 'oak', 'walnut'] as const
export type Scene = (typeof SCENES)[number]

const rendered = new Map<string, Promise<Buffer>>()

/** The empty set, as PNG, size × size. */
export function renderScene(scene: Scene, size: number): Promise<Buffer> {
  const key = `${scene} ${size}`
  const known = rendered.get(key)
  if (known) return known
  const made = sharp(Buffer.from(drawing(scene, size)))
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 1 })
    .toBuffer()
  rendered.set(key, made)
  return made
}

function drawing(scene: Scene, size: number): string {
  const svg = (content: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 800 800">${content}</svg>`
  const fill = '<rect width="800" height="800" fill="url(#g)"/>'
  if (scene === 'white') return svg('<rect width="800" height="800" fill="#fff"/>')
  if (scene === 'grey')
    return svg(
      `<linearGradient id="g" x2="0" y2="1"><stop stop-color="#f1f1f2"/><stop offset="1" stop-color="#dcdde0"/></linearGradient>${fill}`,
    )
  if (scene === 'oak' || scene === 'walnut') {
    const [wall, wood, grain] = WOOD[scene]
    return svg(table(wall, wood, grain))
  }
  const [light, dark] = STUDIO[scene]
  return svg(
    `<radialGradient id="g" cy=".42" r=".72"><stop stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></radialGradient>${fill}`,
  )
}

/** A plain wall above a table whose grain is stretched noise. */
function table(wall: string, wood: string, grain: string): string {
  const [red, green, blue] = grain.split(' ')
  return `
    <linearGradient id="wall" x2="0" y2="1"><stop stop-color="${wall}"/><stop offset="1" stop-color="${wall}"/></linearGradient>
    <filter id="grain" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
      <feTurbulence type="fractalNoise" baseFrequency=".003 .09" numOctaves="3" seed="7"/>
      <feColorMatrix values="0 0 0 0 ${red}  0 0 0 0 ${green}  0 0 0 0 ${blue}  .9 0 0 0 -.28"/>
    </filter>
    <rect width="800" height="470" fill="url(#wall)"/>
    <rect y="470" width="800" height="330" fill="${wood}"/>
    <rect y="470" width="800" height="330" filter="url(#grain)" opacity=".4"/>
    <rect y="470" width="800" height="3" fill="#000" opacity=".12"/>`
}
