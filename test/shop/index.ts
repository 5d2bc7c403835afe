import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Catalogue } from '../gateway/catalogue/index.ts'
import { listingPage } from './page.ts'
import { makePictures, type ShopPicture } from './pictures.ts'

export interface Shop {
  url: string
  /** Where its pictures come from: another origin. */
  pictureOrigin: string
  pictures: ShopPicture[]
  /** The offers that show what a picture of the page shows. */
  offerIds(story: string): string[]
  close(): Promise<void>
}

/** A small shop. Its pictures come from another origin, as real shops' do, and only those under `/cors/` may be read. */
export async function startShop({
  catalogue,
  port = 0,
}: {
  catalogue: Catalogue
  port?: number
}): Promise<Shop> {
  const pictures = await makePictures(catalogue)
  const host = await listen(0, (request, response) => {
    const picture = pictures.find(({ path }) => path === request.url)
    if (!picture) return response.writeHead(404).end()
    const cors = picture.path.startsWith('/cors/') ? { 'Access-Control-Allow-Origin': '*' } : {}
    response
      .writeHead(200, { 'Content-Type': picture.type, 'Cache-Control': 'no-store', ...cors })
      .end(picture.bytes)
  })
  const addressOf = ({ story, path, type, bytes }: ShopPicture) =>
    story === 'data' ? `data:${type};base64,${bytes.toString('base64')}` : host.origin + path
  const page = listingPage(pictures, addressOf)
  const shop = await listen(port, (request, response) => {
    if (request.url !== '/') return response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
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
