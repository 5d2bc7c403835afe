import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { ROOT } from './paths.ts'

// Draws the extension's icons anew out of icon.svg. Run by hand after a change of the drawing.
const folder = join(ROOT, 'extension', 'public', 'icon')
const drawing = await readFile(join(ROOT, 'extension', 'icon.svg'))
for (const size of [16, 32, 48, 128])
  await sharp(drawing, { density: ((72 * size) / 128) * 4 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toFile(join(folder, `${size}.png`))
