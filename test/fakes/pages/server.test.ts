import { get } from 'node:http'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PAGES } from './index.ts'
import { type PageServer, startPages } from './server.ts'

let server: PageServer

beforeAll(async () => {
  server = await startPages()
})
afterAll(() => server.close())

interface Fetched {
  status: number
  type: string
  bytes: Buffer
}

/** By name, as a browser asks that looks for every name on this machine. */
function fetched(address: string): Promise<Fetched> {
  const { host, pathname, search, port } = new URL(address)
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: pathname + search, headers: { Host: host } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          bytes: Buffer.concat(chunks),
        }),
      )
    }).on('error', reject)
  })
}

const portOf = () => new URL(server.addressOf({ name: '', like: '', html: '', right: {} }, 'chromium')).port
const sizeOf = async (path: string) => {
  const { status, bytes } = await fetched(`http://${path.replace('/', `:${portOf()}/`)}`)
  if (status !== 200) return status
  const { width, height } = await sharp(bytes).metadata()
  return [width, height]
}

test.each(PAGES.filter(({ address }) => !address))('all that $name shows is there', async (page) => {
  const { status, bytes } = await fetched(server.addressOf(page, 'chromium'))
  expect(status).toBe(200)
  // Templates of addresses are filled in by scripts.
  const addresses = bytes.toString().match(/http:\/\/[\w.-]+:\d+\/[^\s"'<>)\\}]*/g) ?? []
  for (const address of addresses.filter((each) => !/[{&]/.test(each) && !/\/(frame|redirect)/.test(each)))
    expect(`${(await fetched(address.replace(/,$/, ''))).status} ${address}`).toBe(`200 ${address}`)
})

test.each([
  ['m.media-amazon.com/images/I/71redw2000h1500L.jpg', [2000, 1500]],
  ['m.media-amazon.com/images/I/71redw2000h1500L._AC_SX466_.jpg', [466, 350]],
  ['m.media-amazon.com/images/I/71redw2000h1500L._AC_US40_.jpg', [40, 40]],
  ['m.media-amazon.com/images/I/71redw2000h1500L._AC_UL165_SR165,165_.jpg', [165, 165]],
  ['m.media-amazon.com/images/I/71redw2000h1500L._SX38_SY50_CR,0,0,38,50_.jpg', [38, 50]],
  ['i.etsystatic.com/1/r/il/a/2/il_340x270.2_red.jpg', [340, 270]],
  ['i.etsystatic.com/1/r/il/a/2/il_fullxfull.2_red.jpg', [2000, 1500]],
  ['i.etsystatic.com/1/r/il/a/2/il_999x999.2_red.jpg', 404],
  ['cdn.shopify.com/s/files/1/1/products/red_200x200_crop_center.jpg', [200, 200]],
  ['cdn.shopify.com/s/files/1/1/products/red.jpg?v=1&width=9000', [1800, 1200]],
  ['i.ebayimg.com/images/g/red/s-l9999.jpg', 404],
  ['i.pinimg.com/736x/a/b/red.jpg', [736, 981]],
  ['ae01.alicdn.com/kf/Hred.jpg_480x480.jpg_.webp', [480, 480]],
  ['assets.wfcdn.com/im/1/resize-h310-w310%5Ecompr-r85/1/2/red.jpg', [310, 310]],
  ['http2.mlstatic.com/D_NQ_NP_2X_796156-MLU72519991451_102023-F.webp', [1200, 900]],
  ['basket-05.wbbasket.ru/vol1/part1/1/images/big/1.webp', [900, 1200]],
  ['p16-oec-va.ibyteimg.com/tos/red~tplv-o3syd03w52-resize-webp:800:800.webp', 404],
])('%s is as large as the shop makes it', async (path, size) => {
  expect(await sizeOf(path)).toEqual(size)
})
