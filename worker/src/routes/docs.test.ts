import { PATHS } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { fetchWorker } from '../testing/http.ts'

/** The viewer has two megabytes, which the test runner reads slowly. */
const READS_MS = 120_000

test('the page loads what it is made of from the worker alone', { timeout: READS_MS }, async () => {
  const response = await fetchWorker(PATHS.docs)
  expect(response.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*script-src 'self';/)
  const page = await response.text()
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  const loaded = [...page.matchAll(/(?:src|href)="(docs\/[^"]+)"/g)].map(([, path]) => `/${path}`)
  expect(loaded).toHaveLength(3)
  for (const path of loaded) {
    const file = await fetchWorker(path)
    expect(file.status).toBe(200)
    expect(file.headers.get('Cache-Control')).toBe('public, max-age=2592000')
    expect(file.headers.get('Content-Type')).toMatch(
      path.includes('.js') ? /^text\/javascript/ : /^text\/css/,
    )
    expect((await file.text()).length).toBeGreaterThan(200)
  }
})

test.each(['constructor', 'toString', 'other.js', '__proto__'])('there is no file %s', async (name) => {
  expect((await fetchWorker(`${PATHS.docs}/${name}`)).status).toBe(404)
})

test.each([PATHS.docs, `${PATHS.docs}/viewer.css`])('%s is read only', async (path) => {
  const head = await fetchWorker(path, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  const refused = await fetchWorker(path, { method: 'POST' })
  expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
})

test('a file goes out as it is packed where gzip is taken, and is the same everywhere', async () => {
  const path = `${PATHS.docs}/viewer.css`
  const plain = await fetchWorker(path)
  expect(plain.headers.get('Content-Encoding')).toBeNull()
  const packed = await fetchWorker(path, { headers: { 'Accept-Encoding': 'br, gzip' } })
  expect(packed.headers.get('Content-Encoding')).toBe('gzip')
  for (const { headers } of [plain, packed]) expect(headers.get('Vary')).toBe('Origin, Accept-Encoding')
  const unpacked = packed.body?.pipeThrough(new DecompressionStream('gzip'))
  expect(await new Response(unpacked).text()).toBe(await plain.text())
})
