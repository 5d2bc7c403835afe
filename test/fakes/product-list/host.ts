import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ListedProduct } from './index.ts'

export interface PictureHost {
  /** Such as `http://127.0.0.1:4000`. */
  origin: string
  addressOf(product: ListedProduct): string
  /** Paths that were requested, in order. */
  requested: string[]
  close(): Promise<void>
}

/** What can be wrong with an address in a list, by its path. */
export const BAD_PATHS = {
  /** 404 */
  gone: '/bad/gone.jpg',
  /** 200 with a page, as shops answer for pictures that they have removed. */
  page: '/bad/page.jpg',
  /** Half of a picture. */
  cut: '/bad/cut.jpg',
  empty: '/bad/empty.jpg',
  /** Never ends, and has no length. */
  endless: '/bad/endless.jpg',
  /** Never answers. */
  silent: '/bad/silent.jpg',
  /** To itself, for ever. */
  circle: '/bad/circle.jpg',
} as const

/** A seller's own picture host: no CORS headers, as most have none. */
export async function startPictureHost(products: readonly ListedProduct[]): Promise<PictureHost> {
  const requested: string[] = []
  const byPath = new Map(products.map((product) => [`/pictures/${product.fileName}`, product.jpeg]))
  const first = products[0]?.jpeg ?? Buffer.of()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requested.push(path)
    const jpeg = byPath.get(path)
    if (jpeg) return sendJpeg(response, jpeg)
    sendBad(path, response, first)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    addressOf: ({ fileName }) => `${origin}/pictures/${fileName}`,
    requested,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function sendJpeg(response: ServerResponse, jpeg: Buffer): void {
  response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': jpeg.length }).end(jpeg)
}

function sendBad(path: string, response: ServerResponse, jpeg: Buffer): void {
  if (path === BAD_PATHS.page)
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>This item was removed</h1>')
  else if (path === BAD_PATHS.cut) sendJpeg(response, jpeg.subarray(0, jpeg.length / 2))
  else if (path === BAD_PATHS.empty) sendJpeg(response, Buffer.of())
  else if (path === BAD_PATHS.circle) response.writeHead(302, { Location: path }).end()
  else if (path === BAD_PATHS.endless) sendForever(response, jpeg)
  else if (path !== BAD_PATHS.silent) response.writeHead(404).end()
}

function sendForever(response: ServerResponse, jpeg: Buffer): void {
  response.writeHead(200, { 'Content-Type': 'image/jpeg' })
  const part = Buffer.concat([jpeg, Buffer.alloc(256 * 1024)])
  const send = setInterval(() => response.write(part), 10)
  response.once('close', () => clearInterval(send))
}
