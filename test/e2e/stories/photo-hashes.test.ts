import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { distance, type PhotoHash, partialMatch } from '@find-on-1688/shared'
import { build } from 'esbuild'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { hashOf, makePictures } from '../../integration/photo-match/pictures.ts'
import { ROOT } from '../../tools/paths.ts'
import type { Driver, Tab } from '../browser/driver.ts'
import { launch } from '../browser/launch.ts'
import { builtExtension, targetOf } from '../stage/built-extension.ts'
import '../stage/use-stage.ts'

const COUNT = 20
const SIDES = [220, 800, 1600]
/** Synthetic photos are drawn once, and that takes a minute. */
const DRAWING_MS = 600_000

/** Added to the extension's page for the tests to call. */
const IN_PAGE = `
  import { hashPhoto } from '@find-on-1688/shared'
  import { readPhoto } from './photo-match/read-photo.ts'
  import { judgeOffers } from './photo-match/verdicts.ts'

  const never = new AbortController().signal

  async function hash(address) {
    const pixels = await readPhoto(never, address)
    const start = performance.now()
    return { hash: hashPhoto(pixels), ms: performance.now() - start, side: Math.max(pixels.width, pixels.height) }
  }

  async function judge(query, addresses) {
    const verdicts = {}
    const offers = addresses.map((imageUrl, at) => ({ offerId: String(at), imageUrl }))
    const start = performance.now()
    await judgeOffers({ signal: never, queries: [query], offers, onVerdict: (offerId, verdict) => (verdicts[offerId] = verdict) })
    return { verdicts: offers.map(({ offerId }) => verdicts[offerId]), ms: performance.now() - start }
  }

  globalThis.photos = { hash, judge }
`

interface Hashed {
  hash: PhotoHash
  ms: number
  side: number
}

interface Judged {
  verdicts: { kind: string; why?: string; reasons: string[] }[]
  ms: number
}

