import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { ROOT } from '../tools/paths.ts'

// Draws the extension's icons and the stores' pictures of it anew out of icon.svg. Run by hand after a change of the
// drawing; the tiles take Inter and Noto Sans CJK of this machine.
const drawing = await readFile(join(ROOT, 'extension', 'icon.svg'))
const icons = join(ROOT, 'extension', 'public', 'icon')
const store = join(ROOT, 'docs', 'store')
await mkdir(store, { recursive: true })

for (const size of [16, 32, 48]) await draw(size).toFile(join(icons, `${size}.png`))
// Chrome's store asks for a drawing of 96 pixels in a clear margin of 16.
await draw(96)
  .extend({ top: 16, bottom: 16, left: 16, right: 16, background: 'transparent' })
  .toFile(join(icons, '128.png'))
// The logo that Edge's store asks for.
await draw(300).toFile(join(store, 'logo-300.png'))
await drawTile('tile-en.png', 'Find on 1688', ['Right-click a picture,', 'see which factories sell it'])
await drawTile('tile-zh.png', '在 1688 上找同款', ['右键点击图片，', '看哪些工厂在卖'])

function draw(size: number) {
  return sharp(drawing, { density: ((72 * size) / 128) * 4 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
}

/** The small tile of Chrome's and Edge's stores: 440 × 280, without alpha. */
async function drawTile(file: string, name: string, lines: string[]): Promise<void> {
  const spans = lines.map((line, index) => `<tspan x="188" y="${158 + index * 26}">${line}</tspan>`).join('')
  const words = `<svg xmlns="http://www.w3.org/2000/svg" width="440" height="280"
      font-family="Inter, 'Noto Sans CJK SC', sans-serif">
    <rect width="440" height="280" fill="#f1f7f5"/>
    <text x="188" y="122" font-size="28" font-weight="700" fill="#10201d">${name}</text>
    <text font-size="18" fill="#41534f">${spans}</text>
  </svg>`
  await sharp(Buffer.from(words))
    .composite([{ input: await draw(120).toBuffer(), left: 44, top: 80 }])
    .flatten()
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toFile(join(store, file))
}
