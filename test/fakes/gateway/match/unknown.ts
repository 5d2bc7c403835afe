import sharp from 'sharp'
import { emojiFile } from '../catalogue/cutout.ts'
import { seeded } from '../catalogue/random.ts'

/** Faces, animals, food, signs: nothing that the catalogue sells. */
const EMOJI = [
  '1f600',
  '1f602',
  '1f60d',
  '1f621',
  '1f916',
  '1f47b',
  '1f436',
  '1f431',
  '1f98a',
  '1f41f',
  '1f98b',
  '1f34e',
  '1f34c',
  '1f355',
  '1f354',
  '1f382',
  '1f339',
  '1f335',
  '1f308',
  '1f319',
  '2b50',
  '2764-fe0f',
  '1f6d1',
  '1f680',
  '1f30b',
  '1f3e0',
]

/** Pictures of things that nobody in the catalogue sells, as JPEG, by name. */
export async function unknownPictures(): Promise<Map<string, Buffer>> {
  const drawn = Object.entries(DRAWINGS).map(([name, svg]) => [name, jpegOf(svg)] as const)
  const faces = EMOJI.map((emoji) => [emoji, emojiPhoto(emoji)] as const)
  const noises = [1, 2, 3].map((seed) => [`noise ${seed}`, noise(seed)] as const)
  const all = [...drawn, ...faces, ...noises].map(async ([name, made]) => [name, await made] as const)
  return new Map(await Promise.all(all))
}

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">${content}</svg>`

const DRAWINGS: Record<string, string> = {
  white: svg('<rect width="800" height="600" fill="#fff"/>'),
  black: svg('<rect width="800" height="600"/>'),
  gradient: svg(
    '<linearGradient id="g" x2="1" y2="1"><stop stop-color="#27c"/><stop offset="1" stop-color="#fc4"/></linearGradient><rect width="800" height="600" fill="url(#g)"/>',
  ),
  'radial gradient': svg(
    '<radialGradient id="g"><stop stop-color="#fff"/><stop offset="1" stop-color="#a44"/></radialGradient><rect width="800" height="600" fill="url(#g)"/>',
  ),
  landscape: svg(
    '<rect width="800" height="600" fill="#9cd3f5"/><circle cx="620" cy="120" r="60" fill="#fff3b0"/><path d="M0 420 L180 220 L330 380 L520 190 L800 430 V600 H0Z" fill="#7a8aa0"/><path d="M0 450 Q200 380 400 450 T800 440 V600 H0Z" fill="#4d8a4a"/>',
  ),
  'sea at dusk': svg(
    '<rect width="800" height="330" fill="#f4a261"/><rect y="330" width="800" height="270" fill="#264653"/><circle cx="400" cy="320" r="70" fill="#ffd9a0"/>',
  ),
  text: svg(
    `<rect width="800" height="600" fill="#fff"/>${Array.from({ length: 14 }, (_, line) => `<text x="60" y="${70 + line * 36}" font-size="24" font-family="sans-serif">Terms of delivery, paragraph ${line + 1}, and further words</text>`).join('')}`,
  ),
  stripes: svg(
    `<rect width="800" height="600" fill="#eee"/>${Array.from({ length: 10 }, (_, line) => `<rect x="${line * 80}" width="40" height="600" fill="#c33"/>`).join('')}`,
  ),
  chart: svg(
    '<rect width="800" height="600" fill="#fff"/><rect x="120" y="300" width="90" height="240" fill="#4a7"/><rect x="280" y="180" width="90" height="360" fill="#47a"/><rect x="440" y="380" width="90" height="160" fill="#a74"/><rect x="600" y="90" width="90" height="450" fill="#74a"/>',
  ),
}

function jpegOf(drawing: string): Promise<Buffer> {
  return sharp(Buffer.from(drawing)).flatten({ background: '#fff' }).jpeg().toBuffer()
}

async function emojiPhoto(emoji: string): Promise<Buffer> {
  const product = await sharp(emojiFile(emoji)).resize(520).png().toBuffer()
  const around = { top: 140, bottom: 140, left: 140, right: 140, background: '#f2f1ef' }
  return sharp(product).flatten({ background: '#f2f1ef' }).extend(around).jpeg().toBuffer()
}

function noise(seed: number): Promise<Buffer> {
  const random = seeded(`noise ${seed}`)
  const raw = Uint8Array.from({ length: 160 * 120 * 3 }, () => random.whole(0, 255))
  return sharp(raw, { raw: { width: 160, height: 120, channels: 3 } })
    .resize(160 * seed)
    .jpeg()
    .toBuffer()
}
