import { type IssuedClient, PATHS, type Provider } from '@find-on-1688/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../fakes/sandbox/index.ts'
import { type Answer, Description, type Json } from './description.ts'

type Fields = Record<string, Json>

const CLIENT = `${PATHS.adminClients}/{id}`
const OFFER = `${PATHS.offers}/{offerId}`
/** Asks for what not every provider can do. */
const MUCH = '?page=1&pageSize=50&sort=price-asc&priceMin=1&priceMax=900&keyword=cup&filter=dropship,ships48h'

describe.each<Provider>(['crossborder', 'dropship', 'image-search'])(
  'by its own description, with %s, the worker',
  (provider) => {
    let sandbox: Sandbox
    let description: Description

    beforeAll(async () => {
      sandbox = await startSandbox({ provider, maxQps: 50, settings: { MAX_QPS: '50' } })
      description = await Description.open((await ask('GET', PATHS.openapi, { key: '' })).body)
    })

    afterAll(async () => {
      await description?.close()
      await sandbox?.close()
    })

    async function ask(
      method: string,
      path: string,
      {
        key = sandbox.clientKey,
        body,
        type,
      }: { key?: string; body?: string | Uint8Array<ArrayBuffer>; type?: string } = {},
    ): Promise<Answer> {
      const headers = {
        ...(key && { Authorization: `Bearer ${key}` }),
        ...(type && { 'Content-Type': type }),
      }
      const response = await fetch(sandbox.workerUrl + path, {
        method,
        headers,
        ...(body !== undefined && { body }),
      })
      const contentType = response.headers.get('Content-Type')?.split(';')[0] ?? ''
      return { status: response.status, contentType, body: (await response.json()) as Json }
    }

    /** The answer, which is as described, and which would not be if any of its fields were missing or of another type. */
    async function described(
      status: number,
      method: string,
      path: string,
      asked: Promise<Answer>,
    ): Promise<Fields> {
      const answer = await asked
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.any(String)])
      const faults = (body: Json) => description.faultsOf(method, path, { ...answer, body })
      expect(await faults(answer.body)).toEqual([])
      const fields = answer.body as Fields
      if (status >= 400) expect(description.codesOf(method, path, status)).toContain(fields.code)
      for (const name of Object.keys(fields))
        expect(
          await faults({ ...fields, [name]: { unlike: 'anything' } }),
          `${name} of another type`,
        ).not.toEqual([])
      expect(await faults({}), 'an empty answer').not.toEqual([])
      return fields
    }

    const picture = () =>
      new Uint8Array(sandbox.shop.pictures.find(({ type }) => type === 'image/jpeg')?.bytes ?? [])
    const search = (query: string) =>
      ask('POST', PATHS.search + query, { body: picture(), type: 'image/jpeg' })

    test('describes itself in valid OpenAPI', async () => {
      expect(await description.faults()).toEqual([])
    })

    test('answers searches, and one offer', async () => {
      const plain = await described(200, 'post', PATHS.search, search('?mode=similar'))
      expect(plain.offers).not.toEqual([])
      await described(200, 'post', PATHS.search, search(MUCH))
      const [offer] = sandbox.gateway.catalogue.offers
      const asked = ask('GET', `${PATHS.offers}/${offer?.offerId}`)
      await described((await asked).status === 501 ? 501 : 200, 'get', OFFER, asked)
    })

    test('answers in events, with the same answer at their end', async () => {
      sandbox.gateway.setFault('throttle', { times: 1 })
      const headers = {
        Authorization: `Bearer ${sandbox.clientKey}`,
        'Content-Type': 'image/jpeg',
        Accept: 'text/event-stream',
      }
      // Of bytes that no answer is cached for.
      const body = new Uint8Array([...picture(), 0])
      const text = await (
        await fetch(sandbox.workerUrl + PATHS.search, { method: 'POST', headers, body })
      ).text()
      const events = [...text.matchAll(/^event: (\w+)\ndata: (.*)$/gm)]
      expect(new Set(events.map(([, event]) => event))).toEqual(
        new Set(['queued', 'searching', 'retrying', 'result']),
      )
      for (const [, event = '', data = ''] of events) {
        const faults = (value: Json) => description.faultsOfEvent('post', PATHS.search, event, value)
        expect(await faults(JSON.parse(data))).toEqual([])
        expect(await faults({})).not.toEqual([])
      }
    })

    test('refuses an offer with one wrong field, however deep', async () => {
      const answer = await search('')
      const offers = (answer.body as Fields).offers as unknown as Record<string, Json>[]
      const withFirst = (change: Fields) =>
        description.faultsOf('post', PATHS.search, {
          ...answer,
          body: {
            ...(answer.body as Fields),
            offers: [{ ...offers[0], ...change }, ...offers.slice(1)],
          } as Json,
        })
      expect(await withFirst({})).toEqual([])
      expect(await withFirst({ price: 10.5 })).toContain('#/offers/0/price: type')
      expect(await withFirst({ minOrder: 1.5 })).not.toEqual([])
      expect(await withFirst({ supplier: { name: 1 } })).not.toEqual([])
    })

    test('answers what a client may ask besides', async () => {
      await described(200, 'get', PATHS.usage, ask('GET', PATHS.usage))
      await described(200, 'get', PATHS.rates, ask('GET', PATHS.rates))
      await described(200, 'get', PATHS.health, ask('GET', PATHS.health, { key: '' }))
      await described(200, 'get', PATHS.attestationKeys, ask('GET', PATHS.attestationKeys, { key: '' }))
    })

    test('answers an address', async () => {
      const [offer] = sandbox.gateway.catalogue.offers
      const imageUrl = `${sandbox.gateway.url.replace('/openapi', '')}/img/${offer?.picture}.jpg`
      const body = JSON.stringify({ imageUrl })
      const asked = ask('POST', PATHS.searchAddress, { body, type: 'application/json' })
      await described(200, 'post', PATHS.searchAddress, asked)
    })

    test('answers failures', async () => {
      const problems = [
        [401, await ask('GET', PATHS.usage, { key: 'wrong' }), 'get', PATHS.usage],
        [400, await search('?pageSize=0'), 'post', PATHS.search],
        [415, await ask('POST', PATHS.search, { body: 'text', type: 'text/plain' }), 'post', PATHS.search],
        [415, await ask('POST', PATHS.search, { body: 'no JPEG', type: 'image/jpeg' }), 'post', PATHS.search],
      ] as const
      for (const [status, answer, method, path] of problems) {
        expect(answer.contentType).toBe('application/problem+json')
        await described(status, method, path, Promise.resolve(answer))
      }
    })

    test('answers its operator', async () => {
      const key = sandbox.adminToken
      const body = JSON.stringify({ name: 'second', dailySearches: 5, expiresAt: '2099-01-01T00:00:00Z' })
      const asked = ask('POST', PATHS.adminClients, { key, body, type: 'application/json' })
      const { id } = (await described(201, 'post', PATHS.adminClients, asked)) as unknown as IssuedClient
      await described(200, 'get', PATHS.adminClients, ask('GET', PATHS.adminClients, { key }))
      await described(200, 'get', PATHS.adminDoctor, ask('GET', PATHS.adminDoctor, { key }))
      await described(200, 'get', PATHS.adminMetrics, ask('GET', PATHS.adminMetrics, { key }))
      const unknown = ask('DELETE', `${PATHS.adminClients}/unknown`, { key })
      await described((await unknown).status, 'delete', CLIENT, unknown)
      const removed = await fetch(`${sandbox.workerUrl}${PATHS.adminClients}/${id}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${key}` },
      })
      expect([removed.status, await removed.text()]).toEqual([204, ''])
    })
  },
)
