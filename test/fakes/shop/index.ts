import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Catalogue } from '../gateway/catalogue/index.ts'
import { galleryPage } from './gallery.ts'
import { edgesPage, framePage, hidingPage } from './hiding.ts'
import { listingPageAt } from './listings.ts'
import { listingPage } from './page.ts'
import { makePictures, type ShopPicture } from './pictures.ts'
import { versionsPage } from './versions.ts'

export interface Shop {
  url: string
  /** The other origin that serves its pictures. */
  pictureOrigin: string
  pictures: ShopPicture[]
  /** The offers of the product shown in a picture of the page. */
  offerIds(story: string): string[]
  close(): Promise<void>
}

/** A small shop. As in real shops, pictures come from another origin, and only those under `/cors/` are readable. */
export async function startShop({
  catalogue,
  port = 0,
}: {
  catalogue: Catalogue
  port?: number
}): Promise<Shop> {
  const pictures = await makePictures(catalogue)
  const host = await listen(0, (request, response) => {
    if (request.url === '/frame') return sendPage(response, framePage(pictures))
    const picture = pictures.find(({ path }) => path === request.url)
    if (!picture) return response.writeHead(404).end()
    sendPicture(response, picture)
  })
  const addressOf = ({ story, path, type, bytes }: ShopPicture) =>
    story === 'data' ? `data:${type};base64,${bytes.toString('base64')}` : host.origin + path
  const page = listingPage(pictures, addressOf)
  const shop = await listen(port, (request, response) => {
    if (request.url === '/') return sendPage(response, page)
    if (request.url === '/hiding') return sendPage(response, hidingPage(pictures, host.origin))
    if (request.url === '/versions') return sendPage(response, versionsPage(pictures, host.origin))
    if (request.url === '/frame') return sendPage(response, framePage(pictures))
    if (request.url === '/edges') return sendPage(response, edgesPage(pictures, host.origin))
    if (request.url === '/gallery') return sendPage(response, galleryPage(pictures, host.origin))
    const listing = listingPageAt(request.url ?? '', pictures, host.origin)
    if (listing) return sendPage(response, listing)
    // The same pictures from the shop's own origin, where pages can read them.
    const picture = pictures.find(({ path }) => path === request.url)
    if (!picture) return response.writeHead(404).end()
    sendPicture(response, picture)
  })
  return {
    url: `${shop.origin}/`,
    pictureOrigin: host.origin,
    pictures,
    offerIds: (story) => {
      const product = pictures.find((picture) => picture.story === story)?.product
      return product ? catalogue.offersOf(product.id).map(({ offerId }) => offerId) : []
    },
    close: async () => {
      await Promise.all([close(shop.server), close(host.server)])
    },
  }
}

function sendPage(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html)
}

function sendPicture(response: ServerResponse, { path, type, bytes }: ShopPicture): void {
  const cors = path.startsWith('/cors/') ? { 'Access-Control-Allow-Origin': '*' } : {}
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store', ...cors }).end(bytes)
}

async function listen(port: number, answer: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
