import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp, { type Sharp } from 'sharp'
import { RESULTS_PAGES, resultsDocument } from '../results-pages/index.ts'
import { fileAt } from './files.ts'
import { PAGES } from './index.ts'
import { type PicturePage, PORT } from './page.ts'
import { drawing } from './pictures.ts'
import { type Answer, SHOP_HOSTS, shopAnswer } from './shop-hosts.ts'

/** All names that pages and pictures come from; the browser has to look for them on this machine. */
export const PAGE_HOSTS = ['www.shop.test', 'other.shop.test', 'third.shop.test', ...SHOP_HOSTS]

export interface PageServer {
  /** Such as `http://www.shop.test:4000`. */
  origin: string
  /** The address to open for a page. */
  addressOf(page: PicturePage, browser: 'chromium' | 'firefox'): string
  close(): Promise<void>
}

/** One server for all hosts, distinguished by the name that the browser requests. */
export async function startPages(): Promise<PageServer> {
  const made = new Map<string, Promise<Buffer>>()
  const server = createServer(async (request, response) => {
    const { port } = server.address() as AddressInfo
    const url = new URL(request.url ?? '', `http://${request.headers.host}`)
    const redirected = /^\/redirect\/(.*)/.exec(url.pathname)?.[1]
    if (redirected) return response.writeHead(302, { Location: `/${redirected}${url.search}` }).end()
    const page = pageAt(url)
    if (page) {
      response.writeHead(200, { 'Content-Type': page.type, 'Cache-Control': 'no-store' })
      return response.end(page.text.replaceAll(PORT, String(port)))
    }
    const file = await fileAt(url.pathname)
    if (file) return send(response, file.type, file.bytes, true)
    const picture = pictureAt(url)
    if (!picture) return response.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end()
    const { key, type, make, isReadable } = picture
    const bytes = await (made.get(key) ?? made.set(key, make()).get(key))
    send(response, type, bytes ?? Buffer.of(), isReadable)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://www.shop.test:${port}`,
    addressOf: ({ name, address }, browser) => {
      const own = typeof address === 'object' ? address[browser] : address
      return (own ?? `http://www.shop.test:${PORT}/page/${name}`).replaceAll(PORT, String(port))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send(response: ServerResponse, type: string, bytes: Buffer, isReadable: boolean): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Cache-Control': 'max-age=600',
    ...(isReadable && { 'Access-Control-Allow-Origin': '*' }),
  })
  response.end(bytes)
}

function pageAt({ pathname, searchParams }: URL): { text: string; type: string } | undefined {
  const html = 'text/html; charset=utf-8'
  const name = /^\/page\/(.+)/.exec(pathname)?.[1]
  const page = PAGES.find((each) => each.name === name)
  if (page?.type) return { text: page.html, type: page.type }
  if (page) return { text: whole(page.html, page.name), type: html }
  const results = RESULTS_PAGES.find((each) => pathname === `/results/${each.name}`)
  if (results) return { text: resultsDocument(results), type: html }
  // Documents of frames: any body that the page asks for.
  if (pathname === '/frame') return { text: whole(searchParams.get('body') ?? '', 'Frame', 0), type: html }
  return undefined
}

function whole(body: string, title: string, margin = 20): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body{margin:${margin}px;font:14px/1.4 Arial,sans-serif}.box{position:relative;display:block;width:240px;height:240px}</style></head>
<body>${body}${margin ? '<div style="height:600px"></div>' : ''}</body></html>`
}

interface Made {
  key: string
  type: string
  isReadable: boolean
  make(): Promise<Buffer>
}

function pictureAt(url: URL): Made | undefined {
  const answer = shopAnswer(url)
  if (answer) {
    const type = answer.type ?? 'jpeg'
    return {
      key: JSON.stringify(answer),
      type: `image/${type}`,
      isReadable: true,
      make: async () => (await changed(answer)).toFormat(type, { quality: 88 }).toBuffer(),
    }
  }
  const named = /^\/(cors|nocors)\/(.+?)\/(\d+)\/(\d+)(?:\.(\w+))?$/.exec(url.pathname)
  const [, access = '', what = '', width, height, ending] = named ?? []
  const picture = drawing(what, Number(width), Number(height))
  if (!picture) return undefined
  const hasAlpha = /^(spacer|watermark|cutout)/.test(what)
  const type =
    ending === 'webp' || ending === 'gif' || ending === 'avif' || ending === 'png'
      ? ending
      : hasAlpha
        ? 'png'
        : 'jpeg'
  return {
    key: `${what} ${width} ${height} ${type}`,
    type: `image/${type}`,
    isReadable: access !== 'nocors',
    make: () => picture.toFormat(type, { quality: 88 }).toBuffer(),
  }
}

async function changed({ colour, original: [width, height], how, box, play }: Answer): Promise<Sharp> {
  const whole = await (drawing(colour, width, height) ?? sharp()).png().toBuffer()
  const [boxWidth, boxHeight] = box ?? [width, height]
  const small = sharp(whole).resize({
    ...(boxWidth < 10_000 && { width: boxWidth }),
    ...(boxHeight < 10_000 && { height: boxHeight }),
    fit: how === 'pad' ? 'contain' : how === 'crop' ? 'cover' : 'inside',
    background: '#fff',
    withoutEnlargement: how === 'fit',
  })
  if (!play) return small
  const { data, info } = await small.png().toBuffer({ resolveWithObject: true })
  const side = Math.round(Math.min(info.width, info.height) * 0.5)
  const button = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#555"/><path d="M4 3 7 5 4 7Z" fill="#fff"/></svg>`,
  )
  return sharp(data).composite([{ input: button }])
}