const browser = inject('browser')
const pictures = new Map<string, Buffer>()
const arrivals: string[] = []
const server = createServer((request, response) => {
  arrivals.push(`${request.url}`)
  answer(request, response, pictures)
})
let driver: Driver | undefined
let app: Tab
let extensionDir = ''
const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`
const inPage = <T>(call: string) => app.evaluate<T>(`globalThis.photos.${call}`)
const judge = (query: string, addresses: string[]) =>
  inPage<Judged>(`judge(${JSON.stringify(dataUrlOf(query))}, ${JSON.stringify(addresses)})`)
const dataUrlOf = (picture: string) =>
  `data:image/jpeg;base64,${pictures.get(picture)?.toString('base64') ?? ''}`

beforeAll(async () => {
  const originals = [...(await makePictures()).values()]
  for (let number = 0; number < COUNT; number++)
    for (const side of SIDES) {
      const original = sharp(originals[Math.floor((number * originals.length) / COUNT)])
      const resized = original.resize(side, side, { fit: 'inside' }).jpeg({ quality: 80 })
      pictures.set(`${side}-${number}.jpg`, await resized.toBuffer())
    }
  pictures.set('mirrored.jpg', await sharp(pictures.get('220-0.jpg')).flop().toBuffer())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  extensionDir = await extensionWithScript()
  driver = await launch(browser, { extensionDir })
  app = await driver.extensionPage('app.html')
  await app.evaluate(`(() => {
    const script = Object.assign(document.createElement('script'), { src: '/photos.js' })
    document.head.append(script)
  })()`)
  await app.waitFor('globalThis.photos')
}, DRAWING_MS)
afterAll(async () => {
  await driver?.close()
  server.close()
  await rm(extensionDir, { recursive: true, force: true })
})

test.each(SIDES)('a photo of %i pixels has nearly the same hash as in Node', async (side) => {
  const bits: number[] = []
  const alike: number[] = []
  const ms: number[] = []
  for (let number = 0; number < COUNT; number++) {
    const path = `${side}-${number}.jpg`
    const seen = await inPage<Hashed>(`hash('${at(path)}')`)
    const mine = await hashOf(pictures.get(path) as Buffer)
    expect(seen.side).toBe(Math.min(side, 800))
    bits.push(distance(seen.hash.plain.hash, mine.plain.hash))
    alike.push(partialMatch(seen.hash.thumbnail, mine.thumbnail).alike)
    ms.push(seen.ms)
  }
  const total = ms.reduce((sum, each) => sum + each, 0)
  console.log(
    `${browser}, ${side} px: ${median(bits)} bits (at most ${Math.max(...bits)}); ${COUNT} hashed in ${Math.round(total)} ms`,
  )
  expect(median(bits)).toBeLessThanOrEqual(2)
  expect(Math.max(...bits)).toBeLessThanOrEqual(10)
  expect(Math.min(...alike)).toBeGreaterThanOrEqual(98)
})

test('offers get their verdicts, and asking again loads nothing', async () => {
  const thumbnails = Array.from({ length: COUNT }, (_, number) => at(`220-${number}.jpg`))
  const first = await judge('800-0.jpg', thumbnails)
  console.log(`${browser}: ${COUNT} thumbnails read and judged in ${Math.round(first.ms)} ms`)
  expect(first.verdicts.map(({ kind }) => kind)).toEqual(['same', ...Array(COUNT - 1).fill('other')])
  const asked = arrivals.length
  expect((await judge('800-0.jpg', thumbnails)).verdicts).toEqual(first.verdicts)
  expect(arrivals.length).toBe(asked)
})

test('a picture that cannot be read says why, and the others are judged', async () => {
  const addresses = ['refused/220-1.jpg', 'mirrored.jpg', 'gone.jpg', 'text', 'broken'].map(at)
  const { verdicts } = await judge('800-0.jpg', addresses)
  expect(verdicts.map(({ kind, why }) => why ?? kind)).toEqual([
    'unreachable',
    'same',
    'unreachable',
    'unreadable',
    'unreadable',
  ])
  expect(verdicts[1]?.reasons).toEqual(['mirrored'])
})

test('a picture that the page has shown is read, although the cached answer does not allow it', async () => {
  const address = at('asked/220-0.jpg')
  await app.evaluate(`(() => {
    const img = Object.assign(new Image(), { id: 'shown', src: '${address}' })
    document.body.append(img)
  })()`)
  await app.waitFor('document.querySelector("#shown").naturalWidth > 0')
  const { verdicts } = await judge('800-0.jpg', [address])
  expect(verdicts.map(({ kind }) => kind)).toEqual(['same'])
})

/** A copy of the extension with that script: its pages run no script but the extension's own. */
async function extensionWithScript(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'photo-hashes-'))
  await cp(await builtExtension(targetOf(browser)), folder, { recursive: true })
  const { outputFiles } = await build({
    stdin: { contents: IN_PAGE, resolveDir: join(ROOT, 'extension', 'src') },
    bundle: true,
    format: 'iife',
    define: { 'import.meta.env': '{}' },
    write: false,
  })
  await writeFile(join(folder, 'photos.js'), outputFiles[0]?.text ?? '')
  return folder
}

/** No other origin may read what is under `refused/`; what is under `asked/`, only a request made for reading it. */
function answer(
  { url = '', headers }: IncomingMessage,
  response: ServerResponse,
  pictures: Map<string, Buffer>,
) {
  const [, rule, name] = /^\/(refused\/|asked\/)?(.*)$/.exec(url) ?? []
  const isOpen = rule === undefined || (rule === 'asked/' && headers.origin !== undefined)
  const bytes = pictures.get(name ?? '')
  const body = bytes ?? (name === 'text' || name === 'broken' ? 'words' : undefined)
  response.writeHead(body === undefined ? 404 : 200, {
    ...(isOpen && { 'Access-Control-Allow-Origin': '*' }),
    'Cache-Control': 'max-age=3600',
    'Content-Type': name === 'text' ? 'text/plain' : 'image/jpeg',
  })
  response.end(body)
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
