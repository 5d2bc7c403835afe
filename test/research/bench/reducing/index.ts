import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import sharp from 'sharp'
import type { BrowserName, Driver } from '../../../e2e/browser/driver.ts'
import { openStage } from '../../../e2e/stage/stage.ts'
import { ROOT } from '../../../tools/paths.ts'
import { type BenchPicture, type Kind, makePictures } from './pictures.ts'
import { type Raw, structuralSimilarity } from './similarity.ts'

const ROUTES: Record<BrowserName, string[]> = {
  chromium: ['ours', 'native', 'drawImage', 'pica'],
  // Our own arithmetic runs slower under the driver's sandbox there, so its times would mean nothing.
  firefox: ['ours', 'native', 'drawImage'],
}
const WARM_RUNS = 5

interface Measured {
  picture: BenchPicture
  by: string
  similarity: number
  /** Size of the JPEG relative to Pillow's JPEG of the reference at the same quality. */
  bytesRatio: number
  ms: number
  /** Peak above what the browser used before. */
  memoryMb: number | undefined
}

interface Pillow {
  ms: number
  bytes: number
  referenceBytes: number
}

/** Scales the same pictures down by every method in both browsers and with Pillow. Writes the table and a picture into docs. */
export async function reducing() {
  const folder = await mkdtemp(join(tmpdir(), 'reducing-'))
  try {
    const pictures = await makePictures(folder)
    const pillow = runPillow(pictures, folder)
    const results = [
      ...(await briefResults(pictures, pillow, folder)),
      ...(await browserResults('chromium', pictures, pillow, folder)),
      ...(await browserResults('firefox', pictures, pillow, folder)),
    ]
    const rows = table(results)
    await writeDocs(rows)
    await pictureOfDifference(folder)
    return rows
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function runPillow(pictures: BenchPicture[], folder: string): Pillow[] {
  const jobs = pictures.map(({ file, width, height }, at) => ({
    file,
    width,
    height,
    reference: join(folder, `reference-${at}.png`),
    brief: join(folder, `brief-${at}.png`),
  }))
  const script = join(import.meta.dirname, 'pillow.py')
  const { stdout, stderr, status } = spawnSync('/usr/bin/python3', [script], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Pillow: ${stderr}`)
  return JSON.parse(stdout)
}

async function briefResults(pictures: BenchPicture[], pillow: Pillow[], folder: string): Promise<Measured[]> {
  return Promise.all(
    pictures.map(async (picture, at) => ({
      picture,
      by: 'Pillow, thumbnail',
      similarity: structuralSimilarity(
        await raw(join(folder, `reference-${at}.png`)),
        await raw(join(folder, `brief-${at}.png`)),
      ),
      bytesRatio: (pillow[at]?.bytes ?? 0) / (pillow[at]?.referenceBytes ?? 1),
      ms: pillow[at]?.ms ?? 0,
      memoryMb: undefined,
    })),
  )
}

async function browserResults(
  browser: BrowserName,
  pictures: BenchPicture[],
  pillow: Pillow[],
  folder: string,
): Promise<Measured[]> {
  const server = createServer(async ({ url }, response) => {
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*' })
      .end(await readFile(pictures[Number(url?.slice(1))]?.file ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stage = await openStage(browser)
  try {
    await stage.driver.open(stage.sandbox.shop.url)
    await stage.driver.background(`(() => { ${await bundled()} })()`)
    const results: Measured[] = []
    for (const [at, picture] of pictures.entries())
      for (const by of ROUTES[browser]) {
        // Takes a minute and more than a gigabyte: measured once and left out since.
        if (by === 'pica' && picture.kind === '144 MP') continue
        const runs = picture.kind === '12 MP' ? WARM_RUNS : picture.kind === '144 MP' ? 2 : 1
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${at}`
        const size = JSON.stringify({ width: picture.width, height: picture.height })
        const run = (times: number) =>
          stage.driver.background<{ png: string; bytes: number; ms: number[] }>(
            `globalThis.reducing.run('${by}', '${url}', ${size}, ${times})`,
          )
        const done = await run(runs)
        const memoryMb = picture.kind === '144 MP' ? await mostMemory(stage.driver, () => run(1)) : undefined
        const png = Buffer.from(done.png, 'base64')
        if (picture.kind === 'zone plate') await writeFile(join(folder, `rings-${browser}-${by}.png`), png)
        results.push({
          picture,
          by: `${browser}, ${by}`,
          similarity: structuralSimilarity(await raw(join(folder, `reference-${at}.png`)), await raw(png)),
          bytesRatio: done.bytes / (pillow[at]?.referenceBytes ?? 1),
          ms: median(done.ms.slice(runs > 1 ? 1 : 0)),
          memoryMb,
        })
      }
    return results
  } finally {
    await stage.close()
    server.close()
  }
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page', 'in-background.ts')],
    bundle: true,
    format: 'iife',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** In a separate run, because watching that much memory takes time. */
async function mostMemory({ residentBytes }: Driver, run: () => Promise<unknown>): Promise<number> {
  const before = await residentBytes()
  let most = before
  let running = true
  const looking = (async () => {
    while (running) most = Math.max(most, await residentBytes())
  })()
  await run()
  running = false
  await looking
  return Math.round((most - before) / 1e6)
}

/** One row per method: means over the pictures of a kind, and the worst where it matters. */
function table(results: Measured[]) {
  return [...new Set(results.map(({ by }) => by))].map((by) => {
    const of = (kind: Kind) => results.filter((each) => each.by === by && each.picture.kind === kind)
    const similarity = (kind: Kind) => of(kind).map((each) => each.similarity)
    const ratios = results
      .filter((each) => each.by === by && each.picture.kind === 'photo')
      .map((each) => each.bytesRatio)
    const ms = (kind: Kind) => of(kind).map((each) => Math.round(each.ms))[0]
    return {
      by,
      photos: digits(mean(similarity('photo'))),
      worstPhoto: digits(Math.min(...similarity('photo'))),
      illustrations: digits(mean(similarity('illustration'))),
      worstIllustration: digits(Math.min(...similarity('illustration'))),
      words: digits(mean(similarity('text'))),
      rings: digits(mean(similarity('zone plate'))),
      bytes: Number(mean(ratios).toFixed(3)),
      ms12mp: ms('12 MP'),
      ms144mp: ms('144 MP'),
      memory144mpMb: of('144 MP')[0]?.memoryMb,
    }
  })
}

async function writeDocs(rows: ReturnType<typeof table>): Promise<void> {
  const heads = [
    'method',
    'photos',
    'worst',
    'illustrations',
    'worst',
    'text',
    'rings',
    'bytes',
    '12 MP, ms',
    '144 MP, ms',
    '144 MP, MB',
  ]
  const lines = rows.map(
    (row) =>
      `| ${Object.values(row)
        .map((value) => value ?? '–')
        .join(' | ')} |`,
  )
  const text = `# How well pictures are scaled down

Generated by \`npm run bench -- --only reducing\`. Similarity (SSIM, 1 means identical) is measured against Pillow's Lanczos 3, before
the JPEG is encoded, on 13 synthetic photos, four large illustrations with fine lines, a page of text, and rings that grow finer than
the result can show. *Bytes* is the size of the JPEG relative to Pillow's JPEG of the reference at the same quality, averaged over the
photos. *12 MP* is a photo of 4000 × 3000 pixels, warm, the median of four runs. *144 MP* is one of 12,000 × 12,000 pixels: the time
of the second run, and, from a further run, the peak memory of the whole browser above its starting level.

| ${heads.join(' | ')} |
|${heads.map(() => '---').join('|')}|
${lines.join('\n')}

*Ours* is what the extension does. In Firefox that is the browser's own scaling, which the self-test finds faithful. In Chromium the
browser halves the picture down to 2.5 times the target size and Lanczos does the rest. *Thumbnail* is Pillow's \`thumbnail\`, the
method in the project's original brief.

The rings, from left to right: the reference, ours in Chromium, Chromium's own, and Pillow's \`thumbnail\`. Curves that bend the
other way are artefacts.

![Rings scaled down in four ways](pictures/reducing.png)
`
  await writeFile(join(ROOT, 'docs', 'reducing.md'), text)
}

async function pictureOfDifference(folder: string): Promise<void> {
  const at = 13 + 4 + 1
  const parts = [
    `reference-${at}.png`,
    'rings-chromium-ours.png',
    'rings-chromium-native.png',
    `brief-${at}.png`,
  ]
  const side = 320
  await mkdir(join(ROOT, 'docs', 'pictures'), { recursive: true })
  await sharp({ create: { width: side * 4 + 30, height: side, channels: 3, background: '#fff' } })
    .composite(parts.map((name, index) => ({ input: join(folder, name), left: index * (side + 10), top: 0 })))
    .png({ palette: true })
    .toFile(join(ROOT, 'docs', 'pictures', 'reducing.png'))
}

async function raw(input: string | Buffer): Promise<Raw> {
  const { data, info } = await sharp(input)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function digits(value: number): number {
  return Number(value.toFixed(4))
}
