import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type FetchOptions, fetchPicture } from './fetch-picture.ts'

const servers: Server[] = []
const HERE = (address: string) => address === '127.0.0.1'

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Names lead to these addresses, one list after the other; the last one stays. */
function names(...answers: string[][]): NonNullable<FetchOptions['lookup']> {
  let asked = 0
  const lookup = (
    _host: string,
    _options: unknown,
    callback: (error: null, found: { address: string; family: number }[]) => void,
  ) => {
    const found = answers[Math.min(asked++, answers.length - 1)] ?? []
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return lookup as never
}

const read = (address: string, options?: FetchOptions) =>
  fetchPicture(new AbortController().signal, address, options).then(String)

const codeOf = (reading: Promise<string>) =>
  reading.then(
    (text) => `read: ${text}`,
    (error: { code: string }) => error.code,
  )

test('a picture is read, through redirects', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/a') response.writeHead(302, { Location: '/b' }).end()
    else response.end(`picture at ${request.url}`)
  })
  expect(await read(`${url}/a`, { isAllowed: HERE })).toBe('picture at /b')
})

test('it goes to the address that was checked, and names the host', async () => {
  let host: string | undefined
  const url = new URL(
    await serve((request, response) => {
      host = request.headers.host
      response.end('here')
    }),
  )
  const options = { isAllowed: HERE, lookup: names(['127.0.0.1']) }
  expect(await read(`http://shop.example:${url.port}/`, options)).toBe('here')
  expect(host).toBe(`shop.example:${url.port}`)
})

describe('nothing inside is asked', () => {
  let asked = 0
  const inside = () => serve((_, response) => response.end(`secret ${++asked}`))
  afterEach(() => expect(asked).toBe(0))

  test('by its number, however it is written', async () => {
    const { port } = new URL(await inside())
    for (const host of ['127.0.0.1', '127.1', '2130706433', '0x7f.0.0.1', '[::1]', '[::ffff:127.0.0.1]'])
      expect(await codeOf(read(`http://${host}:${port}/`)), host).toBe('address_invalid')
  })

  test('by a name', async () => {
    const { port } = new URL(await inside())
    expect(await codeOf(read(`http://localhost:${port}/`))).toBe('address_invalid')
    expect(await codeOf(read(`http://shop.example:${port}/`, { lookup: names(['127.0.0.1']) }))).toBe(
      'address_invalid',
    )
  })

  test('by a name with a public address beside it', async () => {
    const { port } = new URL(await inside())
    const lookup = names(['8.8.8.8', '127.0.0.1'])
    expect(await codeOf(read(`http://shop.example:${port}/`, { lookup }))).toBe('address_invalid')
  })

  test('by a redirect', async () => {
    const { port } = new URL(await inside())
    const url = await serve((_, response) =>
      response.writeHead(302, { Location: `http://127.0.0.2:${port}/` }).end(),
    )
    expect(await codeOf(read(url, { isAllowed: HERE }))).toBe('address_invalid')
  })

  test('by a name that leads elsewhere after a redirect', async () => {
    const { port } = new URL(await inside())
    const url = new URL(
      await serve((_, response) =>
        response.writeHead(302, { Location: `http://shop.example:${port}/` }).end(),
      ),
    )
    const lookup = names(['127.0.0.1'], ['127.0.0.2'])
    expect(await codeOf(read(`http://shop.example:${url.port}/`, { isAllowed: HERE, lookup }))).toBe(
      'address_invalid',
    )
  })
})

test('a name is looked up once: what was checked is what is connected to', async () => {
  const { port } = new URL(await serve((_, response) => response.end('checked')))
  // It would lead inside the second time.
  const lookup = names(['127.0.0.1'], ['127.0.0.2'])
  expect(await read(`http://shop.example:${port}/`, { isAllowed: HERE, lookup })).toBe('checked')
})

test.each([
  'file:///etc/passwd',
  'ftp://shop.example/a.jpg',
  'data:image/png;base64,AA==',
  'a.jpg',
  'https://',
])('%s is no address to read', async (address) => {
  expect(await codeOf(read(address))).toBe('address_invalid')
})

test.each([
  [404, 'address_not_found'],
  [410, 'address_not_found'],
  [403, 'address_unreachable'],
  [500, 'address_unreachable'],
  [304, 'address_unreachable'],
])('HTTP %i is %s', async (status, code) => {
  const url = await serve((_, response) => response.writeHead(status).end())
  expect(await codeOf(read(url, { isAllowed: HERE }))).toBe(code)
})

test('a circle of redirects ends', async () => {
  let asked = 0
  const url = await serve((_, response) => response.writeHead(302, { Location: `/${++asked}` }).end())
  expect(await codeOf(read(url, { isAllowed: HERE }))).toBe('address_unreachable')
  expect(asked).toBe(6)
})

test('a file that is too large is refused, whether its host says so or not', async () => {
  const said = await serve((_, response) => response.writeHead(200, { 'Content-Length': '3000' }).end('x'))
  const unsaid = await serve((_, response) => {
    response.write('x'.repeat(2000))
    response.end('x'.repeat(2000))
  })
  for (const url of [said, unsaid])
    expect(await codeOf(read(url, { isAllowed: HERE, maxBytes: 2500 }))).toBe('picture_too_large')
  expect(await codeOf(read(unsaid, { isAllowed: HERE, maxBytes: 4000 }))).toMatch(/^read/)
})

test('a host that trickles or is silent is given up', async () => {
  const silent = await serve(() => {})
  const trickling = await serve((_, response) => {
    const timer = setInterval(() => response.write('x'), 10)
    response.on('close', () => clearInterval(timer))
  })
  for (const url of [silent, trickling])
    expect(await codeOf(read(url, { isAllowed: HERE, timeoutMs: 200 }))).toBe('address_unreachable')
})

test('a stop is no failure of the address', async () => {
  const url = await serve(() => {})
  const stop = new AbortController()
  const reading = fetchPicture(stop.signal, url, { isAllowed: HERE })
  stop.abort(new Error('stopped'))
  await expect(reading).rejects.toThrow('stopped')
})
